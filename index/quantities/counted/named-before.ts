/**
 * What is counted where it is named before the number: "the number of people reached stands at 4,500",
 * "of the total cases, 31 are still in hospital".
 */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Language } from '../../document.ts'
import { DETERMINER, NUMBER_WORD } from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isPlural } from '../numbers/word-shapes.ts'
import { joinedPhrase } from '../numbers/joined.ts'
import { type Phrase, afterOf } from './noun-phrase.ts'

const AT = exactly(phrases('counting', 'at'))

/** What a count is called. */
const COUNT = exactly(phrases('counting', 'count'))
/** What stands between a count and how many they are. */
const IS = exactly(phrases('counting', 'is'))
/** "about", "more than", "estimated at": what is said of the number alone. */
const ROUGHLY = exactly(phrases('counting', 'roughly'))
/** So many tokens are between a count and its number at most. */
const FAR = 18
const OF = exactly(phrases('counting', 'of'))
const AMONG = exactly(phrases('counting', 'among'))
const OF_THESE = 8

export function namedBefore(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  return countOf(tokens, at, language) ?? groupBefore(tokens, at, language)
}

function countOf(tokens: readonly Token[], at: number, language: Language): Phrase | undefined {
  let back = at - 1
  while (back > 0 && ROUGHLY.test(tokens[back]?.lower ?? '') && !isVerbOf(tokens, back)) back--
  if (!IS.test(tokens[back]?.lower ?? '')) return undefined
  for (let from = back - 1; from > 0 && at - from <= FAR; from--) {
    const token = tokens[from]
    if (token === undefined || token.sentence !== tokens[at]?.sentence) return undefined
    if (token.kind === 'number' || has(token, NUMBER_WORD) || /^[.;]$/u.test(token.text))
      return undefined
    if (!OF.test(token.lower) || !COUNT.test(tokens[from - 1]?.lower ?? '')) continue
    // "the number of dead" is no plural.
    const state = has(tokens[from + 1], DETERMINER) ? from + 2 : from + 1
    return STATES.test(tokens[state]?.lower ?? '') && IS.test(tokens[state + 1]?.lower ?? '')
      ? { from: state, to: state + 1, head: state }
      : plural(tokens, afterOf(tokens, from + 1, language), language)
  }
  return undefined
}

/** Whether a phrase is that of "the number of cases". */
export const isCountOf = (tokens: readonly Token[], { from }: Phrase): boolean =>
  OF.test(tokens[from - 1]?.lower ?? '') && COUNT.test(tokens[from - 2]?.lower ?? '')

const STATES = exactly(phrases('counting', 'nouns'))

const isVerbOf = (tokens: readonly Token[], at: number): boolean =>
  AT.test(tokens[at]?.lower ?? '') && !ROUGHLY.test(tokens[at - 1]?.lower ?? '')

/** "Of the total cases, 31", "among unemployed women, about 48 percent". */
export function groupBefore(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  let comma = at - 1
  while (comma > 0 && ROUGHLY.test(tokens[comma]?.lower ?? '')) comma--
  if (tokens[comma]?.text !== ',') return undefined
  for (let from = comma - 1; from >= 0 && at - from <= OF_THESE; from--) {
    const token = tokens[from]
    if (token === undefined || token.sentence !== tokens[at]?.sentence) return undefined
    if (token.kind === 'number') return undefined
    if (token.kind === 'mark' && token.text !== '-') return undefined
    const among = AMONG.test(token.lower)
    if (!OF.test(token.lower) && !among) continue
    const before = tokens[from - 1]
    const begins = before?.sentence !== token.sentence || before.kind === 'mark'
    if (!begins || !(among || has(tokens[from + 1], DETERMINER))) return undefined
    return plural(tokens, afterOf(tokens, from + 1, language), language)
  }
  return undefined
}

const plural = (
  tokens: readonly Token[],
  phrase: Phrase | undefined,
  language: Language,
): Phrase | undefined =>
  phrase !== undefined && isPlural(tokens[phrase.head])
    ? joinedPhrase(tokens, phrase, language)
    : undefined
