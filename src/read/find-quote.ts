/** Where a quote stands in its document now: where it stood, elsewhere, or nowhere any more. */
import type { Corpus } from '../../index/corpus.ts'
import type { Document, Span } from '../../index/document.ts'
import { Slices } from '../../index/slices.ts'
import { cleanSpan } from '../context.ts'
import { quoteVersion } from './version.ts'

export interface AskedQuote {
  readonly start: number
  readonly end: number
  /** Of the quote's text, as `quoteVersion` makes it. */
  readonly version?: string | undefined
}

export interface FoundQuote {
  readonly state: 'here' | 'moved' | 'older' | 'gone'
  /** Of the reading text. */
  readonly span?: Span
}

/** A quote has at most so many sentences. */
const MOST_SENTENCES = 2

export async function findQuote(
  corpus: Corpus,
  document: Document,
  { start, end, version }: AskedQuote,
): Promise<FoundQuote> {
  const isIt = (span: Span): boolean =>
    version === undefined || quoteVersion(document.clean.slice(span.start, span.end)) === version
  const span = cleanSpan(document, { start, end })
  if (span !== undefined && isIt(span)) return { state: 'here', span }
  if (version === undefined) return { state: 'gone' }
  const moved = await lookUp(corpus, document, isIt)
  return moved === undefined ? { state: 'gone' } : { state: 'moved', span: moved }
}

/** Quotes are sentences, or two that stand together. */
async function lookUp(
  corpus: Corpus,
  document: Document,
  isIt: (span: Span) => boolean,
): Promise<Span | undefined> {
  const slices = new Slices()
  for (const { sentences } of corpus.passagesOf(document.id)) {
    for (let from = 0; from < sentences.length; from++)
      for (let to = from; to < Math.min(from + MOST_SENTENCES, sentences.length); to++) {
        const [first, last] = [sentences[from], sentences[to]]
        if (first === undefined || last === undefined) continue
        const span = { start: first.start, end: last.end }
        if (isIt(span)) return span
      }
    if (slices.over) await slices.rest()
  }
  return undefined
}
