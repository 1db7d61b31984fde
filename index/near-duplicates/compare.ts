/**
 * Whether two texts are one text in two editions. Copies, shortened or with paragraphs added, edited
 * here and there or dated anew are; reports of a series on one template are not, nor are texts that
 * share a quotation or a closing paragraph.
 */
import { type Content, type Slots, valuesIn } from './content.ts'

/** Two texts of fewer words may be the same by chance: a line of a bulletin, a caption. */
const LEAST = 8
/** Texts of fewer words are compared as a whole. */
const SHORT = 30
/** Of all shingles of two short copies, so many are in both. */
const ALIKE = 0.6
/** Longer texts are compared block by block, of so many shingles. */
const BLOCK = 20
/** A block is in the other text when so much of it is: edits are spread, new text is not. */
const COVERED = 0.3
/** So much of the shorter text is in the longer … */
const SHORTER = 0.8
/** … and so much of the longer in the shorter: two texts in a collection are no copies of it. */
const LONGER = 0.5
/** Of all shingles of the shorter. */
const CONTAINED = 0.5
/** Texts that share so much differ in little else than what stands in the same places. */
const CLOSE = 0.7
/** Beside what both quote, so much is in both, where there is so much. */
const OWN = 0.4
const MOST_QUOTED = 8
/** So much of what stands in the same places may differ; in close copies a single change always may. */
const CHANGED = 0.4
/** What only one has speaks of the same when so many of its names and figures are in the other. */
const KNOWN = 1 / 3

/** The same whichever comes first. */
export function areCopies(a: Content, b: Content): boolean {
  const [shorter, longer] = a.shingles.length <= b.shingles.length ? [a, b] : [b, a]
  if (shorter.words.hashes.length < LEAST) return false
  if (sameWords(a, b)) return true
  if (shorter.words.hashes.length < SHORT)
    return (
      jaccard(a, b) >= ALIKE && changes(a.figures, b.figures).changed === 0 && slotsAgree(a, b, 1)
    )
  const [one, other] = [coverage(shorter, longer), coverage(longer, shorter)]
  return (
    one.share >= SHORTER &&
    other.share >= LONGER &&
    one.contained >= CONTAINED &&
    ownWordsAgree(a, b) &&
    slotsAgree(a, b, one.contained >= CLOSE ? 1 : 0) &&
    (knows(shorter, longer, one) || knows(longer, shorter, other))
  )
}

function sameWords({ words: { hashes: one } }: Content, { words: { hashes: other } }: Content) {
  return one.length === other.length && one.every((hash, at) => hash === other[at])
}

function jaccard(a: Content, b: Content): number {
  const both = countShared(a.set, b.set)
  return both / (a.set.size + b.set.size - both)
}

function countShared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let both = 0
  for (const shingle of one) if (other.has(shingle)) both++
  return both
}

interface Coverage {
  /** Of the text, in blocks that are in the other: 0 to 1. */
  readonly share: number
  /** Of its shingles. */
  readonly contained: number
  /** First shingles of the blocks that are not. */
  readonly uncovered: readonly number[]
}

function coverage({ shingles }: Content, { set }: Content): Coverage {
  let [covered, contained] = [0, 0]
  const uncovered: number[] = []
  for (let from = 0; from < shingles.length; from += BLOCK) {
    const to = Math.min(shingles.length, from + BLOCK)
    let both = 0
    for (let at = from; at < to; at++) if (set.has(shingles[at] ?? 0)) both++
    contained += both
    if (both >= (to - from) * COVERED) covered += to - from
    else uncovered.push(from)
  }
  return {
    share: covered / shingles.length,
    contained: contained / shingles.length,
    uncovered,
  }
}

function ownWordsAgree(a: Content, b: Content): boolean {
  const { own: one } = a
  const { own: other } = b
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one]
  return fewer.size < MOST_QUOTED || countShared(fewer, more) >= fewer.size * OWN
}

/** Figures and names stand where they stood, most of them. */
function slotsAgree(a: Content, b: Content, free: 0 | 1): boolean {
  const figures = changes(a.figures, b.figures)
  const names = changes(a.names, b.names)
  if (figures.changed + names.changed <= free) return true
  return [figures, names].every(({ changed, same }) => changed <= (changed + same) * CHANGED)
}

/** How many values in contexts that both texts have are the same, how many another; each once. */
function changes(a: Slots, b: Slots): { same: number; changed: number } {
  const same = new Set<number>()
  const [gone, come] = [new Set<number>(), new Set<number>()]
  for (const [context, values] of a) {
    const others = b.get(context)
    if (others === undefined) continue
    const [left, right] = [without(values, others), without(others, values)]
    for (const value of values) if (!left.has(value)) same.add(value)
    // A row that only one has is no change.
    if (left.size === 0 || right.size === 0) continue
    for (const value of left) gone.add(value)
    for (const value of right) come.add(value)
  }
  return { same: same.size, changed: Math.min(gone.size, come.size) }
}

/** The values that are there more often than in the other text. */
function without(values: readonly number[], others: readonly number[]): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const value of others) counts.set(value, (counts.get(value) ?? 0) + 1)
  const left = new Set<number>()
  for (const value of values) {
    const count = counts.get(value) ?? 0
    if (count === 0) left.add(value)
    else counts.set(value, count - 1)
  }
  return left
}

/** What the other does not have at least speaks of names and figures that the other has, or of none. */
function knows(content: Content, other: Content, { uncovered }: Coverage): boolean {
  const values = uncovered.flatMap((from) => valuesIn(content.words, from, from + BLOCK))
  if (values.length < 2) return true
  return values.filter((value) => other.values.has(value)).length >= values.length * KNOWN
}
