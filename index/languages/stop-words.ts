/** Function words by language: searched for only when a question has nothing else. Folded, lower case. */
import { type Language, perLanguage } from './packs.ts'

const SETS = perLanguage(
  ({ stopWords: words }): ReadonlySet<string> => new Set(words.split(/\s+/u)),
)

export const stopWords = (language: Language): ReadonlySet<string> => SETS[language]
