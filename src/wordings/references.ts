/** What stands beside a source in the bot's own words, by language. */
import type { Language } from '../../index/languages/packs.ts'

interface Wordings {
  readonly undated: string
  readonly digestOf: (title: string) => string
  readonly digest: (title: string) => string
  readonly revised: (date: string) => string
  readonly page: (label: string, several: boolean) => string
  readonly also: string
  readonly more: (count: number) => string
  /** Behind the sign of what is inferred. */
  readonly inferred: string
  readonly andOthers: string
}

export const REFERENCE_WORDS: Readonly<Record<Language, Wordings>> = {
  en: {
    undated: 'undated',
    digestOf: (title) => `Digest of “${title}”`,
    digest: (title) => `Digest: ${title}`,
    revised: (date) => `new version read ${date}`,
    page: (label, several) => `${several ? 'pp.' : 'p.'} ${label}`,
    also: 'also in',
    more: (count) => `${count} more`,
    inferred: 'inferred, not stated',
    andOthers: 'and others',
  },
  fr: {
    undated: 'sans date',
    digestOf: (title) => `Résumé de « ${title} »`,
    digest: (title) => `Résumé : ${title}`,
    revised: (date) => `nouvelle version lue le ${date}`,
    page: (label) => `p. ${label}`,
    also: 'aussi dans',
    more: (count) => `${count} autres`,
    inferred: 'déduit, non indiqué',
    andOthers: 'et autres',
  },
}

/** Behind whatever a document does not state itself. */
export const INFERRED = '°'
