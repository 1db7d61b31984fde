/** The one table of which languages there are. Nothing else names one. */
import { ENGLISH } from './en/english.ts'
import { FRENCH } from './fr/french.ts'
import type { LanguagePack } from './pack.ts'

const TABLE = { en: ENGLISH, fr: FRENCH } as const satisfies Readonly<Record<string, LanguagePack>>

/** ISO 639-1. */
export type Language = keyof typeof TABLE

export const PACKS: Readonly<Record<Language, LanguagePack>> = TABLE

export const isLanguage = (code: string): code is Language => Object.hasOwn(PACKS, code)

export const LANGUAGES: readonly Language[] = Object.keys(PACKS).filter((code) => isLanguage(code))

/** What a text is read with that is in none of them, and a reader is spoken to in. */
export const FIRST = 'en' satisfies Language

/** The first of the table that documents are in. */
export const mainLanguage = (languages: ReadonlySet<Language>): Language =>
  LANGUAGES.find((language) => languages.has(language)) ?? FIRST

export const packOf = (language: Language): LanguagePack => PACKS[language]

/** What is made once of each pack. */
export function perLanguage<T>(
  make: (pack: LanguagePack, language: Language) => T,
): Readonly<Record<Language, T>> {
  const found = LANGUAGES.map((language): [Language, T] => [
    language,
    make(PACKS[language], language),
  ])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has an entry for each of them
  return Object.fromEntries(found) as Record<Language, T>
}

/** Whether 3/4 is the fourth of March in what is written in a language, of those with a pack or not. */
export const isMonthFirst = (written: string): boolean =>
  isLanguage(written) && PACKS[written].grammar.monthFirst
