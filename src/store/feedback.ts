/** What people think of answers. */
import * as z from 'zod'
import type { QuoteRef } from '../adapter.ts'
import type { Gap } from '../reply.ts'
import type { Sql } from './sql.ts'

/** What a person thinks of an answer. */
export interface Feedback {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly platform: string
  readonly channel: string
  readonly user: string
  readonly question: string
  readonly quotes: readonly QuoteRef[]
  readonly helpful: boolean
  /** Whether others read along: what was asked for oneself alone is listed nowhere. */
  readonly aloud: boolean
}

/** An answer that was marked as no help. */
export type MarkedAnswer = Pick<Feedback, 'at' | 'platform' | 'channel' | 'question' | 'quotes'>

const Row = z.object({
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  question: z.string(),
  quotes: z.string(),
})
const Quotes = z.array(z.object({ document: z.string(), start: z.int(), end: z.int() }))

export class FeedbackBook {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** What one person thinks of one answer; the last word counts. */
  async add(given: Feedback): Promise<void> {
    const { at, platform, channel, user, question, quotes, helpful, aloud } = given
    const whose = [platform, channel, user, question]
    await this.#sql.transaction(`feedback ${JSON.stringify(whose)}`, async (sql) => {
      await sql.run(
        'DELETE FROM feedback WHERE platform = ? AND channel = ? AND "user" = ? AND question = ?',
        whose,
      )
      await sql.run(
        'INSERT INTO feedback (at, platform, channel, "user", question, quotes, helpful, aloud) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        [at, ...whose, JSON.stringify(quotes), helpful ? 1 : 0, aloud ? 1 : 0],
      )
    })
  }

  /** Answers to what was asked aloud that were marked as no help, newest first; of one channel, or of all. */
  async unhelpful(limit: number, of?: Pick<Gap, 'platform' | 'channel'>): Promise<MarkedAnswer[]> {
    const where = of === undefined ? '' : 'AND platform = ? AND channel = ?'
    const rows = await this.#sql.all(
      `SELECT at, platform, channel, question, quotes FROM feedback WHERE helpful = 0 AND aloud = 1 ${where} ORDER BY id DESC LIMIT ?`,
      [...(of === undefined ? [] : [of.platform, of.channel]), limit],
    )
    return rows.map((row) => {
      const { quotes, ...answer } = Row.parse(row)
      return { ...answer, quotes: Quotes.parse(JSON.parse(quotes)) }
    })
  }
}
