/**
 * Searches of a cluster: so many at a time, each given up in time, and all of them at once while the
 * cluster does not answer, so that nobody waits for what will not come.
 */
import type { Client } from '@opensearch-project/opensearch'
import * as z from 'zod'
import { VerbatimError } from '../errors.ts'
import { told } from './cluster.ts'

/** Milliseconds: a search, with all that it asks of the cluster, and one of its questions to one node. */
const PATIENCE = 4500
const OF_A_NODE = 2000
/** At a time; more wait for their turn. */
const MOST_AT_ONCE = 32
/** So many failures one after another, and nothing is asked for so long. */
const FAILURES = 5
const PAUSE = 2000

const DOING = 'The documents could not be searched'
/** Where only some of the documents were looked at, nothing can be said of them all. */
const Whole = z.object({
  timed_out: z.literal(false),
  _shards: z.object({ failed: z.literal(0) }),
})

type SearchType = 'query_then_fetch' | 'dfs_query_then_fetch'

/** When a search that begins now is given up. */
export const patience = (): number => performance.now() + PATIENCE

export class Searches {
  readonly #client: Client
  readonly #index: string
  #running = 0
  readonly #waiting: (() => void)[] = []
  #failures = 0
  #pausedUntil = 0

  /** @param index its name, or an alias */
  constructor(client: Client, index: string) {
    this.#client = client
    this.#index = index
  }

  /**
   * @param search_type as OpenSearch has it
   * @param until when it is given up
   * @throws VerbatimError 'storage' when it took too long, or not all documents were searched
   */
  async ask(
    body: object,
    until: number,
    search_type: SearchType = 'query_then_fetch',
  ): Promise<unknown> {
    this.#refuse(until)
    await this.#turn()
    try {
      // While others had their turn the cluster may have fallen silent.
      this.#refuse(until)
      return await this.#try({ body, search_type }, until)
    } finally {
      this.#running--
      this.#waiting.shift()?.()
    }
  }

  #refuse(until: number): void {
    if (performance.now() < this.#pausedUntil || performance.now() > until)
      throw new VerbatimError(
        'storage',
        `${DOING}: the search cluster does not answer. Ask again in a moment`,
      )
  }

  async #try(
    search: { readonly body: object; readonly search_type: SearchType },
    until: number,
  ): Promise<unknown> {
    try {
      const request = { index: this.#index, allow_partial_search_results: false, ...search }
      const { body: found } = await told(DOING, () => this.#client.search(request, within(until)))
      if (!Whole.safeParse(found).success)
        throw new VerbatimError(
          'storage',
          `${DOING}: only a part of the documents could be searched. Ask again in a moment`,
        )
      this.#failures = 0
      return found
    } catch (error) {
      if (++this.#failures >= FAILURES) this.#pausedUntil = performance.now() + PAUSE
      throw error
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= MOST_AT_ONCE)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    this.#running++
  }
}

/** What is not answered is asked once more, of another node: there is time for that. */
const within = (until: number) => ({
  requestTimeout: Math.ceil(Math.max(1, Math.min(OF_A_NODE, (until - performance.now()) / 2))),
  maxRetries: 1,
})
