/** The table of who has wordings. */
import { FIRST, type Language, packOf } from '../../index/languages/packs.ts'
import { ENGLISH } from './en.ts'
import { FRENCH } from './fr.ts'
import type { Wordings } from './wordings.ts'

export type { Language }

const TABLE: Readonly<Partial<Record<Language, Wordings>> & Record<typeof FIRST, Wordings>> = {
  en: ENGLISH,
  fr: FRENCH,
}

export const wordingsIn = (language: Language = FIRST): Wordings => TABLE[language] ?? TABLE[FIRST]

/** "12 November 2025", "12 novembre 2025", in a zone. */
const dayOf = (at: Date, language: Language, zone = 'UTC'): string =>
  new Intl.DateTimeFormat(packOf(language).locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(at)

/** "Monday 24 November 2025, 08:00"; at midnight the day alone, "24 November 2025". */
export function momentOf(at: Date, language: Language, zone = 'UTC'): string {
  const { locale } = packOf(language)
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at)
  const day = dayOf(at, language, zone)
  if (time === '00:00') return day
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: zone }).format(at)
  return `${weekday} ${day}, ${time}`
}
