/** Of whom a share is: "40% of the households", "half the people", "194,000 are women". */
import { exactly } from '../../languages/combined.ts'
import type { Language } from '../../document.ts'
import { isPopulation } from '../../languages/populations.ts'
import { joinedPhrase } from '../numbers/joined.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  VERB,
} from '../numbers/lexicon.ts'
import { readPercent } from '../numbers/percent.ts'
import { type Phrase, afterOf, nounPhrase } from './noun-phrase.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isParticiple, isPlural } from '../numbers/word-shapes.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'

const AMONG_THEM = exactly(phrases('counting', 'amongThem'))
const THE = exactly(phrases('counting', 'the'))
const ESTIMATED = exactly(phrases('counting', 'estimated'))
const ARE = exactly(phrases('counting', 'are'))

const SHARE_OF = wholeIn('counting', 'shareOf')

/** Nouns that are changes, not things: "a 5% increase" measures what increased. */
export const CHANGES = exactly(phrases('counting', 'changes'))

/** The population of a share: "40% of the households", "half the people", "6 percent households". */
export function population(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  let next = at
  const first = tokens[at]
  if (first === undefined) return undefined
  if (first.text === '(') {
    // "three in four (76%) households": a figure in brackets between the two.
    const close = closing(tokens, at)
    if (close === undefined || close - at > 6) return undefined
    next = close + 1
  }
  // "526 (49 per cent) of the cases": the share itself stands in brackets.
  if (first.text === ')' && SHARE_OF[language].test(tokens[at + 1]?.lower ?? '')) next = at + 1
  // "64 per cent24 of the population": the mark of a footnote.
  if (tokens[next]?.kind === 'number' && tokens[next]?.spaced === false) next++
  const word = tokens[next]?.lower ?? ''
  const links = SHARE_OF[language]
  if (links.test(word)) {
    const phrase = afterOf(tokens, afterAll(tokens, next + 1), language)
    return phrase === undefined || PRONOUNS.test(tokens[phrase.head]?.lower ?? '')
      ? undefined
      : joinedPhrase(tokens, phrase, language)
  }
  if (AMONG_THEM.test(word)) {
    const group = afterOf(tokens, next + 1, language)
    return group !== undefined && isPopulation(tokens[group.head]?.lower ?? '') ? group : undefined
  }
  const are = predicate(tokens, next, language)
  if (are !== undefined) return are
  if (next !== at && !links.test(word)) return undefined
  const token = tokens[next]
  if (token === undefined || token.kind !== 'word') return undefined
  if (has(token, DETERMINER)) {
    const phrase = THE.test(token.lower) ? afterOf(tokens, next, language) : undefined
    return phrase !== undefined && isPlural(tokens[phrase.head])
      ? joinedPhrase(tokens, phrase, language)
      : undefined
  }
  if (
    has(token, PREPOSITION | CONJUNCTION | AUXILIARY | PRONOUN | ADVERB | VERB) ||
    (isParticiple(token) && !isPlural(tokens[next + 1]))
  )
    return undefined
  if (CHANGES.test(token.lower)) return undefined
  const phrase = nounPhrase(tokens, next, language)
  if (phrase === undefined || CHANGES.test(tokens[phrase.head]?.lower ?? '')) return undefined
  return isPlural(tokens[phrase.head]) ? joinedPhrase(tokens, phrase, language) : undefined
}

const PRONOUNS = exactly(phrases('counting', 'pronouns'))

/** "of all the", "of an estimated 729", "of the 77 surveyed": what stands between "of" and the phrase. */
export function afterAll(tokens: readonly Token[], at: number): number {
  let next = at
  while (
    next - at < 5 &&
    (has(tokens[next], DETERMINER) || ESTIMATED.test(tokens[next]?.lower ?? ''))
  )
    next++
  if (tokens[next]?.kind === 'number' && tokens[next + 1]?.kind === 'word') next++
  return next
}

/** "of which 194,000 are women": what they are said to be. */
export function predicate(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  if (!ARE.test(tokens[at]?.lower ?? '')) return undefined
  const next = tokens[at + 1]
  if (next?.kind !== 'word' || has(next, DETERMINER | PREPOSITION | ADVERB | AUXILIARY | VERB))
    return undefined
  const phrase = nounPhrase(tokens, at + 1, language)
  return phrase !== undefined && isPopulation(tokens[phrase.head]?.lower ?? '') ? phrase : undefined
}

/** "526 (49 per cent) of the cases": where it goes on after the bracket with the share. */
export function afterShare(tokens: readonly Token[], open: number): number | undefined {
  if (tokens[open + 1]?.kind !== 'number') return undefined
  const close = closing(tokens, open)
  const percent = Array.from({ length: MOST_OF_SHARE }, (_, at) =>
    readPercent(tokens, open + 2 + at),
  )
  return percent.some((one) => one?.to === close) && close !== undefined ? close + 1 : undefined
}

/** So many tokens has the number in such a bracket at most. */
const MOST_OF_SHARE = 3

function closing(tokens: readonly Token[], at: number): number | undefined {
  for (let next = at + 1; next < tokens.length && next - at < 40; next++) {
    if (tokens[next]?.text === ')' || tokens[next]?.text === ']') return next
  }
  return undefined
}
