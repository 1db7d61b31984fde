/** Which sets admins have given to places: channels, guilds, workspaces, holders of tokens. */
import * as z from 'zod'
import { VerbatimError } from '../errors.ts'
import { first, type Sql } from './sql.ts'

/** What people on a platform are told. */
export const UNREADABLE =
  'My settings cannot be read, so nobody is answered here. Whoever runs me restores a backup or resets them.'

const Sets = z.string().transform((text, context): string[] => {
  try {
    return z.array(z.string()).parse(JSON.parse(text))
  } catch {
    context.addIssue('no list of sets')
    return z.NEVER
  }
})

export class ScopeBook {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /**
   * The sets an admin has given a channel, a guild or a workspace.
   * @throws VerbatimError 'settings' when they cannot be read: then nothing may be shown there
   */
  async of(place: string): Promise<readonly string[] | undefined> {
    const row = await first(this.#sql, 'SELECT sets FROM scopes WHERE place = ?', [place])
    if (row === undefined) return undefined
    const sets = Sets.safeParse(String(row['sets']))
    if (!sets.success) throw new VerbatimError('settings', UNREADABLE)
    return sets.data
  }

  /** @param sets `undefined` leaves it to the configuration again */
  async assign(place: string, sets: readonly string[] | undefined): Promise<void> {
    if (sets === undefined) await this.#sql.run('DELETE FROM scopes WHERE place = ?', [place])
    else
      await this.#sql.run(
        'INSERT INTO scopes (place, sets) VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET sets = excluded.sets',
        [place, JSON.stringify(sets)],
      )
  }
}
