/** Which processes on one store live: each says so again and again, and is taken for dead when it has not for a while. */
import { randomUUID } from 'node:crypto'
import { first, type Sql } from './sql.ts'

export interface Lease {
  /** Milliseconds until a process that says nothing is dead; a pause of the machine must be shorter. */
  readonly lasts: number
  readonly renewed: number
}

export const LEASE: Lease = { lasts: 15_000, renewed: 4000 }

/** Dead ones are forgotten after so long. */
const FORGOTTEN = 86_400_000

export class Presence {
  /** Of this process, as long as it has the store open. */
  readonly run = randomUUID()
  readonly #sql: Sql
  readonly #clock: () => Date
  readonly #lease: Lease
  #until = 0
  #timer: NodeJS.Timeout | undefined
  #isOver = false

  constructor(sql: Sql, clock: () => Date, lease: Lease) {
    this.#sql = sql
    this.#clock = clock
    this.#lease = lease
  }

  /** Others know that it lives, from before this resolves until a while after it last said so. */
  async appear(): Promise<void> {
    const left = this.#until - this.#clock().getTime()
    if (left < this.#lease.lasts / 3) await this.#renew()
    if (this.#timer !== undefined || this.#isOver) return
    // What cannot be said now is said by the next time.
    this.#timer = setInterval(() => void this.#renew().catch(() => {}), this.#lease.renewed)
    this.#timer.unref()
  }

  /** Whether another lives. */
  async isAlive(run: string): Promise<boolean> {
    const now = this.#clock().getTime()
    const row = await first(this.#sql, 'SELECT 1 AS alive FROM runs WHERE run = ? AND until > ?', [
      run,
      now,
    ])
    return row !== undefined
  }

  /** What it had begun is others' at once. */
  async leave(): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    clearInterval(this.#timer)
    if (this.#until > 0) await this.#sql.run('DELETE FROM runs WHERE run = ?', [this.run])
  }

  async #renew(): Promise<void> {
    if (this.#isOver) return
    const now = this.#clock().getTime()
    const until = now + this.#lease.lasts
    await this.#sql.run(
      'INSERT INTO runs (run, until) VALUES (?, ?) ON CONFLICT (run) DO UPDATE SET until = excluded.until',
      [this.run, until],
    )
    if (this.#until === 0)
      await this.#sql.run('DELETE FROM runs WHERE until < ?', [now - FORGOTTEN])
    this.#until = until
  }
}
