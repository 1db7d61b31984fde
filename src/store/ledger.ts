/** What must happen once. */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Ledger, Standing } from '../adapter.ts'
import type { Presence } from './presence.ts'
import { first, type Sql } from './sql.ts'

/** Told by their number, not by the clock: one that jumps must not make the bot forget. */
const MOST_KEPT = 100_000

/** Redelivered keys cost nothing; of new ones so many are begun before the oldest are forgotten. */
const FORGOTTEN_EVERY = 500

const Row = z.object({ run: z.string(), receipt: z.string().nullable() })

export class StoredLedger implements Ledger {
  readonly #sql: Sql
  readonly #run: string
  readonly #clock: () => Date
  readonly #presence: Presence | undefined
  #begun = 0

  /** @param presence of this process, where others work on the same store */
  constructor(sql: Sql, clock: () => Date, presence?: Presence) {
    this.#sql = sql
    this.#clock = clock
    this.#presence = presence
    this.#run = presence?.run ?? randomUUID()
  }

  async begin(key: string): Promise<Standing> {
    for (;;) {
      const standing = await this.#tryToBegin(key)
      if (standing !== undefined) return standing
    }
  }

  /** @returns nothing where others undid it, or took it over, at the same moment */
  async #tryToBegin(key: string): Promise<Standing | undefined> {
    // Whoever finds it begun must see that somebody is at it.
    await this.#presence?.appear()
    const now = this.#clock().getTime()
    // What was begun must be known after a power cut too; all else may be looked up or done again.
    const added = await this.#sql.runDurably(
      `INSERT INTO ledger (key, run, at) SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT)
        WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE key = ?) ON CONFLICT DO NOTHING`,
      [key, this.#run, now, key],
    )
    if (added > 0) {
      if (this.#begun++ % FORGOTTEN_EVERY === 0) await this.#forgetOldest()
      return { state: 'new' }
    }
    const { standing, run } = await this.#find(key)
    if (standing.state === 'new') return undefined
    if (standing.state !== 'unknown') return standing
    // Of two who find it, one takes it over.
    const taken = await this.#sql.runDurably(
      'UPDATE ledger SET run = ?, at = ? WHERE key = ? AND run = ? AND receipt IS NULL',
      [this.#run, now, key, run],
    )
    return taken > 0 ? standing : undefined
  }

  async done(key: string, receipt: string): Promise<void> {
    await this.#sql.run('UPDATE ledger SET receipt = ? WHERE key = ?', [receipt, key])
  }

  async undo(key: string): Promise<void> {
    await this.#sql.run('DELETE FROM ledger WHERE key = ? AND run = ? AND receipt IS NULL', [
      key,
      this.#run,
    ])
  }

  async look(key: string): Promise<Standing> {
    return (await this.#find(key)).standing
  }

  /** How it stands, and of which run that is. */
  async #find(key: string): Promise<{ standing: Standing; run: string }> {
    const found = await first(this.#sql, 'SELECT run, receipt FROM ledger WHERE key = ?', [key])
    if (found === undefined) return { standing: { state: 'new' }, run: '' }
    const { run, receipt } = Row.parse(found)
    if (receipt !== null) return { standing: { state: 'done', receipt }, run }
    if (run === this.#run) return { standing: { state: 'running' }, run }
    const isAlive = (await this.#presence?.isAlive(run)) ?? false
    return { standing: { state: isAlive ? 'elsewhere' : 'unknown' }, run }
  }

  async #forgetOldest(): Promise<void> {
    await this.#sql.run('DELETE FROM ledger WHERE rowid <= (SELECT max(rowid) FROM ledger) - ?', [
      MOST_KEPT,
    ])
  }
}
