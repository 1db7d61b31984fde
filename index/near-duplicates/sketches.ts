/**
 * Small samples of many sets, so that the sets that share much are found without comparing all: of
 * each set the smallest hashes, and of each hash the sketches that have it. All in typed arrays.
 */
import { grown } from '../grown.ts'

/** Hashes of a sketch. */
export const SIZE = 32
/** No hash of a sketch: `finish` gives it once in four thousand million words. */
const NONE = 0xffff_ffff

/** The smallest different numbers of a list in order, at most `SIZE`. */
export function sketchOf(hashes: Uint32Array): Uint32Array {
  // Of many, what can hardly be among the smallest is left out before they are sorted.
  const limit = hashes.length > SIZE * 3 ? (2 ** 32 / hashes.length) * SIZE * 2 : NONE
  const low = smallest(below(hashes, limit))
  return low.length === SIZE || limit === NONE ? low : smallest(hashes.slice())
}

function below(hashes: Uint32Array, limit: number): Uint32Array {
  const low = new Uint32Array(hashes.length)
  let count = 0
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0
    if (hash < limit) low[count++] = hash
  }
  return low.subarray(0, count)
}

/** Sorts the list that it is given. */
function smallest(hashes: Uint32Array): Uint32Array {
  hashes.sort()
  const found = new Uint32Array(SIZE)
  let count = 0
  for (let at = 0; at < hashes.length && count < SIZE; at++) {
    const hash = hashes[at] ?? 0
    if (hash !== NONE && (at === 0 || hash !== hashes[at - 1])) found[count++] = hash
  }
  return found.slice(0, count)
}

/** Sketches by number: the first has 0. */
export class Sketches {
  #count = 0
  /** `SIZE` hashes a sketch; `NONE` after the last. */
  #hashes = new Uint32Array(16 * SIZE)
  /** Of each hash's place, one more than the place of the next in its chain; 0 ends it. */
  #next = new Uint32Array(16 * SIZE)
  /** Chains by the hash's remainder. */
  #heads = new Uint32Array(1024)

  get count(): number {
    return this.#count
  }

  /** All hashes of a sketch. */
  of(sketch: number): Uint32Array {
    const start = sketch * SIZE
    let end = start
    while (end < start + SIZE && this.#hashes[end] !== NONE) end++
    return this.#hashes.subarray(start, end)
  }

  /** @param hashes as `sketchOf` gives them */
  add(hashes: Uint32Array): number {
    const start = this.#count * SIZE
    if (start + SIZE > this.#hashes.length) this.#grow(start)
    this.#hashes.fill(NONE, start, start + SIZE)
    this.#hashes.set(hashes, start)
    this.#count++
    for (let at = start; at < start + hashes.length; at++) this.#link(at)
    return this.#count - 1
  }

  /** The other sketches that share at least one hash with a sketch, each once. */
  *sharing(sketch: number): Generator<number, void> {
    const seen = new Set([sketch])
    for (const hash of this.of(sketch))
      for (let at = this.#heads[this.#chainOf(hash)] ?? 0; at !== 0; at = this.#next[at - 1] ?? 0) {
        if (this.#hashes[at - 1] !== hash) continue
        const other = Math.trunc((at - 1) / SIZE)
        if (seen.has(other)) continue
        seen.add(other)
        yield other
      }
  }

  /**
   * About how much of the smaller of two sets is in the other, told from their sketches: 0 to 1.
   * Hashes above the end of either sketch are not compared: they may be in the set and not in its
   * sketch.
   */
  overlap(one: number, other: number): number {
    const hashes = this.#hashes
    const [start, otherStart] = [one * SIZE, other * SIZE]
    // A sketch that is not full holds its whole set, and ends with `NONE`.
    const end = Math.min(hashes[start + SIZE - 1] ?? NONE, hashes[otherStart + SIZE - 1] ?? NONE)
    let both = 0
    let from = 0
    let to = 0
    while (from < SIZE && to < SIZE) {
      const a = hashes[start + from] ?? NONE
      const b = hashes[otherStart + to] ?? NONE
      if (a > end || b > end || a === NONE || b === NONE) break
      if (a === b) both++
      if (a <= b) from++
      if (b <= a) to++
    }
    if (both === 0) return 0
    while (from < SIZE && isWithin(hashes[start + from], end)) from++
    while (to < SIZE && isWithin(hashes[otherStart + to], end)) to++
    return both / Math.min(from, to)
  }

  #grow(least: number): void {
    const room = Math.ceil((least * 1.5) / SIZE + 1) * SIZE
    this.#hashes = grown(this.#hashes, room)
    this.#next = grown(this.#next, room)
    // Two hashes a chain, on the average.
    if (room <= this.#heads.length * 2) return
    this.#heads = new Uint32Array(2 ** Math.ceil(Math.log2(room / 2)))
    for (let at = 0; at < this.#count * SIZE; at++) if (this.#hashes[at] !== NONE) this.#link(at)
  }

  #link(at: number): void {
    const chain = this.#chainOf(this.#hashes[at] ?? 0)
    this.#next[at] = this.#heads[chain] ?? 0
    this.#heads[chain] = at + 1
  }

  #chainOf(hash: number): number {
    // The smallest hashes differ in their low bits.
    return hash & (this.#heads.length - 1)
  }
}

const isWithin = (hash = NONE, end: number): boolean => hash <= end && hash !== NONE
