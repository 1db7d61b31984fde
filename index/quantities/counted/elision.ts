/**
 * What a number counts when the text does not repeat it: in lists ("203 dead and 51 arrested"), in
 * brackets ("households (55%)"), after "of which", or named before the number.
 */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Language } from '../../document.ts'
import { isPopulation } from '../../languages/populations.ts'
import { AUXILIARY, DETERMINER, VERB } from '../numbers/lexicon.ts'
import { groupBefore, namedBefore } from './named-before.ts'
import { phraseBefore } from './noun-phrase-before.ts'
import type { Phrase } from './noun-phrase.ts'
import type { Unit } from '../quantity.ts'
import { rateBefore, rateOfBracket } from '../units/rates.ts'
import type { Found } from '../numbers/read-one.ts'
import { NUMBERS, changeBefore, sentenceSubject, subjectOf } from './subject.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isParticiple, isPlural } from '../numbers/word-shapes.ts'

const WORTH_OF = exactly(phrases('counting', 'worthOf'))

/** A number that was read before, with what it counts. */
export interface Known {
  readonly found: Found
  readonly unit: Unit
  readonly phrase: Phrase | undefined
  /** The text names it right there, not elsewhere. */
  readonly own: boolean
}

/** The longest way back to what is counted, in tokens. */
const FAR = 60

export function countedElsewhere(
  tokens: readonly Token[],
  found: Found,
  unit: Unit,
  before: readonly Known[],
  language: Language,
): Phrase | undefined {
  if (unit.kind === 'duration' || unit.kind === 'age') return undefined
  const share = unit.kind === 'percent' || unit.kind === 'ratio'
  const change = changeBefore(tokens, found.from)
  if (change !== undefined) {
    const from = tokens[found.from - 1]?.lower
    const last = before.at(-1)
    // "rose from 31 to 320": both are of the same thing.
    if ((from === 'to' || from === 'à') && last?.phrase !== undefined && last.found.from > change)
      return last.phrase
    if (tokens[change - 1]?.text === '(') return rateOfBracket(tokens, change, language)
    return sound(tokens, subjectOf(tokens, change, language))
  }
  if (share && isChange(tokens, found.to)) return undefined
  const rate = rateBefore(tokens, found.from, language)
  if (rate !== undefined) return rate
  if (unit.kind === 'currency') return priced(tokens, found.from, language)
  if (unit.kind !== 'count' && !share) return undefined
  const named = share
    ? groupBefore(tokens, found.from, language)
    : namedBefore(tokens, found.from, language)
  if (named !== undefined) return named
  const open = bracket(tokens, found.from)
  if (open !== undefined && (share || nearest(tokens, found, before) === undefined)) {
    // "households (55%)": the phrase before the bracket, when it is of those that are counted.
    const phrase = phraseBefore(tokens, open, language)
    const head = phrase === undefined ? undefined : tokens[phrase.head]
    if (phrase !== undefined && isPopulation(head?.lower ?? '') && isPlural(head))
      return trimmed(tokens, phrase)
  }
  const near = nearest(tokens, found, before)
  if (near !== undefined) return near
  // "cases were reported from Gao (12), Mopti (3)"
  if (open !== undefined && tokens[open - 1]?.capital === true)
    return sentenceSubject(tokens, found.from, language)
  return share ? sentenceSubject(tokens, found.from, language) : undefined
}

/** A participle or a verb alone is nothing that could be counted. */
function sound(tokens: readonly Token[], phrase: Phrase | undefined): Phrase | undefined {
  const head = phrase === undefined ? undefined : tokens[phrase.head]
  if (phrase === undefined || isParticiple(head) || (has(head, VERB) && !isPlural(head)))
    return undefined
  return (tokens[phrase.from]?.lower.endsWith('ing') ?? false) && phrase.to - phrase.from === 1
    ? undefined
    : phrase
}

/** "a 5% increase": the share is how much something changed. */
function isChange(tokens: readonly Token[], at: number): boolean {
  for (let next = at; next < at + 4; next++) {
    const token = tokens[next]
    if (CHANGE.test(token?.lower ?? '')) return true
    // "84% reported a reduction" is no reduction of 84%.
    if (token?.kind === 'mark' ? token.text !== '-' : has(token, DETERMINER | AUXILIARY))
      return false
  }
  return false
}

const CHANGE = exactly(phrases('counting', 'change'))

/** "equipment of $14M or more": what costs so much stands before "of" or "worth". */
function priced(tokens: readonly Token[], at: number, language: Language): Phrase | undefined {
  if (!WORTH_OF.test(tokens[at - 1]?.lower ?? '')) return undefined
  let end = at - 1
  if (tokens[end - 1]?.text === ')' && tokens[end - 3]?.text === '(') end -= 3
  const phrase = phraseBefore(tokens, end, language)
  if (phrase === undefined || NUMBERS.test(tokens[phrase.head]?.lower ?? '')) return undefined
  return phrase
}

/** The bracket that a number stands right behind. */
function bracket(tokens: readonly Token[], at: number): number | undefined {
  for (let back = at - 1; back >= 0 && at - back < 5; back--) {
    const token = tokens[back]
    if (token?.text === '(' || token?.text === '[') return back
    if (token?.kind !== 'word') return undefined
  }
  return undefined
}

function trimmed(tokens: readonly Token[], phrase: Phrase): Phrase {
  let from = phrase.from
  while (from < phrase.head && (isVerb(tokens, from) || has(tokens[from], VERB))) from++
  return { ...phrase, from }
}

const isVerb = (tokens: readonly Token[], at: number): boolean =>
  isParticiple(tokens[at]) && has(tokens[at - 1], AUXILIARY)

const SKIPPED = new Set(['duration', 'age', 'currency', 'measure', 'multiple'])

/** What the number before it counts, when nothing says otherwise. */
export function nearest(
  tokens: readonly Token[],
  found: Found,
  before: readonly Known[],
): Phrase | undefined {
  const these = found.percent === undefined && ofThese(tokens, found.from)
  for (let at = before.length - 1; at >= 0 && before.length - at <= 4; at--) {
    const known = before[at]
    if (known === undefined || found.from - known.found.to > FAR) return undefined
    if (SKIPPED.has(known.unit.kind) || known.phrase === undefined) continue
    // "31 cases, 5 of them deaths, in Gao (26)": a bracket goes on with the whole.
    if (tokens[found.from - 1]?.text === '(' && isNamedPart(tokens, known.found.from)) continue
    // What these are part of is no smaller than they are.
    if (these && !isLarger(known.found, found)) continue
    return shares(tokens, found, known) ? known.phrase : undefined
  }
  return undefined
}

const PART = exactly(phrases('counting', 'part'))

/** Whether "including", "dont" stands right before a number. */
const isNamedPart = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some((back) => PART.test(tokens[at - back]?.lower ?? ''))

const isLarger = (one: Found, other: Found): boolean =>
  one.percent !== undefined || topOf(one) >= topOf(other)

const topOf = ({ amount }: Found): number => (amount.kind === 'range' ? amount.high : amount.value)

const THESE = exactly(phrases('counting', 'these'))

/** Whether "of these", "of which" stands right before a number. */
const ofThese = (tokens: readonly Token[], at: number): boolean => {
  for (let back = at - 1; back >= 0 && at - back <= 5; back--)
    if (THESE.test(tokens[back]?.lower ?? '')) return true
  return false
}

function shares(tokens: readonly Token[], found: Found, known: Known): boolean {
  const sentence = tokens[found.from]?.sentence ?? 0
  const apart = sentence - (tokens[known.found.from]?.sentence ?? 0)
  if (apart === 0) return true
  // "Of these, 324 were …" in the sentence that follows.
  if (apart === 1 && ofThese(tokens, found.from)) return true
  return apart <= 2 && found.percent !== undefined
}
