/** What admins have done: who, where, when, what, from, to. Only ever added to. SQLite. */
import { userInfo } from 'node:os'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

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
  user: userInfo().username,
})

const Row = z.object({
  at: z.string(),
  place: z.string(),
  user: z.string(),
  action: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

export class AuditLog {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  add({ at, place, user, action, before, after }: Action): void {
    this.#database
      .prepare(
        'INSERT INTO audit (at, place, user, action, before, after) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(at, place, user, action, before ?? null, after ?? null)
  }

  /** The newest first. */
  list(limit: number): Action[] {
    return this.#database
      .prepare('SELECT at, place, user, action, before, after FROM audit ORDER BY id DESC LIMIT ?')
      .all(limit)
      .map((row) => {
        const { before, after, ...action } = Row.parse(row)
        return {
          ...action,
          ...(before !== null && { before }),
          ...(after !== null && { after }),
        }
      })
  }
}
