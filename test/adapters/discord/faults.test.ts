import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discordLog } from '../../../adapters/discord/log.ts'
import { keptLog } from '../../support/slack/harness.ts'
import { type Bench, openBench, QUICK } from '../../support/discord/harness.ts'
import {
  answering,
  channelsOf,
  gatewayFaults,
  isAnswered,
  repliesTo,
  survived,
  until,
} from '../../support/discord/scenarios.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
// What nobody caught fails the run.
afterEach(() => bench.close())

/** Calls that hang are given up sooner than in earnest. */
const SHORT = { ...QUICK, timeout: 300, connect: 1000 }

/** Where they stand in the log, with what is before them. */
function leaks(): string[] {
  const { token, interactions } = bench.double
  const text = bench.lines.join('')
  return [token, encodeURIComponent(token), ...interactions.all.map((each) => each.token)].flatMap(
    (secret) => {
      const at = text.indexOf(secret)
      return at === -1 ? [] : [text.slice(Math.max(0, at - 80), at + 20)]
    },
  )
}

describe('whatever goes wrong', () => {
  it('works again, nothing is answered twice, and no secret is in the log', async () => {
    const { counted, slowest } = await survived(bench, bench.adapter({ timing: SHORT }), 20)
    expect(counted).toEqual({ questions: 20, replies: 20, unanswered: 0, twice: 0 })
    expect(slowest).toBeLessThan(30_000)
    expect(bench.lines.length).toBeGreaterThan(40)
    expect(leaks()).toEqual([])
  })

  it('no secret is in the log of connections and interactions', async () => {
    const channels = channelsOf(bench, 1)
    const adapter = bench.adapter({ timing: SHORT })
    await gatewayFaults(bench, adapter, 3)
    const other = bench.adapter({ timing: SHORT })
    await other.start(answering().answer)
    for (const channel of channels) {
      bench.double.faults.add(
        { route: 'POST /interactions/:id/:token/callback', mishap: { kind: 'cut' } },
        {
          route: 'PATCH /webhooks/:id/:token/messages/@original',
          mishap: { kind: 'status', status: 500 },
        },
      )
      bench.double.command(channel, 'ask', { question: 'How deep is well 1?' })
    }
    await until(() => bench.double.guilds.shown().includes('well 1'))
    const refused = bench.adapter({ token: `${bench.double.token}x` })
    await expect(refused.start(answering().answer)).rejects.toThrow('DISCORD_TOKEN')
    expect(leaks()).toEqual([])
  }, 60_000)

  it('an answerer that fails ends nothing', async () => {
    const { answer } = answering()
    let failures = 0
    await bench.adapter().start((message) => {
      if (failures++ === 0) return Promise.reject(new Error('out of order'))
      return answer(message)
    })
    const [channel] = channelsOf(bench, 1)
    if (channel === undefined) return
    bench.double.mention(channel, 'How deep is well 1?')
    await until(() => bench.lines.join('').includes('out of order'))
    const said = bench.double.mention(channel, 'How deep is well 2?')
    await until(() => isAnswered(bench, [said]))
    expect(repliesTo(bench, [said])).toEqual([1])
  })
})

describe('a log without secrets', () => {
  it('hides them, however deep', () => {
    const { log, lines } = keptLog()
    const { token } = bench.double
    const { log: redacting } = discordLog(log, token)
    const cause = new Error(`Authorization: Bot ${token}`)
    const error = Object.assign(new Error('POST /webhooks/123/abcdefgh/messages', { cause }), {
      requestBody: { token },
    })
    redacting.error({ err: error, nested: { deep: [{ token: 'anything' }] } }, 'failed')
    expect(lines.join('')).toContain('[hidden]')
    for (const secret of [token, 'abcdefgh', 'anything'])
      expect(lines.join('')).not.toContain(secret)
  })
})
