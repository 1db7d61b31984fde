/** What adapters must know again later. */
import { type Memory, REMEMBER_DAYS } from '../adapter.ts'
import { first, type Sql, type Statements } from './sql.ts'

export class StoredMemory implements Memory {
  readonly #sql: Sql
  readonly #clock: () => Date

  constructor(sql: Sql, clock: () => Date) {
    this.#sql = sql
    this.#clock = clock
  }

  async keep(key: string, value: unknown): Promise<void> {
    await this.#keep(this.#sql, key, value)
    await this.#sql.run('DELETE FROM memory WHERE at < ?', [
      this.#clock().getTime() - REMEMBER_DAYS * 86_400_000,
    ])
  }

  recall(key: string): Promise<unknown> {
    return recall(this.#sql, key)
  }

  change(key: string, how: (kept: unknown) => unknown): Promise<unknown> {
    return this.#sql.transaction(`memory ${key}`, async (sql) => {
      const kept = await recall(sql, key)
      const value = how(kept)
      if (value === undefined) return kept
      await this.#keep(sql, key, value)
      return value
    })
  }

  async forget(key: string): Promise<void> {
    await this.#sql.run('DELETE FROM memory WHERE key = ?', [key])
  }

  async #keep(sql: Statements, key: string, value: unknown): Promise<void> {
    await sql.run(
      'INSERT INTO memory (key, value, at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at',
      [key, JSON.stringify(value), this.#clock().getTime()],
    )
  }
}

async function recall(sql: Statements, key: string): Promise<unknown> {
  const found = await first(sql, 'SELECT value FROM memory WHERE key = ?', [key])
  return found === undefined ? undefined : JSON.parse(String(found['value']))
}
