/** Whether two sentences are worded alike, and whether a reader must see both all the same. */
import { fold, type Token } from '../../index/analyzer.ts'
import { numberWords } from '../../index/quantities/numbers/number-words.ts'
import { directionOf } from '../../index/languages/changes.ts'
import { LANGUAGES } from '../../index/languages/packs.ts'
import { phrases } from '../../index/languages/phrases.ts'

export interface Wording {
  /** Folded words → how often. */
  readonly words: ReadonlyMap<string, number>
  readonly length: number
  /** Figures, in digits or words, negations and words of change, sorted: what no edit may touch. */
  readonly facts: string
  /** Words that are neither figures nor names. */
  readonly plain: number
  /** Words with a capital, but for the first. */
  readonly names: ReadonlySet<string>
}

/**
 * `same`: the same statement in the same or nearly the same words. `differs`: the same words about
 * another figure or name, or denied. `other`: another sentence.
 */
export type Likeness = 'same' | 'differs' | 'other'

/** Of the words of both, so many are in the other. */
const ALIKE = 0.8

/** What two texts of the same words share: letters and digits, folded. */
export const plainWording = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export function wordingOf(tokens: readonly Token[]): Wording {
  const words = new Map<string, number>()
  const facts: string[] = []
  const names = new Set<string>()
  for (const [at, { folded, number, capital, stop }] of tokens.entries()) {
    words.set(folded, (words.get(folded) ?? 0) + 1)
    const fact = number || NUMBERS.has(folded) || NEGATIONS.has(folded)
    if (fact || /\d/u.test(folded)) facts.push(folded)
    else {
      const direction = directionOf(folded)
      if (direction !== undefined) facts.push(direction)
      else if (capital && !stop && at > 0) names.add(folded)
    }
  }
  const { length } = tokens
  const plain = length - names.size - facts.length
  return { words, length, facts: facts.sort().join(' '), plain, names }
}

export function compareWordings(one: Wording, other: Wording): Likeness {
  const length = one.length + other.length
  if (length === 0 || 2 * Math.min(one.length, other.length) < ALIKE * length) return 'other'
  let shared = 0
  for (const [word, times] of one.words) shared += Math.min(times, other.words.get(word) ?? 0)
  // What is to stay the same is no part of how alike the rest is.
  if (2 * shared < ALIKE * length) return sameBut(one, other, shared) ? 'differs' : 'other'
  return one.facts === other.facts && !renames(one, other) ? 'same' : 'differs'
}

/** A short sentence in which only a figure and a name are others. */
function sameBut(one: Wording, other: Wording, shared: number): boolean {
  const plain = one.plain + other.plain
  return plain > 0 && shared >= 3 && 2 * shared >= ALIKE * plain
}

/** Each has a name that the other has not: they speak of two. */
function renames({ names: one }: Wording, { names: other }: Wording): boolean {
  return [...one].some((name) => !other.has(name)) && [...other].some((name) => !one.has(name))
}

const NEGATIONS = new Set(phrases('answers', 'negations').flatMap((words) => words.split('|')))
/** One is an article as often as a number. */
const NUMBERS = new Set(
  LANGUAGES.map((language) => numberWords(language))
    .flatMap(({ small, multipliers, vague }) => [
      ...small.keys(),
      ...multipliers.keys(),
      ...vague.keys(),
    ])
    .map(fold)
    .filter((word) => !['one', 'un', 'une'].includes(word)),
)
