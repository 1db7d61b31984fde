/**
 * What is counted where it is named before the number: "the number of people reached stands at 4,500",
 * "of the total cases, 31 are still in hospital".
 */
import type { Language } from '../../document.ts'
import { DETERMINER, NUMBER_WORD } from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isPlural } from '../numbers/word-shapes.ts'
import { joinedPhrase } from '../numbers/joined.ts'
import { type Phrase, afterOf } from './noun-phrase.ts'

/** What a count is called. */
const COUNT =
  /^(?:number|numbers|total|totals|toll|tally|count|nombre|bilan|effectif|total|chiffre)$/u
/** What stands between a count and how many they are. */
const IS =
  /^(?:is|are|was|were|be|been|being|at|to|reached|reaching|totall?ed|totall?ing|hit|stands|stood|exceeds|exceeded|est|sont|était|étaient|atteint|atteignait|à|de|s'élève|s'élevait|:)$/u
/** "about", "more than", "estimated at": what is said of the number alone. */
const ROUGHLY =
  /^(?:about|around|over|nearly|almost|some|only|now|approximately|roughly|more|less|than|at|least|most|currently|estimated|already|environ|près|plus|moins|de|quelque|désormais|maintenant)$/u
/** So many tokens are between a count and its number at most. */
const FAR = 18
const OF = /^(?:of|de|du|des|d')$/u
const AMONG = /^(?:among|amongst|parmi|chez)$/u
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
    return plural(tokens, afterOf(tokens, from + 1, language), language)
  }
  return undefined
}

const isVerbOf = (tokens: readonly Token[], at: number): boolean =>
  /^(?:at|de)$/u.test(tokens[at]?.lower ?? '') && !ROUGHLY.test(tokens[at - 1]?.lower ?? '')

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
