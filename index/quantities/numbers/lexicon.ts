/** The classes of words that the rules of this folder tell apart, by language. */
import type { Language } from '../../document.ts'
import { WordMap } from '../../word-map.ts'
import type { NumberWords, WordClasses } from '../../languages/pack.ts'
import { perLanguage } from '../../languages/packs.ts'

/** Bits of `Token.classes`. A word can be in several classes. */
export const PREPOSITION = 1
export const DETERMINER = 2
export const PRONOUN = 4
export const CONJUNCTION = 8
/** Forms of be, have, do and the modal verbs. */
export const AUXILIARY = 16
/** Verb forms that do not look like one: "live", "fled", "said". */
export const VERB = 32
export const ADVERB = 64
export const MONTH = 128
/** Nouns that are numbered, not counted: "Section 7008", "Phase 3". */
export const NUMBERED = 256
/** Plural or collective without an s. */
export const PLURAL = 512
/** Words that look like a verb or plural and are none: "crisis", "red". */
export const PLAIN = 1024

/** Begins or goes on a number in words. */
export const NUMBER_WORD = 2048

const BITS = {
  prepositions: PREPOSITION,
  determiners: DETERMINER,
  pronouns: PRONOUN,
  conjunctions: CONJUNCTION,
  auxiliaries: AUXILIARY,
  verbs: VERB,
  adverbs: ADVERB,
  months: MONTH,
  numbered: NUMBERED,
  plurals: PLURAL,
  plain: PLAIN,
} as const satisfies Readonly<Record<keyof WordClasses, number>>

const LEXICONS = perLanguage(({ words, numbers }) => new WordMap(classes(words, numbers)))

/** The classes of words in lower case, as bits. */
export const lexicon = (language: Language): WordMap<number> => LEXICONS[language]

function classes(words: WordClasses, numbers: NumberWords): Map<string, number> {
  const found = new Map<string, number>()
  for (const [name, bit] of Object.entries(BITS))
    for (const [group, list] of Object.entries(words))
      if (group === name)
        for (const word of list.split(/\s+/u))
          if (word !== '') found.set(word, (found.get(word) ?? 0) | bit)
  for (const table of [numbers.small, numbers.multipliers, numbers.vague, numbers.fractions])
    for (const word of table.keys()) found.set(word, (found.get(word) ?? 0) | NUMBER_WORD)
  return found
}
