/** What whatever watches over the bot is told, and what it is not. */
import { afterEach, describe, expect, it } from 'vitest'
import { Monitor } from '../src/monitor.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { corpusOf, VALLEY } from './support/library.ts'
import { type OpenDesk, openDesk } from './support/desk.ts'
import { answer, nothing, quote } from './support/replies.ts'

const monitors: Monitor[] = []
const desks: OpenDesk[] = []
afterEach(async () => {
  for (const monitor of monitors.splice(0)) monitor.stop()
  for (const { adapter } of desks.splice(0)) await adapter.stop()
})

function monitorOf(store = sqliteStore(':memory:')): Monitor {
  const monitor = new Monitor({
    library: { corpus: corpusOf(VALLEY), searchState: () => Promise.resolve(undefined) },
    store,
  })
  monitors.push(monitor)
  return monitor
}
const message = (text: string) => ({
  id: text,
  text,
  user: 'ann',
  channel: 'C1',
  platform: 'slack',
})

describe('the monitor', () => {
  it('counts answers and refusals, and holds no question and no name', async () => {
    const monitor = monitorOf()
    const replies = [answer(quote('Seven wells were dug.')), nothing(), nothing()]
    const counted = monitor.counted(() => Promise.resolve(replies.shift() ?? nothing()))
    for (const text of ['Who dug wells?', 'Who swam?', 'Who sang?']) await counted(message(text))
    const metrics = await monitor.metrics()
    expect(metrics).toContain(
      'verbatim_answers_total{platform="slack",request="ask",reply="answer"} 1',
    )
    expect(metrics).toContain(
      'verbatim_answers_total{platform="slack",request="ask",reply="nothing"} 2',
    )
    expect(metrics).toContain('verbatim_answer_seconds_count{request="ask"} 3')
    expect(metrics).toContain(`verbatim_documents ${Object.keys(VALLEY).length}`)
    expect(metrics).toContain('verbatim_nodejs_eventloop_lag_seconds')
    expect(metrics).not.toMatch(/swam|wells|ann|C1/u)
  })

  it('says which platforms run, and is ready once they have tried', async () => {
    const monitor = monitorOf()
    expect(await monitor.isReady()).toBe(false)
    monitor.started([{ name: 'slack' }, { name: 'web' }], [{ name: 'web' }])
    expect(await monitor.isReady()).toBe(true)
    const metrics = await monitor.metrics()
    expect(metrics).toContain('verbatim_platform_up{platform="slack"} 0')
    expect(metrics).toContain('verbatim_platform_up{platform="web"} 1')
  })

  it('is not ready while settings are lost', async () => {
    const store = sqliteStore(':memory:')
    const monitor = monitorOf(store)
    monitor.started([], [])
    await store.lose('nowhere')
    expect(await monitor.isReady()).toBe(false)
  })
})

describe('the addresses of health', () => {
  it.each([
    ['on the machine alone', undefined],
    ['with a public address', 'https://desk.example.org'],
  ])('are answered on the machine itself, and nowhere else: %s', async (_, publicUrl) => {
    const health = monitorOf()
    const desk = await openDesk(VALLEY, {}, { health, publicUrl })
    desks.push(desk)
    expect((await desk.get('/healthz')).status).toBe(200)
    expect((await desk.get('/readyz')).status).toBe(503)
    health.started([], [])
    expect((await desk.get('/readyz')).status).toBe(200)
    const metrics = await desk.get('/metrics')
    expect(metrics.headers.get('content-type')).toContain('text/plain')
    expect(await metrics.text()).toContain('verbatim_documents')
    const forwarded = { headers: { 'X-Forwarded-For': '203.0.113.9' } }
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect([401, 403]).toContain((await desk.get(path, forwarded)).status)
  })
})
