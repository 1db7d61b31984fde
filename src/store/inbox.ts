/** What was taken and is not dealt with yet: the platform will not deliver it again. */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Delivered, Inbox, Left } from '../adapter.ts'
import type { Presence } from './presence.ts'
import type { Sql } from './sql.ts'

/** Nobody waits longer for an answer. */
const KEEP = 24 * 3_600_000

const Row = z.object({ id: z.string(), run: z.string(), body: z.string() })
const Body = z.record(z.string(), z.unknown())

export class StoredInbox implements Inbox {
  readonly #sql: Sql
  readonly #clock: () => Date
  readonly #presence: Presence | undefined
  readonly #run: string
  /** Platforms whose runs that were over at the start were asked for: nobody else ends meanwhile. */
  readonly #told = new Set<string>()

  /** @param presence of this process, where others work on the same store */
  constructor(sql: Sql, clock: () => Date, presence?: Presence) {
    this.#sql = sql
    this.#clock = clock
    this.#presence = presence
    this.#run = presence?.run ?? randomUUID()
  }

  async add(platform: string, body: Delivered): Promise<string> {
    await this.#presence?.appear()
    const id = randomUUID()
    await this.#sql.run('INSERT INTO inbox (id, platform, run, at, body) VALUES (?, ?, ?, ?, ?)', [
      id,
      platform,
      this.#run,
      this.#clock().getTime(),
      JSON.stringify(body),
    ])
    return id
  }

  async remove(id: string): Promise<void> {
    await this.#sql.run('DELETE FROM inbox WHERE id = ?', [id])
  }

  async left(platform: string): Promise<Left[]> {
    if (this.#presence === undefined && this.#told.has(platform)) return []
    await this.#presence?.appear()
    const now = this.#clock().getTime()
    await this.#sql.run('DELETE FROM inbox WHERE at < ?', [now - KEEP])
    const rows = await this.#sql.all(
      `SELECT id, run, body FROM inbox WHERE platform = ? AND run != ?${this.#presence === undefined ? '' : ` AND ${DEAD}`} ORDER BY at`,
      [platform, this.#run, ...(this.#presence === undefined ? [] : [now])],
    )
    const left: Left[] = []
    for (const { id, run, body } of rows.map((row) => Row.parse(row))) {
      // Of two who find it, one takes it over. By the run it was found with, not by what other tables
      // say: a database that waited for the other's change looks at the changed row alone once more.
      try {
        const values = [this.#run, id, run]
        const taken = await this.#sql.run(TAKE, values)
        if (taken > 0) left.push({ id, body: Body.parse(JSON.parse(body)) })
      } catch (error) {
        // What was taken over is nobody else's to find; the rest is found the next time.
        if (left.length === 0) throw error
        return left
      }
    }
    this.#told.add(platform)
    return left
  }
}

const TAKE = 'UPDATE inbox SET run = ? WHERE id = ? AND run = ?'
/** Whoever took it has not been heard of for a while. */
const DEAD = 'NOT EXISTS (SELECT 1 FROM runs WHERE runs.run = inbox.run AND runs.until > ?)'
