/** A quote with the paragraphs it stands in, for whoever wants to judge it by what is around it. */
import type { Language } from '../index/languages/packs.ts'
import { wordingsIn } from './wordings/in-language.ts'
import type { Corpus } from '../index/corpus.ts'
import type { Document, Span } from '../index/document.ts'
import type { QuoteRef } from './adapter.ts'
import { citationOf, excerptOf } from './ask/quotes.ts'
import { VerbatimError } from './errors.ts'
import type { Context, Excerpt, Quote } from './reply.ts'

/** Longer paragraphs are cut around the quote. */
const LONGEST = 3000

/** @throws VerbatimError 'question' when the document is gone or no longer says it there */
export function contextOf(corpus: Corpus, ref: QuoteRef, language?: Language): Context {
  const document = corpus.documents.get(ref.document)
  const span = document && cleanSpan(document, ref)
  if (document === undefined || span === undefined)
    throw new VerbatimError('question', wordingsIn(language).chat.changed)
  const quote = quoteAt(corpus, document, span)
  return { kind: 'context', quote, paragraphs: around(document, span) }
}

/** @param span of the reading text */
export function quoteAt(corpus: Corpus, document: Document, span: Span): Quote {
  const heading =
    corpus
      .passagesOf(document.id)
      .find(({ sentences }) => (sentences.at(-1)?.end ?? 0) > span.start)?.heading ?? ''
  const citation = citationOf({ document, heading }, span)
  return { ...excerptOf({ document }, span), marks: [], citation, also: [] }
}

/** The stretch of the reading text behind a stretch of the document's own. */
export function cleanSpan(
  document: Document,
  { start, end }: Omit<QuoteRef, 'document'>,
): Span | undefined {
  const from = offsetIn(document, start)
  const to = offsetIn(document, end - 1)
  if (from === undefined || to === undefined) return undefined
  // A row of a table is shown whole: its first cell may reach down from a row above.
  const row = document.paragraphs.find((paragraph) => paragraph.row === true && to < paragraph.end)
  if (row !== undefined && row.start <= to) return { start: row.start, end: row.end }
  return to < from ? undefined : { start: from, end: to + 1 }
}

function offsetIn({ map }: Document, offset: number): number | undefined {
  const run = map.runs.find(
    ({ text, length, head }) => head !== true && text <= offset && offset < text + length,
  )
  return run === undefined ? undefined : run.clean + offset - run.text
}

/** The paragraphs the quote stands in, and one on either side. */
function around(document: Document, span: Span): Excerpt[] {
  const { paragraphs } = document
  const first = paragraphs.findIndex(({ end }) => end > span.start)
  const last = paragraphs.findLastIndex(({ start }) => start < span.end)
  return paragraphs
    .slice(Math.max(0, first - 1), last + 2)
    .map(({ start, end }) => excerptOf({ document }, cut({ start, end }, span)))
    .filter(({ text }) => text !== '')
}

/** What is kept of a paragraph too long to be shown whole lies around the quote. */
function cut(paragraph: Span, { start, end }: Span): Span {
  if (paragraph.end - paragraph.start <= LONGEST) return paragraph
  const middle = Math.min(Math.max((start + end) / 2, paragraph.start), paragraph.end)
  const from = Math.max(paragraph.start, Math.floor(middle - LONGEST / 2))
  return { start: from, end: Math.min(paragraph.end, from + LONGEST) }
}
