/**
 * Search for whole documents: which of them are about what is asked. BM25 over document and headings,
 * the query made fuller by the first documents, scores evened out among documents that are alike.
 *
 * The numbers are one set for every kind of collection, chosen in the middle of where four of them
 * are all good and change little: k1 is high because documents repeat what they are about; length
 * counts little, or a title without a text would come before a report.
 */
import { analyze } from '../../../index/analyzer.ts'
import type { Corpus } from '../../../index/corpus.ts'
import type { Document, Language } from '../../../index/document.ts'
import type { EmbeddedIndex, QueryTerm } from '../../../index/engines/passage-index.ts'
import { indexedDocument } from '../../support/written-passages.ts'
import type { Bm25 } from '../../../index/engines/bm25.ts'
import { PostingsIndex } from '../../../index/engines/postings/postings-index.ts'
import { type DocumentText, DocumentTerms, textOf, type Vector } from './document-terms.ts'
import { expand, FEEDBACK_DOCUMENTS, type Scored } from './feedback.ts'
import { smooth, SMOOTHED } from './smoothing.ts'

export interface DocumentSearchOptions {
  readonly limit: number
  readonly allows?: ReadonlySet<string>
}

const FOR_DOCUMENTS: Bm25 = { k1: 2, b: 0.4, heading: 2.5 }
/** A word said again in a long query counts, but less each time. */
const REPEATS = 0.7
/** A hyphenated word is looked for whole and in parts; together they count little more than once. */
const PARTS = 0.5
/** A document's opening says what it is about; so much of it is compared with others. */
const OPENING = 10_000
/** Documents whose vector is remembered. */
const REMEMBERED = 2000

export class DocumentSearch {
  readonly #corpus: Corpus
  readonly #index: EmbeddedIndex
  readonly #terms = new DocumentTerms(FOR_DOCUMENTS)
  readonly #ids = new Map<string, { readonly id: number; readonly document: Document }>()
  readonly #byId = new Map<number, string>()
  readonly #vectors = new Map<string, Vector>()
  #nextId = 0
  #version = -1

  constructor(corpus: Corpus, index: EmbeddedIndex = new PostingsIndex(FOR_DOCUMENTS)) {
    this.#corpus = corpus
    this.#index = index
  }

  /** Documents about what `text` asks, best first; scores compare within one search only. */
  async search(
    text: string,
    language: Language,
    { limit, allows }: DocumentSearchOptions,
  ): Promise<Scored[]> {
    this.#keepUp()
    const find = async (query: readonly QueryTerm[], most: number): Promise<Scored[]> => {
      const hits = this.#index.search(query, {
        limit: most,
        ...(allows !== undefined && { allows }),
      })
      return hits.flatMap(({ id, score }) => {
        const documentId = this.#byId.get(id)
        return documentId === undefined ? [] : [{ documentId, score }]
      })
    }
    const query = queryOf(text, language)
    const first = await find(query, FEEDBACK_DOCUMENTS)
    if (first.length === 0) return []
    const found = await find(expand(query, this.#withVectors(first)), Math.max(limit, SMOOTHED))
    const best = smooth(this.#withVectors(found.slice(0, SMOOTHED)))
    return [...best, ...found.slice(SMOOTHED)].slice(0, limit)
  }

  #withVectors(documents: readonly Scored[]): (Scored & { vector: Vector })[] {
    return documents.map(({ documentId, score }) => ({
      documentId,
      score,
      vector: this.#vectorOf(documentId),
    }))
  }

  #vectorOf(documentId: string): Vector {
    const known = this.#vectors.get(documentId)
    if (known !== undefined) return known
    const document = this.#ids.get(documentId)?.document
    const vector =
      document === undefined ? new Map<string, number>() : this.#terms.vector(openingOf(document))
    if (this.#vectors.size >= REMEMBERED) this.#vectors.clear()
    this.#vectors.set(documentId, vector)
    return vector
  }

  /** Takes over what the corpus got and lost since the last search. */
  #keepUp(): void {
    if (this.#version === this.#corpus.version) return
    this.#version = this.#corpus.version
    this.#vectors.clear()
    const now = this.#corpus.documents
    for (const [documentId, { id, document }] of this.#ids) {
      if (now.get(documentId) === document) continue
      this.#index.remove(documentId)
      this.#terms.remove(documentId, textOf(document))
      this.#ids.delete(documentId)
      this.#byId.delete(id)
    }
    for (const document of now.values()) if (!this.#ids.has(document.id)) this.#add(document)
  }

  #add(document: Document): void {
    const id = this.#nextId++
    const text: DocumentText = textOf(document)
    this.#index.add(indexedDocument(document.id, [{ id, ...text }]))
    this.#terms.add(document.id, text)
    this.#ids.set(document.id, { id, document })
    this.#byId.set(id, document.id)
  }
}

const openingOf = (document: Document): DocumentText =>
  textOf({ ...document, clean: document.clean.slice(0, OPENING) })

function queryOf(text: string, language: Language): QueryTerm[] {
  const counts = new Map<string, number>()
  for (const { terms, stop } of analyze(text, language))
    if (!stop)
      for (const term of terms)
        counts.set(term, (counts.get(term) ?? 0) + (terms.length > 1 ? PARTS : 1))
  return [...counts].map(([term, count]) => ({ term, weight: count ** REPEATS }))
}
