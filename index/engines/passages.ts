/** Passages with the numbers of their terms, and the columns that they are saved as. */
import { COUNTS } from './posting.ts'
import type { SavedIndex } from './saved.ts'
import type { Terms } from './terms.ts'

export interface Passage {
  readonly id: number
  readonly documentId: string
  /** Numbers of its terms, each once, the smallest first. */
  readonly terms: Uint32Array
  /** All terms of the text and of the headings, repeated ones too. */
  readonly inText: number
  readonly inHeadings: number
}

/** A passage with how often it has each of its terms, as `countsOf` packs it. */
export interface Counted {
  readonly passage: Passage
  readonly counts: Uint8Array
}

/** Each has a place, which is given again once it is removed. */
export class Passages {
  readonly #at: (Passage | undefined)[] = []
  readonly #free: number[] = []
  readonly #ids = new Set<number>()
  readonly #documents = new Map<string, number[]>()

  get size(): number {
    return this.#ids.size
  }

  /** Places given away so far. */
  get places(): number {
    return this.#at.length
  }

  has(id: number): boolean {
    return this.#ids.has(id)
  }

  at(place: number): Passage | undefined {
    return this.#at[place]
  }

  placesOf(documentId: string): readonly number[] {
    return this.#documents.get(documentId) ?? []
  }

  /** By place; undefined where one was removed. */
  all(): readonly (Passage | undefined)[] {
    return this.#at
  }

  /** @returns its place */
  add(passage: Passage): number {
    const place = this.#free.pop() ?? this.#at.length
    this.#at[place] = passage
    this.#ids.add(passage.id)
    const places = this.#documents.get(passage.documentId)
    if (places === undefined) this.#documents.set(passage.documentId, [place])
    else places.push(place)
    return place
  }

  remove(documentId: string): void {
    for (const place of this.placesOf(documentId)) {
      const passage = this.#at[place]
      if (passage === undefined) continue
      this.#at[place] = undefined
      this.#free.push(place)
      this.#ids.delete(passage.id)
    }
    this.#documents.delete(documentId)
  }
}

export function packed(terms: Terms, passages: Passages): SavedIndex {
  const kept = Array.from({ length: terms.size }, (_, number) => number).filter(
    (number) => terms.having(number) > 0,
  )
  const lengths = Uint32Array.from(kept, (number) => terms.having(number))
  /** Where the next posting of each term goes. */
  const next = new Uint32Array(terms.size)
  let end = 0
  for (const [at, number] of kept.entries()) {
    next[number] = end
    end += lengths[at] ?? 0
  }
  const data = new Uint32Array(end)
  const all: Passage[] = []
  for (const [place, passage] of passages.all().entries()) {
    if (passage === undefined) continue
    for (const term of passage.terms) {
      data[next[term] ?? 0] = all.length * COUNTS + terms.counts(term, place)
      next[term] = (next[term] ?? 0) + 1
    }
    all.push(passage)
  }
  const documentIds = ['', ...new Set(all.map(({ documentId }) => documentId))]
  const numbers = new Map(documentIds.map((id, number) => [id, number]))
  return {
    terms: kept.map((number) => terms.at(number)),
    lengths,
    data,
    ids: Float64Array.from(all, ({ id }) => id),
    inText: Uint32Array.from(all, ({ inText }) => inText),
    inHeadings: Uint32Array.from(all, ({ inHeadings }) => inHeadings),
    documents: Uint32Array.from(all, ({ documentId }) => numbers.get(documentId) ?? 0),
    documentIds,
  }
}

/** Terms are numbered in their order. */
export function unpacked(saved: SavedIndex): {
  terms: readonly string[]
  passages: readonly Counted[]
} {
  const { ids, data, lengths, inText, inHeadings, documents, documentIds } = saved
  const sizes = new Uint32Array(ids.length)
  for (const value of data) sizes[value >>> 8] = (sizes[value >>> 8] ?? 0) + 1
  const passages = Array.from(sizes, (size, place) => ({
    passage: {
      id: ids[place] ?? 0,
      documentId: documentIds[documents[place] ?? 0] ?? '',
      terms: new Uint32Array(size),
      inText: inText[place] ?? 0,
      inHeadings: inHeadings[place] ?? 0,
    },
    counts: new Uint8Array(size),
  }))
  sizes.fill(0)
  let at = 0
  for (let term = 0; term < lengths.length; term++)
    for (const end = at + (lengths[term] ?? 0); at < end; at++) {
      const value = data[at] ?? 0
      const place = value >>> 8
      const to = sizes[place] ?? 0
      const one = passages[place]
      if (one === undefined) continue
      one.passage.terms[to] = term
      one.counts[to] = value % COUNTS
      sizes[place] = to + 1
    }
  return { terms: saved.terms, passages }
}
