/** What others do to the same rows, or the database does not do, right between two statements. */
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../index/sqlite/open.ts'
import { StoredInbox } from '../../src/store/inbox.ts'
import { StoredLedger } from '../../src/store/ledger.ts'
import { SqliteEngine } from '../../src/store/sqlite/engine.ts'
import { STORE_TABLES } from '../../src/store/sqlite/tables.ts'
import { TokenBook } from '../../src/tokens.ts'
import { before, once } from '../support/between.ts'

const clock = (): Date => new Date('2025-11-20T12:00:00Z')

const open = (): SqliteEngine => new SqliteEngine(openDatabase(':memory:', STORE_TABLES).database)

describe('between two statements', () => {
  it('what another undoes is begun by who finds it', async () => {
    const sql = open()
    const other = new StoredLedger(sql, clock)
    await other.begin('k')
    const undone = once(() => other.undo('k'))
    const mine = new StoredLedger(before(sql, 'SELECT run, receipt', undone), clock)
    expect(await mine.begin('k')).toEqual({ state: 'new' })
    expect(await mine.look('k')).toEqual({ state: 'running' })
    await mine.done('k', 'r')
    expect(await other.begin('k')).toEqual({ state: 'done', receipt: 'r' })
  })

  it('what another takes over and leaves is taken over all the same', async () => {
    const sql = open()
    await new StoredLedger(sql, clock).begin('k')
    const another = once(() => new StoredLedger(sql, clock).begin('k'))
    const mine = new StoredLedger(before(sql, 'UPDATE ledger SET run', another), clock)
    expect(await mine.begin('k')).toEqual({ state: 'unknown' })
    expect(await mine.look('k')).toEqual({ state: 'running' })
  })

  it('a database that fails loses nothing that was taken over', async () => {
    const sql = open()
    const ended = new StoredInbox(sql, clock)
    for (const at of [1, 2, 3]) await ended.add('slack', { at })
    let updates = 0
    const failing = before(sql, 'UPDATE inbox', () =>
      ++updates === 2 ? Promise.reject(new Error('away')) : Promise.resolve(),
    )
    const inbox = new StoredInbox(failing, clock)
    const left = [...(await inbox.left('slack')), ...(await inbox.left('slack'))]
    expect(left.map(({ body }) => body['at'])).toEqual(expect.arrayContaining([1, 2, 3]))
    expect(left).toHaveLength(3)
    expect(await inbox.left('slack')).toEqual([])
  })

  it('a token that takes the place of another has not been used', async () => {
    const sql = open()
    const tokens = new TokenBook(sql, clock)
    const old = await tokens.issue('desk-paris')
    const renewed = once(() => tokens.issue('desk-paris'))
    const late = new TokenBook(before(sql, 'UPDATE tokens', renewed), clock)
    await late.holderOf(old)
    expect(await tokens.list()).toEqual([{ name: 'desk-paris', made: clock().toISOString() }])
  })

  it('a token lets its holder in though its use cannot be noted', async () => {
    const sql = open()
    const token = await new TokenBook(sql, clock).issue('desk-paris')
    const full = before(sql, 'UPDATE tokens', () => Promise.reject(new Error('disk is full')))
    expect(await new TokenBook(full, clock).holderOf(token)).toBe('desk-paris')
  })
})
