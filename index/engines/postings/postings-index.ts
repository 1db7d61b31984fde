/**
 * The embedded engine for large sets: a term dictionary, postings in typed arrays, BM25. Removed
 * passages keep their place until a quarter of all are dead, then the rest is written anew.
 */
import {
  type Hit,
  type IndexedDocument,
  type Part,
  type EmbeddedIndex,
  type QueryTerm,
  refuseKnown,
  type SearchOptions,
  type TermCount,
  weightsOf,
} from '../passage-index.ts'
import type { ColumnReader, ColumnWriter } from '../../snapshot/columns.ts'
import { type Bm25, FOR_PASSAGES, idf, weightedCounts } from '../bm25.ts'
import { type Open, Places } from './places.ts'
import { findBest, type QueryList, type Searched } from './plan.ts'
import { Pool } from './pool.ts'
import { MOST_PASSAGES, posting, textCount } from '../posting.ts'
import { RecentParts } from '../recent-parts.ts'
import { readSaved, writeSaved } from '../saved.ts'
import { withoutRemoved } from './rewrite.ts'

/** Fewer dead passages are not worth a rewrite. */
const FEW_REMOVED = 512

/** What holds of the passages, or of a part of them, between two changes; made anew when asked for. */
interface Settled {
  /** What may be found; undefined when all may. */
  readonly open: Open | undefined
  readonly live: number
  readonly dampings: Float64Array
  /** By list. */
  readonly lists: Map<number, Described>
}

/** A term among the passages that may be found. */
interface Described {
  /** How many have it, and how many of these in their text. */
  readonly having: number
  readonly inText: number
  /** The least id of those that have it in their text. */
  readonly first: number | undefined
  /** The most it adds for a weight of 1. */
  readonly most: number
}

/** Of every place, for one search; 0 everywhere before and after. */
interface Room {
  readonly scores: Float64Array
  readonly touched: Uint32Array
}

export const makePostings = (): EmbeddedIndex => new PostingsIndex()

export class PostingsIndex implements EmbeddedIndex {
  readonly #bm25: Bm25
  readonly #counts: Float64Array
  #terms = new Map<string, number>()
  #pool = new Pool()
  #places = new Places()
  #whole: Settled | undefined
  readonly #parts = new RecentParts<Settled>()
  #room: Room | undefined
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
    const { count, removed } = this.#places
    if (removed > 0 && count + passages.length > MOST_PASSAGES) this.#rewrite()
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
    this.#unsettle()
  }

  remove(documentId: string): void {
    if (!this.#places.remove(documentId)) return
    this.#unsettle()
    const { removed, count } = this.#places
    if (removed > FEW_REMOVED && removed * 4 > count) this.#rewrite()
  }

  /** It is so already. */
  settle(): void {}

  search(query: readonly QueryTerm[], { limit, among, allows }: SearchOptions): Hit[] {
    const settled = this.#settled(among)
    if (limit <= 0 || settled.live === 0) return []
    this.#room ??= roomFor(this.#places.count)
    const open = allows === undefined ? settled.open : this.#places.openedOf(allows, settled.open)
    const searched: Searched = {
      ...this.#room,
      dampings: settled.dampings,
      data: this.#pool.data,
      counts: this.#counts,
      isClosed: this.#closedBut(open),
      idOf: (place) => this.#places.id(place),
    }
    const { hits, read } = findBest(this.#listsOf(query, settled), searched, limit)
    this.#read += read
    return [...hits]
  }

  count(term: string, among: Part): TermCount {
    const list = this.#terms.get(term)
    if (list === undefined) return { inText: 0, first: undefined }
    const { inText, first } = this.#describe(list, this.#settled(among))
    return { inText, first }
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
    this.#unsettle()
  }

  #listOf(term: string): number {
    const known = this.#terms.get(term)
    if (known !== undefined) return known
    const list = this.#pool.addList()
    this.#terms.set(term, list)
    return list
  }

  #settled(among: Part | undefined): Settled {
    if (among === undefined) return (this.#whole ??= this.#settle())
    return this.#parts.of(among, () => this.#settle(this.#places.opened((id) => among.has(id))))
  }

  #settle(open?: Open): Settled {
    const totals = this.#places.totals(open)
    const dampings = this.#places.dampings(this.#bm25, totals)
    return { open, live: totals.live, dampings, lists: new Map() }
  }

  #unsettle(): void {
    this.#whole = undefined
    this.#parts.clear()
    this.#room = undefined
  }

  /** The query's lists, what adds most first; of equal ones the order of their terms decides. */
  #listsOf(query: readonly QueryTerm[], settled: Settled): QueryList[] {
    const found: (QueryList & { readonly term: string })[] = []
    for (const [term, asked] of weightsOf(query)) {
      const list = this.#terms.get(term)
      if (list === undefined || asked <= 0) continue
      const { having, most } = this.#describe(list, settled)
      if (having === 0) continue
      const weight = asked * idf(having, settled.live)
      const [start, length] = [this.#pool.start(list), this.#pool.length(list)]
      found.push({ term, start, length, having, weight, bound: weight * most })
    }
    return found.sort((a, b) => b.bound - a.bound || (a.term < b.term ? -1 : 1))
  }

  #describe(list: number, settled: Settled): Described {
    const known = settled.lists.get(list)
    if (known !== undefined) return known
    const { data } = this.#pool
    const start = this.#pool.start(list)
    const end = start + this.#pool.length(list)
    const isClosed = this.#closedBut(settled.open)
    const found = { having: 0, inText: 0, first: Infinity, most: 0 }
    for (let at = start; at < end; at++) {
      const value = data[at] ?? 0
      const place = value >>> 8
      if (isClosed?.(place) === true) continue
      found.having++
      if (textCount(value & 255) > 0) {
        found.inText++
        found.first = Math.min(found.first, this.#places.id(place))
      }
      const times = this.#counts[value & 255] ?? 0
      const adds = times / (times + (settled.dampings[place] ?? 0))
      if (adds > found.most) found.most = adds
    }
    this.#read += end - start
    const described = { ...found, first: found.inText === 0 ? undefined : found.first }
    settled.lists.set(list, described)
    return described
  }

  #closedBut(open: Open | undefined): ((place: number) => boolean) | undefined {
    const places = this.#places
    if (open !== undefined) return (place) => open[places.documentNumber(place)] !== 1
    return places.removed === 0 ? undefined : (place) => places.isRemoved(place)
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
    this.#unsettle()
  }
}

const roomFor = (places: number): Room => ({
  scores: new Float64Array(places),
  touched: new Uint32Array(places),
})

function tally(terms: ArrayLike<number>, counts: Uint32Array): void {
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0
    counts[term] = (counts[term] ?? 0) + 1
  }
}
