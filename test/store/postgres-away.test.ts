/** What a server of PostgreSQL does that stops, starts, turns away or is none: nothing is lost, nothing is doubled, and it is said. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { begin } from '../../src/delivery/begin.ts'
import { VerbatimError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import { postgresStore } from '../../src/store/postgres/store.ts'
import type { Store } from '../../src/store/store.ts'
import { describeOnPostgres } from './on-postgres.ts'

const log = createLog('silent')
const GAP = { at: '2025-11-20T08:00:00.000Z', platform: 'slack', channel: 'C1', reason: 'No.' }
const SLOT = { destination: 'slack:C1', schedule: 1, date: '2025-11-20' }

interface Proxy {
  readonly port: number
  /** Connections that there are by now say nothing any more, nor do they end. */
  silence(): void
  close(): void
}

async function proxyTo(port: number): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const listening = createServer((socket) => {
    const onward = connect(port, '127.0.0.1')
    for (const one of [socket, onward]) one.on('error', () => {})
    socket.pipe(onward).pipe(socket)
    sockets.add(socket).add(onward)
  }).listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    silence: () => {
      for (const socket of sockets) socket.unpipe().pause()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      listening.close()
    },
  }
}

describeOnPostgres('PostgreSQL', (server) => {
  let url: string
  let store: Store
  beforeEach(async () => {
    url = await server().database()
    store = await postgresStore(url, { log })
  })
  afterEach(() => store.close())

  it('that fails and comes back loses nothing it has said it has, and keeps nothing twice', async () => {
    const kept: string[] = []
    const failures: unknown[] = []
    let counted = 0
    const over = new AbortController()
    const work = async (name: string): Promise<void> => {
      for (let at = 0; !over.signal.aborted; at++) {
        const question = `${name} ${at}?`
        try {
          await store.gaps.add({ ...GAP, question })
          kept.push(question)
          await store.memory.change('count', (count) => Number(count ?? 0) + 1)
          counted++
        } catch (error) {
          failures.push(error)
        }
      }
    }
    const working = ['a', 'b', 'c', 'd'].map(work)
    for (let crash = 0; crash < 3; crash++) {
      await sleep(300)
      await server().crash()
      await sleep(100)
      await server().start()
    }
    await sleep(300)
    over.abort()
    await Promise.all(working)
    expect(failures.filter((error) => !(error instanceof VerbatimError))).toEqual([])
    const failed = failures.length
    const there = (await store.gaps.list(1_000_000)).map(({ question }) => question)
    expect(new Set(there).size).toBe(there.length)
    expect(kept.filter((question) => !there.includes(question))).toEqual([])
    expect(there.length).toBeLessThanOrEqual(kept.length + failed)
    const count = Number(await store.memory.recall('count'))
    expect(count).toBeGreaterThanOrEqual(counted)
    expect(count).toBeLessThanOrEqual(counted + failed)
  }, 60_000)

  it('that is away is waited for, a while, and then told', async () => {
    const impatient = await postgresStore(url, { log, patience: { away: 300 } })
    await server().crash()
    await expect(impatient.scopes.of('slack:C1')).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('does not answer'),
    })
    const waiting = store.scopes.of('slack:C1')
    await server().start()
    expect(await waiting).toBeUndefined()
    await impatient.close()
  }, 60_000)

  it('that falls silent in the midst of it is asked anew, over another connection', async () => {
    const proxy = await proxyTo(Number(new URL(url).port))
    const through = new URL(url)
    through.port = String(proxy.port)
    const patient = await postgresStore(through.href, { log, patience: { statement: 250 } })
    try {
      await patient.scopes.assign('slack:C1', ['sahel'])
      proxy.silence()
      await expect(patient.scopes.assign('slack:C2', ['sahel'])).rejects.toMatchObject({
        code: 'storage',
        message: expect.stringContaining('does not answer'),
      })
      proxy.silence()
      expect(await patient.scopes.of('slack:C1')).toEqual(['sahel'])
      await patient.scopes.assign('slack:C2', ['sahel'])
    } finally {
      await patient.close()
      proxy.close()
    }
  })

  it('that turns the bot away is told with what to set, and no password', async () => {
    const other = new URL(url)
    other.pathname = '/elsewhere'
    other.password = 'hush-hush'
    const opening = postgresStore(other.href, { log })
    await expect(opening).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/^(?!.*hush).*elsewhere.*Set store/u),
    })
    other.port = '1'
    const nowhere = postgresStore(other.href, { log, patience: { away: 200 } })
    await expect(nowhere).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/^(?!.*hush).*See that PostgreSQL runs/u),
    })
  })

  it('written by a newer program is left alone', async () => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('INSERT INTO verbatim.versions (version) VALUES (1000)')
    await client.end()
    await expect(postgresStore(url, { log })).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining('newer version'),
    })
  })

  it('is made ready once by several processes that start together', async () => {
    const fresh = await server().database()
    const stores = await Promise.all([1, 2, 3, 4].map(() => postgresStore(fresh, { log })))
    await Promise.all(stores.map((one) => one.scopes.assign('slack:C1', ['sahel'])))
    expect(await stores[0]?.scopes.of('slack:C1')).toEqual(['sahel'])
    await Promise.all(stores.map((one) => one.close()))
  })

  it('keeps the log of admin actions from changes', async () => {
    await store.audit.add({ at: GAP.at, place: 'cli', user: 'me', action: 'reset' })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (const change of ['DELETE FROM verbatim.audit', "UPDATE verbatim.audit SET action = 'x'"])
      await expect(client.query(change)).rejects.toThrow('only added to')
    await client.end()
  })

  it('tells the living from the dead: what one had begun is another’s when it is heard of no more', async () => {
    const dying = await postgresStore(url, { log, lease: { lasts: 500, renewed: 60_000 } })
    expect(await dying.ledger.begin('k')).toEqual({ state: 'new' })
    await dying.posts.open(SLOT, new Date())
    expect(await dying.posts.claim(SLOT)).toBeDefined()
    expect(await store.ledger.begin('k')).toEqual({ state: 'elsewhere' })
    expect(await store.posts.claim(SLOT)).toBeUndefined()
    expect(await begin(store.ledger, 'k')).toEqual({ state: 'unknown' })
    expect(await store.posts.claim(SLOT)).toMatchObject({ state: 'pending' })
    expect(await dying.posts.sending(SLOT)).toBe(false)
    await dying.ledger.undo('k')
    expect(await store.ledger.begin('k')).toEqual({ state: 'running' })
    await dying.close()
  })

  it('lets one process at a time post somewhere, so that the next knows what was shown', async () => {
    const other = await postgresStore(url, { log })
    const prepared = {
      reply: { kind: 'notice' as const, text: ['Twelve wells.'] },
      keys: ['wells'],
      since: new Date(0),
      until: new Date(0),
    }
    for (let round = 1; round <= 10; round++) {
      const slots = [2 * round, 2 * round + 1].map((schedule) => ({ ...SLOT, schedule }))
      const [one = SLOT, two = SLOT] = slots
      for (const slot of slots) await store.posts.open(slot, new Date())
      const claims = await Promise.all([store.posts.claim(one), other.posts.claim(two)])
      expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
      const [first, second] = claims[0] === undefined ? [other, store] : [store, other]
      const [mine, next] = claims[0] === undefined ? [two, one] : [one, two]
      await first.posts.sending(mine, prepared)
      expect(await second.posts.claim(next)).toBeUndefined()
      await first.posts.sent(mine, 'r')
      expect(await second.posts.claim(next)).toBeDefined()
      expect(await second.posts.shown(SLOT.destination)).toEqual(new Set(['wells']))
      await second.posts.empty(next, new Date(0), new Date(0))
    }
    const elsewhere = { ...SLOT, destination: 'slack:C2' }
    await store.posts.open({ ...SLOT, schedule: 99 }, new Date())
    await store.posts.open(elsewhere, new Date())
    expect(await store.posts.claim({ ...SLOT, schedule: 99 })).toBeDefined()
    expect(await other.posts.claim(elsewhere)).toBeDefined()
    await other.close()
  })

  it('hands on at once what a process had begun that stops in order', async () => {
    const stopping = await postgresStore(url, { log })
    await stopping.ledger.begin('k')
    await stopping.inbox.add('slack', { data: 1 })
    expect(await store.inbox.left('slack')).toEqual([])
    await stopping.close()
    expect(await store.ledger.begin('k')).toEqual({ state: 'unknown' })
    expect(await store.inbox.left('slack')).toMatchObject([{ body: { data: 1 } }])
  })
})
