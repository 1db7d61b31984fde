import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bench, openBench } from '../../support/slack/harness.ts'
import { answering, forged, repliesTo, until } from '../../support/slack/scenarios.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const opened = async () => {
  const adapter = bench.adapter({ mode: 'http' })
  const { asked, answer } = answering()
  await adapter.start(answer)
  const url = `http://127.0.0.1:${adapter.port}/slack/events`
  const send = async (
    body: string,
    headers: Record<string, string> = bench.double.signed(body),
  ) => {
    const response = await fetch(url, { method: 'POST', body, headers })
    return { status: response.status, text: await response.text() }
  }
  return { adapter, asked, url, send }
}

describe('HTTP mode', () => {
  it('answers a signed event once, however often it is delivered', async () => {
    const { asked, send } = await opened()
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    for (const [index, event] of [...said.events, ...said.events].entries()) {
      const body = JSON.stringify(event)
      // Delivered again, it is signed again.
      const at = new Date(Date.now() + index * 1000)
      expect(await send(body, bench.double.signed(body, at))).toEqual({ status: 200, text: '' })
    }
    await until(() => repliesTo(bench, [said])[0] === 1)
    expect(asked).toEqual(['How many wells?'])
  })

  it('answers a command by its response_url', async () => {
    const { send } = await opened()
    const { commandBody } = await import('../../support/slack/bodies.ts')
    const { double } = bench
    const responseUrl = double.responseUrl({ channel: 'C1', user: 'U1', uses: 0 })
    const typed = { channel: 'C1', user: 'U1', command: '/ask', text: 'wells', responseUrl }
    const form = Object.entries(commandBody(double.workspace, typed)).map(
      ([key, value]): [string, string] => [key, String(value)],
    )
    const body = new URLSearchParams(form).toString()
    const headers = {
      ...double.signed(body),
      'content-type': 'application/x-www-form-urlencoded',
    }
    expect(await send(body, headers)).toEqual({ status: 200, text: '' })
    await until(() => double.workspace.said('C1').length === 1)
    expect(double.workspace.said('C1')[0]).toMatchObject({ only: 'U1' })
  })

  it('answers what Slack checks', async () => {
    const { send } = await opened()
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c-17', token: 'x' })
    expect(await send(body)).toEqual({ status: 200, text: '{"challenge":"c-17"}' })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await send('ssl_check=1&token=x', form)).status).toBe(200)
    expect((await send(body, { 'content-type': 'application/json' })).status).toBe(401)
  })

  it('takes nothing else', async () => {
    const { url, send } = await opened()
    expect((await fetch(url)).status).toBe(405)
    expect((await fetch(new URL('/', url), { method: 'POST', body: '{}' })).status).toBe(404)
    expect((await send('no JSON')).status).toBe(400)
    expect((await send('[1]')).status).toBe(400)
    const long = JSON.stringify({ text: 'x'.repeat(1_000_001) })
    expect((await send(long).catch(() => ({ status: 413 }))).status).toBe(413)
  })

  it('acts on nothing that is forged, stale, of the future or replayed', async () => {
    const { actedOn, statuses } = await forged(bench, bench.adapter({ mode: 'http' }), 140)
    expect(actedOn).toBe(0)
    expect(statuses).toEqual({ 200: 1, 401: 140 })
  })

  it('refuses a replay after a restart too', async () => {
    const { adapter, send } = await opened()
    const body = JSON.stringify(bench.double.mention('C1', 'U1', 'How many wells?').events[0])
    const headers = bench.double.signed(body)
    expect((await send(body, headers)).status).toBe(200)
    await adapter.stop()
    const again = await opened()
    expect((await again.send(body, headers)).status).toBe(401)
  })

  it('says which port it cannot have', async () => {
    const { adapter } = await opened()
    const second = bench.adapter({ mode: 'http', port: adapter.port })
    await expect(second.start(answering().answer)).rejects.toThrow(/cannot be listened on/)
  })
})
