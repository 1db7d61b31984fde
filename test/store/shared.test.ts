import { expect, it } from 'vitest'
import { openBench } from '../support/slack/harness.ts'
import { sharedOut } from '../support/slack/shared.ts'
import { describeOnPostgres } from './on-postgres.ts'

describeOnPostgres('two processes on one store', (server) => {
  it('answer each question and make each post once, though they are killed', async () => {
    const bench = await openBench()
    try {
      const wanted = { questions: 30, posts: 12, kills: 3, every: 30 }
      expect(await sharedOut(bench, await server().database(), wanted)).toEqual({
        unanswered: 0,
        twice: 0,
        missing: 0,
        doubled: 0,
        untrue: 0,
        kills: 3,
      })
    } finally {
      await bench.close()
    }
  }, 180_000)
})
