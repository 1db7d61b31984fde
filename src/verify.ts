/** The promise, checked again just before a reply is sent: every quote is the document's own text. */
import { PUT_BETWEEN } from '../index/clean/rows.ts'
import type { Language } from '../index/languages/packs.ts'
import { wordingsIn } from './wordings/in-language.ts'
import type { Document } from '../index/document.ts'
import type {
  Block,
  Citation,
  Excerpt,
  Figures,
  PrintedPage,
  Quote,
  Reading,
  Reply,
  Summary,
} from './reply.ts'

/** Whether a quote, and what stands beside it, is its document's own text. */
export function isVerbatim(quote: Quote, document: Document | undefined): boolean {
  if (document === undefined) return false
  const excerpts = [quote, quote.before, quote.after].filter((one) => one !== undefined)
  const marksFit = quote.marks.every(({ start, end }) => start < end && end <= quote.text.length)
  return marksFit && excerpts.every((one) => isExcerpt(one, document.text))
}

/** Whether `text` is the document's from `start` to `end`, less what `omitted` lists. */
function isExcerpt(excerpt: Excerpt, whole: string): boolean {
  const { text, start, end, omitted, pieces } = excerpt
  if (pieces !== undefined) return isRow(text, pieces, whole)
  let found = ''
  let from = start
  for (const left of omitted) {
    if (left.start < from || left.end <= left.start || left.end > end) return false
    found += whole.slice(from, left.start)
    from = left.end
  }
  return text !== '' && found + whole.slice(from, end) === text
}

/** Whether every piece is the document's own, and nothing is put between them but what parts cells. */
function isRow(text: string, pieces: NonNullable<Excerpt['pieces']>, whole: string): boolean {
  let from = 0
  for (const { start, end, at } of pieces) {
    if (at < from || end <= start || end > whole.length) return false
    const between = text.slice(from, at)
    if (from === 0 ? at !== 0 : !PUT_BETWEEN.has(between)) return false
    from = at + end - start
    if (text.slice(at, from) !== whole.slice(start, end)) return false
  }
  return from > 0 && from === text.length
}

/** The reply without the quotes that fail; `dropped` are those, for the log. */
/** @param older a version of a document that has changed, by its id and hash */
export function verify(
  reply: Reply,
  documents: ReadonlyMap<string, Document>,
  older: (id: string, hash: string) => Document | undefined = () => undefined,
): { reply: Reply; dropped: Quote[] } {
  const dropped: Quote[] = []
  const keep = (quotes: readonly Quote[]): Quote[] =>
    quotes.filter((quote) => {
      const verbatim = isVerbatim(quote, documents.get(quote.citation.document))
      if (!verbatim) dropped.push(quote)
      return verbatim
    })
  if (reply.kind === 'nothing')
    return { reply: { ...reply, nearest: keep(reply.nearest) }, dropped }
  if (reply.kind === 'figures') return { reply: keepFigures(reply, keep), dropped }
  if (reply.kind === 'summary') return { reply: keepSummary(reply, keep, documents), dropped }
  if (reply.kind === 'context')
    return { reply: keep([reply.quote]).length > 0 ? reply : unchecked(reply.language), dropped }
  if (reply.kind === 'document') {
    const { document } = reply.citation
    const own = reply.until === undefined ? documents.get(document) : older(document, reply.hash)
    return { reply: keepReading(reply, own), dropped }
  }
  if (reply.kind === 'check') {
    // A verdict whose evidence cannot be shown is no verdict.
    const findings = reply.findings.filter(({ quotes }) => keep(quotes).length === quotes.length)
    return { reply: { ...reply, findings }, dropped }
  }
  if (reply.kind === 'gaps' && reply.unhelpful !== undefined) {
    const unhelpful = reply.unhelpful.map((one) => ({ ...one, quotes: keep(one.quotes) }))
    return { reply: { ...reply, unhelpful }, dropped }
  }
  if (reply.kind === 'page') return { reply: keepMarks(reply, documents), dropped }
  if (reply.kind !== 'answer') return { reply, dropped }
  const quotes = keep(reply.quotes)
  return { reply: quotes.length > 0 ? { ...reply, quotes } : unchecked(reply.language), dropped }
}

type Failed = Extract<Reply, { kind: 'failed' }>

const unchecked = (language?: Language): Failed => ({
  kind: 'failed',
  code: 'internal',
  message: wordingsIn(language).chat.unchecked,
})

/** What is not the document's own text is not shown as such. */
function keepReading(reply: Reading, document: Document | undefined): Reading | Failed {
  if (document === undefined) return unchecked()
  const isOwn = (excerpt: Excerpt): boolean => isExcerpt(excerpt, document.text)
  const blocks = reply.blocks.flatMap((block): Block[] => {
    if (block.kind === 'paragraph') return isOwn(block.stretch) ? [block] : []
    if (block.kind !== 'table') return [block]
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.filter(({ stretch }) => isOwn(stretch)),
    }))
    return [{ ...block, rows }]
  })
  const { quote } = reply
  if (quote?.found === undefined || isVerbatim(quote.found, document)) return { ...reply, blocks }
  return { ...reply, blocks, quote: { state: quote.state } }
}

/** A mark that is none of the document's words is none. */
function keepMarks(
  reply: PrintedPage,
  documents: ReadonlyMap<string, Document>,
): PrintedPage | Failed {
  const document = documents.get(reply.citation.document)
  if (document === undefined) return unchecked()
  const marks = reply.marks.filter(
    ({ start, end, text }) => document.text.slice(start, end) === text,
  )
  return marks.length === reply.marks.length ? reply : { ...reply, marks, marked: 'part' }
}

/** A line of a summary goes with its quote or its document. */
function keepSummary(
  reply: Summary,
  keep: (quotes: readonly Quote[]) => Quote[],
  documents: ReadonlyMap<string, Document>,
): Summary {
  const figures = reply.figures.filter(({ now, before }) => {
    const quotes = [now.quote, ...(before === undefined ? [] : [before.quote])]
    return keep(quotes).length === quotes.length
  })
  const isThere = ({ document }: Citation): boolean => documents.has(document)
  const publishers = reply.documents.flatMap(({ publisher, documents: own }) => {
    const kept = own
      .filter(({ citation }) => isThere(citation))
      .map((one) => ({ ...one, copies: one.copies.filter(isThere) }))
    return kept.length > 0 ? [{ publisher, documents: kept }] : []
  })
  const sections = reply.sections
    .map((one) => ({ ...one, quotes: keep(one.quotes) }))
    .filter(({ quotes }) => quotes.length > 0)
  return { ...reply, documents: publishers, lead: keep(reply.lead), sections, figures }
}

/** A figure goes with its quote, a line with its last figure, a group with its last line. */
function keepFigures(reply: Figures, keep: (quotes: readonly Quote[]) => Quote[]): Reply {
  const groups = reply.groups.flatMap((group) => {
    const lines = group.lines.flatMap((line) => {
      const figures = line.figures.filter(({ quote }) => keep([quote]).length > 0)
      return figures.length > 0 ? [{ ...line, figures }] : []
    })
    return lines.length > 0 ? [{ ...group, lines }] : []
  })
  return groups.length > 0 ? { ...reply, groups } : unchecked(reply.language)
}
