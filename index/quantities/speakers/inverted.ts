/** Who speaks behind a verb of saying. */
import { exactly } from '../../languages/combined.ts'
import { SPEECH } from '../../languages/cues.ts'
import { phrases } from '../../languages/phrases.ts'
import { AUXILIARY, DETERMINER, MONTH, PRONOUN, VERB } from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isParticiple } from '../numbers/word-shapes.ts'
import { apposition, isDay, phraseEnd, QUOTES } from './named.ts'
import { opensQuotation } from './quotations.ts'
import type { TokenRange } from './token-range.ts'

const PERSONAL = exactly(phrases('speaking', 'personal'))
const DEMONSTRATIVES = exactly(phrases('speaking', 'demonstratives'))

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
    (isDay(next) || has(next, MONTH))
  )
    return undefined
  const end = phraseEnd(tokens, at + 1, to)
  if (end <= at + 1) return undefined
  // "X, a nurse, said the ward had been closed": what follows is what is said, and X says it.
  if (
    before?.text === ',' &&
    !QUOTES.has(tokens[at - 2]?.text ?? '') &&
    (goesOn(tokens, end, to) || hasVerb(tokens, at + 2, end))
  )
    return undefined
  return { from: at + 1, to: apposition(tokens, end, to) }
}

/** A verb or a quotation follows the phrase: it is no speaker, but part of what is said. */
const goesOn = (tokens: readonly Token[], end: number, to: number): boolean =>
  end < to && (has(tokens[end], AUXILIARY | PRONOUN) || opensQuotation(tokens, end))

/** "the union expected losses": a phrase with a past form in its middle. */
function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      has(tokens[at], VERB) ||
      (isParticiple(tokens[at]) && at + 1 < to && !has(tokens[at - 1], DETERMINER))
    )
      return true
  return false
}
