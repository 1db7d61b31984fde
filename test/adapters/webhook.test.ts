/** Posts to webhooks, before a real server on this machine and the specification's own library. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook as Receiver } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Webhook, type WebhookOptions } from '../../adapters/webhook/adapter.ts'
import { createLog } from '../../src/log.ts'
import { Reply } from '../../src/reply.ts'
import { readPattern } from '../../src/schedule/pattern.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import type { Store } from '../../src/store/store.ts'
import { documentFrom, libraryOf } from '../support/library.ts'
import { REPLIES } from '../support/replies.ts'
import { DAY, ScheduleWorld } from '../support/schedule-world.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const Payload = z.object({ type: z.string(), timestamp: z.iso.datetime(), data: Reply })

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let server: Server
let host: string
let received: Received[]
let respond: (response: ServerResponse, count: number) => void

beforeEach(async () => {
  received = []
  respond = (response) => response.writeHead(204).end()
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      respond(response, received.length)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
)

const FAST = { backoff: 5, longestBackoff: 20, patience: 500, giveUp: 400 }

const hookOver = (store: Store, over: Partial<WebhookOptions> = {}): Webhook =>
  new Webhook({
    secret: SECRET,
    allow: [host],
    ledger: store.ledger,
    log: createLog('silent'),
    timing: FAST,
    ...over,
  })

const there = (): string => `http://${host}/verbatim?team=desk`
const ids = (): unknown[] => received.map(({ headers }) => headers['webhook-id'])

/** As a receiver checks it. @throws where it is forged, altered or old */
function verified({ headers, body }: Received, secret = SECRET): z.infer<typeof Payload> {
  const plain = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  )
  return Payload.parse(new Receiver(secret).verify(body, plain))
}

describe('a post to a webhook', () => {
  it('is the reply, signed as receivers check it', async () => {
    await hookOver(sqliteStore(':memory:')).post(there(), REPLIES.summary, 'monday')
    const [first] = received
    if (first === undefined) throw new Error('nothing came')
    expect(verified(first)).toMatchObject({ type: 'summary.posted', data: REPLIES.summary })
    expect(() => verified({ ...first, body: first.body.replace('granary', 'brewery') })).toThrow(
      /signature/u,
    )
    expect(() => verified(first, `whsec_${Buffer.alloc(32, 8).toString('base64')}`)).toThrow(
      /signature/u,
    )
    const old = { ...first.headers, 'webhook-timestamp': '1700000000' }
    expect(() => verified({ ...first, headers: old })).toThrow(/old/u)
  })

  it('is tried again until it is taken, under one id, and is then done with', async () => {
    const store = sqliteStore(':memory:')
    respond = (response, count) => response.writeHead(count < 3 ? 500 : 200).end('?'.repeat(9000))
    const hook = hookOver(store)
    const [one, two] = await Promise.all(
      [1, 2].map(() => hook.post(there(), REPLIES.summary, 'monday')),
    )
    expect(one).toEqual(two)
    expect(received).toHaveLength(3)
    expect(new Set(ids())).toEqual(new Set([one?.id]))
    for (const each of received) verified(each)
    // In another run, too.
    expect(await hookOver(store).post(there(), REPLIES.summary, 'monday')).toEqual(one)
    expect(received).toHaveLength(3)
    await hook.post(there(), REPLIES.summary, 'tuesday')
    expect(new Set(ids()).size).toBe(2)
  })

  it('that a run has died over comes again under the same id', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-webhook-'))
    const path = join(folder, 'verbatim.sqlite')
    const dying = sqliteStore(path)
    respond = () => {}
    const hook = hookOver(dying, { timing: { ...FAST, patience: 60_000 } })
    const lost = hook.post(there(), REPLIES.summary, 'monday').catch(() => 'stopped')
    await expect.poll(() => received.length).toBe(1)
    // As a kill leaves it: begun, and nobody knows the end.
    const next = sqliteStore(path)
    respond = (response) => response.writeHead(204).end()
    await hookOver(next).post(there(), REPLIES.summary, 'monday')
    expect(ids()[0]).toBe(ids()[1])
    await hook.stop()
    expect(await lost).toBe('stopped')
    await dying.close()
    await next.close()
    rmSync(folder, { recursive: true })
  })

  it.each([
    ['takes too long', (): void => {}, /too long/u],
    ['breaks off', (response: ServerResponse): void => void response.destroy(), /broke off/u],
    ['says no', (response: ServerResponse): void => void response.writeHead(400).end(), /\(400\)/u],
  ])(
    'is told to have failed when the receiver %s, and may be posted later',
    async (_, how, why) => {
      const store = sqliteStore(':memory:')
      respond = how
      const hook = hookOver(store, { timing: { ...FAST, patience: 100 } })
      await expect(hook.post(there(), REPLIES.summary, 'monday')).rejects.toThrow(why)
      expect(received.length).toBeGreaterThan(1)
      respond = (response) => response.writeHead(202).end()
      const { id } = await hook.post(there(), REPLIES.summary, 'monday')
      expect(ids().at(-1)).toBe(id)
    },
  )

  it('follows no redirect, and tries no more what is gone for good', async () => {
    const hook = hookOver(sqliteStore(':memory:'))
    respond = (response) => response.writeHead(307, { location: `http://${host}/other` }).end()
    await expect(hook.post(there(), REPLIES.summary, 'monday')).rejects.toThrow(/redirects/u)
    respond = (response) => response.writeHead(410).end()
    await expect(hook.post(there(), REPLIES.summary, 'tuesday')).rejects.toThrow(/410/u)
    expect(received).toHaveLength(2)
  })

  it.each([
    'http://HOST/',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://2130706433:PORT/',
    'http://0:PORT/',
    'http://169.254.169.254/latest',
    'http://10.0.0.1/',
    'file:///etc/passwd',
    'https://user:pass@example.org/',
    'no address',
  ])('reaches nothing inside the machine or its network: %s', async (template) => {
    const address = template.replace('HOST', host).replace('PORT', host.split(':')[1] ?? '')
    const hook = hookOver(sqliteStore(':memory:'), { allow: [] })
    await expect(hook.post(address, REPLIES.summary, 'monday')).rejects.toThrow(/not taken/u)
    expect(received).toEqual([])
  })

  it('comes of a schedule once, with what its address sees', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const asked: unknown[] = []
    const library = libraryOf(world.corpus, {
      view: (sets) => {
        asked.push(sets)
        return Promise.resolve(world.corpus)
      },
      changes: (since) => world.changes.filter(({ at }) => at > since.getTime()),
    })
    const destination = `webhook:${there()}`
    const channels = { [destination]: { sets: ['wells'], outsiders: false } }
    const { store } = world.start({ library, channels }, hookOver(sqliteStore(':memory:')))
    const { pattern } = readPattern('daily 08:00 UTC')
    await store.schedules.configure([{ destination, pattern, quiet: false }])
    world.add([
      documentFrom(
        'a.md',
        '# Ferry\n\nThe ferry to Tarwell sank with 12 people on board on Monday.\n',
      ),
    ])
    await world.advance(DAY)
    expect(received).toHaveLength(1)
    const [first] = received
    if (first === undefined) throw new Error('nothing came')
    expect(JSON.stringify(Payload.parse(JSON.parse(first.body)).data)).toContain(
      'The ferry to Tarwell',
    )
    expect(new Set(asked.map(String))).toEqual(new Set(['wells']))
  })
})
