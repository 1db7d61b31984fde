/**
 * A PostgreSQL database behind the store, for several processes. What certainly was not done because the
 * server was away is tried again for a while; of what may have been done, whoever asked is told.
 */
import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine, Row, Statements, Value } from '../sql.ts'
import { isAway, isUndone, told } from './failure.ts'
import { plain, statementOf } from './statement.ts'

/** In milliseconds. */
export interface Patience {
  /** Until a server that is away is given up. */
  readonly away: number
  readonly statement: number
}

const PATIENCE: Patience = { away: 15_000, statement: 15_000 }
/** Connections of one process. */
const MOST_CONNECTIONS = 8
const CONNECTING = 5000
const IDLE = 30_000
/** Between tries. */
const AGAIN = 100
const LONGEST_AGAIN = 1000
/** Its tables have a schema of their own. */
export const SCHEMA = 'verbatim'

/** Whole numbers come as numbers: all that the store keeps are exact as such. */
const BIGINT = 20
const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === BIGINT && format !== 'binary' ? Number : pg.types.getTypeParser(id, format),
}

/** What is deleted is written over where it lay. */
const SCRUBBED = ['conversations', 'feedback', 'gaps', 'memory', 'schedules']

export class PostgresEngine implements Engine {
  readonly #pool: pg.Pool
  readonly #patience: Patience
  /** For messages; without its password. */
  readonly #name: string
  #closing: Promise<void> | undefined

  /**
   * @param url `postgres://user:password@host:port/database`
   * @param onError hears of connections that are lost while nobody uses them
   */
  constructor(url: string, onError: (error: Error) => void, patience: Partial<Patience> = {}) {
    this.#patience = { ...PATIENCE, ...patience }
    this.#name = nameOf(url)
    const { statement } = this.#patience
    this.#pool = new pg.Pool({
      connectionString: url,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: CONNECTING,
      idleTimeoutMillis: IDLE,
      statement_timeout: statement,
      lock_timeout: statement,
      idle_in_transaction_session_timeout: statement,
      // A server that is gone without a word.
      query_timeout: statement * 2,
      keepAlive: true,
      application_name: 'verbatim',
      options: `-c search_path=${SCHEMA}`,
      types,
    })
    this.#pool.on('error', onError)
  }

  async all(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    const isRead = /^\s*SELECT\b/u.test(sql)
    const { rows } = await this.#query(sql, values, isRead)
    return rows
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    return (await this.#query(sql, values, false)).rowCount ?? 0
  }

  /** The server has written what it says it has. */
  runDurably(sql: string, values: readonly Value[] = []): Promise<number> {
    return this.run(sql, values)
  }

  transaction<T>(name: string, work: (sql: Statements) => Promise<T>): Promise<T> {
    return this.#patiently(false, async (client) => {
      await client.query('BEGIN')
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `${SCHEMA} ${name}`,
      ])
      const result = await work({
        all: async (sql, values = []) => (await queried(client, sql, values)).rows,
        run: async (sql, values = []) => (await queried(client, sql, values)).rowCount ?? 0,
      })
      await client.query('COMMIT')
      return result
    })
  }

  async scrub(): Promise<void> {
    for (const table of SCRUBBED) await this.run(`VACUUM FULL ${SCHEMA}.${table}`)
  }

  close(): Promise<void> {
    this.#closing ??= this.#pool.end()
    return this.#closing
  }

  #query(sql: string, values: readonly Value[], isRead: boolean): Promise<pg.QueryResult<Row>> {
    return this.#patiently(isRead, (client) => queried(client, sql, values))
  }

  /**
   * @param isHarmless whether to do it again, though it may have been done
   * @throws VerbatimError 'storage' or 'config', with what to do
   */
  async #patiently<T>(
    isHarmless: boolean,
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    const until = performance.now() + this.#patience.away
    for (let wait = AGAIN; ; wait = Math.min(wait * 2, LONGEST_AGAIN)) {
      try {
        return await this.#once(isHarmless, work)
      } catch (error) {
        if (!(error instanceof Undone)) throw told(error, this.#name)
        if (this.#closing !== undefined || performance.now() + wait > until)
          throw told(error.cause, this.#name)
        await sleep(wait)
      }
    }
  }

  /** @throws Undone where nothing was done that would matter, and what the server says otherwise */
  async #once<T>(isHarmless: boolean, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    let client
    try {
      client = await this.#pool.connect()
    } catch (error) {
      throw isAway(error) ? new Undone(error) : error
    }
    let failure: unknown
    // A connection that breaks tells its owner twice, and the second time nobody may be listening.
    const onError = (): void => {}
    client.on('error', onError)
    try {
      return await work(client)
    } catch (error) {
      failure = error
      // What is away takes it back by itself, and would only be waited for.
      if (!isAway(error)) await client.query('ROLLBACK').catch(() => {})
      throw isUndone(error) || (isHarmless && isAway(error)) ? new Undone(error) : error
    } finally {
      client.off('error', onError)
      client.release(isAway(failure))
    }
  }
}

/** Certainly not done, or done and of no consequence. */
class Undone extends Error {
  constructor(cause: unknown) {
    super('not done', { cause })
    this.name = 'Undone'
  }
}

const queried = (
  client: pg.PoolClient,
  sql: string,
  values: readonly Value[],
): Promise<pg.QueryResult<Row>> => client.query<Row>(statementOf(sql), values.map(plain))

/** `host:port/database` */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host || 'localhost'}${pathname}`
}
