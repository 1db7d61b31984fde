/** The table of who has wordings. */
import { FIRST, type Language, packOf } from '../../index/languages/packs.ts'
import { ENGLISH } from './en.ts'
import { FRENCH } from './fr.ts'
import type { Wordings } from './wordings.ts'

const TABLE: Readonly<Partial<Record<Language, Wordings>> & Record<typeof FIRST, Wordings>> = {
  en: ENGLISH,
  fr: FRENCH,
}

export const wordingsIn = (language: Language): Wordings => TABLE[language] ?? TABLE[FIRST]

/** "12 November 2025", "12 novembre 2025", in a zone. */
export const dayOf = (at: Date, language: Language, zone = 'UTC'): string =>
  new Intl.DateTimeFormat(packOf(language).locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(at)
