/** What must happen once. */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Ledger, Standing } from '../adapter.ts'
import { first, type Sql } from './sql.ts'

/** Told by their number, not by the clock: one that jumps must not make the bot forget. */
const MOST_KEPT = 100_000

const Row = z.object({ run: z.string(), receipt: z.string().nullable() })

export class StoredLedger implements Ledger {
  readonly #sql: Sql
  readonly #run = randomUUID()
  readonly #clock: () => Date

  constructor(sql: Sql, clock: () => Date) {
    this.#sql = sql
    this.#clock = clock
  }

  async begin(key: string): Promise<Standing> {
    const now = this.#clock().getTime()
    // What was begun must be known after a power cut too; all else may be looked up or done again.
    const added = await this.#sql.runDurably(
      'INSERT INTO ledger (key, run, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      [key, this.#run, now],
    )
    if (added > 0) {
      await this.#forgetOldest()
      return { state: 'new' }
    }
    const standing = await this.look(key)
    if (standing.state !== 'unknown') return standing
    // Of two who find it, one takes it over.
    const taken = await this.#sql.runDurably(
      'UPDATE ledger SET run = ?, at = ? WHERE key = ? AND run != ? AND receipt IS NULL',
      [this.#run, now, key, this.#run],
    )
    return taken > 0 ? standing : this.look(key)
  }

  async done(key: string, receipt: string): Promise<void> {
    await this.#sql.run('UPDATE ledger SET receipt = ? WHERE key = ?', [receipt, key])
  }

  async undo(key: string): Promise<void> {
    await this.#sql.run('DELETE FROM ledger WHERE key = ? AND receipt IS NULL', [key])
  }

  async look(key: string): Promise<Standing> {
    const found = await first(this.#sql, 'SELECT run, receipt FROM ledger WHERE key = ?', [key])
    if (found === undefined) return { state: 'new' }
    const { run, receipt } = Row.parse(found)
    if (receipt !== null) return { state: 'done', receipt }
    return { state: run === this.#run ? 'running' : 'unknown' }
  }

  async #forgetOldest(): Promise<void> {
    await this.#sql.run('DELETE FROM ledger WHERE rowid <= (SELECT max(rowid) FROM ledger) - ?', [
      MOST_KEPT,
    ])
  }
}
