/**
 * Title, publisher and date of a document: stated in its front matter, else inferred from its text and
 * marked so, else absent. A file's modification time says nothing about its publication.
 */
import type { DocumentMetadata, Stated } from '../document.ts'
import type { FrontMatter } from '../front-matter.ts'
import { type Candidate, evidenceOf } from './candidate.ts'
import { dateCandidates } from './date.ts'
import { letterheadOf } from './letterhead.ts'
import { periodCandidates } from './period.ts'
import { publisherCandidates } from './publisher.ts'
import { issueNumber, seriesCandidates } from './series.ts'
import { titleCandidates } from './title.ts'

/** What a reader can tell for guessing at what the front matter does not say. */
export interface Hints {
  /** Lines that may be the title, the best first. */
  readonly titles: readonly string[]
  /** The whole text, furniture included: publishers name themselves there. */
  readonly text: string
  readonly clean: string
  /** Where its first page ends, if it has pages. */
  readonly firstPageEnd?: number
  /** Lines that stand on page after page. */
  readonly running: readonly string[]
  readonly fileName: string
  /** What the file's properties call it. */
  readonly property?: string
  /** What its surroundings say: a line beside its headline, the site it stands on. */
  readonly shown: { readonly date?: string; readonly publisher?: string } | undefined
  /** `03/04/2021` is of April in what is written in this language. */
  readonly isDayFirst: boolean
}

export function describe(matter: FrontMatter, given: Hints): DocumentMetadata {
  const hints = { ...given, letterhead: letterheadOf(given.text) }
  const { url } = matter
  const titles = field(matter.title, () => titleCandidates(hints))
  const title = titles.value ?? { value: given.fileName, inferred: true }
  const own = { ...hints, title: title.value }
  const publishers = field(matter.publisher, () =>
    publisherCandidates({ ...own, site: hints.shown }),
  )
  const dates = field(matter.date, () => {
    const shown = hints.shown?.date
    return shown === undefined
      ? dateCandidates({ ...own, ...(url !== undefined && { url }) })
      : [{ value: shown, score: SHOWN, reason: 'the page shows it beside its headline' }]
  })
  const series = seriesCandidates(own)
  const periods = periodCandidates(own)
  return {
    title,
    ...(publishers.value !== undefined && { publisher: publishers.value }),
    ...(matter.byline !== undefined && { byline: matter.byline }),
    ...(dates.value !== undefined && { date: dates.value }),
    kind: matter.kind ?? 'document',
    ...(matter.source !== undefined && { source: matter.source }),
    ...(url !== undefined && { url }),
    ...seriesOf(series),
    ...periodOf(periods),
    evidence: [
      ...evidenceOf('title', titles.candidates),
      ...evidenceOf('publisher', publishers.candidates),
      ...evidenceOf('date', dates.candidates),
      ...evidenceOf('series', series),
      ...evidenceOf('period', periods),
    ],
  }
}

function seriesOf([best]: readonly Candidate[]): Pick<DocumentMetadata, 'series'> {
  const number = best === undefined ? undefined : issueNumber(best.value)
  return best === undefined || number === undefined ? {} : { series: { label: best.value, number } }
}

function periodOf([best]: readonly Candidate[]): Pick<DocumentMetadata, 'period'> {
  const [from, to] = best?.value.split('/') ?? []
  return from === undefined || to === undefined ? {} : { period: { from, to } }
}

const SHOWN = 85
const STATED = { score: 100, reason: 'the document states it' }

interface Field {
  readonly value?: Stated
  /** The surest first. */
  readonly candidates: readonly Candidate[]
}

function field(said: string | undefined, candidates: () => readonly Candidate[]): Field {
  if (said !== undefined)
    return { value: { value: said, inferred: false }, candidates: [{ value: said, ...STATED }] }
  const found = candidates()
  const [best] = found
  return {
    candidates: found,
    ...(best !== undefined && { value: { value: best.value, inferred: best.stated !== true } }),
  }
}
