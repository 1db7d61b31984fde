/** A cluster beside an engine of the process: the same replies, a node that is lost, how fast it is filled. */
import { startCluster, WITHOUT_OPENSEARCH } from '../../support/opensearch/cluster.ts'
import type { Check } from '../check.ts'
import { askerOver, clustered, embedded, fill } from './both.ts'
import { worldOf } from './documents.ts'
import { loseNode } from './lost.ts'
import { writeRate } from './rate.ts'
import { type Asked, sameReplies } from './same.ts'

const NODES = 3
const ALIAS = 'soak'

export async function soakCluster(
  check: (result: Check) => void,
  [folder]: readonly string[] = [],
): Promise<void> {
  if (WITHOUT_OPENSEARCH !== undefined) throw new Error(WITHOUT_OPENSEARCH)
  const cluster = await startCluster(NODES)
  try {
    const { documents, views, setsOf } = worldOf(folder)
    const here = embedded()
    await fill(here, documents)
    const there = clustered(cluster.nodes, ALIAS, setsOf, NODES)
    await fill(there, documents)
    const asked: Asked[] = []
    for (const { sets, questions } of views) {
      const [own, asker] = [here, there].map((corpus) => askerOver(corpus, sets, setsOf))
      if (own === undefined || asker === undefined) continue
      for (const question of questions)
        asked.push({ question, asker, expected: await own.ask(question) })
    }
    await sameReplies(asked, check)
    await writeRate(cluster.nodes, check)
    await loseNode(cluster, there, ALIAS, asked, check)
    await there.shared?.close()
  } finally {
    await cluster.stop()
  }
}
