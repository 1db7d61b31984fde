import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slackLog } from '../../../adapters/slack/log.ts'
import { type Bench, keptLog, openBench } from '../../support/slack/harness.ts'
import { answering, repliesTo, survived, until } from '../../support/slack/scenarios.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

/** Where they stand in the log, with what is before them. */
function leaks(lines: readonly string[]): string[] {
  const { botToken, appToken, signingSecret } = bench.double
  const text = lines.join('')
  const secrets = [
    botToken,
    appToken,
    signingSecret,
    'secret-ticket',
    '/response/',
    'legacy-verification',
  ]
  return secrets.flatMap((secret) => {
    const at = text.indexOf(secret)
    return at === -1 ? [] : [text.slice(Math.max(0, at - 80), at + 20)]
  })
}

describe('the log, at debug level', () => {
  it('holds no secret, whatever goes wrong', async () => {
    const { counted } = await survived(bench, bench.adapter({ timing: { ...SHORT } }), 30)
    expect(counted.replies).toBe(30)
    expect(bench.lines.length).toBeGreaterThan(100)
    expect(leaks(bench.lines)).toEqual([])
  })

  it('holds none of a command’s or a refused start', async () => {
    const refused = bench.adapter({ botToken: `${bench.double.botToken}-old` })
    await expect(refused.start(answering().answer)).rejects.toThrow('SLACK_BOT_TOKEN')
    await bench.adapter().start(answering().answer)
    await bench.double.command('C1', 'U1', '/ask', 'How many wells?')
    await until(() => bench.double.workspace.said('C1').length === 1)
    expect(leaks(bench.lines)).toEqual([])
  })

  it('holds none of HTTP mode', async () => {
    const adapter = bench.adapter({ mode: 'http' })
    await adapter.start(answering().answer)
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    const body = JSON.stringify(said.events[0])
    const url = `http://127.0.0.1:${adapter.port}/slack/events`
    await fetch(url, { method: 'POST', body, headers: bench.double.signed(body) })
    await fetch(url, { method: 'POST', body, headers: bench.double.signed(body, new Date(0)) })
    await until(() => repliesTo(bench, [said])[0] === 1)
    expect(leaks(bench.lines)).toEqual([])
  })

  it('hides them in errors, however deep', () => {
    const { log, lines } = keptLog()
    const { botToken, signingSecret } = bench.double
    const { log: redacting } = slackLog(log, [signingSecret])
    const cause = new Error(`Authorization: Bearer ${botToken}`)
    const error = Object.assign(new Error(`signed with ${signingSecret}`, { cause }), {
      headers: { authorization: botToken },
    })
    redacting.error(
      { err: error, nested: { deep: [{ token: 'anything', text: botToken }] } },
      'failed',
    )
    expect(lines.join('')).toContain('[hidden]')
    expect(lines.join('')).not.toContain('anything')
    expect(leaks(lines)).toEqual([])
  })
})

const SHORT = {
  interval: 5,
  timeout: 300,
  settle: 10,
  backoff: 5,
  longestBackoff: 100,
  grace: 5000,
}
