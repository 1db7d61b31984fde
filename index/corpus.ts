/** What there is to know of documents that are searched together: all there are, or those of some sets. */
import type { Document, Language } from './document.ts'
import type { Hit, QueryTerm, SearchOptions } from './engines/passage-index.ts'
import type { Passage } from './passages.ts'
import type { Figure } from './quantities/figure-index.ts'
import type { Slices } from './slices.ts'
import type { Words } from './vocabulary.ts'

/** An acronym and one of its long forms, as terms, and how the documents write it. */
export interface Acronym {
  readonly acronym: string
  readonly longForm: string
  readonly terms: readonly string[]
  readonly documentId: string
}

export interface Corpus {
  /** Another number after every change. */
  readonly version: number
  readonly documents: ReadonlyMap<string, Document>
  readonly passages: Pick<ReadonlyMap<number, Passage>, 'get' | 'size'>
  readonly vocabulary: Words
  /** Of all documents, that of the first one first. */
  readonly languages: ReadonlySet<Language>
  /** Every acronym that the documents define. */
  readonly acronyms: Iterable<readonly [string, readonly Acronym[]]>

  /** Passages in the order of their document. */
  passagesOf(documentId: string): readonly Passage[]
  /** Figures in the order of their document; looked for when first asked for. */
  figuresOf(documentId: string): readonly Figure[]
  /** Reads the figures of documents in slices, so that `figuresOf` has them. */
  readFigures(documentIds: Iterable<string>): Promise<void>
  /** The other editions of a document: the same story elsewhere, a new date. Sorted ids. */
  copiesOf(documentId: string): readonly string[]
  /** The same in slices: a story may have hundreds of copies. */
  findCopies(documentId: string, slices: Slices): Promise<readonly string[]>
  areCopies(oneId: string, otherId: string): boolean
  /** False when no document is like it; told sooner than whether two are copies. */
  mayHaveCopies(documentId: string): boolean
  search(query: readonly QueryTerm[], options: Omit<SearchOptions, 'among'>): Hit[] | Promise<Hit[]>
  /**
   * What `read` makes of the vocabulary and of what terms say. It may be run several times, until all that
   * it asks for is known here; where another machine counts terms, nothing else may ask.
   * @throws VerbatimError 'storage' when it could not be counted everywhere
   */
  informed<T>(read: () => T): T | Promise<T>
  /** The rarer a term, the more it says; terms nobody has say the most. */
  idf(term: string): number
  /** What an acronym stands for in the documents; `term` is its stem. */
  longForms(term: string): readonly Acronym[]
}
