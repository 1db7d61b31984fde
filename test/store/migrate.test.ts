import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLog } from '../../src/log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { postgresStore } from '../../src/store/postgres/store.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { describeOnPostgres } from './on-postgres.ts'

const log = createLog('silent')
const AT = '2025-11-20T08:00:00.000Z'
const GAP = { at: AT, platform: 'slack', channel: 'C1', reason: 'No.' }
const SLOT = { destination: 'slack:C1', schedule: 1, date: '2025-11-20' }
const WATCH = { destination: 'slack:C1', search: 'weir', quiet: false }

describeOnPostgres('a store that moves to PostgreSQL', (server) => {
  let url: string
  let folder: string
  let path: string
  beforeEach(async () => {
    url = await server().database()
    folder = mkdtempSync(join(tmpdir(), 'verbatim-migrate-'))
    path = join(folder, 'verbatim.sqlite')
    const store = sqliteStore(path)
    for (let at = 0; at < 450; at++)
      await store.gaps.add({ ...GAP, question: `Who mended weir ${at}?` })
    await store.scopes.assign('slack:C1', ['sahel'])
    await store.ledger.begin('sent')
    await store.ledger.done('sent', 'receipt')
    await store.ledger.begin('begun')
    await store.memory.keep('m', { user: 'U1' })
    await store.inbox.add('slack', { data: 1 })
    await store.schedules.add(WATCH)
    const { id } = await store.schedules.add(WATCH)
    await store.schedules.remove(id)
    await store.posts.open(SLOT, new Date(AT))
    await store.posts.claim(SLOT)
    await store.audit.add({ at: AT, place: 'cli', user: 'me', action: 'add' })
    await store.close()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is there whole, and goes on where it was', async () => {
    const file = sqliteStore(path)
    const token = await file.tokens.issue('desk')
    const key = (await file.links.keys(['sahel'], 7))('weir.md')
    await file.close()
    const counts = await migrate(path, url, log)
    expect(counts.get('gaps')).toBe(450)
    const store = await postgresStore(url, { log })
    const gaps = await store.gaps.list(1000)
    expect(gaps).toHaveLength(450)
    expect(gaps[0]?.question).toBe('Who mended weir 449?')
    expect(await store.scopes.of('slack:C1')).toEqual(['sahel'])
    expect(await store.ledger.begin('sent')).toEqual({ state: 'done', receipt: 'receipt' })
    // Whoever had begun it is over.
    expect(await store.ledger.begin('begun')).toEqual({ state: 'unknown' })
    expect(await store.posts.claim(SLOT)).toMatchObject({ state: 'pending' })
    expect(await store.inbox.left('slack')).toMatchObject([{ body: { data: 1 } }])
    expect(await store.memory.recall('m')).toEqual({ user: 'U1' })
    expect(await store.tokens.holderOf(token)).toBe('desk')
    expect(await store.links.setsOf('weir.md', key)).toEqual(['sahel'])
    expect(await store.audit.list(10)).toHaveLength(1)
    expect(await store.schedules.add(WATCH)).toMatchObject({ id: 3 })
    await store.gaps.add({ ...GAP, question: 'And then?' })
    expect((await store.gaps.list(1))[0]?.question).toBe('And then?')
    await store.close()
  })

  it('goes on after it was cut short, and copies nothing into another store', async () => {
    await migrate(path, url, log)
    await expect(migrate(path, url, log)).rejects.toMatchObject({ code: 'usage' })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    // As if it had been cut short in the middle of the gaps.
    await client.query('DELETE FROM verbatim.gaps WHERE id > 150')
    await client.query(`INSERT INTO verbatim.facts VALUES ('migrating', '${path}')`)
    await client.end()
    await migrate(path, url, log)
    const store = await postgresStore(url, { log })
    expect(await store.gaps.list(1000)).toHaveLength(450)
    expect(await store.schedules.list()).toHaveLength(1)
    await store.close()
  })
})
