/** The terms of whole documents: how often each occurs, how many documents have it, what it weighs. */
import { indexTerms } from '../../../index/analyzer.ts'
import type { Document } from '../../../index/document.ts'
import { type Bm25, idf } from '../../../index/engines/bm25.ts'

export interface DocumentText {
  readonly terms: readonly string[]
  readonly headingTerms: readonly string[]
}

/** A document's terms by weight; the squares of the weights add up to 1. */
export type Vector = ReadonlyMap<string, number>

export function textOf({ clean, title, sections, language }: Document): DocumentText {
  const headings = new Set(sections.map(({ heading }) => heading))
  return {
    terms: indexTerms(clean, language),
    headingTerms: [title.value, ...headings].flatMap((text) => indexTerms(text, language)),
  }
}

export class DocumentTerms {
  readonly #bm25: Bm25
  readonly #having = new Map<string, number>()
  readonly #lengths = new Map<string, number>()
  #total = 0

  constructor(bm25: Bm25) {
    this.#bm25 = bm25
  }

  add(documentId: string, text: DocumentText): void {
    const length = this.#lengthOf(text)
    this.#lengths.set(documentId, length)
    this.#total += length
    for (const term of new Set([...text.terms, ...text.headingTerms]))
      this.#having.set(term, (this.#having.get(term) ?? 0) + 1)
  }

  remove(documentId: string, text: DocumentText): void {
    this.#total -= this.#lengths.get(documentId) ?? 0
    this.#lengths.delete(documentId)
    for (const term of new Set([...text.terms, ...text.headingTerms])) {
      const having = (this.#having.get(term) ?? 0) - 1
      if (having > 0) this.#having.set(term, having)
      else this.#having.delete(term)
    }
  }

  /** As BM25 weighs them for a query that has each once. */
  vector(text: DocumentText): Vector {
    const { k1, b, heading } = this.#bm25
    const counts = new Map<string, number>()
    for (const term of text.terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const term of text.headingTerms) counts.set(term, (counts.get(term) ?? 0) + heading)
    const average = this.#total / this.#lengths.size
    const damping = k1 * (1 - b + (b * this.#lengthOf(text)) / average)
    const weights = new Map<string, number>()
    let squares = 0
    for (const [term, count] of counts) {
      const weight =
        (idf(this.#having.get(term) ?? 0, this.#lengths.size) * count) / (count + damping)
      weights.set(term, weight)
      squares += weight * weight
    }
    const norm = Math.sqrt(squares) || 1
    for (const [term, weight] of weights) weights.set(term, weight / norm)
    return weights
  }

  #lengthOf({ terms, headingTerms }: DocumentText): number {
    return terms.length + this.#bm25.heading * headingTerms.length
  }
}
