/** What must happen once, and what must be known again, through restarts. SQLite. */
import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { Ledger, Memory, Standing } from '../adapter.ts'

/** Told by their number, not by the clock: one that jumps must not make the bot forget. */
const MOST_KEPT = 100_000
/** Nothing is looked up again after so long. */
const REMEMBER_DAYS = 30

/** Written at once, and to the platter a little later: a crash loses nothing, a power cut the last. */
const AT_EASE = 'PRAGMA synchronous = NORMAL'

const Row = z.object({ run: z.string(), receipt: z.string().nullable() })

export class StoredLedger implements Ledger {
  readonly #database: DatabaseSync
  readonly #run = randomUUID()
  readonly #clock: () => Date

  constructor(database: DatabaseSync, clock: () => Date) {
    this.#database = database
    this.#clock = clock
    database.exec(AT_EASE)
  }

  begin(key: string): Standing {
    // What was begun must be known after a power cut too; all else may be looked up or done again.
    this.#database.exec('PRAGMA synchronous = FULL')
    try {
      return this.#begin(key)
    } finally {
      this.#database.exec(AT_EASE)
    }
  }

  #begin(key: string): Standing {
    const now = this.#clock().getTime()
    this.#database
      .prepare('DELETE FROM ledger WHERE rowid <= (SELECT max(rowid) FROM ledger) - ?')
      .run(MOST_KEPT)
    const added = this.#database
      .prepare('INSERT INTO ledger (key, run, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(key, this.#run, now)
    if (added.changes > 0) return { state: 'new' }
    const standing = this.look(key)
    if (standing.state !== 'unknown') return standing
    // Of two who find it, one takes it over.
    const taken = this.#database
      .prepare('UPDATE ledger SET run = ?, at = ? WHERE key = ? AND run != ? AND receipt IS NULL')
      .run(this.#run, now, key, this.#run)
    return taken.changes > 0 ? standing : this.look(key)
  }

  done(key: string, receipt: string): void {
    this.#database.prepare('UPDATE ledger SET receipt = ? WHERE key = ?').run(receipt, key)
  }

  undo(key: string): void {
    this.#database.prepare('DELETE FROM ledger WHERE key = ? AND receipt IS NULL').run(key)
  }

  look(key: string): Standing {
    const found = this.#database.prepare('SELECT run, receipt FROM ledger WHERE key = ?').get(key)
    if (found === undefined) return { state: 'new' }
    const { run, receipt } = Row.parse(found)
    if (receipt !== null) return { state: 'done', receipt }
    return { state: run === this.#run ? 'running' : 'unknown' }
  }
}

export class StoredMemory implements Memory {
  readonly #database: DatabaseSync
  readonly #clock: () => Date

  constructor(database: DatabaseSync, clock: () => Date) {
    this.#database = database
    this.#clock = clock
    database.exec(AT_EASE)
  }

  keep(key: string, value: unknown): void {
    const now = this.#clock().getTime()
    this.#database.prepare('DELETE FROM memory WHERE at < ?').run(now - REMEMBER_DAYS * 86_400_000)
    this.#database
      .prepare(
        'INSERT INTO memory (key, value, at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at',
      )
      .run(key, JSON.stringify(value), now)
  }

  recall(key: string): unknown {
    const found = this.#database.prepare('SELECT value FROM memory WHERE key = ?').get(key)
    return found === undefined ? undefined : JSON.parse(String(found['value']))
  }

  forget(key: string): void {
    this.#database.prepare('DELETE FROM memory WHERE key = ?').run(key)
  }
}
