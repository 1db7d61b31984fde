/** How many passages a second come into the cluster, and into an engine of the process. */
import type { WholeCorpus } from '../../../index/whole-corpus.ts'
import { clusterOf } from '../../../index/opensearch/cluster.ts'
import { generate } from '../../bench/generate.ts'
import { memory } from '../../bench/measure.ts'
import type { Check } from '../check.ts'
import { clustered, embedded, fill } from './both.ts'

const PASSAGES = 100_000

export async function writeRate(
  nodes: readonly string[],
  check: (result: Check) => void,
): Promise<void> {
  const before = memory()
  const { documents } = generate(PASSAGES, 0, 5)
  const text = (memory() - before) / PASSAGES
  const measured = async (corpus: WholeCorpus): Promise<{ rate: number; bytes: number }> => {
    const empty = memory()
    const from = performance.now()
    await fill(corpus, documents)
    const rate = Math.round((corpus.passages.size / (performance.now() - from)) * 1000)
    return { rate, bytes: text + (memory() - empty) / corpus.passages.size }
  }
  const here = await measured(embedded())
  const alias = 'rate'
  const corpus = clustered(nodes, alias, () => ['default'], 3)
  const there = await measured(corpus)
  const client = clusterOf({ nodes })
  const { body } = await client.indices.stats({ index: alias, metric: ['store', 'docs'] })
  const { _all: all } = body
  const bytes = all?.primaries?.store?.size_in_bytes ?? 0
  const count = all?.primaries?.docs?.count ?? 0
  await client.close()
  await corpus.shared?.close()
  const what = `${PASSAGES} passages`
  check({ what: `${what} into an engine of the process, a second`, measured: here.rate })
  check({
    what: `${what} into the cluster, a second`,
    measured: there.rate,
    least: here.rate,
  })
  check({ what: 'passages in the cluster that are not there', measured: PASSAGES - count, most: 0 })
  check({
    what: 'bytes of a passage in the memory of a process that has its engine',
    measured: here.bytes,
  })
  check({
    what: 'bytes of a passage in the memory of one that shares the cluster',
    measured: there.bytes,
  })
  check({ what: 'bytes of a passage in the cluster, one copy', measured: bytes / count })
}
