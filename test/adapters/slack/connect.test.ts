import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bench, openBench } from '../../support/slack/harness.ts'
import { answering, refreshed, repliesTo, survived, until } from '../../support/slack/scenarios.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

describe('Socket Mode', () => {
  it('keeps two connections', async () => {
    await bench.adapter().start(answering().answer)
    await until(() => bench.double.sockets.connections === 2)
    bench.double.sockets.refresh('refresh_requested', true)
    expect(bench.double.sockets.connections).toBe(0)
    await until(() => bench.double.sockets.connections === 2)
    bench.double.sockets.cut()
    await until(() => bench.double.sockets.connections === 0)
    await until(() => bench.double.sockets.connections === 2)
    expect(bench.double.sockets.connections).toBe(2)
  })

  it('loses nothing while connections are renewed', async () => {
    const { p99, ...counts } = await refreshed(bench, bench.adapter(), {
      refreshes: 8,
      every: 200,
      rate: 40,
    })
    expect(counts).toEqual({ events: 64, replies: 64, unanswered: 0, twice: 0 })
    expect(bench.double.sockets.lost).toEqual([])
    expect(p99).toBeLessThan(2500)
  })

  it('acknowledges before it works', async () => {
    const adapter = bench.adapter()
    const { promise, resolve } = Promise.withResolvers<void>()
    const { answer } = answering()
    await adapter.start(async (message) => {
      await promise
      return answer(message)
    })
    await bench.double.mention('C1', 'U1', 'How many wells?').deliver()
    expect(bench.double.sockets.acks).toHaveLength(2)
    resolve()
  })

  it('lets Slack deliver elsewhere what comes while it stops', async () => {
    const adapter = bench.adapter()
    const { promise, resolve } = Promise.withResolvers<void>()
    const { asked, answer } = answering()
    await adapter.start(async (message) => {
      const reply = await answer(message)
      await promise
      return reply
    })
    await bench.double.mention('C1', 'U1', 'first').deliver()
    await until(() => asked.length === 1)
    const stopping = adapter.stop()
    void bench.double.mention('C1', 'U1', 'second').deliver()
    await sleep(50)
    resolve()
    await stopping
    expect(asked).toEqual(['first'])
    const other = bench.adapter()
    await other.start(answer)
    await until(() => asked.includes('second'))
  })
})

describe('a start', () => {
  it.each([
    { which: 'SLACK_BOT_TOKEN', over: { botToken: 'xoxb-wrong' } },
    { which: 'SLACK_APP_TOKEN', over: { appToken: 'xapp-wrong' } },
  ])('is turned down by a wrong $which, which it names', async ({ which, over }) => {
    const adapter = bench.adapter(over)
    await expect(adapter.start(answering().answer)).rejects.toThrow(
      `${which}: Slack says invalid_auth`,
    )
  })

  it('names what is missing', async () => {
    const adapter = bench.adapter({ appToken: undefined })
    await expect(adapter.start(answering().answer)).rejects.toThrow('SLACK_APP_TOKEN is not set')
  })

  it('waits for Slack to come back', async () => {
    const { faults } = bench.double
    faults.add({ method: 'auth.test', mishap: { kind: 'status', status: 503 }, times: 2 })
    faults.add({ method: 'apps.connections.open', mishap: { kind: 'cut' }, times: 4 })
    await bench.adapter().start(answering().answer)
    await until(() => bench.double.sockets.connections === 2)
    expect(bench.lines.join('')).toContain('trying again')
  })

  it('can be given up', async () => {
    bench.double.faults.add({ method: 'auth.test', mishap: { kind: 'cut' }, times: 1000 })
    const adapter = bench.adapter()
    const started = adapter.start(answering().answer)
    started.catch(() => {})
    await sleep(50)
    await adapter.stop()
    await expect(started).rejects.toThrow('stopped')
  })
})

describe('whatever goes wrong', () => {
  it('works again, and nothing is answered twice', async () => {
    const { counted, slowest } = await survived(bench, bench.adapter({ timing: SHORT }), 40)
    const { p99: _, ...counts } = counted
    expect(counts).toEqual({ events: 40, replies: 40, unanswered: 0, twice: 0 })
    expect(slowest).toBeLessThan(30_000)
  })

  it('says so when Slack holds events back, and goes on', async () => {
    const { rateLimitedBody } = await import('../../support/slack/bodies.ts')
    const { workspace, sockets } = bench.double
    await bench.adapter().start(answering().answer)
    await sockets.deliver('events_api', rateLimitedBody(workspace))
    expect(bench.lines.join('')).toContain('Slack delivers no more events for a minute')
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    await said.deliver()
    await until(() => repliesTo(bench, [said])[0] === 1)
  })

  it('a revoked token is said in the log with its fix, and answers come once it is good again', async () => {
    await bench.adapter().start(answering().answer)
    bench.double.faults.add({
      method: 'chat.postMessage',
      mishap: { kind: 'error', error: 'token_revoked' },
      times: 4,
    })
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    await said.deliver()
    await until(() => repliesTo(bench, [said])[0] === 1)
    expect(bench.lines.join('')).toMatch(/token_revoked.*the token is not valid any more/)
  })
})

/** Calls that hang are given up sooner than in earnest. */
const SHORT = {
  interval: 5,
  timeout: 300,
  settle: 10,
  backoff: 5,
  longestBackoff: 200,
  grace: 5000,
}
