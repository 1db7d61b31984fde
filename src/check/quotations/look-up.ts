/** Where the words of a quotation stand in the documents: as they are, changed, or in two places. */
import { indexTerms } from '../../../index/analyzer.ts'
import type { Corpus } from '../../../index/corpus.ts'
import type { Document, Span } from '../../../index/document.ts'
import { Slices } from '../../../index/slices.ts'
import { compareWords, type Comparison, type Piece, piecesOf } from './compare.ts'
import { findRun, type Run, spanOfRun, type Worded, WordedDocuments, wordFrom } from './words.ts'

/** A stretch of a document, and how the quotation's words stand to its. */
export interface Found {
  readonly document: Document
  /** Of the reading text. */
  readonly span: Span
  /** Words of the document in the stretch that was compared, with where they stand. */
  readonly words: readonly Span[]
  readonly comparison: Comparison
}

export type LookedUp =
  | { readonly kind: 'verbatim'; readonly at: Found; readonly also: readonly Run[] }
  | { readonly kind: 'altered'; readonly at: Found }
  | { readonly kind: 'stitched'; readonly parts: readonly [Run, Run] }
  | { readonly kind: 'none'; readonly nearest?: Found }

/** Passages in which a quotation is looked for word by word. */
const DEPTH = 40
/** Those of which each is compared with it, changes allowed. */
const COMPARED = 40
/** Of its words so many must be the document's for it to be that quotation, changed. */
const ENOUGH = 0.6
/** So many for a passage to be shown as the nearest. */
const NEAR = 0.35
/** More words left out without a sign make two quotations of one. */
const JUMP = 8
/** A part of a stitched quotation has at least so many words. */
const PART = 4
/** A quotation of function words alone is looked for in so many characters of text. */
const SMALL = 3_000_000

export class QuotationFinder {
  readonly #corpus: Corpus
  readonly #worded = new WordedDocuments()

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  async find(text: string, allows?: ReadonlySet<string>): Promise<LookedUp> {
    const pieces = piecesOf(text)
    const passages = await this.#passages(text, allows)
    const documents = [...new Set(passages.map(({ document }) => document))]
    const among = documents.length > 0 ? documents : this.#all(allows)
    const slices = new Slices()
    const whole: Found[] = []
    for (const document of among) {
      if (slices.over) await slices.rest()
      const found = inOrder(pieces, this.#worded.of(document))
      if (found !== undefined) whole.push(found)
    }
    const [first, ...rest] = whole
    if (first !== undefined)
      return {
        kind: 'verbatim',
        at: first,
        also: rest.map(({ document, span }) => runOf(this.#worded.of(document), span)),
      }
    const near: Found[] = []
    for (const passage of passages.slice(0, COMPARED)) {
      if (slices.over) await slices.rest()
      near.push(compareIn(pieces, this.#worded.of(passage.document), passage))
    }
    const [best] = near.sort((a, b) => a.comparison.cost - b.comparison.cost)
    const length = pieces.filter(({ kind }) => kind === 'word').length
    const isNear = best !== undefined && best.comparison.same >= ENOUGH * length
    if (isNear && isSmall(best.comparison)) return { kind: 'altered', at: best }
    const parts = await this.#parts(text, pieces, among, allows)
    if (parts !== undefined) return { kind: 'stitched', parts }
    if (isNear) return { kind: 'altered', at: best }
    const shown = best !== undefined && best.comparison.same >= NEAR * length ? best : undefined
    return { kind: 'none', ...(shown !== undefined && { nearest: shown }) }
  }

  async #passages(
    text: string,
    allows: ReadonlySet<string> | undefined,
  ): Promise<{ document: Document; start: number; end: number }[]> {
    const languages = [...this.#corpus.languages]
    const terms = new Set(languages.flatMap((language) => indexTerms(text, language)))
    const hits = await this.#corpus.search(
      [...terms].map((term) => ({ term, weight: 1 })),
      { limit: DEPTH, ...(allows !== undefined && { allows }) },
    )
    return hits.flatMap(({ id }) => {
      const passage = this.#corpus.passages.get(id)
      const [first, last] = [passage?.sentences[0], passage?.sentences.at(-1)]
      return passage === undefined || first === undefined || last === undefined
        ? []
        : [{ document: passage.document, start: first.start, end: last.end }]
    })
  }

  /** All that may be read, while there is not too much of it. */
  #all(allows: ReadonlySet<string> | undefined): Document[] {
    const documents = [...this.#corpus.documents.values()].filter(
      ({ id }) => allows?.has(id) !== false,
    )
    const length = documents.reduce((sum, { clean }) => sum + clean.length, 0)
    return length <= SMALL ? documents : []
  }

  /** The quotation as two runs of words that stand in two places. */
  async #parts(
    text: string,
    pieces: readonly Piece[],
    documents: readonly Document[],
    allows: ReadonlySet<string> | undefined,
  ): Promise<[Run, Run] | undefined> {
    const words = pieces.filter(({ kind }) => kind === 'word')
    const bare = words.map((piece) => piece.bare)
    // The longest beginning that stands somewhere: its length by halving, since a part of it does too.
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#runIn(documents, bare.slice(0, middle)) === undefined) high = middle - 1
      else low = middle
    }
    // What comes after it may be of a document that has none of the rest.
    const rest = await this.#passages(text.slice(words[low]?.start ?? text.length), allows)
    const all = [...new Set([...documents, ...rest.map(({ document }) => document)])]
    for (let cut = low; cut >= PART && cut >= low - PART; cut--) {
      if (words.length - cut < PART) continue
      const head = this.#runIn(documents, bare.slice(0, cut))
      const tail = this.#runIn(all, bare.slice(cut))
      if (head !== undefined && tail !== undefined) return [head, tail]
    }
    return undefined
  }

  #runIn(documents: readonly Document[], words: readonly string[]): Run | undefined {
    for (const document of documents) {
      const run = findRun(this.#worded.of(document), words)
      if (run !== undefined) return run
    }
    return undefined
  }
}

/** The whole quotation word for word; where its writer left words out, its parts one after the other. */
function inOrder(pieces: readonly Piece[], text: Worded): Found | undefined {
  const parts = split(pieces)
  const [first] = parts
  if (first === undefined) return undefined
  for (let from = 0; ;) {
    const head = findRun(text, first, from)
    if (head === undefined) return undefined
    let end = head.to
    const fits = parts.slice(1).every((part) => {
      const run = part.length === 0 ? undefined : findRun(text, part, end)
      if (run === undefined || run.from - end > LEFT_OUT) return part.length === 0
      end = run.to
      return true
    })
    if (fits) return compareRun(pieces, { in: text, from: head.from, to: end })
    from = head.from + 1
  }
}

/** An ellipsis stands for so many words at most. */
const LEFT_OUT = 120

/** The words between the places where the writer left out or put in some. */
function split(pieces: readonly Piece[]): string[][] {
  const parts: string[][] = [[]]
  for (const { kind, bare } of pieces)
    if (kind === 'word') parts.at(-1)?.push(bare)
    else if ((parts.at(-1)?.length ?? 0) > 0) parts.push([])
  return parts.filter((part) => part.length > 0)
}

function runOf(text: Worded, span: Span): Run {
  return { in: text, from: wordFrom(text, span.start), to: wordFrom(text, span.end - 1) + 1 }
}

function compareRun(pieces: readonly Piece[], run: Run): Found {
  const words = spansOf(run)
  const comparison = compareWords(
    pieces,
    words.map((_, at) => wordOf(run.in, run.from + at)),
  )
  return { document: run.in.document, span: spanOfRun(run), words, comparison }
}

function spansOf({ in: text, from, to }: Run): Span[] {
  return Array.from({ length: to - from }, (_, at) => ({
    start: text.starts[from + at] ?? 0,
    end: text.ends[from + at] ?? 0,
  }))
}

const wordOf = ({ joined, at }: Worded, index: number): string =>
  joined.slice(at[index] ?? 0, (at[index + 1] ?? joined.length) - 1)

/** The nearest stretch of a passage and what stands beside it. */
function compareIn(pieces: readonly Piece[], text: Worded, passage: Span): Found {
  const room = pieces.length + 20
  const from = Math.max(0, wordFrom(text, passage.start) - room)
  const to = Math.min(text.at.length, wordFrom(text, passage.end - 1) + 1 + room)
  const { words, comparison, document } = compareRun(pieces, { in: text, from, to })
  const used = comparison.steps.flatMap(({ word }) => (word === undefined ? [] : [word]))
  const [first, last] = [used[0] ?? 0, used.at(-1) ?? 0]
  return {
    document,
    span: { start: words[first]?.start ?? passage.start, end: words[last]?.end ?? passage.end },
    words,
    comparison,
  }
}

/** Whether only a word here and there is another: what differs more may be put together of two places. */
const isSmall = ({ steps }: Comparison): boolean =>
  steps.filter(({ kind }) => kind === 'changed' || kind === 'added').length < PART &&
  longestOf(steps, 'left out') < JUMP

function longestOf(
  steps: Comparison['steps'],
  wanted: Comparison['steps'][number]['kind'],
): number {
  let best = 0
  let now = 0
  for (const { kind } of steps) {
    now = kind === wanted ? now + 1 : 0
    best = Math.max(best, now)
  }
  return best
}
