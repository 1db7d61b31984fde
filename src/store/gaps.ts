/** Questions that were asked aloud and not answered. */
import * as z from 'zod'
import type { Gap } from '../reply.ts'
import type { Sql, Value } from './sql.ts'

/** A gap as it is kept. */
export interface KeptGap extends Gap {
  /** The guild or workspace of its channel, where there is one. */
  readonly workspace?: string
  /** Who asked. */
  readonly user?: string
}

/** A gap that no document has answered since. */
export interface OpenGap extends Pick<KeptGap, 'platform' | 'channel' | 'workspace' | 'question'> {
  readonly id: number
}

const StoredNearest = z.object({ document: z.string(), text: z.string() })
const Row = z.object({
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  question: z.string(),
  reason: z.string(),
  nearest: z.string().nullable(),
  answered: z.string().nullable(),
})
const OpenRow = z.object({
  id: z.int(),
  platform: z.string(),
  channel: z.string(),
  workspace: z.string().nullable(),
  question: z.string(),
})

export class GapBook {
  readonly #sql: Sql
  readonly #clock: () => Date

  constructor(sql: Sql, clock: () => Date) {
    this.#sql = sql
    this.#clock = clock
  }

  /** Of a question that was asked aloud: any other is kept nowhere. */
  async add(gap: KeptGap): Promise<void> {
    const { at, platform, channel, question, reason, nearest, workspace, user } = gap
    await this.#sql.run(
      'INSERT INTO gaps (at, platform, channel, question, reason, nearest, workspace, "user", aloud) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        at,
        platform,
        channel,
        question,
        reason,
        nearest === undefined ? null : JSON.stringify(nearest),
        workspace ?? null,
        user ?? null,
        1,
      ],
    )
  }

  /** Newest first; asked aloud in one channel, since a time. */
  of(
    { platform, channel }: Pick<Gap, 'platform' | 'channel'>,
    since: Date,
    limit: number,
  ): Promise<Gap[]> {
    return this.#list('AND platform = ? AND channel = ? AND at > ?', [
      platform,
      channel,
      since.toISOString(),
      limit,
    ])
  }

  /**
   * Newest first; asked aloud in any channel of a workspace. Where no workspace was kept with a gap, it belongs
   * to its own channel only.
   */
  in(
    { platform, workspace, channel }: Required<Pick<KeptGap, 'platform' | 'workspace' | 'channel'>>,
    limit: number,
  ): Promise<Gap[]> {
    return this.#list(
      'AND platform = ? AND (workspace = ? OR (workspace IS NULL AND channel = ?))',
      [platform, workspace, channel, limit],
    )
  }

  /** Newest first, of all places. */
  list(limit: number): Promise<Gap[]> {
    return this.#list('', [limit])
  }

  async #list(where: string, values: readonly Value[]): Promise<Gap[]> {
    const rows = await this.#sql.all(
      `SELECT at, platform, channel, question, reason, nearest, answered FROM gaps WHERE aloud = 1 ${where} ORDER BY id DESC LIMIT ?`,
      values,
    )
    return rows.map((row) => {
      const { nearest, answered, ...gap } = Row.parse(row)
      return {
        ...gap,
        ...(answered !== null && { answered }),
        ...(nearest !== null && { nearest: StoredNearest.parse(JSON.parse(nearest)) }),
      }
    })
  }

  /** Those that no document has answered since, the newest first. */
  async open(limit: number): Promise<OpenGap[]> {
    const rows = await this.#sql.all(
      'SELECT id, platform, channel, workspace, question FROM gaps WHERE aloud = 1 AND answered IS NULL ORDER BY id DESC LIMIT ?',
      [limit],
    )
    return rows.map((row) => {
      const { workspace, ...gap } = OpenRow.parse(row)
      return { ...gap, ...(workspace !== null && { workspace }) }
    })
  }

  /** @returns false where it was answered already, or is forgotten */
  async answer(id: number): Promise<boolean> {
    const changed = await this.#sql.run(
      'UPDATE gaps SET answered = ? WHERE id = ? AND answered IS NULL',
      [this.#clock().toISOString(), id],
    )
    return changed > 0
  }
}
