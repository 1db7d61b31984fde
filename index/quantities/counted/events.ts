/**
 * What happened to what is counted: the nearest word of an event in the clause, after the phrase first.
 * A word of another figure says what happened to that one alone.
 */
import type { Language } from '../../document.ts'
import { within } from '../../languages/combined.ts'
import { EVENTS } from '../../languages/events.ts'
import { phrases } from '../../languages/phrases.ts'
import { AUXILIARY, CONJUNCTION, NUMBER_WORD, PRONOUN, VERB } from '../numbers/lexicon.ts'
import type { Phrase } from './noun-phrase.ts'
import { afterShare } from './population.ts'
import type { OwnWords } from '../own-words.ts'
import type { Event } from '../quantity.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isParticiple } from '../numbers/word-shapes.ts'

const AFTER = 9
const BEFORE = 9

export function eventOf(
  tokens: readonly Token[],
  found: Found,
  phrase: Phrase | undefined,
  { isNumberOfOther, isOfOther }: OwnWords,
  language: Language,
): Event | undefined {
  const events = EVENTS[language]
  const at = (index: number): Event | undefined => {
    const token = tokens[index]
    const kind = token?.kind === 'word' ? events.get(token.lower) : undefined
    return token === undefined || kind === undefined || isUnhappened(tokens, index)
      ? undefined
      : { start: token.start, end: token.end, kind }
  }
  const sentence = tokens[found.from]?.sentence
  const start = afterShare(tokens, found.to) ?? found.to
  const near = phrase !== undefined && phrase.from >= found.from && phrase.from - start < 6
  const end = near ? phrase.to : found.to
  // "51 arrested": right after the number, where a noun would stand.
  if (near) {
    // "58 deaths", "two drone strikes": the noun itself says it.
    const noun = at(phrase.head)
    if (noun !== undefined) return noun
  }
  // "28 of the 36 people displaced have returned": what happened to the part comes after a verb of its own.
  if (near && tokens.slice(found.to, phrase.from).some(({ kind }) => kind === 'number')) {
    const own = afterAuxiliary(tokens, end, at)
    if (own !== undefined) return own
  }
  const next = at(found.to)
  if (next !== undefined && (!near || phrase.to === found.to + 1)) return next
  for (let index = end; index < end + AFTER; index++) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== sentence || token.kind === 'number') break
    if (isNumberOfOther(index)) break
    if (/^[;:()]$/u.test(token.text)) break
    if (has(token, CONJUNCTION) && index > end + 1) break
    const event = at(index)
    if (event !== undefined) return event
  }
  // What a phrase says that stands elsewhere comes before what another figure's words do.
  if (phrase !== undefined) {
    for (let index = phrase.to - 1; index >= phrase.from; index--) {
      const event = at(index)
      if (event !== undefined) return event
    }
  }
  let crossed = false
  for (let index = found.from - 1; index >= 0 && found.from - index <= BEFORE; index--) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== sentence) break
    if (/^[;:]$/u.test(token.text)) break
    crossed ||= token.text === ',' || has(token, CONJUNCTION)
    if (isOfOther(index)) continue
    const event = at(index)
    if (event === undefined) continue
    return crossed && hasVerbOfItsOwn(tokens, end, isAfterNumber(tokens, index)) ? undefined : event
  }
  return undefined
}

/** Words between a number and its verb. */
const TO_VERB = 6

/** "two died, and three others may have escaped": what happened before happened to the two alone. */
function hasVerbOfItsOwn(tokens: readonly Token[], end: number, orPast: boolean): boolean {
  const sentence = tokens[end - 1]?.sentence
  for (let index = end; index < end + TO_VERB; index++) {
    const token = tokens[index]
    if (token?.kind !== 'word' || token.sentence !== sentence) return false
    if (has(token, CONJUNCTION) || (has(token, PRONOUN) && !OTHERS.test(token.lower))) return false
    if (has(token, AUXILIARY)) return true
    if (orPast && (has(token, VERB) || isParticiple(token))) return true
  }
  return false
}

/** "two gunmen died": what happened stands behind those whom it happened to. */
function isAfterNumber(tokens: readonly Token[], event: number): boolean {
  const sentence = tokens[event]?.sentence
  for (let index = event - 1; index >= 0 && event - index <= BEFORE; index--) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== sentence || token.text === ',') return false
    if (token.kind === 'number' || has(token, NUMBER_WORD)) return true
  }
  return false
}

function afterAuxiliary(
  tokens: readonly Token[],
  from: number,
  at: (index: number) => Event | undefined,
): Event | undefined {
  const sentence = tokens[from - 1]?.sentence
  for (let index = from; index < from + AFTER; index++) {
    const token = tokens[index]
    if (token?.kind !== 'word' || token.sentence !== sentence || has(token, CONJUNCTION)) break
    const event = has(token, AUXILIARY) ? at(index + 1) : undefined
    if (event !== undefined) return event
  }
  return undefined
}

const wholly = (
  name: 'skipped' | 'unhappenedAfter' | 'unhappenedBefore' | 'sentencing' | 'sentencedTo',
) => within(phrases('counting', name), (words) => `^(?:${words})$`)
const OTHERS = wholly('skipped')
const AFTER_UNHAPPENED = wholly('unhappenedAfter')
const BEFORE_UNHAPPENED = wholly('unhappenedBefore')
const SENTENCING = wholly('sentencing')
const TO = wholly('sentencedTo')
/** Words between a sentence and what it is. */
const SENTENCED = 12

const SUPPLIED_FOR = within(
  phrases('counting', 'suppliedFor'),
  (words) => String.raw`(?<!\p{L})(?:${words})(?!\p{L})[^.;:]{0,160}$`,
  'u',
)
/** So many words are looked back. */
const SUPPLIED = 40

/** "Kits covering 40 cases of rape": nobody says that there were any. */
function isSuppliedFor(tokens: readonly Token[], index: number): boolean {
  const sentence = tokens[index]?.sentence
  const before = tokens
    .slice(Math.max(0, index - SUPPLIED), index)
    .filter((token) => token.sentence === sentence)
  return SUPPLIED_FOR.test(before.map(({ lower }) => lower).join(' '))
}

/** "Three people were sentenced to death", "12 death threats": nobody has died. */
function isUnhappened(tokens: readonly Token[], index: number): boolean {
  const word = (at: number): string => tokens[at]?.lower ?? ''
  const [far, near] = [`${word(index - 3)} ${word(index - 2)} ${word(index - 1)}`, word(index - 1)]
  return (
    isSuppliedFor(tokens, index) ||
    BEFORE_UNHAPPENED.test(word(index + 1)) ||
    AFTER_UNHAPPENED.test(`${word(index - 2)} ${near}`) ||
    AFTER_UNHAPPENED.test(far) ||
    (TO.test(near) &&
      tokens
        .slice(Math.max(0, index - SENTENCED), index)
        .some(({ lower }) => SENTENCING.test(lower)))
  )
}
