import type { Client } from '@opensearch-project/opensearch'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Document } from '../../../index/document.ts'
import type { QueryTerm } from '../../../index/engines/passage-index.ts'
import { clusterOf } from '../../../index/opensearch/cluster.ts'
import { openIndex } from '../../../index/opensearch/open.ts'
import { makeClusterIndex } from '../../../index/opensearch/shared-index.ts'
import { documentFrom } from '../../support/library.ts'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import {
  startCluster,
  type TestCluster,
  WITHOUT_OPENSEARCH,
} from '../../support/opensearch/cluster.ts'
import { NAMES } from '../../support/passage-index-contract.ts'

const STARTING = 240_000
const ALL = { limit: 100 }
const readAll = (files: Readonly<Record<string, string>>): Document[] =>
  Object.entries(files).map(([name, text]) => documentFrom(name, text))

const asked = (term: string): QueryTerm[] => [{ term, weight: 1 }]

describe.skipIf(WITHOUT_OPENSEARCH !== undefined)('an index that processes share', () => {
  let cluster: TestCluster
  let client: Client
  let made = 0
  let alias = ''
  const open: WholeCorpus[] = []
  beforeAll(async () => {
    cluster = await startCluster(1)
    client = clusterOf(cluster)
  }, STARTING)
  afterAll(async () => {
    await client?.close()
    await cluster?.stop()
  })
  beforeEach(() => {
    alias = `shared-${made++}`
  })
  afterEach(async () => {
    for (const corpus of open.splice(0)) await corpus.shared?.close().catch(() => undefined)
  })

  /** Another process, with what it has read. */
  function process(documents: readonly Document[], writes = true, set = 'default'): WholeCorpus {
    const make = makeClusterIndex({ way: cluster, alias, writes })
    const corpus = new WholeCorpus((held) => make(held, () => [set]))
    corpus.add(documents)
    open.push(corpus)
    return corpus
  }
  const found = async (corpus: WholeCorpus, term: string): Promise<string[]> =>
    (await corpus.search(asked(term), ALL)).map(
      ({ id }) => corpus.passages.get(id)?.document.id ?? '?',
    )
  const inCluster = async (): Promise<unknown> => {
    await client.indices.refresh({ index: alias })
    return (await client.count({ index: alias })).body.count
  }

  it('has after a restart what was read meanwhile, and nothing that is gone', async () => {
    const before = process(
      readAll({ 'a.txt': 'The well is deep.', 'b.txt': 'The well is dry.', 'c.txt': 'A road.' }),
    )
    await before.shared?.settle()
    expect(await found(before, 'well')).toEqual(['a.txt', 'b.txt'])
    // Read by another process, in another order: numbers are others, names are not.
    const now = {
      'd.txt': 'A new well.',
      'b.txt': 'The well has water.',
      'a.txt': 'The well is deep.',
    }
    const after = process(readAll(now))
    await after.shared?.compare(true)
    expect(new Set(await found(after, 'well'))).toEqual(new Set(['a.txt', 'b.txt', 'd.txt']))
    expect(await found(after, 'dry')).toEqual([])
    expect(await found(after, 'road')).toEqual([])
    expect(await inCluster()).toBe(3)
    // Whoever only searches finds the same by its own numbers, and writes nothing.
    const reader = process(readAll(now), false)
    expect(new Set(await found(reader, 'well'))).toEqual(new Set(['a.txt', 'b.txt', 'd.txt']))
    reader.remove('a.txt')
    await reader.shared?.settle()
    expect(await inCluster()).toBe(3)
    expect(new Set(await found(reader, 'well'))).toEqual(new Set(['b.txt', 'd.txt']))
  })

  it('has documents in the sets that they are of now', async () => {
    const documents = readAll({ 'a.txt': 'The well is deep.' })
    await process(documents, true, 'before').shared?.compare(true)
    const corpus = process(documents, true, 'after')
    await corpus.shared?.compare(true)
    const among = (set: string) => ({ version: 0, sets: [set], has: () => true })
    expect(await corpus.search(asked('well'), { ...ALL, among: among('after') })).toHaveLength(1)
    await expect(
      Promise.resolve(corpus.search(asked('well'), { ...ALL, among: among('before') })),
    ).rejects.toThrow('0 of 1 passages')
  })

  it('is not taken for whole before it is, nor for there where it is not', async () => {
    const documents = readAll({ 'a.txt': 'The well is deep.', 'b.txt': 'A road.' })
    const reader = process(documents, false)
    await expect(Promise.resolve(reader.search(asked('well'), ALL))).rejects.toThrow('has no index')
    expect(await reader.shared?.state()).toMatchObject({ behind: 0 })
    expect((await reader.shared?.state())?.problem).toContain('serve --role index')
    await process(documents.slice(0, 1)).shared?.settle()
    await expect(
      Promise.resolve(process(documents, false).search(asked('well'), ALL)),
    ).rejects.toThrow('Not all documents are in the search cluster yet: 1 of 2 passages')
  })

  it('is built anew where other code made it, which is told until it is done', async () => {
    const setsOf = (): string[] => ['default']
    const old = await openIndex({ client, alias, analyzer: 'of old', names: NAMES, setsOf })
    await old.settle()
    const documents = readAll({ 'a.txt': 'The well is deep.' })
    await expect(
      Promise.resolve(process(documents, false).search(asked('well'), ALL)),
    ).rejects.toThrow('was made by another version; build it anew')
    const corpus = process(documents)
    await corpus.shared?.compare(true)
    expect(await found(corpus, 'well')).toEqual(['a.txt'])
    expect(await found(process(documents, false), 'well')).toEqual(['a.txt'])
    await expect(old.search(asked('well'), ALL)).rejects.toThrow('made anew by another version')
  })
})
