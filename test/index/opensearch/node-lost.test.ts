import type { Client } from '@opensearch-project/opensearch'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hit } from '../../../index/engines/passage-index.ts'
import { PostingsIndex } from '../../../index/engines/postings/postings-index.ts'
import { clusterOf } from '../../../index/opensearch/cluster.ts'
import { openIndex } from '../../../index/opensearch/open.ts'
import type { OpenSearchIndex } from '../../../index/opensearch/opensearch-index.ts'
import {
  startCluster,
  type TestCluster,
  WITHOUT_OPENSEARCH,
} from '../../support/opensearch/cluster.ts'
import {
  addAll,
  NAMES,
  passage,
  type PassageOfWords,
  query,
} from '../../support/passage-index-contract.ts'
import { randomOf } from '../../support/random.ts'

const STARTING = 240_000
const NODES = 3
const CLIENTS = 8
/** Documents that are there before, and that come in while the node is lost. */
const BEFORE = 200
const LATER = 60
/** Milliseconds. It is asked on until all clients could be answered again, but no longer than the longest. */
const ASKED_FOR = 12_000
const LONGEST = 90_000
const LOST_AFTER = 3000
/** What a search waits at most, and what this machine takes besides while nodes start and end on it. */
const SLOWEST = 4500 + 1500

const WORDS = Array.from({ length: 60 }, (_, at) => `word${at}`)

describe.skipIf(WITHOUT_OPENSEARCH !== undefined)('three nodes of which one is killed', () => {
  let cluster: TestCluster
  let client: Client
  beforeAll(async () => {
    cluster = await startCluster(NODES)
    client = clusterOf(cluster)
  }, STARTING)
  afterAll(async () => {
    await client?.close()
    await cluster?.stop()
  })

  it(
    'are asked and written meanwhile: no answer is wrong, no write is lost, and what fails is said',
    async () => {
      const there = await openIndex({
        client,
        alias: 'lost',
        analyzer: 'of the tests',
        shards: 3,
        names: NAMES,
        setsOf: (id) => [id.startsWith('later') ? 'later' : 'before'],
      })
      const here = new PostingsIndex()
      const before = documents('before', BEFORE)
      await addAll(here, before)
      await addAll(there, before)
      await client.cluster.health({ wait_for_status: 'green', timeout: '60s' })
      const manager = await managerOf(client)

      const told: Told = { lost: false, again: 0, wrong: [], failures: [], slowest: 0 }
      const begun = performance.now()
      const isOver = (): boolean => {
        const asked = performance.now() - begun
        return asked > LONGEST || (asked > ASKED_FOR && told.again >= CLIENTS)
      }
      const asking = Array.from({ length: CLIENTS }, async (_, number) => {
        const random = randomOf(number + 1)
        while (!isOver()) await askBoth(random, here, there, told)
      })
      const writing = write(there, documents('later', LATER, BEFORE))
      await sleep(LOST_AFTER)
      cluster.kill(manager)
      told.lost = true
      await Promise.all([...asking, writing])

      expect(told.wrong).toEqual([])
      for (const failure of told.failures) expect(failure).toMatchObject({ code: 'storage' })
      expect(told.again).toBeGreaterThanOrEqual(CLIENTS)
      expect(told.slowest).toBeLessThan(SLOWEST)
      // Whatever was written is there, once.
      await eventually(() => there.settle())
      const { body } = await client.count({ index: 'lost' })
      expect(body.count).toBe(before.length + documents('later', LATER).length)
      const hits = await there.search(query('word1'), { limit: 1000, among: LATER_PART })
      expect(hits.length).toBeGreaterThan(0)
    },
    STARTING,
  )
})

const BEFORE_PART = { version: 1, sets: ['before'], has: (id: string) => id.startsWith('before') }
const LATER_PART = { version: 1, sets: ['later'], has: (id: string) => id.startsWith('later') }

interface Told {
  /** Whether the node is killed, and how many questions that came after it were answered. */
  lost: boolean
  again: number
  slowest: number
  readonly wrong: unknown[]
  readonly failures: unknown[]
}

/** Nothing that is asked for changes: what comes in is of another set. */
async function askBoth(
  random: () => number,
  here: PostingsIndex,
  there: OpenSearchIndex,
  told: Told,
): Promise<void> {
  const asked = query(
    Array.from({ length: 4 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' '),
  )
  const search = { limit: 20, among: BEFORE_PART }
  const from = performance.now()
  const { lost } = told
  try {
    const hits = await there.search(asked, search)
    if (lost) told.again++
    const expected = here.search(asked, search)
    if (JSON.stringify(rounded(hits)) !== JSON.stringify(rounded(expected)))
      told.wrong.push({ asked, hits, expected })
  } catch (error) {
    told.failures.push(error)
  }
  told.slowest = Math.max(told.slowest, performance.now() - from)
}

const rounded = (hits: readonly Hit[]): unknown =>
  hits.map(({ id, score }) => [id, score.toFixed(9)])

/** A few documents at a time; what is refused is sent again with the next. */
async function write(there: OpenSearchIndex, passages: readonly PassageOfWords[]): Promise<void> {
  for (let at = 0; at < passages.length; at += 15) {
    await addAll(there, passages.slice(at, at + 15)).catch(() => undefined)
    await sleep(500)
  }
}

async function eventually(call: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      return await call()
    } catch (error) {
      if (tries === 10) throw error
      await sleep(500)
    }
}

/** The number of the node that leads the others. */
async function managerOf(client: Client): Promise<number> {
  const { body } = await client.cat.clusterManager({ format: 'json' })
  const [{ node = '' } = {}] = body as { node?: string }[]
  return Number(node.slice(1))
}

/** Each of a few passages. */
function documents(name: string, count: number, first = 0): PassageOfWords[] {
  const random = randomOf(count)
  return Array.from({ length: count * 3 }, (_, at) => {
    const words = Array.from(
      { length: 5 + Math.floor(random() * 20) },
      () => WORDS[Math.floor(random() ** 2 * WORDS.length)],
    )
    return passage(first * 3 + at, `${name} ${Math.trunc(at / 3)}`, words.join(' '))
  })
}
