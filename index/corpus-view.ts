/**
 * Some of all documents, searched as if there were no others: nothing of another is told, not even by
 * how often a word comes. Documents, passages and postings are those of the whole; what is counted is
 * counted among the own ones when it is asked for.
 */
import { eachTerm } from './analysis.ts'
import type { Acronym, Corpus } from './corpus.ts'
import type { Document, Language } from './document.ts'
import { idf } from './engines/bm25.ts'
import type { Hit, Part, QueryTerm, SearchOptions, TermCount } from './engines/passage-index.ts'
import { LearntCounts } from './learnt-counts.ts'
import type { Passage } from './passages.ts'
import type { Figure } from './quantities/figure-index.ts'
import type { Slices } from './slices.ts'
import type { Near, Words } from './vocabulary.ts'
import { languagesOf, type WholeCorpus } from './whole-corpus.ts'

/** What holds until a document comes or goes. */
interface Totals {
  readonly version: number
  readonly passages: number
  readonly languages: ReadonlySet<Language>
}

export class CorpusView implements Corpus, Part {
  readonly #whole: WholeCorpus
  readonly #documents = new Map<string, Document>()
  readonly #counts: LearntCounts
  readonly passages: Corpus['passages']
  readonly vocabulary: Words
  #version = 0
  #totals: Totals | undefined

  readonly sets: readonly string[]

  constructor(whole: WholeCorpus, sets: readonly string[]) {
    this.#whole = whole
    this.sets = sets
    const count = (): number => this.#counted().passages
    this.passages = {
      get: (id) => this.#passage(id),
      get size() {
        return count()
      },
    }
    this.#counts = new LearntCounts(this, whole)
    this.vocabulary = new OwnWords(this, whole, this.#counts)
  }

  /** After a document of the whole came, changed or went. @param isSeen whether it is of the view */
  update(documentId: string, isSeen: boolean): void {
    const document = isSeen ? this.#whole.documents.get(documentId) : undefined
    if (document === undefined && !this.#documents.has(documentId)) return
    this.#version++
    this.#documents.delete(documentId)
    if (document !== undefined) this.#documents.set(documentId, document)
  }

  has(documentId: string): boolean {
    return this.#documents.has(documentId)
  }

  get version(): number {
    return this.#version
  }

  get documents(): ReadonlyMap<string, Document> {
    return this.#documents
  }

  get languages(): ReadonlySet<Language> {
    return this.#counted().languages
  }

  get acronyms(): Iterable<readonly [string, readonly Acronym[]]> {
    return this.#whole.acronymsOf(this)
  }

  passagesOf(documentId: string): readonly Passage[] {
    return this.has(documentId) ? this.#whole.passagesOf(documentId) : []
  }

  figuresOf(documentId: string): readonly Figure[] {
    return this.has(documentId) ? this.#whole.figuresOf(documentId) : []
  }

  readFigures(documentIds: Iterable<string>): Promise<void> {
    return this.#whole.readFigures([...documentIds].filter((id) => this.has(id)))
  }

  copiesOf(documentId: string): readonly string[] {
    if (!this.has(documentId)) return []
    return this.#whole.copiesOf(documentId).filter((id) => this.has(id))
  }

  async findCopies(documentId: string, slices: Slices): Promise<readonly string[]> {
    if (!this.has(documentId)) return []
    await this.#whole.findCopies(documentId, slices)
    return this.copiesOf(documentId)
  }

  areCopies(oneId: string, otherId: string): boolean {
    return this.has(oneId) && this.has(otherId) && this.#whole.areCopies(oneId, otherId)
  }

  mayHaveCopies(documentId: string): boolean {
    return this.has(documentId) && this.#whole.mayHaveCopies(documentId, this)
  }

  search(
    query: readonly QueryTerm[],
    options: Omit<SearchOptions, 'among'>,
  ): Hit[] | Promise<Hit[]> {
    return this.#whole.search(query, { ...options, among: this })
  }

  informed<T>(read: () => T): T | Promise<T> {
    return this.#whole.shared === undefined ? read() : this.#counts.informed(read)
  }

  idf(term: string): number {
    return idf(this.vocabulary.frequency(term), this.passages.size)
  }

  longForms(term: string): readonly Acronym[] {
    return this.#whole.longForms(term, this)
  }

  #passage(id: number): Passage | undefined {
    const passage = this.#whole.passages.get(id)
    return passage !== undefined && this.has(passage.document.id) ? passage : undefined
  }

  #counted(): Totals {
    if (this.#totals?.version === this.#version) return this.#totals
    const languages = new Set<Language>()
    let passages = 0
    for (const document of this.#documents.values()) {
      passages += this.#whole.countOf(document.id)
      for (const language of languagesOf(document)) languages.add(language)
    }
    return (this.#totals = { version: this.#version, passages, languages })
  }
}

class OwnWords implements Words {
  readonly #own: Part
  readonly #whole: WholeCorpus
  readonly #counts: LearntCounts

  constructor(own: Part, whole: WholeCorpus, counts: LearntCounts) {
    this.#own = own
    this.#whole = whole
    this.#counts = counts
  }

  frequency(term: string): number {
    return this.#count(term).inText
  }

  #count(term: string): TermCount {
    return this.#whole.shared === undefined
      ? this.#whole.count(term, this.#own)
      : this.#counts.of(term)
  }

  /** As the first of the passages writes it: how others do is nobody's business. */
  written(term: string): string | undefined {
    const { first } = this.#count(term)
    const passage = first === undefined ? undefined : this.#whole.passages.get(first)
    if (passage === undefined) return undefined
    const { document, sentences } = passage
    let found: string | undefined
    eachTerm(document, sentences, (one, start, end) => {
      if (one === term) found ??= document.clean.slice(start, end)
    })
    return found
  }

  nearest(term: string, limit: number): Near[] {
    return this.#whole.vocabulary.nearest(term, limit, (one) => this.frequency(one))
  }
}
