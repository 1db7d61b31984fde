/** A document's words as they are compared: shingles, what stands where a figure or a name can stand. */
import { chain, finish, START } from './hash.ts'
import { DATED, FIGURE, NAME, QUOTED, type Words } from './words.ts'

/** Words of a shingle. */
const LENGTH = 3
/** Every date reads the same. */
const DATE = 0x5f35_6495
const MASK = 0x2545_f491

/**
 * The hashes of every three words in a row, in order; one of all words where there are fewer. Dates
 * are masked: an edition of another day is the same.
 */
export function shinglesOf({ hashes, marks }: Words): Uint32Array {
  const word = (at: number): number => (((marks[at] ?? 0) & DATED) === 0 ? (hashes[at] ?? 0) : DATE)
  if (hashes.length === 0) return new Uint32Array(0)
  const shingles = new Uint32Array(Math.max(1, hashes.length - LENGTH + 1))
  let [one, two] = [word(0), word(1)]
  for (let at = 0; at < shingles.length; at++) {
    const three = word(at + 2)
    shingles[at] = finish(chain(chain(chain(START, one), two), three))
    one = two
    two = three
  }
  return shingles
}

/** Context → the figures, or the names, that stand in it. */
export type Slots = ReadonlyMap<number, readonly number[]>

export class Content {
  readonly words: Words
  readonly shingles: Uint32Array
  readonly set: ReadonlySet<number>
  #figures: Slots | undefined
  #names: Slots | undefined
  #values: ReadonlySet<number> | undefined
  #own: ReadonlySet<number> | undefined

  constructor(words: Words) {
    this.words = words
    this.shingles = shinglesOf(words)
    this.set = new Set(this.shingles)
  }

  get figures(): Slots {
    this.#figures ??= slotsOf(this.words, FIGURE)
    return this.#figures
  }

  get names(): Slots {
    this.#names ??= slotsOf(this.words, NAME)
    return this.#names
  }

  /** All its figures and names. */
  get values(): ReadonlySet<number> {
    this.#values ??= new Set(valuesIn(this.words, 0, this.words.hashes.length))
    return this.#values
  }

  /** The shingles of which no word is inside quotation marks. */
  get own(): ReadonlySet<number> {
    this.#own ??= this.#ownShingles()
    return this.#own
  }

  #ownShingles(): ReadonlySet<number> {
    const { marks } = this.words
    if (!marks.some((mark) => (mark & QUOTED) !== 0)) return this.set
    const isOwn = (_: number, at: number): boolean =>
      (((marks[at] ?? 0) | (marks[at + 1] ?? 0) | (marks[at + 2] ?? 0)) & QUOTED) === 0
    return new Set(this.shingles.filter(isOwn))
  }
}

/** The figures and names from one word to another. */
export function valuesIn({ hashes, marks }: Words, from: number, to: number): number[] {
  const values: number[] = []
  for (let at = from; at < Math.min(to, hashes.length); at++)
    if (isSlot(marks[at] ?? 0)) values.push(hashes[at] ?? 0)
  return values
}

const isSlot = (mark: number): boolean => (mark & (FIGURE | NAME)) !== 0 && (mark & DATED) === 0

/** Two words on either side; a context of figures, names and dates alone says nothing. */
function slotsOf({ hashes, marks }: Words, kind: number): Slots {
  const slots = new Map<number, number[]>()
  for (let at = 0; at < hashes.length; at++) {
    const mark = marks[at] ?? 0
    if ((mark & kind) === 0 || (mark & DATED) !== 0) continue
    let context = START
    let plain = 0
    for (const beside of [at - 2, at - 1, at + 1, at + 2]) {
      const masked = ((marks[beside] ?? 0) & (FIGURE | NAME | DATED)) !== 0
      const outside = beside < 0 || beside >= hashes.length
      if (!masked && !outside) plain++
      context = chain(context, masked ? MASK : (hashes[beside] ?? 0))
    }
    if (plain < 2) continue
    const values = slots.get(context)
    if (values === undefined) slots.set(context, [hashes[at] ?? 0])
    else values.push(hashes[at] ?? 0)
  }
  return slots
}
