/** Who speaks: the name before or after a verb of saying, with who they are, without when they said it. */
import { ending, exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { SPEECH } from '../../languages/cues.ts'
import type { TokenRange } from './token-range.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  MONTH,
  PREPOSITION,
  PRONOUN,
} from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has } from '../numbers/word-shapes.ts'

const NAME_LINKS = exactly(phrases('speaking', 'nameLinks'))
const ON = exactly(phrases('speaking', 'on'))
const CLAUSES = exactly(phrases('speaking', 'clauses'))
const PERSONAL = exactly(phrases('speaking', 'personal'))
const DEMONSTRATIVES = exactly(phrases('speaking', 'demonstratives'))
const VERB_ENDINGS = ending(phrases('speaking', 'verbEndings'))
const CLAUSE_LINKS = exactly(phrases('speaking', 'clauseLinks'))
const AND = exactly(phrases('speaking', 'and'))
const WHICH_TIME = exactly(phrases('speaking', 'whichTime'))
const TIMES = exactly(phrases('speaking', 'times'))
const SOURCE_WORDS = exactly(phrases('speaking', 'sourceWords'))
const HAVING = exactly(phrases('speaking', 'having'))
const NOBODY = exactly(phrases('speaking', 'nobody'))

export const OPEN = new Set(['“', '«', '"'])
export const QUOTES = new Set(['“', '”', '"', '«', '»'])
export const DASH = /^[—–―]$/u
/** A speaker is named in no more tokens than this. */
const LONGEST = 32

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
      if (token.text === '.' && tokens[at - 1]?.text.length === 1 && at + 1 < limit) continue
      break
    }
    if (at > from && has(token, AUXILIARY)) break
    if (at > from && has(token, PREPOSITION) && !NAME_LINKS.test(token.lower)) break
    if (at > from && has(token, PRONOUN)) break
    if (at > from && has(token, MONTH) && token.capital) break
    if (
      at > from &&
      ON.test(token.lower) &&
      (has(tokens[at + 1], MONTH) ||
        DAY.test(tokens[at + 1]?.lower ?? '') ||
        tokens[at + 1]?.kind === 'number')
    )
      break
    if (at > from && (DAY.test(token.lower) || CLAUSES.test(token.lower))) break
  }
  return at
}

const DAY = exactly(phrases('speaking', 'day'))

/** "…," said Amina Diallo, a nurse; "…", the group added. */
export function invertedSpeaker(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
): TokenRange | undefined {
  const token = tokens[at]
  if (token === undefined || !SPEECH.test(token.lower)) return undefined
  const before = tokens[at - 1]
  const closes =
    before !== undefined &&
    at > from &&
    (before.text === ',' || QUOTES.has(before.text) || /^[?!’']$/u.test(before.text))
  const next = tokens[at + 1]
  if (!closes || next?.kind !== 'word' || at + 1 >= to) return undefined
  if (!next.capital && !has(next, DETERMINER) && !PERSONAL.test(next.lower)) return undefined
  if (DEMONSTRATIVES.test(next.lower)) return undefined
  // "X, a nurse, said Tuesday that": the speaker stands before; a comma and a name before it say so.
  if (
    before?.text === ',' &&
    !QUOTES.has(tokens[at - 2]?.text ?? '') &&
    (DAY.test(next.lower) || has(next, MONTH))
  )
    return undefined
  const end = phraseEnd(tokens, at + 1, to)
  return end > at + 1 ? { from: at + 1, to: apposition(tokens, end, to) } : undefined
}

/** ", spokesman for the ministry": who someone is belongs to the speaker. */
function apposition(tokens: readonly Token[], end: number, to: number): number {
  if (tokens[end]?.text !== ',') return end
  const next = tokens[end + 1]
  if (next?.kind !== 'word' || has(next, PREPOSITION | CONJUNCTION | AUXILIARY | PRONOUN | ADVERB))
    return end
  if (VERB_ENDINGS.test(next.lower)) return end
  if (!has(next, DETERMINER) && !next.capital && !TITLES.test(next.lower)) return end
  const stop = phraseEnd(tokens, end + 1, to)
  const after = tokens[stop]
  return after === undefined || after.text === '.' || after.text === ',' || stop >= to ? stop : end
}

const TITLES = ending(phrases('speaking', 'titles'))

const RELATIVE = exactly(phrases('speaking', 'relative'))

/** The comma before a relative clause that ends right before a verb. */
function relativeBefore(tokens: readonly Token[], verb: number, from: number): number | undefined {
  if (tokens[verb - 1]?.text !== ',') return undefined
  for (let at = verb - 2; at > from && verb - at <= LONGEST; at--)
    if (tokens[at]?.text === ',') return RELATIVE.test(tokens[at + 1]?.lower ?? '') ? at : undefined
  return undefined
}

/** The phrase that ends before a verb: who it is said of. */
export function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  from: number,
): TokenRange | undefined {
  // "The bureau, which advises drivers, said": whoever the clause is about speaks, not the clause.
  const clause = relativeBefore(tokens, verb, from)
  if (clause !== undefined) return subjectBefore(tokens, clause, from)
  let end = verb
  let start = verb
  let commas = 0
  for (let at = verb - 1; at >= from && verb - at <= LONGEST; at--) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'mark') {
      if (token.text === ',') {
        if (at === verb - 1 && commas === 0) {
          // "Name, title, said": back to before the apposition.
          commas = 1
          end = at
          start = at
          continue
        }
        if (commas === 1 && start < end) {
          commas = 2
          continue
        }
        break
      }
      if (QUOTES.has(token.text) || /^[;:(—–―!?]$/u.test(token.text)) break
      if (token.text === ')') {
        const close = at
        while (at > from && close - at < LONGEST && tokens[at]?.text !== '(') at--
        start = at
        continue
      }
      if (
        token.text === '.' &&
        tokens[at + 1]?.spaced === true &&
        tokens[at - 1]?.text.length !== 1 &&
        (tokens[at - 1]?.text.length ?? 0) > 4
      )
        break
      start = at
      continue
    }
    if (CLAUSE_LINKS.test(token.lower)) {
      if (!AND.test(token.lower)) break
      if (has(tokens[at + 1], DETERMINER | PRONOUN) || at === verb - 1) break
      if (commas === 0 && has(tokens[at - 1], AUXILIARY)) break
    }
    if (has(token, AUXILIARY) && !token.capital) break
    start = at
    if (commas === 2 && verb - at > 16) break
  }
  while (
    start < end &&
    (has(tokens[start], CONJUNCTION | ADVERB) || tokens[start]?.kind === 'mark')
  )
    start++
  // "In a statement, the ministry said" was cut at the comma; "On Monday the ministry" begins with a preposition.
  if (has(tokens[start], PREPOSITION) && tokens[start]?.lower !== 'both') {
    const cut = afterTime(tokens, start, end)
    if (cut === undefined) return undefined
    start = cut
  }
  // "The Times on Saturday", "the court this month": when, not who.
  for (let at = start + 1; at < end; at++) {
    const time =
      DAY.test(tokens[at]?.lower ?? '') ||
      (WHICH_TIME.test(tokens[at]?.lower ?? '') && TIMES.test(tokens[at + 1]?.lower ?? ''))
    if (!time) continue
    const on = has(tokens[at - 1], PREPOSITION) ? at - 1 : at
    if (on > start) end = on
    break
  }
  // "AP, citing UN officials, said": the speaker is AP.
  for (let at = start + 1; at < end; at++)
    if (tokens[at]?.text === ',' && SOURCE_WORDS.test(tokens[at + 1]?.lower ?? '')) {
      end = at
      break
    }
  if (start >= end) return undefined
  const only = tokens[start]
  // "health areas having reported at least one confirmed case": what they did is nobody.
  if (HAVING.test(tokens[start - 1]?.lower ?? '')) return undefined
  if (end - start === 1 && only?.kind === 'number') return undefined
  if (end - start === 1 && NOBODY.test(only?.lower ?? '') && only?.lower !== 'it') return undefined
  return { from: start, to: end }
}

/** "On Monday the ministry", "In 2020 the group": where the phrase after the time begins. */
function afterTime(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at]
    if (token === undefined) return undefined
    if (
      has(token, DETERMINER) &&
      at > from + 1 &&
      (DAY.test(tokens[at - 1]?.lower ?? '') || tokens[at - 1]?.kind === 'number')
    )
      return at
  }
  return undefined
}
