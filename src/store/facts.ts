/** What is so of the store itself: what was lost, from when on posts are made up for, the secret of links. */
import { first, type Sql, type Statements } from './sql.ts'

const SET =
  'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'

export class Facts {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  async get(name: string): Promise<string | undefined> {
    const row = await first(this.#sql, 'SELECT value FROM facts WHERE name = ?', [name])
    return row === undefined ? undefined : String(row['value'])
  }

  async set(name: string, value: string, sql: Statements = this.#sql): Promise<void> {
    await sql.run(SET, [name, value])
  }

  /** Where it is not known yet. @returns what it is now: another process may have been first */
  async settle(name: string, value: string): Promise<string> {
    await this.#sql.run('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING', [
      name,
      value,
    ])
    return (await this.get(name)) ?? value
  }

  /** @returns whether it was known */
  async drop(name: string): Promise<boolean> {
    return (await this.#sql.run('DELETE FROM facts WHERE name = ?', [name])) > 0
  }
}
