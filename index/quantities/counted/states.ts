/** "51 arrested", "5 injured": a word that says what happened, where the noun is left out. */
import { ending, exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { isPopulation } from '../../languages/populations.ts'
import type { Phrase } from './noun-phrase.ts'
import type { Token } from '../numbers/tokens.ts'
import { isParticiple } from '../numbers/word-shapes.ts'

const NEVER_IN_STATE = exactly(phrases('counting', 'neverInState'))
const NATIONALITY_ENDINGS = ending(phrases('counting', 'nationalityEndings'))

/** Used as nouns: "203 dead", "5,676 injured". */
const NOUNS = exactly(phrases('counting', 'nouns'))

/** Participles of what is done to persons. */
const DONE = exactly(phrases('counting', 'done'))

/** Whether a phrase is nothing but such a word. */
export function isState(tokens: readonly Token[], phrase: Phrase): boolean {
  const head = tokens[phrase.head]
  if (head === undefined || phrase.to - phrase.from !== 1) return false
  return NOUNS.test(head.lower) || isParticiple(head) || DONE.test(head.lower)
}

/** Whether it can stand for those to whom it happened when no noun is near. */
export const isNoun = (tokens: readonly Token[], phrase: Phrase): boolean =>
  NOUNS.test(tokens[phrase.head]?.lower ?? '')

/** Whether a phrase names persons, who alone can be killed or arrested. */
export function isPersons(tokens: readonly Token[], phrase: Phrase): boolean {
  const head = tokens[phrase.head]?.lower ?? ''
  if (NEVER_IN_STATE.test(head)) return false
  return isPopulation(head) || isPopulation(`${head}s`) || NATIONALITY_ENDINGS.test(head)
}
