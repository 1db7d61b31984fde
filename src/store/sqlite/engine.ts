/** A SQLite file behind the store. Nothing waits while no transaction is open: what is called first is done first. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { resultOf } from '../../../index/sqlite/open.ts'
import type { Engine, Row, Statements, Value } from '../sql.ts'

/** Written at once, and to the platter a little later: a crash loses nothing, a power cut the last. */
const AT_EASE = 'PRAGMA synchronous = NORMAL'
const DURABLE = 'PRAGMA synchronous = FULL'

/** Milliseconds that another process is waited for with all else held up, and with all else going on. */
const HELD = 50
const PATIENCE = 5000
const AGAIN = 10

export class SqliteEngine implements Engine {
  readonly #database: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()
  /** Of the transaction that is open. */
  #end: Promise<void> | undefined

  constructor(database: DatabaseSync) {
    this.#database = database
    database.exec(`PRAGMA busy_timeout = ${HELD}; ${AT_EASE}`)
  }

  all(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    return this.#patiently(() => this.#all(sql, values))
  }

  run(sql: string, values: readonly Value[] = []): Promise<number> {
    return this.#patiently(() => this.#run(sql, values))
  }

  runDurably(sql: string, values: readonly Value[] = []): Promise<number> {
    return this.#patiently(() => {
      this.#database.exec(DURABLE)
      try {
        return this.#run(sql, values)
      } finally {
        this.#database.exec(AT_EASE)
      }
    })
  }

  /** Of all names one after the other: a file has one writer. */
  async transaction<T>(_name: string, work: (sql: Statements) => Promise<T>): Promise<T> {
    while (this.#end !== undefined) await this.#end
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#end = promise
    try {
      await unlocked(() => this.#database.exec(`${DURABLE}; BEGIN IMMEDIATE`))
      const result = await work({
        all: async (sql, values = []) => this.#all(sql, values),
        run: async (sql, values = []) => this.#run(sql, values),
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

  #patiently<T>(work: () => T): Promise<T> {
    return unlocked(work, () => this.#end)
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

/** Once nobody else writes. @param own that of this process is waited for before it is tried again */
async function unlocked<T>(work: () => T, own?: () => Promise<void> | undefined): Promise<T> {
  const until = performance.now() + PATIENCE
  for (;;) {
    for (let end = own?.(); end !== undefined; end = own?.()) await end
    try {
      return work()
    } catch (error) {
      if (!isLocked(error) || performance.now() > until) throw error
    }
    await sleep(AGAIN)
  }
}

/** SQLite's results for what another holds. */
const isLocked = (error: unknown): boolean => [5, 6].includes(resultOf(error) ?? 0)
