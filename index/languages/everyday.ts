/**
 * Everyday words that news and reports use for one another, and words that say so little that a sentence
 * need not have them. Only for comparing statements: a search keeps to the words asked.
 */
import { fold, stem } from '../analyzer.ts'
import { type Language, perLanguage } from './packs.ts'

const groups = perLanguage(({ everyday }, language) => groupsOf(everyday?.alike ?? '', language))
const little = perLanguage(
  ({ everyday }, language) =>
    new Set(everyday?.little.split(' ').map((word) => stem(fold(word), language))),
)

/** Term → the terms of all groups it is in. */
function groupsOf(alike: string, language: Language): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const group of alike.split(/[|\n]/u)) {
    const terms = group
      .trim()
      .split(/\s+/u)
      .filter(Boolean)
      .map((word) => stem(fold(word), language))
    for (const term of terms) found.set(term, new Set([...(found.get(term) ?? []), ...terms]))
  }
  return found
}

const NONE: ReadonlySet<string> = new Set()

/** The terms that may stand where a term stands. */
export const alikeInUse = (term: string, language: Language): ReadonlySet<string> =>
  groups[language].get(term) ?? NONE

/** Whether a term says so little that nothing is missing where it is. */
export const saysLittle = (term: string, language: Language): boolean => little[language].has(term)
