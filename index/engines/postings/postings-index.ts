/**
 * The embedded engine for large sets: a term dictionary, postings in typed arrays, BM25. Removed
 * passages keep their place until a quarter of all are dead, then the rest is written anew.
 */
import {
  type Hit,
  type IndexedDocument,
  type PassageIndex,
  type QueryTerm,
  refuseKnown,
  type SearchOptions,
} from '../passage-index.ts'
import type { ColumnReader, ColumnWriter } from '../../snapshot/columns.ts'
import { type Bm25, FOR_PASSAGES, idf, weightedCounts } from '../bm25.ts'
import { Places } from './places.ts'
import { findBest, type QueryList, type Searched } from './plan.ts'
import { Pool } from './pool.ts'
import { posting } from '../posting.ts'
import { readSaved, writeSaved } from '../saved.ts'
import { withoutRemoved } from './rewrite.ts'

/** Fewer dead passages are not worth a rewrite. */
const FEW_REMOVED = 512

/** What holds between two changes; made anew when asked for. */
interface Settled {
  readonly dampings: Float64Array
  readonly scores: Float64Array
  readonly touched: Uint32Array
  /** By list: how many live passages it has, and the most it adds for a weight of 1. */
  readonly lists: Map<number, { readonly having: number; readonly most: number }>
}

export const makePostings = (): PassageIndex => new PostingsIndex()

export class PostingsIndex implements PassageIndex {
  readonly #bm25: Bm25
  readonly #counts: Float64Array
  #terms = new Map<string, number>()
  #pool = new Pool()
  #places = new Places()
  #settled: Settled | undefined
  #read = 0

  constructor(bm25: Bm25 = FOR_PASSAGES) {
    this.#bm25 = bm25
    this.#counts = weightedCounts(bm25.heading)
  }

  /** Postings looked at by all searches so far: the work done, whatever the machine. */
  get postingsRead(): number {
    return this.#read
  }

  add({ documentId, terms, passages }: IndexedDocument): void {
    refuseKnown(passages, (id) => this.#places.has(id))
    // How often each term is in the passage at hand: all 0 again after it.
    const inText = new Uint32Array(terms.length)
    const inHeadings = new Uint32Array(terms.length)
    const lists = terms.map((term) => this.#listOf(term))
    const push = (place: number, term: number): void => {
      const [text, headings] = [inText[term] ?? 0, inHeadings[term] ?? 0]
      if (text + headings === 0) return
      this.#pool.push(lists[term] ?? 0, posting(place, text, headings))
      inText[term] = 0
      inHeadings[term] = 0
    }
    for (const { id, text, headings } of passages) {
      const place = this.#places.add(id, documentId, text.length, headings.length)
      tally(text, inText)
      tally(headings, inHeadings)
      for (let at = 0; at < text.length; at++) push(place, text[at] ?? 0)
      for (let at = 0; at < headings.length; at++) push(place, headings[at] ?? 0)
    }
    this.#settled = undefined
  }

  remove(documentId: string): void {
    if (!this.#places.remove(documentId)) return
    this.#settled = undefined
    const { removed, count } = this.#places
    if (removed > FEW_REMOVED && removed * 4 > count) this.#rewrite()
  }

  search(query: readonly QueryTerm[], { limit, allows }: SearchOptions): Hit[] {
    if (limit <= 0 || this.#places.live === 0) return []
    const settled = (this.#settled ??= this.#settle())
    const searched: Searched = {
      ...settled,
      data: this.#pool.data,
      counts: this.#counts,
      isClosed: this.#closedTo(allows),
      idOf: (place) => this.#places.id(place),
    }
    // A filter that throws leaves scores behind: they are made anew.
    this.#settled = undefined
    const { hits, read } = findBest(this.#listsOf(query, settled), searched, limit)
    this.#settled = settled
    this.#read += read
    return [...hits]
  }

  save(to: ColumnWriter): void {
    if (this.#places.removed > 0) this.#rewrite()
    writeSaved(to, {
      terms: [...this.#terms.keys()],
      ...this.#pool.packed(),
      ...this.#places.packed(),
    })
  }

  restore(from: ColumnReader): void {
    const saved = readSaved(from)
    this.#terms = new Map(saved.terms.map((term, list) => [term, list]))
    this.#pool = Pool.of(saved.lengths, saved.data)
    this.#places = Places.of(saved)
    this.#settled = undefined
  }

  #listOf(term: string): number {
    const known = this.#terms.get(term)
    if (known !== undefined) return known
    const list = this.#pool.addList()
    this.#terms.set(term, list)
    return list
  }

  #settle(): Settled {
    const size = this.#places.count
    return {
      dampings: this.#places.dampings(this.#bm25),
      scores: new Float64Array(size),
      touched: new Uint32Array(size),
      lists: new Map(),
    }
  }

  /** The query's lists, what adds most first; of equal ones the order of their terms decides. */
  #listsOf(query: readonly QueryTerm[], settled: Settled): QueryList[] {
    const weights = new Map<string, number>()
    for (const { term, weight } of query)
      weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    const found: (QueryList & { readonly term: string })[] = []
    for (const [term, asked] of weights) {
      const list = this.#terms.get(term)
      if (list === undefined || asked <= 0) continue
      const { having, most } = this.#describe(list, settled)
      if (having === 0) continue
      const weight = asked * idf(having, this.#places.live)
      const [start, length] = [this.#pool.start(list), this.#pool.length(list)]
      found.push({ term, start, length, weight, bound: weight * most })
    }
    return found.sort((a, b) => b.bound - a.bound || (a.term < b.term ? -1 : 1))
  }

  #describe(list: number, settled: Settled): { having: number; most: number } {
    const known = settled.lists.get(list)
    if (known !== undefined) return known
    const { data } = this.#pool
    const start = this.#pool.start(list)
    const end = start + this.#pool.length(list)
    const gaps = this.#places.removed > 0
    let having = 0
    let most = 0
    for (let at = start; at < end; at++) {
      const value = data[at] ?? 0
      const place = value >>> 8
      if (gaps && this.#places.isRemoved(place)) continue
      having++
      const times = this.#counts[value & 255] ?? 0
      const adds = times / (times + (settled.dampings[place] ?? 0))
      if (adds > most) most = adds
    }
    this.#read += end - start
    const described = { having, most }
    settled.lists.set(list, described)
    return described
  }

  /** Each document is asked about once a search, and only when one of its passages comes up. */
  #closedTo(allows: SearchOptions['allows']): ((place: number) => boolean) | undefined {
    const places = this.#places
    if (allows === undefined)
      return places.removed === 0 ? undefined : (place) => places.isRemoved(place)
    const known = new Map<number, boolean>()
    return (place) => {
      const document = places.documentNumber(place)
      if (document === 0) return true
      let closed = known.get(document)
      if (closed === undefined) {
        closed = !allows(places.documentId(place))
        known.set(document, closed)
      }
      return closed
    }
  }

  #rewrite(): void {
    const { terms, pool, places } = withoutRemoved({
      terms: this.#terms,
      pool: this.#pool,
      places: this.#places,
    })
    this.#terms = terms
    this.#pool = pool
    this.#places = places
    this.#settled = undefined
  }
}

function tally(terms: ArrayLike<number>, counts: Uint32Array): void {
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0
    counts[term] = (counts[term] ?? 0) + 1
  }
}
