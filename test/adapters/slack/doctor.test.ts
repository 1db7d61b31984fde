import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { doctor, type DoctorOptions } from '../../../adapters/slack/doctor.ts'
import { manifestScopes } from '../../../adapters/slack/manifest.ts'

const NOW = new Date('2024-05-01T10:00:00Z')
const BOT = 'xoxb-0-secret'
const APP = 'xapp-0-secret'

interface Slack {
  readonly scopes?: string
  readonly date?: Date
  readonly bot?: object
  readonly app?: object
  readonly body?: string
}

let server: Server | undefined
afterEach(() => server?.close())

/** A Slack that answers these two methods, and only to the right token. */
async function slack({
  scopes = manifestScopes().join(','),
  date = NOW,
  bot,
  app,
  body,
}: Slack = {}) {
  const answers: Record<string, [token: string, answer: object]> = {
    '/api/auth.test': [BOT, bot ?? { ok: true, team: 'Desk', user: 'verbatim' }],
    '/api/apps.connections.open': [APP, app ?? { ok: true, url: 'wss://x' }],
  }
  const listening = createServer((request, response) => {
    const [token, answer] = answers[request.url ?? ''] ?? ['', {}]
    const known = request.headers.authorization === `Bearer ${token}`
    response.setHeader('date', date.toUTCString())
    response.setHeader('x-oauth-scopes', scopes)
    response.end(body ?? JSON.stringify(known ? answer : { ok: false, error: 'invalid_auth' }))
  })
  server = listening
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve)
  })
  const address = listening.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return `http://127.0.0.1:${port}/api/`
}

async function look(over: Partial<DoctorOptions> = {}, how: Slack = {}) {
  const apiUrl = over.apiUrl ?? (await slack(how))
  const options = {
    botToken: BOT,
    appToken: APP,
    mode: 'socket' as const,
    clock: () => NOW,
    ...over,
    apiUrl,
  }
  const findings = await doctor(options)
  expect(JSON.stringify(findings)).not.toMatch(/secret(?!s)/u)
  return { findings, wrong: findings.filter(({ ok }) => !ok) }
}

describe('the doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { findings, wrong } = await look()
    expect(wrong).toEqual([])
    expect(findings[0]?.text).toContain('verbatim in Desk')
  })

  const wrongs: [
    what: string,
    over: Partial<DoctorOptions>,
    how: Slack,
    text: string,
    fix: string,
  ][] = [
    ['no bot token', { botToken: undefined }, {}, 'SLACK_BOT_TOKEN is not set', 'OAuth'],
    ['no app token', { appToken: '' }, {}, 'SLACK_APP_TOKEN is not set', 'App-Level Tokens'],
    ['mixed-up tokens', { botToken: APP }, {}, 'does not start with xoxb-', 'Copy it again'],
    ['a wrong token', { botToken: 'xoxb-other' }, {}, 'invalid_auth', 'Copy it again'],
    [
      'a removed app',
      {},
      { bot: { ok: false, error: 'account_inactive' } },
      'account_inactive',
      'install it again',
    ],
    ['missing scopes', {}, { scopes: 'chat:write,commands' }, 'users:read', 'manifest.yaml'],
    [
      'an app token without its scope',
      {},
      { app: { ok: false, error: 'missing_scope' } },
      'missing_scope',
      'connections:write',
    ],
    [
      'a clock that is ahead',
      {},
      { date: new Date(NOW.getTime() - 400_000) },
      '400 seconds ahead',
      'Set the clock',
    ],
    [
      'a clock that is behind',
      {},
      { date: new Date(NOW.getTime() + 400_000) },
      '400 seconds behind',
      'Set the clock',
    ],
    ['no signing secret', { mode: 'http' }, {}, 'SLACK_SIGNING_SECRET is not set', 'Basic'],
    [
      'half a signing secret',
      { mode: 'http', signingSecret: 'abc' },
      {},
      'not 32 hexadecimal digits',
      'Copy it again',
    ],
  ]
  it.each(wrongs)('finds %s, and says what to do', async (_, over, how, text, fix) => {
    const { wrong } = await look(over, how)
    expect(wrong).toEqual([
      { ok: false, text: expect.stringContaining(text), fix: expect.stringContaining(fix) },
    ])
  })

  it('says so when there is no Slack', async () => {
    const { wrong } = await look({ apiUrl: 'http://127.0.0.1:1/api' })
    expect(wrong.map(({ text }) => text)).toEqual([
      'auth.test: no Slack at 127.0.0.1:1',
      'apps.connections.open: no Slack at 127.0.0.1:1',
    ])
  })

  it('says so when what answers is no Slack', async () => {
    const { wrong } = await look({}, { body: '<html>' })
    expect(wrong).toHaveLength(2)
  })

  it('asks for no connection in HTTP mode', async () => {
    const { findings } = await look({ mode: 'http', signingSecret: 'a'.repeat(32) })
    expect(findings.map(({ text }) => text).join()).not.toContain('Socket')
    expect(findings.every(({ ok }) => ok)).toBe(true)
  })
})
