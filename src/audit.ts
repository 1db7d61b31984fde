/** What admins have done: who, where, when, what, from, to. Only ever added to. */
import { userInfo } from 'node:os'
import * as z from 'zod'
import type { Sql } from './store/sql.ts'

/** One action of an admin. */
export interface Action {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `platform:channel`; `cli` for whoever sits at the machine. */
  readonly place: string
  readonly user: string
  /** `set`, `add`, `remove`, `refresh`, `schedule` … */
  readonly action: string
  /** What was so before, and what is so now, where there is either. */
  readonly before?: string
  readonly after?: string
}

/** Who sits at the machine, now. */
export const byHand = (): Pick<Action, 'at' | 'place' | 'user'> => ({
  at: new Date().toISOString(),
  place: 'cli',
  user: userName(),
})

/** In a container a user may have a number and no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.geteuid?.() ?? '?'}`
  }
}

const Row = z.object({
  at: z.string(),
  place: z.string(),
  user: z.string(),
  action: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

export class AuditLog {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  async add({ at, place, user, action, before, after }: Action): Promise<void> {
    await this.#sql.run(
      'INSERT INTO audit (at, place, "user", action, before, after) VALUES (?, ?, ?, ?, ?, ?)',
      [at, place, user, action, before ?? null, after ?? null],
    )
  }

  /** The newest first. */
  async list(limit: number): Promise<Action[]> {
    const rows = await this.#sql.all(
      'SELECT at, place, "user", action, before, after FROM audit ORDER BY id DESC LIMIT ?',
      [limit],
    )
    return rows.map((row) => {
      const { before, after, ...action } = Row.parse(row)
      return {
        ...action,
        ...(before !== null && { before }),
        ...(after !== null && { after }),
      }
    })
  }
}
