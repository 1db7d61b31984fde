/**
 * What happened to what is counted: the nearest word of an event in the clause, after the phrase first.
 * A word of another figure says what happened to that one alone.
 */
import type { Language } from '../../document.ts'
import { EVENTS } from '../../languages/events.ts'
import { CONJUNCTION } from '../numbers/lexicon.ts'
import type { Phrase } from './noun-phrase.ts'
import type { OwnWords } from '../own-words.ts'
import type { Event } from '../quantity.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'
import { has } from '../numbers/word-shapes.ts'

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
    return token === undefined || kind === undefined
      ? undefined
      : { start: token.start, end: token.end, kind }
  }
  const sentence = tokens[found.from]?.sentence
  const near = phrase !== undefined && phrase.from >= found.from && phrase.from - found.to < 6
  const end = near ? phrase.to : found.to
  // "51 arrested": right after the number, where a noun would stand.
  if (near) {
    // "58 deaths", "two drone strikes": the noun itself says it.
    const noun = at(phrase.head)
    if (noun !== undefined) return noun
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
  for (let index = found.from - 1; index >= 0 && found.from - index <= BEFORE; index--) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== sentence) break
    if (/^[;:]$/u.test(token.text)) break
    if (isOfOther(index)) continue
    const event = at(index)
    if (event !== undefined) return event
  }
  return undefined
}
