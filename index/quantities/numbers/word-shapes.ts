/** What a word looks like: plural, participle, adjective, adverb; a guess by its ending and its class. */
import { ending, exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PLAIN,
  PLURAL,
  PREPOSITION,
  PRONOUN,
} from './lexicon.ts'
import type { Token } from './tokens.ts'

const PARTICIPLE_ENDINGS = ending(phrases('numbers', 'participleEndings'))
const NO_ADVERBS = exactly(phrases('numbers', 'noAdverbs'))

export const CLOSED = PREPOSITION | DETERMINER | PRONOUN | CONJUNCTION | AUXILIARY
const STOPS = CLOSED | ADVERB
/** A phrase of more words than this is none. */
export const LONGEST = 9

export const has = (token: Token | undefined, bits: number): boolean =>
  token !== undefined && (token.classes & bits) !== 0

/** Plural by its form: "households", "people", "NGOs". */
export function isPlural(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false
  if (has(token, PLURAL) || /^[A-Z]{2,}s$/u.test(token.text)) return true
  const word = token.lower
  return (
    word.length > 3 &&
    word.endsWith('s') &&
    !word.endsWith('ss') &&
    !word.endsWith('us') &&
    !word.endsWith('is') &&
    !has(token, PLAIN) &&
    !word.includes("'")
  )
}

/** "displaced", "killed": by its ending. */
export const isParticiple = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !has(token, PLAIN) &&
  PARTICIPLE_ENDINGS.test(token.lower) &&
  (token.lower.endsWith('ed') || IRREGULAR.test(token.lower)) &&
  token.lower.length > 3

const IRREGULAR = exactly(phrases('numbers', 'participles'))

export const isGerund = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.lower.length > 5 &&
  token.lower.endsWith('ing') &&
  !has(token, PLAIN)

/** Adverbs that go before a participle: "internally displaced persons". */
export const isLy = (token: Token): boolean =>
  token.lower.length > 4 && token.lower.endsWith('ly') && !NO_ADVERBS.test(token.lower)

export function joined(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at]
  const next = tokens[at + 1]
  if (mark === undefined || next === undefined) return false
  return /^[-‑–/]$/u.test(mark.text) && !mark.spaced && !next.spaced && next.kind !== 'mark'
}

/** Whether a word can stand in a phrase at all. */
export function isWord(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    (!has(token, STOPS) ||
      has(token, PLURAL) ||
      (token.text.toUpperCase() === token.text && token.text.length > 1 && token.lower !== 'i'))
  )
}

const ADJECTIVE = ending(phrases('numbers', 'adjective'))

export const isAdjective = (token: Token | undefined): boolean =>
  token?.kind === 'word' && ADJECTIVE.test(token.lower)
