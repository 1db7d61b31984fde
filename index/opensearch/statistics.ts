/** How rare terms are among passages, asked of the cluster once until documents change. */
import * as z from 'zod'
import type { Names, Part, TermCount } from '../engines/passage-index.ts'
import { patience, type Searches } from './searches.ts'
import { tokenOf } from './tokens.ts'

interface TermStatistics extends TermCount {
  /** How many passages have it in their text or above it; the same of all there are. */
  readonly having: number
  readonly everywhere: number
}

/** Of the passages of a part, or of all. */
export interface Statistics {
  readonly passages: number
  /** Terms of all texts, and of all headings. */
  readonly inText: number
  readonly inHeadings: number
  /** Passages of all documents. */
  readonly everywhere: number
  /** By term, for those that were asked for. */
  readonly terms: ReadonlyMap<string, TermStatistics>
}

/** Another process may have changed documents: seconds until it is seen in what is rare. */
const FRESH = 10
/** Of so many parts and so many terms of one it is kept. */
const MOST_PARTS = 32
const MOST_TERMS = 20_000

interface Kept {
  /** Sets; those of all where it is undefined. */
  readonly of: readonly string[] | undefined
  readonly version: number
  readonly until: number
  readonly totals: Omit<Statistics, 'terms'>
  readonly terms: Map<string, TermStatistics>
}

const Having = z.object({ doc_count: z.number() })
const Place = z.object({ _source: z.object({ doc: z.string(), at: z.number() }) })
const Own = z.object({
  doc_count: z.number(),
  first: z.object({ hits: z.object({ hits: z.array(Place) }) }).optional(),
})
const Value = z.object({ value: z.number() })
const Buckets = <Bucket extends z.ZodType>(bucket: Bucket) => z.object({ buckets: z.array(bucket) })
const Counted = z.object({
  hits: z.object({ total: Value }),
  aggregations: z.object({
    inText: Value,
    inHeadings: Value,
    having: Buckets(Having),
    own: Buckets(Own),
    all: z.object({ doc_count: z.number(), having: Buckets(Having) }),
  }),
})

/** Only passages of these sets. */
export const ofSets = (among: Part | undefined): object =>
  among === undefined ? { match_all: {} } : { terms: { sets: [...among.sets] } }

export class StatisticsOf {
  readonly #searches: Searches
  readonly #names: Names
  readonly #kept = new Map<string, Kept>()
  #changes = 0

  constructor(searches: Searches, names: Names) {
    this.#searches = searches
    this.#names = names
  }

  /** Documents of these sets were changed by this process, or of any: what has to do with them is counted anew. */
  changed(sets?: ReadonlySet<string>): void {
    this.#changes++
    for (const [key, { of }] of this.#kept)
      if (sets === undefined || of === undefined || of.some((set) => sets.has(set)))
        this.#kept.delete(key)
  }

  /** @throws VerbatimError 'storage' when not all passages could be counted */
  async of(
    terms: readonly string[],
    among: Part | undefined,
    until = patience(),
  ): Promise<Statistics> {
    const key = among === undefined ? '' : JSON.stringify(among.sets.toSorted())
    const version = among?.version ?? 0
    const before = this.#kept.get(key)
    const kept =
      before?.version === version && before.until > performance.now() ? before : undefined
    const known = kept?.terms ?? new Map<string, TermStatistics>()
    const asked = [...new Set(terms)].filter((term) => !known.has(term))
    if (kept !== undefined && asked.length === 0) return { ...kept.totals, terms: known }
    const changes = this.#changes
    const { terms: found, ...totals } = await this.#ask(asked, among, until)
    const all = new Map([...known, ...found])
    // What was counted while documents were changed may be either.
    if (changes === this.#changes) {
      const end = kept?.until ?? performance.now() + FRESH * 1000
      this.#keep(key, {
        of: among?.sets,
        version,
        until: end,
        totals,
        terms: all.size > MOST_TERMS ? new Map(found) : all,
      })
    }
    return { ...totals, terms: all }
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_PARTS) break
      this.#kept.delete(oldest)
    }
  }

  #idOf(own: z.infer<typeof Own> | undefined): number | undefined {
    const [{ _source: place } = { _source: undefined }] = own?.first?.hits.hits ?? []
    return place === undefined ? undefined : this.#names.idOf(place.doc, place.at)
  }

  async #ask(
    terms: readonly string[],
    among: Part | undefined,
    until: number,
  ): Promise<Statistics> {
    const tokens = terms.map(tokenOf)
    const having = { filters: { filters: tokens.map((token) => ({ term: { terms: token } })) } }
    const own = {
      filters: {
        filters: tokens.map((token) => ({
          bool: { filter: [{ term: { terms: token } }], must_not: [{ term: { above: token } }] },
        })),
      },
      aggs: {
        first: {
          top_hits: { size: 1, sort: [{ order: 'asc' }], _source: ['doc', 'at'] },
        },
      },
    }
    const none = { filters: { filters: [{ match_none: {} }] } }
    const found = await this.#searches.ask(
      {
        size: 0,
        track_total_hits: true,
        query: ofSets(among),
        aggs: {
          inText: { sum: { field: 'inText' } },
          inHeadings: { sum: { field: 'inHeadings' } },
          having: terms.length === 0 ? none : having,
          own: terms.length === 0 ? none : own,
          all: { global: {}, aggs: { having: terms.length === 0 ? none : having } },
        },
      },
      until,
    )
    const { hits, aggregations } = Counted.parse(found)
    const { all } = aggregations
    return {
      passages: hits.total.value,
      inText: aggregations.inText.value,
      inHeadings: aggregations.inHeadings.value,
      everywhere: all.doc_count,
      terms: new Map(
        terms.map((term, at) => [
          term,
          {
            having: aggregations.having.buckets[at]?.doc_count ?? 0,
            everywhere: all.having.buckets[at]?.doc_count ?? 0,
            inText: aggregations.own.buckets[at]?.doc_count ?? 0,
            first: this.#idOf(aggregations.own.buckets[at]),
          },
        ]),
      ),
    }
  }
}
