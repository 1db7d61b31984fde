/** A page of a document as it is printed, with the quote that was asked for marked on it. */
import type { Language } from '../../index/languages/packs.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Corpus } from '../../index/corpus.ts'
import type { Document, Span } from '../../index/document.ts'
import type { DrawTask } from '../../index/drawing/messages.ts'
import type { Drawn } from '../../index/drawing/drawer.ts'
import type { Request } from '../adapter.ts'
import { excerptOf, citeDocument } from '../ask/quotes.ts'
import { VerbatimError } from '../errors.ts'
import type { PrintedPage } from '../reply.ts'
import { findQuote } from './find-quote.ts'
import { pageAt } from './page-at.ts'

export interface PagePrinter {
  /** The bytes that a document was read from, while they are the same. */
  readonly original: (document: string) => Promise<Uint8Array | undefined>
  /** Never rejects. */
  readonly draw: (task: DrawTask) => Promise<Drawn>
}

/**
 * @param corpus what may be seen: of any other document nobody learns that it is there
 * @throws VerbatimError 'documents' where there is no such page, or it cannot be drawn
 */
export async function printPage(
  corpus: Corpus,
  { document: id, page: asked, quote }: Extract<Request, { kind: 'page' }>,
  { original, draw }: PagePrinter,
  language?: Language,
): Promise<PrintedPage> {
  const { noPage, noPages } = wordingsIn(language).chat
  const document = corpus.documents.get(id)
  if (document === undefined) throw new VerbatimError('documents', noPage)
  const found = quote && (await findQuote(corpus, document, quote))
  const words = found?.span && stretches(document, found.span)
  const page = asked ?? pageAt(document, words?.[0]?.start ?? 0)
  const on = page === undefined ? undefined : pageSpan(document, page)
  if (page === undefined || on === undefined) throw new VerbatimError('documents', noPage)
  const bytes = await original(id)
  if (bytes === undefined || !isPdf(bytes)) throw new VerbatimError('documents', noPages)
  const spans = (words ?? []).flatMap((span) => within(on, span))
  const text = document.text.slice(on.start, on.end)
  const drawn = await draw({ name: id, bytes, page, text, spans })
  if ('reason' in drawn) throw new VerbatimError('documents', drawn.reason)
  const { width, height, marks, whole } = drawn
  return {
    kind: 'page',
    citation: citeDocument(document),
    page,
    of: document.places.length,
    width,
    height,
    picture: Buffer.from(drawn.picture).toString('base64'),
    marks: marks.map(({ start, end, ...box }) => ({
      ...box,
      start: on.start + start,
      end: on.start + end,
      text: text.slice(start, end),
    })),
    marked: spans.length === 0 ? 'none' : whole ? 'all' : 'part',
  }
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

/** What a page has of the document's text. */
function pageSpan({ places, text }: Document, page: number): Span | undefined {
  const place = places[page - 1]
  if (place?.kind !== 'page') return undefined
  return { start: place.start, end: places[page]?.start ?? text.length }
}

/** The stretches of the document's text that a quote is of, in the order they are read. */
function stretches(document: Document, span: Span): Span[] {
  const { start, end, omitted, pieces } = excerptOf({ document }, span)
  if (pieces !== undefined) return pieces.map((piece) => ({ start: piece.start, end: piece.end }))
  const edges = [start, ...omitted.flatMap((left) => [left.start, left.end]), end]
  return edges.flatMap((from, at) => {
    const to = edges[at + 1]
    return at % 2 === 0 && to !== undefined && from < to ? [{ start: from, end: to }] : []
  })
}

/** Offsets in a page's text of what it has of a stretch. */
function within(page: Span, span: Span): Span[] {
  const start = Math.max(page.start, span.start)
  const end = Math.min(page.end, span.end)
  return start < end ? [{ start: start - page.start, end: end - page.start }] : []
}
