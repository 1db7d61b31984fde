/** Two bots on one store in PostgreSQL, killed again and again. */
import { openBench } from '../support/slack/harness.ts'
import { sharedOut } from '../support/slack/shared.ts'
import { startPostgres } from '../support/postgres.ts'
import type { Check } from './check.ts'

const WANTED = { questions: 2000, posts: 400, kills: 60, every: 50 }

export async function soakStore(check: (result: Check) => void): Promise<void> {
  const server = await startPostgres()
  const bench = await openBench()
  try {
    const { kills, ...counts } = await sharedOut(bench, await server.database(), WANTED)
    const what = `${WANTED.questions} questions and ${WANTED.posts} posts by two processes, ${kills} kills`
    for (const [name, measured] of Object.entries(counts))
      check({ what: `${what}: ${name}`, measured, most: 0 })
  } finally {
    await bench.close()
    await server.close()
  }
}
