/** All documents that there are: their passages, terms and acronyms, kept in step. */
import { AcronymIndex } from './acronym-index.ts'
import { type Analysis, analysisOf, eachTerm } from './analysis.ts'
import type { Acronym, Corpus } from './corpus.ts'
import { detached } from './detached.ts'
import type { Document, Language } from './document.ts'
import {
  type Extract,
  type Figure,
  FigureIndex,
  type PackedQuantities,
} from './quantities/figure-index.ts'
import { isLanguage } from './languages/packs.ts'
import { NearDuplicates } from './near-duplicates/near-duplicates.ts'
import { idf } from './engines/bm25.ts'
import type { Held, MakeIndex } from './engines/held.ts'
import {
  type EmbeddedIndex,
  type Hit,
  type IndexedDocument,
  isShared,
  type Part,
  type QueryTerm,
  type SearchOptions,
  type SharedIndex,
  type TermCount,
} from './engines/passage-index.ts'
import { VerbatimError } from './errors.ts'
import type { Passage } from './passages.ts'
import { extractQuantities } from './quantities/extract.ts'
import { columnsIn } from './snapshot/column-sources.ts'
import { ColumnReader, ColumnWriter } from './snapshot/columns.ts'
import { readDocuments, writeDocuments } from './snapshot/document-columns.ts'
import { readPassages, writePassages } from './snapshot/passage-columns.ts'
import { Slices } from './slices.ts'
import { atOnce } from './snapshot/steps.ts'
import { Vocabulary } from './vocabulary.ts'

/** What was found out about a document where it was read. */
export interface Known {
  readonly quantities?: PackedQuantities
  readonly analysis?: Analysis
}

/** What of a corpus is neither document, passage, term nor engine. */
interface Rest {
  readonly nextId: number
}

/** An empty engine for so many passages. */
export type EngineFor = (passages: number) => Promise<MakeIndex>

/** Stands in a saved corpus where an embedded engine writes what it holds. */
const ELSEWHERE = 'in an engine elsewhere'

export class WholeCorpus implements Corpus, Held {
  readonly #documents = new Map<string, Document>()
  readonly #passages = new Map<number, Passage>()
  readonly #ids = new Map<string, readonly number[]>()
  readonly #acronyms = new AcronymIndex()
  /** How many documents are in each language. */
  readonly #languages = new Map<Language, number>()
  #makeIndex: MakeIndex
  #index: EmbeddedIndex | SharedIndex
  #sizes = new WeakMap<Part, { readonly version: number; readonly passages: number }>()
  readonly #figures: FigureIndex
  readonly #nearDuplicates = new NearDuplicates()
  #vocabulary = new Vocabulary()
  #nextId = 0
  #version = 0

  /**
   * @param makeIndex an empty engine
   * @param extract finds the quantities of a paragraph
   */
  constructor(makeIndex: MakeIndex, extract: Extract = extractQuantities) {
    this.#makeIndex = makeIndex
    this.#index = makeIndex(this)
    this.#figures = new FigureIndex(extract)
  }

  get version(): number {
    return this.#version
  }

  get vocabulary(): Vocabulary {
    return this.#vocabulary
  }

  get documents(): ReadonlyMap<string, Document> {
    return this.#documents
  }

  get passages(): ReadonlyMap<number, Passage> {
    return this.#passages
  }

  passagesOf(documentId: string): readonly Passage[] {
    return (this.#ids.get(documentId) ?? []).flatMap((id) => this.#passages.get(id) ?? [])
  }

  /** How many passages a document has. */
  countOf(documentId: string): number {
    return this.#ids.get(documentId)?.length ?? 0
  }

  figuresOf(documentId: string): readonly Figure[] {
    const document = this.#documents.get(documentId)
    return document === undefined ? [] : this.#figures.of(document)
  }

  async readFigures(documentIds: Iterable<string>): Promise<void> {
    const slices = new Slices()
    let asked = 0
    for (const id of documentIds) {
      asked++
      const document = this.#documents.get(id)
      if (document !== undefined) await this.#figures.read(document, slices)
      if (slices.over) await slices.rest()
    }
    this.#figures.letGo(asked)
  }

  copiesOf(documentId: string): readonly string[] {
    return this.#nearDuplicates.copiesOf(documentId)
  }

  async findCopies(documentId: string, slices: Slices): Promise<readonly string[]> {
    await this.#nearDuplicates.compareAll(documentId, slices)
    return this.copiesOf(documentId)
  }

  areCopies(oneId: string, otherId: string): boolean {
    return this.#nearDuplicates.areCopies(oneId, otherId)
  }

  mayHaveCopies(documentId: string, among?: Part): boolean {
    return this.#nearDuplicates.mayHaveCopies(documentId, among)
  }

  get languages(): ReadonlySet<Language> {
    return new Set(this.#languages.keys())
  }

  add(documents: readonly Document[]): void {
    for (const document of documents) this.put(document)
  }

  /**
   * A document with an id that is already there takes the old one's place.
   * @param known what was found out about it already
   */
  put(document: Document, known: Known = {}): void {
    this.#put(document, known)
  }

  #put(
    document: Document,
    { quantities, analysis = analysisOf(document) }: Known,
    first = this.#nextId,
  ): void {
    this.#version++
    this.remove(document.id)
    if (quantities !== undefined) this.#figures.put(document, quantities)
    this.#documents.set(document.id, document)
    this.#nearDuplicates.add(document, analysis.sample)
    this.#countLanguages(document, 1)
    this.#addPassages(document, first, analysis, this.#countTerms(document, analysis))
    this.#acronyms.add(document.id, analysis.acronyms)
  }

  /** What was found out about a document, to be put with it again. */
  knownOf(documentId: string): Known {
    const document = this.#documents.get(documentId)
    const quantities = document === undefined ? undefined : this.#figures.packed(document)
    return quantities === undefined ? {} : { quantities }
  }

  /**
   * Takes a document of another corpus, with all that is known of it there: its passages have the numbers
   * that they have there, unless others have them here.
   */
  addFrom(other: WholeCorpus, documentId: string): void {
    const document = other.#documents.get(documentId)
    if (document === undefined) return
    const ids = other.#ids.get(documentId) ?? []
    this.remove(documentId)
    const isFree = ids.every((id) => !this.#passages.has(id))
    this.#put(document, other.knownOf(documentId), isFree ? ids[0] : undefined)
  }

  remove(documentId: string): void {
    const document = this.#documents.get(documentId)
    if (document === undefined) return
    this.#version++
    for (const passage of this.passagesOf(documentId)) {
      const terms = new Set<string>()
      eachTerm(document, passage.sentences, (term) => terms.add(term))
      for (const term of terms) this.vocabulary.remove(term)
      this.#passages.delete(passage.id)
    }
    this.#index.remove(documentId)
    this.#figures.remove(documentId)
    this.#nearDuplicates.remove(documentId)
    this.#ids.delete(documentId)
    this.#documents.delete(documentId)
    this.#countLanguages(document, -1)
    this.#acronyms.remove(documentId)
  }

  search(query: readonly QueryTerm[], options: SearchOptions): Hit[] | Promise<Hit[]> {
    return this.#index.search(query, options)
  }

  /** The engine that several processes share, where there is one. */
  get shared(): SharedIndex | undefined {
    return isShared(this.#index) ? this.#index : undefined
  }

  informed<T>(read: () => T): T {
    return read()
  }

  /** A term among the passages of a part, by an engine in this process. */
  count(term: string, among: Part): TermCount {
    if (isShared(this.#index)) throw new VerbatimError('internal', 'terms are counted elsewhere')
    return this.#index.count(term, among)
  }

  placeOf(id: number, documentId: string): number {
    return id - (this.#ids.get(documentId)?.[0] ?? id)
  }

  idOf(documentId: string, place: number): number | undefined {
    return this.#ids.get(documentId)?.[place]
  }

  sizeOf(among: Part | undefined): number {
    if (among === undefined) return this.#passages.size
    const known = this.#sizes.get(among)
    if (known?.version === among.version) return known.passages
    let passages = 0
    for (const [id, { length }] of this.#ids) if (among.has(id)) passages += length
    this.#sizes.set(among, { version: among.version, passages })
    return passages
  }

  indexed(documentId: string): IndexedDocument | undefined {
    const document = this.#documents.get(documentId)
    const ids = this.#ids.get(documentId)
    if (document === undefined || ids === undefined) return undefined
    const analysis = analysisOf(document)
    return indexedOf(documentId, ids, analysis, analysis.terms)
  }

  idf(term: string): number {
    return idf(this.vocabulary.frequency(term), this.#passages.size)
  }

  longForms(term: string, among?: Part): readonly Acronym[] {
    return this.#acronyms.of(term, among === undefined ? undefined : (id) => among.has(id))
  }

  get acronyms(): Iterable<readonly [string, readonly Acronym[]]> {
    return this.acronymsOf()
  }

  /** Every acronym that the documents of a part define. */
  *acronymsOf(among?: Part): Generator<readonly [string, readonly Acronym[]], void> {
    yield* this.#acronyms.entries(among === undefined ? undefined : (id) => among.has(id))
  }

  save(to: ColumnWriter): void {
    const documents = [...this.#documents.values()]
    to.json({ nextId: this.#nextId } satisfies Rest)
    writeDocuments(to, documents)
    writePassages(
      to,
      documents.map(({ id }) => this.passagesOf(id)),
    )
    to.texts(documents.map((document) => this.#figures.packed(document) ?? ''))
    this.#acronyms.save(to)
    this.#nearDuplicates.save(to)
    this.#vocabulary.save(to)
    if (isShared(this.#index)) to.json({ name: ELSEWHERE })
    else this.#index.save(to)
  }

  /**
   * @param engineFor the engine for so many passages, whichever the corpus was saved with
   * @throws when no embedded engine wrote it
   */
  static async restore(from: ColumnReader, engineFor: EngineFor): Promise<WholeCorpus> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `save`; who keeps the columns vouches for them
    const { nextId } = from.json() as Rest
    const documents = atOnce(readDocuments(from))
    const found = readPassages(from, documents)
    const count = found.reduce((sum, { length }) => sum + length, 0)
    const corpus = new WholeCorpus(await engineFor(count))
    corpus.#nextId = nextId
    for (const [at, document] of documents.entries()) {
      const own = found[at] ?? []
      corpus.#documents.set(document.id, document)
      corpus.#countLanguages(document, 1)
      corpus.#ids.set(
        document.id,
        own.map(({ id }) => id),
      )
      for (const passage of own) corpus.#passages.set(passage.id, passage)
    }
    for (const [at, packed] of from.texts().entries()) {
      const document = documents[at]
      if (document !== undefined && packed !== '') corpus.#figures.put(document, packed)
    }
    corpus.#acronyms.restore(from)
    corpus.#nearDuplicates.restore(from, corpus.#documents)
    corpus.#vocabulary = Vocabulary.restore(from)
    if (!isShared(corpus.#index)) await corpus.#index.restore(from)
    return corpus
  }

  /**
   * Goes over to another engine between two searches, with all that the old one holds; keeps the old
   * one when documents change meanwhile.
   */
  async use(makeIndex: MakeIndex): Promise<void> {
    if (makeIndex === this.#makeIndex || isShared(this.#index)) return
    const columns = new ColumnWriter()
    this.#index.save(columns)
    const version = this.#version
    const index = makeIndex(this)
    if (isShared(index)) return
    await index.restore(new ColumnReader(columnsIn(columns.parts)))
    if (this.#version !== version) return
    this.#makeIndex = makeIndex
    this.#index = index
  }

  #countLanguages(document: Document, change: number): void {
    for (const language of languagesOf(document)) {
      const count = (this.#languages.get(language) ?? 0) + change
      if (count > 0) this.#languages.set(language, count)
      else this.#languages.delete(language)
    }
  }

  #addPassages(
    document: Document,
    first: number,
    analysis: Analysis,
    terms: readonly string[],
  ): void {
    const ids = analysis.passages.map((_, at) => first + at)
    for (const [at, outline] of analysis.passages.entries())
      this.#passages.set(first + at, { id: first + at, document, ...outline })
    this.#nextId = Math.max(this.#nextId, first + ids.length + 1)
    this.#ids.set(document.id, ids)
    this.#index.add(indexedOf(document.id, ids, analysis, terms))
  }

  /** @returns all terms of the document, as the vocabulary keeps them */
  #countTerms({ clean }: Document, { terms, written, lengths, order }: Analysis): string[] {
    const having = new Uint32Array(written.length / 2)
    /** Of each term, one more than the last passage that has it. */
    const last = new Uint32Array(having.length)
    let from = 0
    for (let passage = 0; passage * 2 < lengths.length; passage++) {
      const end = from + (lengths[passage * 2] ?? 0)
      for (; from < end; from++) {
        const term = order[from] ?? 0
        if (last[term] === passage + 1) continue
        last[term] = passage + 1
        having[term] = (having[term] ?? 0) + 1
      }
      from += lengths[passage * 2 + 1] ?? 0
    }
    return terms.map((term, at) =>
      at >= having.length
        ? detached(term)
        : this.#vocabulary.add(term, having[at] ?? 0, () =>
            clean.slice(written[at * 2], written[at * 2 + 1]),
          ),
    )
  }
}

function indexedOf(
  documentId: string,
  ids: readonly number[],
  { lengths, order }: Analysis,
  terms: readonly string[],
): IndexedDocument {
  let from = 0
  const next = (count = 0): Uint32Array => order.subarray(from, (from += count))
  const passages = ids.map((id, at) => ({
    id,
    text: next(lengths[at * 2]),
    headings: next(lengths[at * 2 + 1]),
  }))
  return { documentId, terms, passages }
}

/** Its own language, and those of its paragraphs. */
export const languagesOf = ({ language, alsoIn = [] }: Document): Language[] => [
  language,
  ...alsoIn.filter((one) => isLanguage(one)),
]
