/** What a summary says in its own words: labels and dates, in the reader's language. */
import { type Language, packOf } from '../../index/languages/packs.ts'

/** "12 November 2025", "12 novembre 2025", in a zone. */
export const dayOf = (at: Date, language: Language, zone = 'UTC'): string =>
  new Intl.DateTimeFormat(packOf(language).locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(at)

interface Wordings {
  /** What a post that nobody has asked for at that hour is called. */
  readonly watch: (topics: readonly string[]) => string
  readonly title: (since: string | undefined, topic: string | undefined) => string
  readonly nothing: (since: string | undefined, topic: string | undefined) => string
  readonly unknownPublisher: string
  /** Above the quotes behind the first ones. */
  readonly further: string
  readonly more: (count: number) => string
  readonly newest: (count: number) => string
}

export const WORDINGS: Readonly<Record<Language, Wordings>> = {
  en: {
    watch: (topics) => `New on ${topics.join(', ')}`,
    title: (since, topic) =>
      since === undefined ? `Briefing: ${topic}` : `New since ${since}${after(': ', topic)}`,
    nothing: (since, topic) =>
      since === undefined
        ? `No document has anything on “${topic}”.`
        : `Nothing new since ${since}${topic === undefined ? '' : ` on “${topic}”`}.`,
    unknownPublisher: 'Publisher not stated',
    further: 'In their words',
    more: (count) =>
      `${count} more ${count === 1 ? 'document is' : 'documents are'} new; see them all: sources`,
    newest: (count) => `The quotes are from the newest ${count}.`,
  },
  fr: {
    watch: (topics) => `Du nouveau : ${topics.join(', ')}`,
    title: (since, topic) =>
      since === undefined
        ? `Synthèse : ${topic}`
        : `Nouveau depuis le ${since}${after(' : ', topic)}`,
    nothing: (since, topic) =>
      since === undefined
        ? `Aucun document ne parle de « ${topic} ».`
        : `Rien de nouveau depuis le ${since}${topic === undefined ? '' : ` sur « ${topic} »`}.`,
    unknownPublisher: 'Éditeur non précisé',
    further: 'Dans leurs mots',
    more: (count) =>
      `${count} ${count === 1 ? 'autre document est nouveau' : 'autres documents sont nouveaux'} ; pour les voir : sources`,
    newest: (count) => `Les citations viennent des ${count} plus récents.`,
  },
}

const after = (sign: string, topic: string | undefined): string =>
  topic === undefined ? '' : `${sign}${topic}`
