/** A briefing as a page to take along: its parts in order, each quote with the notes that cite it. */
import {
  numbersText,
  type NumberedQuote,
  type Reference,
  referenceText,
} from '../../src/references.ts'
import { inertText } from '../../src/inert.ts'
import type { Summary } from '../../src/reply.ts'
import { type Change, shownSummary } from '../../src/summary/shown.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import { sourceUrl } from '../shared/citation.ts'

export interface Line {
  readonly text: string
  /** Words of a document, to stand in quotation marks; else the bot's own. */
  readonly quoted: boolean
  /** Numbers of the notes behind it. */
  readonly notes: readonly number[]
}

interface Part {
  /** None above the lead. */
  readonly heading?: string
  readonly lines: readonly Line[]
}

/** What a note or a source says, and where it leads. */
export interface Source {
  readonly text: string
  readonly url?: string
}

export interface Briefing {
  readonly title: string
  readonly language: Summary['language']
  readonly parts: readonly Part[]
  /** By their numbers. */
  readonly notes: ReadonlyMap<number, Source>
  readonly sourcesHeading: string
  readonly sources: readonly Source[]
  readonly below: readonly string[]
}

/** All texts are inert. */
export function briefingOf(summary: Summary): Briefing {
  const { labels } = wordingsIn(summary.language)
  const { lead, changes, sections, documents, below } = shownSummary(summary)
  return {
    title: inertText(summary.title),
    language: summary.language,
    parts: [
      { lines: lead.map(quoteLine) },
      { heading: labels.figures, lines: changes.map(changeLine) },
      ...sections.map(({ heading, quotes }) => ({
        heading: inertText(heading),
        lines: quotes.map(quoteLine),
      })),
      {
        heading: labels.gaps,
        lines: summary.gaps.map(({ question }) => own(question)),
      },
    ].filter(({ lines }) => lines.length > 0),
    notes: new Map(
      documents.flatMap((one) => one.numbers.map((number) => [number, sourceOf(one)] as const)),
    ),
    sourcesHeading: labels.documents,
    sources: documents.map((one) => {
      const source = sourceOf(one)
      return { ...source, text: `${numbersText(one.numbers)} ${source.text}` }
    }),
    below: [...below, ...summary.notes].map((line) => inertText(line)),
  }
}

const quoteLine = ({ number, quote }: NumberedQuote): Line => ({
  text: inertText(quote.text),
  quoted: true,
  notes: [number],
})

const own = (text: string): Line => ({ text: inertText(text), quoted: false, notes: [] })

const changeLine = ({ kind, label, was, is, who, numbers }: Change): Line => ({
  ...own(
    `${label}: ${was === undefined ? '' : `${was} ${kind === 'changed' ? '→' : '≠'} `}${is} (${who})`,
  ),
  notes: [...new Set(numbers)],
})

function sourceOf(reference: Reference): Source {
  const { citation, quote, numbers } = reference
  const url = sourceUrl(citation, numbers.length > 1 ? undefined : quote)
  return { text: inertText(referenceText(reference)), ...(url !== undefined && { url }) }
}
