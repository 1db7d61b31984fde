/** Who a verb is said of: the phrase before it, without when they said it. */
import { exactly } from '../../languages/combined.ts'
import { CUES } from '../../languages/cues.ts'
import type { Language } from '../../document.ts'
import { phrases } from '../../languages/phrases.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  VERB,
} from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isAdjective, isGerund, isParticiple } from '../numbers/word-shapes.ts'
import { isDay, LONGEST, markAfter, QUOTES, RELATIVE, TITLES } from './named.ts'
import { NOUNS } from './nouns.ts'
import type { TokenRange } from './token-range.ts'

const PERSONAL = exactly(phrases('speaking', 'personal'))
const FIRST = exactly(phrases('speaking', 'first'))
const CLAUSE_LINKS = exactly(phrases('speaking', 'clauseLinks'))
const AND = exactly(phrases('speaking', 'and'))
const WHICH_TIME = exactly(phrases('speaking', 'whichTime'))
const TIMES = exactly(phrases('speaking', 'times'))
const SOURCE_WORDS = exactly(phrases('speaking', 'sourceWords'))
const HAVING = exactly(phrases('speaking', 'having'))
const NOBODY = exactly(phrases('speaking', 'nobody'))

/** A comma to the left of a verb, and what stands between it and the comma right before the verb. */
interface Inserted {
  readonly comma: number
  /** A clause, and not who somebody is. */
  readonly clause: boolean
}

/** "X, a nurse who is from Gao, said", "X, which advises drivers, said". */
function insertedBefore(
  tokens: readonly Token[],
  verb: number,
  from: number,
): Inserted | undefined {
  if (tokens[verb - 1]?.text !== ',') return undefined
  for (let at = verb - 2; at > from && verb - at <= LONGEST; at--) {
    if (tokens[at]?.text !== ',') continue
    const next = tokens[at + 1]
    if (RELATIVE.test(next?.lower ?? '')) return { comma: at, clause: true }
    const isPhrase = has(next, DETERMINER) || TITLES.test(next?.lower ?? '')
    return isPhrase ? { comma: at, clause: false } : undefined
  }
  return undefined
}

/** "Ada Oake, the minister of trade, a member of the council, said": all of it is of one person. */
function nameBefore(tokens: readonly Token[], subject: TokenRange, from: number): number {
  const comma = subject.from - 1
  const isRole =
    tokens[comma]?.text === ',' && comma - 1 > from && has(tokens[subject.from], DETERMINER)
  if (!isRole || tokens[comma - 1]?.capital !== true) return subject.from
  return subjectBefore(tokens, comma, from)?.from ?? subject.from
}

/** The phrase that ends before a verb: who it is said of. */
export function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  from: number,
): TokenRange | undefined {
  // "The bureau, which advises drivers, said": whoever the clause is about speaks, not the clause.
  const inserted = insertedBefore(tokens, verb, from)
  if (inserted !== undefined) {
    const subject = subjectBefore(tokens, inserted.comma, from)
    if (inserted.clause || subject === undefined) return subject
    return { from: nameBefore(tokens, subject, from), to: verb - 1 }
  }
  // "… and said he thought": a pronoun is all of its phrase.
  const last = tokens[verb - 1]
  if (verb > from && last !== undefined && (PERSONAL.test(last.lower) || FIRST.test(last.lower)))
    return { from: verb - 1, to: verb }
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
    if (has(token, AUXILIARY) && !token.capital) {
      // "has embraced the plan, promising": what they did is nobody.
      if (isParticiple(tokens[at + 1])) return undefined
      break
    }
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
      isDay(tokens[at]) ||
      (WHICH_TIME.test(tokens[at]?.lower ?? '') && TIMES.test(tokens[at + 1]?.lower ?? ''))
    if (!time) continue
    const on = has(tokens[at - 1], PREPOSITION) ? at - 1 : at
    if (on > start) end = on
    break
  }
  // "AP, citing UN officials, said": the speaker is AP.
  for (let at = start + 1; at < end; at++)
    if (
      tokens[at]?.text === ',' &&
      (SOURCE_WORDS.test(tokens[at + 1]?.lower ?? '') || has(tokens[at + 1], PREPOSITION))
    ) {
      end = at
      break
    }
  while (end > start + 1 && has(tokens[end - 1], ADVERB)) end--
  if (start >= end) return undefined
  // ", fueling worries from A to B that": what goes on is nobody.
  if (isGerund(tokens[start]) && start > from && !has(tokens[start - 1], DETERMINER))
    return undefined
  // "able to", "compared to 11 % of": no phrase that names anybody.
  if (has(tokens[end - 1], PREPOSITION | DETERMINER)) return undefined
  if (has(tokens[start], VERB)) return undefined
  if (
    (isAdjective(tokens[start]) || isParticiple(tokens[start])) &&
    has(tokens[start + 1], PREPOSITION)
  )
    return undefined
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
      (isDay(tokens[at - 1]) || tokens[at - 1]?.kind === 'number')
    )
      return at
  }
  return undefined
}

/** In tokens, from the beginning of a sentence. */
const FARTHEST = 64

/** "The ministry rejected the plan, claiming that": whoever the verb before is said of. */
export function mainSubject(
  tokens: readonly Token[],
  cue: number,
  from: number,
  language: Language,
  inside: Uint8Array,
): TokenRange | undefined {
  // What stands too far before has another subject.
  if (cue - from > FARTHEST) return undefined
  let start = from
  for (let at = from; at < cue; at++)
    if (inside[at] === 1 || QUOTES.has(tokens[at]?.text ?? '')) start = at + 1
  // "In a letter to the mayor, the ministry …".
  if (has(tokens[start], PREPOSITION | CONJUNCTION)) {
    const comma = markAfter(tokens, ',', start, cue)
    if (comma === undefined) return undefined
    start = comma + 1
  }
  for (let at = start + 1; at < cue; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') continue
    const isVerb =
      has(token, AUXILIARY | VERB) ||
      (CUES[language].has(token.lower) && !token.capital && !NOUNS.test(token.lower)) ||
      isPast(tokens, at)
    if (isVerb) return subjectBefore(tokens, at, start)
  }
  return undefined
}

/** "rejected the plan": a past form with what it is done to. */
const isPast = (tokens: readonly Token[], at: number): boolean =>
  isParticiple(tokens[at]) && has(tokens[at + 1], DETERMINER | PRONOUN | PREPOSITION)
