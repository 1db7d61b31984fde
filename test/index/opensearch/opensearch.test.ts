import type { Client } from '@opensearch-project/opensearch'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PostingsIndex } from '../../../index/engines/postings/postings-index.ts'
import { clusterOf } from '../../../index/opensearch/cluster.ts'
import { openIndex, type OpenOptions, rebuildIndex } from '../../../index/opensearch/open.ts'
import type { OpenSearchIndex } from '../../../index/opensearch/opensearch-index.ts'
import {
  addAll,
  ALL,
  apply,
  changes,
  NAMES,
  passage,
  queries,
  query,
  setOf,
  testPassageIndex,
} from '../../support/passage-index-contract.ts'
import {
  startCluster,
  type TestCluster,
  WITHOUT_OPENSEARCH,
} from '../../support/opensearch/cluster.ts'

/** An index of its own is made for each: that takes a while. */
const RUNS = 8
/** Sums are made in another order. */
const DIGITS = 9
const STARTING = 240_000

if (WITHOUT_OPENSEARCH !== undefined)
  process.stderr.write(`OpenSearch is not tried: ${WITHOUT_OPENSEARCH}.\n`)

describe.skipIf(WITHOUT_OPENSEARCH !== undefined)('a cluster of OpenSearch', () => {
  let cluster: TestCluster
  let client: Client
  let made = 0
  const optionsOf = (alias: string): OpenOptions => ({
    client,
    alias,
    analyzer: 'of the tests',
    names: NAMES,
    setsOf: (id) => [setOf(id)],
  })
  const fresh = (): Promise<OpenSearchIndex> => openIndex(optionsOf(`tests-${made++}`))

  beforeAll(async () => {
    cluster = await startCluster(1)
    client = clusterOf(cluster)
  }, STARTING)
  afterAll(async () => {
    await client?.close()
    await cluster?.stop()
  })

  testPassageIndex('OpenSearch', fresh, { runs: RUNS })

  it('scores as the embedded engines do', async () => {
    await fc.assert(
      fc.asyncProperty(changes, queries, async (steps, asked) => {
        const [here, there] = [new PostingsIndex(), await fresh()]
        await apply(here, steps)
        await apply(there, steps)
        const rounded = (hits: readonly { id: number; score: number }[]): unknown =>
          hits.map(({ id, score }) => [id, score.toFixed(DIGITS)])
        expect(rounded(await there.search(asked, { limit: ALL }))).toEqual(
          rounded(here.search(asked, { limit: ALL })),
        )
      }),
      { numRuns: RUNS, seed: 20_220_327 },
    )
  })

  it('keeps the same words apart, however long or odd they are', async () => {
    const index = await fresh()
    const words = ['a|b', 'a%7Cb', 'x'.repeat(5000), `${'x'.repeat(5000)}y`, 'a\u001Cb', 'a\u2003b']
    await addAll(
      index,
      words.map((term, id) => ({ id, documentId: 'a', terms: [term], headingTerms: [] })),
    )
    for (const [id, term] of words.entries())
      expect(
        (await index.search([{ term, weight: 1 }], { limit: 9 })).map((hit) => hit.id),
      ).toEqual([id])
  })

  it('answers from the old index until a new one is whole, then from that alone', async () => {
    const options = optionsOf(`tests-${made++}`)
    const old = await openIndex(options)
    await addAll(old, [passage(1, 'a', 'well')])
    const ids = async (words: string) =>
      (await old.search(query(words), { limit: 5 })).map(({ id }) => id)
    const renewed = { ...options, analyzer: 'of later tests' }
    await rebuildIndex(renewed, async (index) => {
      await addAll(index, [passage(2, 'b', 'well road')])
      expect(await ids('well')).toEqual([1])
    })
    const reader = await openIndex(renewed)
    expect((await reader.search(query('well'), { limit: 5 })).map(({ id }) => id)).toEqual([2])
    // Whoever has other terms is told that they are of no use.
    await expect(ids('road')).rejects.toThrow('was made anew by another version')
    await expect(openIndex(options)).rejects.toThrow('made by another version; build it anew')
    // Whoever has the same searches the next one without being told.
    await rebuildIndex(renewed, (index) => addAll(index, [passage(3, 'b', 'well')]))
    expect((await reader.search(query('well'), { limit: 5 })).map(({ id }) => id)).toEqual([3])
  })

  it('leaves the old index where a new one could not be filled', async () => {
    const options = optionsOf(`tests-${made++}`)
    const old = await openIndex(options)
    await addAll(old, [passage(1, 'a', 'well')])
    await expect(
      rebuildIndex(options, () => Promise.reject(new Error('the disk is full'))),
    ).rejects.toThrow('the disk is full')
    expect((await old.search(query('well'), { limit: 5 })).map(({ id }) => id)).toEqual([1])
    const { body } = await client.cat.indices({ index: `${options.alias}*`, format: 'json' })
    expect(body).toHaveLength(1)
  })

  it('says that it could not look, and never that there is nothing', async () => {
    const index = await fresh()
    await addAll(index, [passage(1, 'a', 'well')])
    expect(await index.search(query('well'), { limit: 5 })).toHaveLength(1)
    cluster.kill(0)
    const failure = await index.search(query('well'), { limit: 5 }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'storage' })
    expect(String(failure)).toMatch(/could not be searched: .*(?:Ask again in a moment)/u)
    const lost = await index
      .add({ documentId: 'b', terms: ['well'], passages: [{ id: 2, text: [0], headings: [] }] })
      .then(() => index.settle())
      .catch((error: unknown) => error)
    expect(lost).toMatchObject({ code: 'storage' })
  })
})
