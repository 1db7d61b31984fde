/** The last turn of every conversation. */
import * as z from 'zod'
import type { Turn } from '../ask/follow-up.ts'
import { first, type Sql } from './sql.ts'

const StoredTurn = z.object({
  question: z.string(),
  context: z.array(z.string()),
  shown: z.int(),
  first: z.object({ document: z.string(), start: z.int(), end: z.int() }).optional(),
  kind: z.enum(['figures', 'brief']).optional(),
  quotes: z.array(z.object({ document: z.string(), start: z.int(), end: z.int() })).default([]),
})
const Row = z.object({ turn: z.string(), version: z.int() })

export interface KeptTurn {
  readonly turn: Turn
  /** Another with every turn. */
  readonly version: number
}

export class TurnBook {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** The conversation's last turn, unless it is older than `oldest`. */
  async last(conversation: string, oldest: Date): Promise<KeptTurn | undefined> {
    const row = await first(
      this.#sql,
      'SELECT turn, version FROM conversations WHERE key = ? AND at >= ?',
      [conversation, oldest.getTime()],
    )
    if (row === undefined) return undefined
    const { turn: text, version } = Row.parse(row)
    const { first: quote, kind, ...rest } = StoredTurn.parse(JSON.parse(text))
    const turn = {
      ...rest,
      ...(quote !== undefined && { first: quote }),
      ...(kind !== undefined && { kind }),
    }
    return { turn, version }
  }

  async save(conversation: string, turn: Turn, now: Date): Promise<void> {
    await this.#sql.run(
      `INSERT INTO conversations (key, at, turn) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE
        SET at = excluded.at, turn = excluded.turn, version = conversations.version + 1`,
      [conversation, now.getTime(), JSON.stringify(turn)],
    )
  }

  /** Goes on from a turn. @returns false where something else was said since: nothing is saved then */
  async goOn(conversation: string, from: KeptTurn, turn: Turn, now: Date): Promise<boolean> {
    const changed = await this.#sql.run(
      'UPDATE conversations SET at = ?, turn = ?, version = version + 1 WHERE key = ? AND version = ?',
      [now.getTime(), JSON.stringify(turn), conversation, from.version],
    )
    return changed > 0
  }

  /** Forgets every conversation whose last turn is older. */
  async forget(oldest: Date): Promise<void> {
    await this.#sql.run('DELETE FROM conversations WHERE at < ?', [oldest.getTime()])
  }
}
