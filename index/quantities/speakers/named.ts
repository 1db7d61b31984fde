/** A name, from its first word on: where it ends, and what belongs to it. */
import { ending, exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Token } from '../numbers/tokens.ts'
import { ADVERB, AUXILIARY, CONJUNCTION, MONTH, PREPOSITION, PRONOUN } from '../numbers/lexicon.ts'
import { has } from '../numbers/word-shapes.ts'

const NAME_LINKS = exactly(phrases('speaking', 'nameLinks'))
const ON = exactly(phrases('speaking', 'on'))
const CLAUSES = exactly(phrases('speaking', 'clauses'))
const VERB_ENDINGS = ending(phrases('speaking', 'verbEndings'))

export const QUOTES = new Set(['“', '”', '"', '«', '»'])
export const DASH = /^[—–―]$/u
/** A speaker is named in no more tokens than this. */
export const LONGEST = 32

/** Where a name that begins at a token ends: at a comma that no name goes on after, a verb, a mark. */
export function phraseEnd(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  for (; at < limit && at - from < LONGEST; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'mark') {
      if (
        /^[-‐‑'’./&]$/u.test(token.text) &&
        tokens[at + 1]?.spaced === false &&
        tokens[at + 1]?.kind === 'word'
      )
        continue
      // Within a sentence a full stop ends an abbreviation: "J. Doe", "the Rev. Ann Oake".
      if (token.text === '.' && at + 1 < limit && tokens[at - 1]?.capital === true) continue
      break
    }
    if (at > from && has(token, AUXILIARY)) break
    if (at > from && has(token, PREPOSITION) && !NAME_LINKS.test(token.lower)) break
    if (at > from && has(token, PRONOUN)) break
    // "in May", and not "Theresa May said".
    if (at > from && has(token, MONTH) && token.capital && !isSurname(tokens, at)) break
    if (
      at > from &&
      ON.test(token.lower) &&
      (has(tokens[at + 1], MONTH) || isDay(tokens[at + 1]) || tokens[at + 1]?.kind === 'number')
    )
      break
    if (at > from && (isDay(token) || CLAUSES.test(token.lower))) break
  }
  return at
}

const isSurname = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.capital === true && tokens[at + 1]?.kind !== 'number'

const DAYS = exactly(phrases('speaking', 'day'))

/** No name in capitals: "USA TODAY". */
export const isDay = (token: Token | undefined): boolean =>
  token !== undefined && DAYS.test(token.lower) && !SHOUTED.test(token.text)

const SHOUTED = /^\p{Lu}{2}/u

/** ", spokesman for the ministry", ", 34, a nurse": who someone is belongs to the speaker. */
export function apposition(tokens: readonly Token[], end: number, to: number): number {
  // "Ada Oake (Green Party), head of the council".
  if (tokens[end]?.text === '(') {
    const close = markAfter(tokens, ')', end, Math.min(to, end + LONGEST))
    return close === undefined || tokens[close + 1]?.text !== ','
      ? end
      : apposition(tokens, close + 1, to)
  }
  if (tokens[end]?.text !== ',') return end
  const next = tokens[end + 1]
  if (next?.kind === 'number' && AFTER_AGE.test(tokens[end + 2]?.text ?? ''))
    return apposition(tokens, end + 2, to)
  if (next?.kind !== 'word' || has(next, PREPOSITION | CONJUNCTION | AUXILIARY | PRONOUN | ADVERB))
    return end
  if (VERB_ENDINGS.test(next.lower) || RELATIVE.test(next.lower)) return end
  const stop = phraseEnd(tokens, end + 1, to)
  const after = tokens[stop]
  return after === undefined || after.text === '.' || after.text === ',' || stop >= to ? stop : end
}

export function markAfter(
  tokens: readonly Token[],
  mark: string,
  from: number,
  to: number,
): number | undefined {
  for (let at = from + 1; at < to; at++) if (tokens[at]?.text === mark) return at
  return undefined
}

const AFTER_AGE = /^[,.]$/u

export const TITLES = ending(phrases('speaking', 'titles'))

export const RELATIVE = exactly([
  ...phrases('speaking', 'relative'),
  ...phrases('speaking', 'among'),
])
