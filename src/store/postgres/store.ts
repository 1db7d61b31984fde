/** A store in PostgreSQL: several processes, on several machines. */
import { VerbatimError } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import { type Lease, LEASE } from '../presence.ts'
import { first, type Sql } from '../sql.ts'
import { Store } from '../store.ts'
import { type Patience, PostgresEngine, SCHEMA } from './engine.ts'
import { MIGRATIONS } from './tables.ts'

export interface PostgresOptions {
  readonly log: Logger
  /** That of the server unless told: all processes go by it, so that leases mean the same to each. */
  readonly clock?: () => Date
  readonly patience?: Partial<Patience>
  readonly lease?: Lease
}

/**
 * Its tables are made, or brought to today's, by the first of several processes.
 * @throws VerbatimError 'config' when the server does not let the bot in or a newer program wrote it,
 * 'storage' when it does not answer
 */
export async function postgresStore(
  url: string,
  { log, clock, patience = {}, lease = LEASE }: PostgresOptions,
): Promise<Store> {
  const engine = await postgresEngine(url, { log, patience })
  try {
    return new Store(engine, { clock: clock ?? (await clockOf(engine)), lease })
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** The database with today's tables. @throws as `postgresStore` */
export async function postgresEngine(
  url: string,
  { log, patience = {} }: Pick<PostgresOptions, 'log' | 'patience'>,
): Promise<PostgresEngine> {
  const onError = (error: Error): void =>
    log.warn({ err: error }, 'a connection to the store is lost; another is made when it is needed')
  const engine = new PostgresEngine(url, onError, patience)
  try {
    await migrate(engine)
    return engine
  } catch (error) {
    await engine.close()
    throw error
  }
}

function migrate(engine: Sql): Promise<void> {
  return engine.transaction('migration', async (sql) => {
    await sql.run(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`)
    await sql.run('CREATE TABLE IF NOT EXISTS versions (version BIGINT PRIMARY KEY)')
    const row = await first(sql, 'SELECT coalesce(max(version), 0) AS version FROM versions')
    const version = Number(row?.['version'])
    if (version > MIGRATIONS.length)
      throw new VerbatimError(
        'config',
        `The store was written by a newer version of Verbatim (${version}, this one knows ${MIGRATIONS.length}); update Verbatim, or name another database`,
      )
    for (const [at, step] of MIGRATIONS.entries()) {
      if (at < version) continue
      await sql.run(step)
      await sql.run('INSERT INTO versions (version) VALUES (?)', [at + 1])
    }
  })
}

const NOW = 'SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS now'

/** The server's clock, as far as this machine's tells it. */
async function clockOf(sql: Sql): Promise<() => Date> {
  const before = Date.now()
  const row = await first(sql, NOW)
  const offset = Number(row?.['now']) - (before + Date.now()) / 2
  return () => new Date(Math.round(Date.now() + offset))
}
