import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { doctor, type DoctorOptions } from '../../../adapters/discord/doctor.ts'

const TOKEN = 'token-of-a-secret'

type Answers = Readonly<Record<string, [status: number, body: unknown]>>

const SERVERS = '/users/@me/guilds?limit=200'

const FINE: Answers = {
  '/users/@me': [200, { id: '77', username: 'verbatim', bot: true }],
  '/applications/@me': [200, { id: '78', flags: 0, interactions_endpoint_url: null }],
  '/guilds/123': [200, { id: '123', name: 'Field desk' }],
  [SERVERS]: [200, [{ id: '123', name: 'Field desk', permissions: '8' }]],
  '/gateway/bot': [
    200,
    { url: 'wss://x', shards: 1, session_start_limit: { remaining: 900, reset_after: 0 } },
  ],
}

let server: Server | undefined
afterEach(() => server?.close())

/** A Discord that answers these, and only to the right token. */
async function discord(over: Answers = {}): Promise<string> {
  const answers = { ...FINE, ...over }
  const listening = createServer((request, response) => {
    const known = request.headers.authorization === `Bot ${TOKEN}`
    const route = (request.url ?? '').replace('/api/v10', '')
    const [status, body] = known ? (answers[route] ?? [404, {}]) : [401, {}]
    response.writeHead(status, { 'retry-after': '7' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  server = listening
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve)
  })
  const address = listening.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api`
}

async function look(over: Partial<DoctorOptions> = {}, answers: Answers = {}) {
  const apiUrl = over.apiUrl ?? (await discord(answers))
  const findings = await doctor({ token: TOKEN, ...over, apiUrl })
  expect(JSON.stringify(findings)).not.toContain('secret')
  return { findings, wrong: findings.filter(({ ok }) => !ok) }
}

describe('the doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { findings, wrong } = await look({ guild: '123' })
    expect(wrong).toEqual([])
    const all = findings.map(({ text }) => text).join('\n')
    expect(all).toContain('DISCORD_TOKEN is taken: verbatim')
    expect(all).toContain('a server it is in: Field desk')
    expect(all).toContain('it has its permissions in 1 server')
    expect(all).toContain('the gateway gives an address, for 1 shard')
  })

  it('prints the link to install by, with the least permissions', async () => {
    const { findings } = await look({ guild: '123' })
    const link = findings.map(({ text }) => /https:\S+/u.exec(text)?.[0]).find(Boolean) ?? ''
    const { origin, pathname, searchParams } = new URL(link)
    expect(origin + pathname).toBe('https://discord.com/oauth2/authorize')
    // View Channel, Send Messages, Embed Links, Attach Files, Read History, Send in Threads.
    const bits = [10n, 11n, 14n, 15n, 16n, 38n].reduce((all, bit) => all | (1n << bit), 0n)
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: '78',
      guild_id: '123',
      permissions: String(bits),
      scope: 'bot applications.commands',
    })
  })

  it('does not ask for intents that are turned on for nothing', async () => {
    const { findings, wrong } = await look(
      {},
      { '/applications/@me': [200, { id: '78', flags: (1 << 19) | (1 << 14) }] },
    )
    expect(wrong).toEqual([])
    expect(findings.map(({ text }) => text).join()).toContain(
      'not needed: Server Members, Message Content',
    )
  })

  const wrongs: [
    what: string,
    over: Partial<DoctorOptions>,
    answers: Answers,
    text: string,
    fix: string,
  ][] = [
    ['no token', { token: undefined }, {}, 'DISCORD_TOKEN is not set', 'Reset Token'],
    ['an empty token', { token: '' }, {}, 'DISCORD_TOKEN is not set', 'Reset Token'],
    ['“Bot” before the token', { token: `Bot ${TOKEN}` }, {}, 'a space', 'without “Bot”'],
    ['a wrong token', { token: 'other' }, {}, 'refuses it', 'Copy it again'],
    [
      'a person’s token',
      {},
      { '/users/@me': [200, { id: '1', username: 'ama' }] },
      'not a bot’s',
      'Take the bot’s',
    ],
    [
      'an address for interactions',
      {},
      { '/applications/@me': [200, { id: '78', interactions_endpoint_url: 'https://x.example' }] },
      'sent to an address on the web',
      'Empty Interactions Endpoint URL',
    ],
    [
      'a code grant',
      {},
      { '/applications/@me': [200, { id: '78', bot_require_code_grant: true }] },
      'code grant',
      'Turn off',
    ],
    ['no server', {}, { [SERVERS]: [200, []] }, 'in no server yet', 'Open the link'],
    [
      'missing permissions',
      {},
      {
        [SERVERS]: [
          200,
          [
            { name: 'One', permissions: String((1n << 38n) | 0x1cc00n) },
            { name: 'Two', permissions: String(0x10c00n) },
          ],
        ],
      },
      'missing in Two (Send Messages in Threads, Embed Links, Attach Files)',
      'the bot’s role',
    ],
    ['another guild', { guild: '5' }, {}, 'not in the server 5', 'Install it there'],
    ['a guild that fails', { guild: '5' }, { '/guilds/5': [500, {}] }, '500', 'Wait a while'],
    [
      'few starts left',
      {},
      {
        '/gateway/bot': [
          200,
          { url: 'x', shards: 1, session_start_limit: { remaining: 2, reset_after: 5_400_000 } },
        ],
      },
      'only 2 more times within 2 hours',
      'Leave it running',
    ],
    ['too many questions', {}, { '/gateway/bot': [429, {}] }, 'too often', 'Wait 7 seconds'],
    ['what is no Discord', {}, { '/users/@me': [200, '<html>'] }, 'no Discord', 'DISCORD_API_URL'],
    ['another path', {}, { '/users/@me': [404, {}] }, 'says 404', 'DISCORD_API_URL'],
  ]
  it.each(wrongs)('finds %s, and says what to do', async (_, over, answers, text, fix) => {
    const { wrong } = await look(over, answers)
    expect(wrong).toEqual([
      { ok: false, text: expect.stringContaining(text), fix: expect.stringContaining(fix) },
    ])
  })

  it('says so when there is no Discord', async () => {
    const { wrong } = await look({ apiUrl: 'http://127.0.0.1:1/api/' })
    expect(wrong.map(({ text }) => text)).toEqual(['/users/@me: no Discord at 127.0.0.1:1'])
  })

  it('says so when the address is none', async () => {
    expect((await look({ apiUrl: 'nonsense' })).wrong).toHaveLength(1)
  })
})
