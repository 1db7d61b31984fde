/** A SQLite file behind the store. Nothing waits while no transaction is open: what is called first is done first. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Engine, Row, Statements, Value } from '../sql.ts'

/** Written at once, and to the platter a little later: a crash loses nothing, a power cut the last. */
const AT_EASE = 'PRAGMA synchronous = NORMAL'
const DURABLE = 'PRAGMA synchronous = FULL'

export class SqliteEngine implements Engine {
  readonly dialect = {
    field: (column: string, name: string): string => `json_extract(${column}, '$.${name}')`,
  }
  readonly #database: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()
  /** Of the transaction that is open. */
  #end: Promise<void> | undefined

  constructor(database: DatabaseSync) {
    this.#database = database
    database.exec(`PRAGMA busy_timeout = 3000; ${AT_EASE}`)
  }

  async all(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    while (this.#end !== undefined) await this.#end
    return this.#all(sql, values)
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    while (this.#end !== undefined) await this.#end
    return this.#run(sql, values)
  }

  async runDurably(sql: string, values: readonly Value[] = []): Promise<number> {
    while (this.#end !== undefined) await this.#end
    this.#database.exec(DURABLE)
    try {
      return this.#run(sql, values)
    } finally {
      this.#database.exec(AT_EASE)
    }
  }

  /** Of all names one after the other: a file has one writer. */
  async transaction<T>(_name: string, work: (sql: Statements) => Promise<T>): Promise<T> {
    while (this.#end !== undefined) await this.#end
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#end = promise
    try {
      this.#database.exec(`${DURABLE}; BEGIN IMMEDIATE`)
      const result = await work({
        all: (sql, values = []) => Promise.resolve(this.#all(sql, values)),
        run: (sql, values = []) => Promise.resolve(this.#run(sql, values)),
      })
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      // Where the disk is full, SQLite has taken it back already.
      if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    } finally {
      if (this.#database.isOpen) this.#database.exec(AT_EASE)
      this.#end = undefined
      resolve()
    }
  }

  async scrub(): Promise<void> {
    while (this.#end !== undefined) await this.#end
    this.#database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);')
  }

  async close(): Promise<void> {
    while (this.#end !== undefined) await this.#end
    if (this.#database.isOpen) this.#database.close()
  }

  #all(sql: string, values: readonly Value[]): Row[] {
    return this.#statement(sql).all(...values)
  }

  #run(sql: string, values: readonly Value[]): number {
    return Number(this.#statement(sql).run(...values).changes)
  }

  #statement(sql: string): StatementSync {
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}
