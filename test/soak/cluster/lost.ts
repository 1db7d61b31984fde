/** Clients ask and a refresh writes while a node is killed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterOf } from '../../../index/opensearch/cluster.ts'
import type { WholeCorpus } from '../../../index/whole-corpus.ts'
import { VerbatimError } from '../../../src/errors.ts'
import type { TestCluster } from '../../support/opensearch/cluster.ts'
import { generate } from '../../bench/generate.ts'
import { pick, randomOf } from '../../support/random.ts'
import type { Check } from '../check.ts'
import { type Asked, firstOf } from './same.ts'

const CLIENTS = 8
/** Passages that a refresh brings meanwhile. */
const WRITTEN = 3000
/** Milliseconds until the node is killed, and that it is asked on afterwards. */
const BEFORE = 5000
const AFTER = 40_000

interface Told {
  answered: number
  untrue: number
  other: number
  failed: number
  unsaid: number
  slowest: number
}

export async function loseNode(
  cluster: TestCluster,
  corpus: WholeCorpus,
  alias: string,
  asked: readonly Asked[],
  check: (result: Check) => void,
): Promise<void> {
  const told: Told = { answered: 0, untrue: 0, other: 0, failed: 0, unsaid: 0, slowest: 0 }
  const client = clusterOf(cluster)
  const { body } = await client.cat.clusterManager({ format: 'json' })
  const [{ node = '' } = {}] = body as { node?: string }[]
  const end = performance.now() + BEFORE + AFTER
  const clients = Array.from({ length: CLIENTS }, async (_, number) => {
    const random = randomOf(number + 1)
    while (performance.now() < end) await askOne(pick(asked, random), told)
  })
  const writing = write(corpus, end)
  await sleep(BEFORE)
  cluster.kill(Number(node.slice(1)))
  await Promise.all([...clients, writing])
  await settled(corpus)
  const { body: counted } = await client.count({ index: alias })
  await client.close()
  const what = `three nodes, the leader killed, ${told.answered + told.failed} questions by ${CLIENTS} clients while ${WRITTEN} passages are written`
  check({ what: `${what}: answered`, measured: told.answered, least: 1 })
  check({ what: 'wrongly told that the documents do not say', measured: told.untrue, most: 0 })
  check({ what: 'answered with another first quote', measured: told.other, most: 0 })
  check({ what: 'said to have failed', measured: told.failed })
  check({ what: 'failed and not said so', measured: told.unsaid, most: 0 })
  check({
    what: 'passages lost or doubled',
    measured: Math.abs(corpus.passages.size - counted.count),
    most: 0,
  })
  check({ what: 'slowest reply, s', measured: told.slowest / 1000, most: 5 })
}

async function askOne({ question, asker, expected }: Asked, told: Told): Promise<void> {
  const from = performance.now()
  try {
    const reply = await asker.ask(question)
    told.answered++
    if (reply.kind === 'nothing' && expected.kind === 'answer') told.untrue++
    else if (firstOf(reply) !== firstOf(expected)) told.other++
  } catch (error) {
    if (error instanceof VerbatimError && error.code === 'storage') told.failed++
    else told.unsaid++
  }
  told.slowest = Math.max(told.slowest, performance.now() - from)
}

/** A few documents at a time, until shortly before the end. */
async function write(corpus: WholeCorpus, end: number): Promise<void> {
  const { documents } = generate(WRITTEN, 0, 99)
  const pause = (end - performance.now()) / documents.length / 2
  for (const document of documents) {
    corpus.put({ ...document, id: `later/${document.id}` })
    await sleep(pause)
  }
}

async function settled(corpus: WholeCorpus): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await corpus.shared?.settle()
      return
    } catch (error) {
      if (tries === 60) throw error
      await sleep(1000)
    }
}
