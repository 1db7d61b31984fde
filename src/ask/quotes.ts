/** Ranked sentences → quotes: with the sentence they lean on, marks, citations, nothing said twice. */
import { fold } from '../../index/analyzer.ts'
import type { Document, Locator, Span } from '../../index/document.ts'
import { compareIssues } from '../../index/issue.ts'
import type { Passage } from '../../index/passages.ts'
import { Slices } from '../../index/slices.ts'
import type { Citation, Excerpt, Quote } from '../reply.ts'
import { analyzePassage, leansOnBefore } from './analyzed.ts'
import type { AreCopies, ReadPassage } from './copies.ts'
import { counterpart, isWithin, type Origin, repeats } from './editions.ts'
import { match, type Matcher } from './match.ts'
import type { Ranked } from './rank.ts'
import { plainWording } from './wording.ts'

/** A quote of two sentences has at most so many characters. */
const LONGEST = 400
/** A sentence is shown beside a quote, for what it stands in, when it has at most so many. */
const LONGEST_BESIDE = 350

interface Found extends Origin {
  readonly quote: Quote
  readonly key: string
  /** Where it stands, in whichever documents have it. */
  readonly places: { readonly document: Document; readonly span: Span }[]
  /** Sentences of copies that were ranked too and say the same. */
  readonly repeated: { readonly one: Ranked; readonly read: ReadPassage; readonly span: Span }[]
}

/**
 * At most `limit` quotes of `ranked`, in its order. What copies of a document say again is cited with
 * it; where they differ in a figure, each is quoted.
 */
export async function toQuotes(
  matcher: Matcher,
  ranked: readonly Ranked[],
  limit: number,
  areCopies: AreCopies,
): Promise<{ quote: Quote; from: Ranked }[]> {
  const slices = new Slices()
  const found: Found[] = []
  const scores = new Map(ranked.map((one) => [keyOf(one.passage, one.at), one.score]))
  for (const one of ranked) {
    if (slices.over) await slices.rest()
    const { document } = one.passage
    const copies = found.filter(({ from }) => areCopies(from.passage.document.id, document.id))
    const full = found.length >= limit && found.length > 0
    if (full && copies.length === 0) continue
    const isFree = (span: Span): boolean =>
      !found.some(({ places }) =>
        places.some(
          (other) =>
            other.document === document &&
            other.span.start < span.end &&
            span.start < other.span.end,
        ),
      )
    // What it would be quoted with may be quoted already; then it is quoted by itself.
    const span = [quotedSpan(one, scores), spanOf(one)].find(isFree)
    if (span === undefined) continue
    const key = plainWording(document.clean.slice(span.start, span.end))
    const same = (full ? copies : found).find((other) => other.key === key)
    if (same !== undefined) {
      same.places.push({ document, span })
      cite(same.quote, citationOf(one.passage, span), () => quoteOf(matcher, one.passage, span))
      continue
    }
    const sentences = analyzePassage(one.passage)
    const origin = { from: one, span, sentences: sentences.filter(isWithin(span)) }
    const told = copies.find((other) => repeats(origin, other))
    if (told !== undefined) {
      told.places.push({ document, span })
      told.repeated.push({ one, read: { passage: one.passage, sentences }, span })
    } else if (!full) {
      const quote = quoteOf(matcher, one.passage, span)
      found.push({ ...origin, quote, key, places: [{ document, span }], repeated: [] })
    }
  }
  for (const one of found) await citeCopies(matcher, one, slices)
  return found.map(({ quote, from }) => ({ quote, from }))
}

/** Cites the copies that have the quote's words, and quotes the newest that has all of them. */
async function citeCopies(matcher: Matcher, found: Found, slices: Slices): Promise<void> {
  const { quote, from, repeated } = found
  const copies = [...(from.again ?? []), ...repeated.map((one) => one.read)]
  // The newest come first, so that hardly any is quoted in vain.
  for (const read of copies.sort((a, b) => compareIssues(b.passage.document, a.passage.document))) {
    if (slices.over) await slices.rest()
    const again = counterpart(found, read)
    if (again === undefined) continue
    const citation = citationOf(read.passage, again.span)
    if (again.whole) cite(quote, citation, () => quoteOf(matcher, read.passage, again.span))
    else alsoCite(quote, citation)
  }
  for (const { one, span } of repeated) alsoCite(quote, citationOf(one.passage, span))
}

/** The same words in another document: the newest is quoted, the others are cited beside it. */
function cite(quote: Quote, citation: Citation, again: () => Quote): void {
  const newer = (citation.date?.value ?? '') > (quote.citation.date?.value ?? '')
  const others = quote.also.filter(({ document }) => document !== citation.document)
  if (newer) Object.assign(quote, again(), { also: [quote.citation, ...others] })
  else alsoCite(quote, citation)
}

/** A document is cited once. */
function alsoCite(quote: Quote, citation: Citation): void {
  const cited = [quote.citation, ...quote.also].some(
    ({ document }) => document === citation.document,
  )
  if (!cited) quote.also.push(citation)
}

/** A sentence beside the best is quoted with it when its score is so close. */
const CLOSE = 2

const keyOf = (passage: Passage, at: number): string => `${passage.id}.${at}`

/**
 * The sentence, with the one before when it leans on that, or with a neighbour that is nearly as
 * good; never more than two, and only while both are short enough.
 */
function quotedSpan(
  { passage, at, sentence, score }: Ranked,
  scores: ReadonlyMap<string, number>,
): Span {
  if (leansOnBefore(sentence)) {
    const both = joined(passage, at - 1)
    if (both !== undefined) return both
  }
  const beside = [at - 1, at + 1]
    .map((other) => ({
      other,
      score: scores.get(keyOf(passage, other)) ?? Number.NEGATIVE_INFINITY,
    }))
    .sort((a, b) => b.score - a.score)
  for (const { other, score: close } of beside) {
    if (close < score - CLOSE) break
    const both = joined(passage, Math.min(at, other))
    if (both !== undefined) return both
  }
  return spanOf({ sentence })
}

const spanOf = ({ sentence: { sentence } }: Pick<Ranked, 'sentence'>): Span => ({
  start: sentence.start,
  end: sentence.end,
})

/** The sentence at `at` and the one after it, where they stand together and are short enough. */
function joined(passage: Passage, at: number): Span | undefined {
  const [one, two] = [passage.sentences[at], passage.sentences[at + 1]]
  if (one === undefined || two === undefined || one.list || two.list) return undefined
  // What stands between two paragraphs of the reading text is no part of the document's own.
  if (passage.document.clean.slice(one.end, two.start).includes('\n\n')) return undefined
  return two.end - one.start <= LONGEST ? { start: one.start, end: two.end } : undefined
}

/** What would be quoted, as the document's reading text has it. */
export function quotedText(one: Ranked): string {
  const { start, end } = quotedSpan(one, new Map())
  return one.passage.document.clean.slice(start, end)
}

/** A sentence of a passage as a quote, without marks. */
export function quoteSentence(passage: Passage, at: number): Quote {
  const sentence = passage.sentences[at]
  if (sentence === undefined) throw new RangeError(`passage ${passage.id} has no sentence ${at}`)
  return makeQuote(passage, sentence, [])
}

function quoteOf(matcher: Matcher, passage: Passage, span: Span): Quote {
  return makeQuote(passage, span, marksOf(matcher, passage, span))
}

/**
 * A stretch of a document as a quote.
 * @param passage that it begins in
 * @param marks as offsets in the stretch
 */
export function makeQuote(passage: Passage, span: Span, marks: Span[]): Quote {
  const { sentences } = passage
  const before = sentences.findLast(({ end }) => end <= span.start)
  const after = sentences.find(({ start }) => start >= span.end)
  return {
    ...excerptOf(passage, span),
    marks,
    ...(before !== undefined && isShort(before) && { before: excerptOf(passage, before) }),
    ...(after !== undefined && isShort(after) && { after: excerptOf(passage, after) }),
    citation: citationOf(passage, span),
    also: [],
  }
}

const isShort = ({ start, end }: Span): boolean => end - start <= LONGEST_BESIDE

export function excerptOf({ document }: Pick<Passage, 'document'>, span: Span): Excerpt {
  const text = document.clean.slice(span.start, span.end)
  const { start, end, omitted } = document.map.toText(span)
  const pieces = document.map.pieces(span)
  // A row of a table has heads, or cells that something is put between.
  const parted = pieces.some((piece, at) => {
    const before = pieces[at - 1]
    return piece.head || (before !== undefined && before.at + before.end - before.start < piece.at)
  })
  if (!parted) return { text, start, end, omitted: omitted.map((left) => ({ ...left })) }
  return {
    text,
    start,
    end,
    omitted: [],
    pieces: pieces.map((piece) => ({
      start: piece.start,
      end: piece.end,
      at: piece.at - span.start,
    })),
  }
}

/** Where the question's words are hit, in the quote's text. */
function marksOf(matcher: Matcher, passage: Passage, span: Span): Span[] {
  return analyzePassage(passage)
    .filter(isWithin(span))
    .flatMap(({ sentence, tokens }) => {
      const hits = new Set(match(matcher, tokens).hits.map((hit) => hit.token))
      return tokens
        .filter((_, at) => hits.has(at))
        .map((token) => ({
          start: token.start + sentence.start - span.start,
          end: token.end + sentence.start - span.start,
        }))
    })
}

/** @param span of the document's reading text */
export function citationOf(
  { document, heading }: Pick<Passage, 'document' | 'heading'>,
  span: Span,
): Citation {
  const section = below(heading, document.title.value)
  const place = placeOf(document, document.map.toText(span))
  return {
    ...citeDocument(document),
    ...(section !== '' && { section }),
    ...(place !== undefined && { place }),
  }
}

/** The page or row that a stretch of the document's text stands on: "3", "3–4" when it goes on. */
function placeOf({ places }: Document, { start, end }: Span): Citation['place'] {
  const first = places.findLast((place) => place.start <= start)
  const last = places.findLast((place) => place.start < end)
  if (first === undefined || last === undefined) return undefined
  return {
    kind: first.kind,
    label: first.label === last.label ? first.label : labelOf(first, last),
  }
}

const PRINTED = /^(?<page>\d+) \(printed (?<printed>.+)\)$/u

/** "3–4", "233–234 (printed 205–206)". */
function labelOf({ label: from }: Locator, { label: to }: Locator): string {
  const [a, b] = [PRINTED.exec(from)?.groups, PRINTED.exec(to)?.groups]
  return a === undefined || b === undefined
    ? `${from}–${to}`
    : `${a['page']}–${b['page']} (printed ${a['printed']}–${b['printed']})`
}

/** What is longer is a paragraph in large letters, and names no section. */
const LONGEST_HEADING = 120

/** The headings below the one that is the title again, or its beginning or end; a line may stand above that. */
function below(heading: string, title: string): string {
  const headings = heading.split(' › ')
  const at = headings.slice(0, 2).findLastIndex((one) => isTitleAgain(one, title))
  return headings
    .slice(at + 1)
    .filter((one) => one.length <= LONGEST_HEADING)
    .join(' › ')
}

/** One word that a title begins with may be a chapter's: "Oss" in "Oss and Lund". */
function isTitleAgain(heading: string, title: string): boolean {
  const [part, whole] = [wordsOf(heading), wordsOf(title)]
  return (
    part !== '' &&
    (whole.endsWith(part) || (part.includes(' ') && `${whole} `.startsWith(`${part} `)))
  )
}

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export function citeDocument({
  id,
  title,
  publisher,
  byline,
  date,
  kind,
  source,
  url,
  revised,
}: Document): Citation {
  return {
    document: id,
    title,
    ...(publisher !== undefined && { publisher }),
    ...(byline !== undefined && { byline }),
    ...(date !== undefined && { date }),
    kind,
    ...(revised !== undefined && { revised: revised.slice(0, 10) }),
    ...(source !== undefined && { source: { ...source } }),
    ...(url !== undefined && { url }),
  }
}
