/** Words of saying that are nouns where they stand: "the report", "the mayor’s claims". */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { ADVERB, AUXILIARY, PRONOUN } from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isAdjective, isParticiple, isPlural } from '../numbers/word-shapes.ts'

/** Also nouns. */
export const NOUNS = exactly(phrases('speaking', 'nouns'))
const NOUNS_OF_SEVERAL = exactly(phrases('speaking', 'nouns').map((words) => `(?:${words})s`))

/** "the Human Rights Watch report", "the mayor's claims", "leaked documents", "the rates are". */
export function isNounHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || before === undefined) return false
  if (POSSESSIVE.test(before.lower) && !CONTRACTED.test(before.lower)) return true
  // "get-out-the-vote".
  if (before.text === '-' && !token.spaced) return true
  // Those who report are several.
  if (NOUNS.test(token.lower))
    return !isPlural(before) && !has(before, PRONOUN | ADVERB | AUXILIARY)
  if (!NOUNS_OF_SEVERAL.test(token.lower)) return false
  return (
    isParticiple(before) ||
    (isAdjective(before) && !before.capital) ||
    has(tokens[at + 1], AUXILIARY)
  )
}

const POSSESSIVE = /.'s?$/u
const CONTRACTED = exactly(phrases('speaking', 'contracted'))
