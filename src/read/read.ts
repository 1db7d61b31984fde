/** A document to be read: its own blocks in order, with what was quoted marked where it stands. */
import type { Corpus } from '../../index/corpus.ts'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { engineFor } from '../../index/engines/engines.ts'
import type { Language } from '../../index/languages/packs.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Document, Paragraph, Span } from '../../index/document.ts'
import { Slices } from '../../index/slices.ts'
import type { Request } from '../adapter.ts'
import { citeDocument } from '../ask/quotes.ts'
import { quoteAt } from '../context.ts'
import { VerbatimError } from '../errors.ts'
import type { Block, Reading } from '../reply.ts'
import { languageOf } from './language-of.ts'
import { figuresIn } from './figures-in.ts'
import { type FoundQuote, findQuote } from './find-quote.ts'
import { isoOf, NO_VERSIONS, type OlderVersions, quotedFrom, versionCalled } from './older.ts'
import { partAt, partsOf } from './parts.ts'
import { lastUpTo, pageAt } from './page-at.ts'
import { isPiped, pipedTables } from './piped.ts'
import { Stretches } from './stretches.ts'
import { tablesOf } from './table.ts'

/** Of a story with hundreds of copies not all are listed. */
const MOST_COPIES = 20

/**
 * @param corpus what may be seen: of any other document nobody learns that it is there
 * @throws VerbatimError 'documents' when there is no such document, or no such version of it
 */
export async function readDocument(
  corpus: Corpus,
  request: Extract<Request, { kind: 'read' }>,
  older: OlderVersions = NO_VERSIONS,
  language?: Language,
): Promise<Reading> {
  const whole = (from: Corpus, one: Document, there?: FoundQuote) =>
    readWhole(from, one, request, { found: there, language })
  const { document: id, quote, version } = request
  const document = corpus.documents.get(id)
  if (document === undefined)
    throw new VerbatimError('documents', wordingsIn(language).chat.noDocument)
  const versions = older.versions(id).map(({ hash, at }) => ({ hash, until: isoOf(at) }))
  if (version !== undefined && !document.hash.startsWith(version)) {
    const [one, was] = versionCalled(older, id, version, language)
    return { ...(await whole(await alone(one), one)), ...was, versions }
  }
  const found = quote && (await findQuote(corpus, document, quote))
  const quoted = found?.state === 'gone' && quote ? quotedFrom(older, id, quote) : undefined
  if (quoted === undefined) return { ...(await whole(corpus, document, found)), versions }
  const { version: one, found: there, was } = quoted
  return { ...(await whole(await alone(one), one, there)), ...was, versions }
}

/** A version that is read is a document by itself: nothing of today's is mixed with it. */
async function alone(document: Document): Promise<Corpus> {
  const corpus = new WholeCorpus(await engineFor('auto', 1))
  corpus.add([document])
  return corpus
}

/** @param found where the quote stands that was asked for; looked for unless told */
async function readWhole(
  corpus: Corpus,
  document: Document,
  { part: asked, quote }: Extract<Request, { kind: 'read' }>,
  {
    found: known,
    language,
  }: { readonly found: FoundQuote | undefined; readonly language: Language | undefined },
): Promise<Omit<Reading, 'versions'>> {
  const found = known ?? (quote && (await findQuote(corpus, document, quote)))
  const firsts = partsOf(document)
  const wanted = asked ?? (found?.span === undefined ? 1 : partAt(document, found.span.start))
  const part = Math.min(Math.max(1, wanted), firsts.length)
  const paragraphs = document.paragraphs.slice(firsts[part - 1], firsts[part])
  const within = spanOf(paragraphs)
  const figures = await figuresIn(corpus, document, within, language)
  const copies = await corpus.findCopies(document.id, new Slices())
  return {
    kind: 'document',
    citation: citeDocument(document),
    language: languageOf(document),
    hash: document.hash,
    part,
    parts: firsts.length,
    blocks: blocksOf(document, paragraphs, new Stretches(document, figures, found?.span)),
    ...(found !== undefined && {
      quote: {
        state: found.state,
        ...(found.span !== undefined && { found: quoteAt(corpus, document, found.span) }),
      },
    }),
    ...pagesRead(document, found?.span ?? within),
    copies: copies.slice(0, MOST_COPIES).flatMap((copy) => {
      const other = corpus.documents.get(copy)
      return other === undefined ? [] : [citeDocument(other)]
    }),
  }
}

/** The page that a stretch of the reading text begins on. */
function pagesRead(document: Document, span: Span): Pick<Reading, 'pages'> {
  const page = pageAt(document, document.map.toText(span).start)
  return page === undefined ? {} : { pages: { page, of: document.places.length } }
}

const spanOf = (paragraphs: readonly Paragraph[]): Span => ({
  start: paragraphs[0]?.start ?? 0,
  end: paragraphs.at(-1)?.end ?? 0,
})

function blocksOf(
  document: Document,
  paragraphs: readonly Paragraph[],
  stretches: Stretches,
): Block[] {
  const headings = headingsBefore(document)
  const pages = pagesBefore(document)
  const blocks: Block[] = []
  let rows: Paragraph[] = []
  const endTable = (): void => {
    const [first] = rows
    if (first?.row === true) blocks.push(...tablesOf(document, rows, stretches))
    else if (first !== undefined) blocks.push(...pipedTables(document, rows, stretches))
    rows = []
  }
  for (const paragraph of paragraphs) {
    const before = [...pages(paragraph), ...headings(paragraph)]
    const isRow = paragraph.row === true || isPiped(document, paragraph)
    if (before.length > 0 || !isRow || rows[0]?.row !== paragraph.row) endTable()
    blocks.push(...before)
    if (isRow) rows.push(paragraph)
    else
      blocks.push({
        kind: 'paragraph',
        list: paragraph.list,
        stretch: stretches.of(paragraph),
      })
  }
  endTable()
  return blocks.filter((block) => block.kind !== 'paragraph' || block.stretch.text.trim() !== '')
}

/** The headings that are new above a paragraph; one after another, in order. */
function headingsBefore({ sections, title }: Document): (paragraph: Paragraph) => Block[] {
  let at = 0
  let above: readonly string[] = []
  return ({ start }) => {
    while ((sections[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    const section = sections[at]
    const path = section === undefined || section.start > start ? [] : section.heading.split(' › ')
    const same = path.findIndex((heading, level) => heading !== above[level])
    const fresh = same === -1 ? [] : path.slice(same)
    above = path
    return fresh.flatMap((text, further): Block[] =>
      // The title stands above all of it already.
      text === title.value || text === ''
        ? []
        : [{ kind: 'heading', text, level: same + further + 1 }],
    )
  }
}

/** The page that begins before a paragraph. */
function pagesBefore({ places, map }: Document): (paragraph: Paragraph) => Block[] {
  let last: string | undefined
  return (paragraph) => {
    if (places.length === 0) return []
    const { start } = map.toText(paragraph)
    const place = places[lastUpTo(places, start)]
    if (place === undefined || place.kind !== 'page' || place.label === last) return []
    last = place.label
    return [{ kind: 'page', label: place.label }]
  }
}
