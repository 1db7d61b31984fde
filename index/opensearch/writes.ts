/** What is on its way to the cluster: sent in bulks, again where single passages were refused for a while. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@opensearch-project/opensearch'
import * as z from 'zod'
import { VerbatimError } from '../errors.ts'
import { told, WRITE } from './cluster.ts'
import { type Entry, nameOf } from './tokens.ts'

/** Of so many documents passages are taken out at once. */
const MOST_AT_ONCE = 500

/** Passages of a bulk: some two megabytes. Whoever has made another one waits while one is sent. */
const BULK = 3000
/** Refused because a node is busy, or the shard's copy is just being moved: later it is taken. */
const LATER = new Set([429, 503])
/** Between tries, milliseconds; each wait is twice the one before. */
const PAUSE = 250
const TRIES = 6

const Deleted = z.object({
  version_conflicts: z.number(),
  timed_out: z.boolean(),
  failures: z.array(z.unknown()),
})

const Refreshed = z.object({ _shards: z.object({ failed: z.number() }) })

const Sent = z.object({
  errors: z.boolean(),
  items: z.array(
    z.object({
      index: z.object({
        status: z.number(),
        error: z.object({ reason: z.string().nullish() }).optional(),
      }),
    }),
  ),
})

interface Refused {
  readonly entry: Entry
  readonly status: number
  readonly why: string
}

/** A document that is taken out; what is of the version `but` stays. */
export interface Gone {
  readonly doc: string
  readonly but?: string
}

export class Writes {
  readonly #client: Client
  readonly #index: string
  #waiting: Entry[] = []
  /** Ends when what was sent before is there. */
  #sending: Promise<unknown> = Promise.resolve()
  /** Why a bulk could not be sent that nobody waited for. */
  #failed: unknown

  /** @param index an alias of this index alone: once it is gone, so is what it is written by */
  constructor(client: Client, index: string) {
    this.#client = client
    this.#index = index
  }

  /** @throws VerbatimError 'storage'; what could not be sent is sent again with the next */
  async add(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) this.#waiting.push(entry)
    if (this.#waiting.length < BULK) return
    // While one is sent the next is made.
    const before = this.#sending
    this.#send().catch((error: unknown) => {
      this.#failed = error
    })
    await before
    const failed = this.#failed
    this.#failed = undefined
    if (failed !== undefined) throw failed
  }

  /**
   * All passages of documents, or all but those of one version.
   * @throws VerbatimError 'storage' when some may still be there
   */
  async remove(gone: readonly Gone[]): Promise<void> {
    const whole = new Set(gone.flatMap(({ doc, but }) => (but === undefined ? [doc] : [])))
    this.#waiting = this.#waiting.filter(({ doc }) => !whole.has(doc))
    await this.settle()
    for (let at = 0; at < gone.length; at += MOST_AT_ONCE)
      await this.#remove(gone.slice(at, at + MOST_AT_ONCE))
  }

  async #remove(gone: readonly Gone[]): Promise<void> {
    const should = gone.map(({ doc, but }) => ({
      bool: {
        filter: [{ term: { doc } }],
        ...(but !== undefined && { must_not: [{ term: { version: but } }] }),
      },
    }))
    await told('Documents could not be removed', async () => {
      for (let tries = 0; ; tries++) {
        const { body } = await this.#client.deleteByQuery(
          {
            index: this.#index,
            conflicts: 'proceed',
            refresh: true,
            body: { query: { bool: { should, minimum_should_match: 1 } } },
          },
          WRITE,
        )
        const { version_conflicts: conflicts, timed_out: late, failures } = Deleted.parse(body)
        if (conflicts === 0 && !late && failures.length === 0) return
        if (tries >= TRIES) throw new Error('the search cluster kept some of its passages')
        await sleep(PAUSE * 2 ** tries)
      }
    })
  }

  /** Sends what waits, and lets it be found. @throws VerbatimError 'storage' */
  async settle(): Promise<void> {
    await this.#send()
    await told('The documents could not be written', async () => {
      for (let tries = 0; ; tries++) {
        const { body } = await this.#client.indices.refresh({ index: this.#index }, WRITE)
        const { _shards: shards } = Refreshed.parse(body)
        if (shards.failed === 0) return
        if (tries >= TRIES) throw new Error('the search cluster does not show all of them yet')
        await sleep(PAUSE * 2 ** tries)
      }
    })
  }

  /** One bulk after another, so that a document's passages come in the order they were given. */
  #send(): Promise<void> {
    const next = this.#drain(this.#sending)
    this.#sending = next.catch(() => undefined)
    return next
  }

  async #drain(before: Promise<unknown>): Promise<void> {
    await before
    while (this.#waiting.length > 0) {
      const bulk = this.#waiting.splice(0, BULK)
      try {
        await told('The documents could not be written', () => this.#bulk(bulk))
      } catch (error) {
        this.#waiting.unshift(...bulk)
        throw error
      }
    }
  }

  async #bulk(entries: readonly Entry[]): Promise<void> {
    let left = entries
    for (let tries = 0; left.length > 0; tries++) {
      if (tries > 0) await sleep(PAUSE * 2 ** tries)
      const refused = await this.#refused(left)
      const never = refused.find(({ status }) => !LATER.has(status))
      const one = never ?? (tries < TRIES ? undefined : refused[0])
      if (one !== undefined)
        throw new VerbatimError(
          'storage',
          `The documents could not be written: the search cluster refused ${refused.length} of ${entries.length} passages (${one.status} ${one.why}). See its log, then read the documents again.`,
        )
      left = refused.map(({ entry }) => entry)
    }
  }

  /** Sends them, and tells which were not taken. */
  async #refused(entries: readonly Entry[]): Promise<Refused[]> {
    const { body } = await this.#client.transport.request(
      {
        method: 'POST',
        path: `/${encodeURIComponent(this.#index)}/_bulk`,
        querystring: {
          // Whatever is gone is not made again by being written to.
          require_alias: true,
          filter_path: 'errors,items.*.status,items.*.error.reason',
        },
        bulkBody: entries
          .map((entry) => `{"index":{"_id":"${nameOf(entry)}"}}\n${JSON.stringify(entry)}\n`)
          .join(''),
      },
      WRITE,
    )
    const { errors, items } = Sent.parse(body)
    if (!errors) return []
    return entries.flatMap((entry, at) => {
      const { status = 0, error } = items[at]?.index ?? {}
      return status >= 200 && status < 300 ? [] : [{ entry, status, why: error?.reason ?? '' }]
    })
  }
}
