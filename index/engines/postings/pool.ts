/**
 * Many lists of 32-bit numbers that grow at their ends, all in one typed array: no object a list, and
 * a list lies in one piece, so that it can be searched by halving. A list that outgrows its region
 * moves to one twice as large; regions left behind are taken again by lists of that size.
 */
import { grown } from '../../grown.ts'

/** Regions are powers of two, from this one up. */
const SMALLEST = 2

export class Pool {
  #data: Uint32Array
  #used = 0
  #starts: Uint32Array
  #lengths: Uint32Array
  #capacities: Uint32Array
  #lists = 0
  /** Starts of free regions, by their size. */
  readonly #free = new Map<number, number[]>()

  constructor(capacity = 1024, lists = 256) {
    this.#data = new Uint32Array(capacity)
    this.#starts = new Uint32Array(lists)
    this.#lengths = new Uint32Array(lists)
    this.#capacities = new Uint32Array(lists)
  }

  /** All lists; `list` is `data[start(list) … start(list) + length(list) - 1]`. Stale after a push. */
  get data(): Uint32Array {
    return this.#data
  }

  start(list: number): number {
    return this.#starts[list] ?? 0
  }

  length(list: number): number {
    return this.#lengths[list] ?? 0
  }

  /** A new, empty list. `capacity` numbers fit before it moves. */
  addList(capacity = SMALLEST): number {
    const list = this.#lists++
    if (list >= this.#starts.length) {
      const lists = Math.max(16, this.#lists * 2)
      this.#starts = grown(this.#starts, lists)
      this.#lengths = grown(this.#lengths, lists)
      this.#capacities = grown(this.#capacities, lists)
    }
    this.#starts[list] = this.#take(capacity)
    this.#capacities[list] = capacity
    return list
  }

  push(list: number, value: number): void {
    const length = this.length(list)
    if (length === this.#capacities[list]) this.#move(list, length)
    this.#data[this.start(list) + length] = value
    this.#lengths[list] = length + 1
  }

  /** Every list whole, one after another, and how long each is. */
  packed(): { lengths: Uint32Array<ArrayBuffer>; data: Uint32Array<ArrayBuffer> } {
    const lengths = this.#lengths.slice(0, this.#lists)
    const data = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0))
    let at = 0
    for (let list = 0; list < this.#lists; list++) {
      const start = this.start(list)
      data.set(this.#data.subarray(start, start + this.length(list)), at)
      at += this.length(list)
    }
    return { lengths, data }
  }

  /** Lists without room to grow: they move when they do. */
  static of(lengths: Uint32Array<ArrayBuffer>, data: Uint32Array<ArrayBuffer>): Pool {
    const pool = new Pool(0, 0)
    pool.#lengths = lengths
    pool.#data = data
    pool.#used = pool.#data.length
    pool.#lists = pool.#lengths.length
    pool.#capacities = pool.#lengths.slice()
    pool.#starts = new Uint32Array(pool.#lists)
    for (let list = 1; list < pool.#lists; list++)
      pool.#starts[list] = pool.start(list - 1) + pool.length(list - 1)
    return pool
  }

  #move(list: number, length: number): void {
    const from = this.start(list)
    const capacity = this.#capacities[list] ?? 0
    let size = SMALLEST
    while (size <= length) size *= 2
    const to = this.#take(size)
    this.#data.copyWithin(to, from, from + length)
    this.#starts[list] = to
    this.#capacities[list] = size
    // Only regions of a usual size are asked for again.
    if (capacity < SMALLEST || (capacity & (capacity - 1)) !== 0) return
    const free = this.#free.get(capacity)
    if (free === undefined) this.#free.set(capacity, [from])
    else free.push(from)
  }

  #take(size: number): number {
    const free = this.#free.get(size)?.pop()
    if (free !== undefined) return free
    const start = this.#used
    this.#used += size
    if (this.#used > this.#data.length)
      this.#data = grown(this.#data, Math.max(this.#used, Math.ceil(this.#data.length * 1.5)))
    return start
  }
}
