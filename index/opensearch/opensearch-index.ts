/**
 * The engine for more passages than one machine holds: a cluster of OpenSearch. It finds twice as many
 * candidates as are asked for; these are scored here, exactly as the embedded engines score, with what
 * is rare told by the visible documents alone.
 */
import * as z from 'zod'
import { FOR_PASSAGES, idf } from '../engines/bm25.ts'
import {
  type Hit,
  type IndexedDocument,
  type Names,
  type Part,
  type PassageIndex,
  type QueryTerm,
  type SearchOptions,
  type TermCount,
  weightsOf,
} from '../engines/passage-index.ts'
import { patience, type Searches } from './searches.ts'
import { ofSets, type Statistics, StatisticsOf } from './statistics.ts'
import { entriesOf, tokenOf, weightsIn } from './tokens.ts'
import type { Gone, Writes } from './writes.ts'

export interface OpenSearchOptions {
  readonly searches: Searches
  readonly writes: Writes
  readonly names: Names
  /** The sets that a document is of. */
  readonly setsOf: (documentId: string) => Iterable<string>
  /** Another one when anything of the document is another; all are of one unless told. */
  readonly versionOf?: (documentId: string) => string
}

/** The cluster orders by lengths that are rounded, and by what is common everywhere: that costs places. */
const CANDIDATES = 2
const LEAST_CANDIDATES = 200
/** More than a cluster gives at a time. */
const MOST_CANDIDATES = 10_000
/** Alternatives of a query; of more, those that say least are left out. */
const MOST_TERMS = 1000
/** Ids of a list in a query. */
const MOST_IDS = 65_536

const Found = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({
          doc: z.string(),
          at: z.number(),
          inText: z.number(),
          inHeadings: z.number(),
          terms: z.string(),
        }),
      }),
    ),
  }),
})
interface Candidate extends Omit<
  z.infer<typeof Found>['hits']['hits'][number]['_source'],
  'doc' | 'at'
> {
  readonly id: number
}

/** A term of the query that some visible passage has. */
interface Asked {
  readonly token: string
  /** The query's weight times the term's rarity among the visible. */
  readonly says: number
  /** The same beside its rarity everywhere, which the cluster counts in. */
  readonly boost: number
}

const NONE: TermCount = { inText: 0, first: undefined }

export class OpenSearchIndex implements PassageIndex {
  readonly #options: OpenSearchOptions
  readonly #writes: Writes
  readonly #searches: Searches
  readonly #statistics: StatisticsOf
  /** Sets that something was added to and cannot be found in yet. */
  readonly #touched = new Set<string>()

  constructor(options: OpenSearchOptions) {
    this.#options = options
    this.#writes = options.writes
    this.#searches = options.searches
    this.#statistics = new StatisticsOf(this.#searches, options.names)
  }

  /** Sent with others: `settle` tells that it is there. */
  async add(document: IndexedDocument): Promise<void> {
    const { setsOf, versionOf, names } = this.#options
    const sets = [...setsOf(document.documentId)]
    const version = versionOf?.(document.documentId) ?? ''
    for (const set of sets) this.#touched.add(set)
    await this.#writes.add(entriesOf(document, { sets, version }, names))
  }

  /** Gone for everybody once it is done. */
  remove(documentId: string): Promise<void> {
    return this.removeAll([{ doc: documentId }])
  }

  /** Several documents, or what is older of them. @throws VerbatimError 'storage' */
  async removeAll(gone: readonly Gone[]): Promise<void> {
    try {
      await this.#writes.remove(gone)
    } finally {
      this.#statistics.changed()
    }
  }

  async settle(): Promise<void> {
    const touched = new Set(this.#touched)
    this.#touched.clear()
    try {
      await this.#writes.settle()
    } catch (error) {
      for (const set of touched) this.#touched.add(set)
      throw error
    } finally {
      this.#statistics.changed(touched)
    }
  }

  async search(
    query: readonly QueryTerm[],
    { limit, among, allows }: SearchOptions,
  ): Promise<Hit[]> {
    const weights = weightsOf(query)
    if (limit <= 0 || weights.size === 0 || allows?.size === 0) return []
    if (among?.sets.length === 0) return []
    const until = patience()
    const statistics = await this.#statistics.of([...weights.keys()], among, until)
    const asked = askedOf(weights, statistics)
    if (asked.length === 0) return []
    const candidates = await this.#candidates(asked, { limit, among, allows }, until)
    return scored(candidates, asked, statistics).slice(0, limit)
  }

  async count(term: string, among: Part): Promise<TermCount> {
    return (await this.counts([term], among)).get(term) ?? NONE
  }

  /** Several at once. @throws VerbatimError as `search` does */
  async counts(terms: readonly string[], among: Part): Promise<ReadonlyMap<string, TermCount>> {
    if (among.sets.length === 0) return new Map(terms.map((term) => [term, NONE]))
    const { terms: found } = await this.#statistics.of(terms, among)
    return new Map(
      terms.map((term) => {
        const { inText, first } = found.get(term) ?? NONE
        return [term, { inText, first }]
      }),
    )
  }

  /** How many passages there are. @throws VerbatimError as `search` does */
  async size(among: Part | undefined): Promise<number> {
    if (among?.sets.length === 0) return 0
    return (await this.#statistics.of([], among)).passages
  }

  async #candidates(
    asked: readonly Asked[],
    { limit, among, allows }: SearchOptions,
    until: number,
  ): Promise<Candidate[]> {
    const size = Math.min(MOST_CANDIDATES, Math.max(limit * CANDIDATES, LEAST_CANDIDATES))
    const filter = [ofSets(among), ...(allows === undefined ? [] : [ofDocuments([...allows])])]
    const should = asked.map(({ token, boost }) => ({ term: { terms: { value: token, boost } } }))
    const found = await this.#searches.ask(
      {
        size,
        track_total_hits: false,
        _source: ['doc', 'at', 'inText', 'inHeadings', 'terms'],
        query: { bool: { filter, should, minimum_should_match: 1 } },
        sort: ['_score', { order: 'asc' }],
      },
      until,
      'dfs_query_then_fetch',
    )
    const { hits } = Found.parse(found)
    const { names } = this.#options
    // What another process has read already is not to be quoted here before it is known here.
    return hits.hits.flatMap(({ _source: { doc, at, ...candidate } }) => {
      const id = names.idOf(doc, at)
      return id === undefined ? [] : [{ ...candidate, id }]
    })
  }
}

/** What says most first; of equal ones the order of their terms decides, as in the embedded engines. */
function askedOf(weights: ReadonlyMap<string, number>, statistics: Statistics): Asked[] {
  return [...weights]
    .flatMap(([term, weight]) => {
      const { having, everywhere } = statistics.terms.get(term) ?? { having: 0, everywhere: 0 }
      if (having === 0 || weight <= 0) return []
      const says = weight * idf(having, statistics.passages)
      const boost = says / idf(Math.max(having, everywhere), statistics.everywhere)
      return [{ term, token: tokenOf(term), says, boost }]
    })
    .sort((one, other) => other.says - one.says || (one.term < other.term ? -1 : 1))
    .slice(0, MOST_TERMS)
}

function scored(
  candidates: readonly Candidate[],
  asked: readonly Asked[],
  { passages, ...all }: Statistics,
): Hit[] {
  const { k1, b, heading } = FOR_PASSAGES
  const average = (all.inText + heading * all.inHeadings) / passages
  return candidates
    .map(({ id, inText, inHeadings, terms }) => {
      const weights = weightsIn(terms, heading)
      const damping = k1 * (1 - b + (b * (inText + heading * inHeadings)) / (average || 1))
      let score = 0
      for (const { token, says } of asked) {
        const times = weights.get(token)
        if (times !== undefined) score += (says * times) / (times + damping)
      }
      return { id, score }
    })
    .sort((one, other) => other.score - one.score || one.id - other.id)
}

/** In lists that the cluster takes. */
function ofDocuments(documentIds: readonly string[]): object {
  const lists = Array.from({ length: Math.ceil(documentIds.length / MOST_IDS) }, (_, at) => ({
    terms: { doc: documentIds.slice(at * MOST_IDS, (at + 1) * MOST_IDS) },
  }))
  return { bool: { should: lists, minimum_should_match: 1 } }
}
