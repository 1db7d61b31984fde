/** The terms of an index by number: how many passages have each, and how often. */
import { countsOf } from './posting.ts'

export interface Described {
  readonly number: number
  /** How many passages have it. */
  readonly having: number
  /** The most that a passage's counts of it weigh, or more: removing does not lower it. */
  readonly most: number
}

const NONE: Described = { number: -1, having: 0, most: 0 }
/** Once in the text: what most counts are, and none of these is kept. */
const ONCE = countsOf(1, 0)

export class Terms {
  /** Of counts that are packed in a number. */
  readonly #weights: Float64Array
  readonly #terms: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #having: number[] = []
  readonly #most: number[] = []
  /** By term: place of a passage → counts other than once. */
  readonly #others: (Map<number, number> | undefined)[] = []

  /** @param weights of counts, as `weightedCounts` makes them */
  constructor(weights: Float64Array) {
    this.#weights = weights
  }

  get size(): number {
    return this.#terms.length
  }

  at(number: number): string {
    return this.#terms[number] ?? ''
  }

  /** A number of its own for every term; the next one for a new term. */
  numberOf(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    const number = this.#terms.push(term) - 1
    this.#numbers.set(term, number)
    this.#having.push(0)
    this.#most.push(0)
    this.#others.push(undefined)
    return number
  }

  /** Notes a passage that has the term, and how often, as `countsOf` packs it. */
  add(number: number, place: number, counts: number): void {
    this.#having[number] = this.having(number) + 1
    const weight = this.#weights[counts] ?? 0
    if (weight > (this.#most[number] ?? 0)) this.#most[number] = weight
    if (counts === ONCE) return
    const others = this.#others[number]
    if (others === undefined) this.#others[number] = new Map([[place, counts]])
    else others.set(place, counts)
  }

  remove(number: number, place: number): void {
    this.#having[number] = this.having(number) - 1
    this.#others[number]?.delete(place)
  }

  having(number: number): number {
    return this.#having[number] ?? 0
  }

  /** How often a passage that has the term has it. */
  counts(number: number, place: number): number {
    return this.#others[number]?.get(place) ?? ONCE
  }

  /** The same as a weight. */
  weight(number: number, place: number): number {
    return this.#weights[this.counts(number, place)] ?? 0
  }

  describe(term: string): Described {
    const number = this.#numbers.get(term)
    if (number === undefined) return NONE
    return { number, having: this.having(number), most: this.#most[number] ?? 0 }
  }
}
