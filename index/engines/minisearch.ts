/**
 * The embedded engine: MiniSearch behind the seam. The only file that imports it.
 *
 * MiniSearch holds which passages have a term; what it is worth there is counted here, with the BM25 of
 * every engine, for MiniSearch's own score rewards a passage twice for each further term. Terms are
 * asked one by one, what says most first; once what is left cannot lift a new passage among the best,
 * the common terms only score the passages that are there.
 */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import type { ColumnReader, ColumnWriter } from '../snapshot/columns.ts'
import { type Bm25, dampings, FOR_PASSAGES, idf, weightedCounts } from './bm25.ts'
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
} from './passage-index.ts'
import { countsOf, textCount } from './posting.ts'
import { RecentParts } from './recent-parts.ts'
import { readSaved, type SavedIndex, writeSaved } from './saved.ts'
import { type Counted, packed, type Passage, Passages, unpacked } from './passages.ts'
import { Terms } from './terms.ts'
import { thresholdOf } from './top.ts'

/** Terms are joined by a character that no term has, and split at it again. */
const SEPARATOR = '\u0001'
/** No query reads more postings than this to find candidates: what words of every passage may cost. */
const MOST_READ = 3_000_000
/** For what rounding takes away: a bound must not be missed by a last digit. */
const SAFE = 1 - 1e-9
interface Entry {
  /** The passage's place. */
  readonly id: number
  readonly terms: string
}

const OPTIONS: Options<Entry> = {
  fields: ['terms'],
  tokenize: (text) => (text === '' ? [] : text.split(SEPARATOR)),
  processTerm: (term) => term,
  searchOptions: { prefix: false, fuzzy: false },
}

/** A term of the query that some passage has. */
interface Asked {
  readonly term: string
  readonly number: number
  /** The query's weight times the term's rarity. */
  readonly says: number
  /** The most it adds to any passage. */
  readonly bound: number
  /** How many passages have it. */
  readonly having: number
}

/** What holds of the passages, or of a part of them, between two changes; made anew when asked for. */
interface Settled {
  /** Whether a passage may be found, by place. */
  readonly open: Uint8Array
  readonly live: number
  /** By place. */
  readonly dampings: Float64Array
  /** By term. */
  readonly counts: Map<string, Count>
}

/** A term among the passages of a part. */
interface Count extends TermCount {
  /** How many have it in their text or above it. */
  readonly having: number
}

/** Of every place, for one search; 0 everywhere before and after. */
interface Room {
  readonly scores: Float64Array
  readonly touched: Uint32Array
}

/** What is known of the passages while one query is answered. */
interface Sight extends Room {
  /** How many are touched. */
  count: number
  readonly dampings: Float64Array
  readonly isOpen: (place: number) => boolean
}

export const makeMiniSearch = (): EmbeddedIndex => new MiniSearchIndex()

export class MiniSearchIndex implements EmbeddedIndex {
  readonly #bm25: Bm25
  #engine = new MiniSearch<Entry>(OPTIONS)
  #terms: Terms
  #passages = new Passages()
  #whole: Settled | undefined
  readonly #parts = new RecentParts<Settled>()
  #room: Room | undefined

  constructor(bm25: Bm25 = FOR_PASSAGES) {
    this.#bm25 = bm25
    this.#terms = new Terms(weightedCounts(bm25.heading))
  }

  add({ documentId, terms, passages }: IndexedDocument): void {
    refuseKnown(passages, (id) => this.#passages.has(id))
    const numbers = Uint32Array.from(terms, (term) => this.#terms.numberOf(term))
    for (const { id, text, headings } of passages) {
      const counted = tally({ id, documentId, inText: text.length, inHeadings: headings.length }, [
        numbersOf(text, numbers),
        numbersOf(headings, numbers),
      ])
      this.#engine.add(this.#entryOf(this.#note(counted), counted.passage))
    }
  }

  remove(documentId: string): void {
    for (const place of this.#passages.placesOf(documentId)) {
      const passage = this.#passages.at(place)
      if (passage === undefined) continue
      this.#engine.remove(this.#entryOf(place, passage))
      for (const number of passage.terms) this.#terms.remove(number, place)
    }
    this.#passages.remove(documentId)
    this.#unsettle()
  }

  /** It is so already. */
  settle(): void {}

  search(query: readonly QueryTerm[], { limit, among, allows }: SearchOptions): Hit[] {
    const settled = this.#settled(among)
    if (limit <= 0 || settled.live === 0) return []
    const room = (this.#room ??= roomFor(this.#passages.places))
    const { open, dampings: below } = settled
    const isOpen = (place: number): boolean =>
      open[place] === 1 && allows?.has(this.#passages.at(place)?.documentId ?? '') !== false
    const sight = { ...room, dampings: below, count: 0, isOpen }
    const asked = this.#asked(query, settled, among)
    const found = this.#findAll(asked, sight, limit)
    for (const one of asked.slice(found)) this.#addTo(one, sight)
    const hits = this.#best(sight, limit)
    for (const place of sight.touched.subarray(0, sight.count)) sight.scores[place] = 0
    return hits
  }

  count(term: string, among: Part): TermCount {
    const { inText, first } = this.#count(term, this.#settled(among))
    return { inText, first }
  }

  save(to: ColumnWriter): void {
    writeSaved(to, packed(this.#terms, this.#passages))
  }

  /** In slices: other work goes on while a large index is read. */
  async restore(from: ColumnReader): Promise<void> {
    const saved = readSaved(from)
    const { terms, passages } = unpacked(saved)
    this.#engine = await MiniSearch.loadJSAsync(plain(saved), OPTIONS)
    this.#terms = new Terms(weightedCounts(this.#bm25.heading))
    this.#passages = new Passages()
    for (const term of terms) this.#terms.numberOf(term)
    for (const one of passages) this.#note(one)
    this.#unsettle()
  }

  /** @returns its place */
  #note({ passage, counts }: Counted): number {
    this.#unsettle()
    const place = this.#passages.add(passage)
    for (const [at, number] of passage.terms.entries())
      this.#terms.add(number, place, counts[at] ?? 0)
    return place
  }

  #entryOf(id: number, { terms }: Passage): Entry {
    return { id, terms: Array.from(terms, (number) => this.#terms.at(number)).join(SEPARATOR) }
  }

  #settled(among: Part | undefined): Settled {
    if (among === undefined) return (this.#whole ??= this.#settle(() => true))
    return this.#parts.of(among, () => this.#settle((id) => among.has(id)))
  }

  #settle(has: (documentId: string) => boolean): Settled {
    const { places } = this.#passages
    const open = new Uint8Array(places)
    const lengths = new Float64Array(places)
    let [live, inText, inHeadings] = [0, 0, 0]
    for (const [place, passage] of this.#passages.all().entries()) {
      if (passage === undefined || !has(passage.documentId)) continue
      open[place] = 1
      live++
      inText += passage.inText
      inHeadings += passage.inHeadings
      lengths[place] = this.#lengthOf(passage.inText, passage.inHeadings)
    }
    const average = this.#lengthOf(inText, inHeadings) / live
    return { open, live, dampings: dampings(lengths, this.#bm25, average), counts: new Map() }
  }

  #lengthOf(inText: number, inHeadings: number): number {
    return inText + this.#bm25.heading * inHeadings
  }

  #unsettle(): void {
    this.#whole = undefined
    this.#parts.clear()
    this.#room = undefined
  }

  #count(term: string, { open, counts }: Settled): Count {
    const known = counts.get(term)
    if (known !== undefined) return known
    const { number } = this.#terms.describe(term)
    if (number === -1) return { having: 0, inText: 0, first: undefined }
    const found = { having: 0, inText: 0, first: undefined as number | undefined }
    this.#eachHaving(term, (place) => {
      if (open[place] !== 1) return
      found.having++
      if (textCount(this.#terms.counts(number, place)) === 0) return
      found.inText++
      const id = this.#passages.at(place)?.id ?? 0
      if (found.first === undefined || id < found.first) found.first = id
    })
    counts.set(term, found)
    return found
  }

  /** What says most first; of equal ones the order of their terms decides. */
  #asked(query: readonly QueryTerm[], settled: Settled, among: Part | undefined): Asked[] {
    const { k1, b } = this.#bm25
    return [...weightsOf(query)]
      .flatMap(([term, asked]) => {
        const { number, having: all, most } = this.#terms.describe(term)
        if (all === 0 || asked <= 0) return []
        const having = among === undefined ? all : this.#count(term, settled).having
        if (having === 0) return []
        const says = asked * idf(having, settled.live)
        // No passage is shorter than one without a word.
        return [{ term, number, says, having, bound: (says * most) / (most + k1 * (1 - b)) }]
      })
      .sort((one, other) => other.says - one.says || (one.term < other.term ? -1 : 1))
  }

  /** @returns how many terms it took to find every passage that can be among the best */
  #findAll(asked: readonly Asked[], sight: Sight, limit: number): number {
    let [bounds, read] = [0, 0]
    let remaining = asked.reduce((sum, { bound }) => sum + bound, 0)
    for (const [at, one] of asked.entries()) {
      if (read > 0 && read + one.having > MOST_READ) return at
      // A threshold is worth its cost only when it can end the search for candidates.
      if (remaining < bounds && remaining < leastOf(sight, limit) * SAFE) return at
      this.#find(one, sight)
      read += one.having
      bounds += one.bound
      remaining -= one.bound
    }
    return asked.length
  }

  /**
   * MiniSearch asks what to make of each passage that has a term; nothing is made of any, for a result
   * with its matches costs ten times its score.
   */
  #eachHaving(term: string, tell: (place: number) => void): void {
    this.#engine.search(term, {
      tokenize: (text) => [text],
      boostDocument: (key) => {
        tell(Number(key))
        return 0
      },
    })
  }

  /** Adds a term's part to every passage that has it and may be found. */
  #find({ term, number, says }: Asked, sight: Sight): void {
    const { scores, touched, dampings: below, isOpen } = sight
    this.#eachHaving(term, (place) => {
      const score = scores[place] ?? 0
      if (score === 0) {
        if (!isOpen(place)) return
        touched[sight.count++] = place
      }
      const times = this.#terms.weight(number, place)
      scores[place] = score + (says * times) / (times + (below[place] ?? 0))
    })
  }

  /** Adds a term's part to the passages that were found by others. */
  #addTo({ number, says }: Asked, { scores, touched, count, dampings: below }: Sight): void {
    for (const place of touched.subarray(0, count)) {
      if (!includes(this.#passages.at(place)?.terms, number)) continue
      const times = this.#terms.weight(number, place)
      scores[place] = (scores[place] ?? 0) + (says * times) / (times + (below[place] ?? 0))
    }
  }

  #best(sight: Sight, limit: number): Hit[] {
    const least = leastOf(sight, limit)
    const hits: Hit[] = []
    for (const place of sight.touched.subarray(0, sight.count)) {
      const score = sight.scores[place] ?? 0
      if (score >= least) hits.push({ id: this.#passages.at(place)?.id ?? 0, score })
    }
    return hits.sort((one, other) => other.score - one.score || one.id - other.id).slice(0, limit)
  }
}

const leastOf = ({ scores, touched, count }: Sight, limit: number): number =>
  thresholdOf(touched, count, scores, limit)

/** What MiniSearch would have written: it reads that sooner than it finds each term's way again. */
function plain(saved: SavedIndex): AsPlainObject {
  const { data, ids } = saved
  const sizes = new Uint32Array(ids.length)
  for (const value of data) sizes[value >>> 8] = (sizes[value >>> 8] ?? 0) + 1
  return {
    documentCount: ids.length,
    nextId: ids.length,
    documentIds: Object.fromEntries(Array.from(sizes, (_, place) => [place, place])),
    fieldIds: { terms: 0 },
    fieldLength: Object.fromEntries(Array.from(sizes, (size, place) => [place, [size]])),
    averageFieldLength: [data.length / (ids.length || 1)],
    storedFields: {},
    dirtCount: 0,
    // Made as they are taken: all at once they would be many times the index, and hold up other work.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed as an array, iterated only
    index: eachTerm(saved) as unknown as AsPlainObject['index'],
    serializationVersion: 2,
  }
}

/** A term, and by field the places that have it. */
function* eachTerm({
  terms,
  lengths,
  data,
}: SavedIndex): Generator<[string, Record<number, Record<number, number>>]> {
  let at = 0
  for (const [list, term] of terms.entries()) {
    const having: Record<number, number> = {}
    for (const end = at + (lengths[list] ?? 0); at < end; at++) having[(data[at] ?? 0) >>> 8] = 1
    yield [term, { 0: having }]
  }
}

const roomFor = (places: number): Room => ({
  scores: new Float64Array(places),
  touched: new Uint32Array(places),
})

const numbersOf = (terms: ArrayLike<number>, numbers: Uint32Array): Uint32Array =>
  Uint32Array.from(terms, (term) => numbers[term] ?? 0)

/** @param terms of the text and of the headings, by number */
function tally(
  passage: Omit<Passage, 'terms'>,
  [text, headings]: readonly [Uint32Array, Uint32Array],
): Counted {
  const inText = countEach(text)
  const inHeadings = countEach(headings)
  const terms = Uint32Array.from(new Set([...inText.keys(), ...inHeadings.keys()])).sort()
  const counts = Uint8Array.from(terms, (term) =>
    countsOf(inText.get(term) ?? 0, inHeadings.get(term) ?? 0),
  )
  return { passage: { ...passage, terms }, counts }
}

function countEach(terms: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** Whether a number is among sorted ones. */
function includes(numbers: Uint32Array | undefined, number: number): boolean {
  if (numbers === undefined) return false
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return numbers[low] === number
}
