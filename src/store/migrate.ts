/** Copies the store of a data folder into PostgreSQL. Begun again after it was cut short, it goes on. */
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { VerbatimError } from '../errors.ts'
import type { Logger } from '../log.ts'
import { postgresEngine } from './postgres/store.ts'
import { first, type Engine, type Statements, type Value } from './sql.ts'
import { sqliteStore } from './sqlite/store.ts'
import { STORE_TABLES } from './sqlite/tables.ts'

/** Rows that are written at once. */
const BATCH = 200
/** Tables whose rows are numbered, and the numbers go on. */
const NUMBERED = ['audit', 'feedback', 'gaps', 'schedules'] as const
/** Whose order tells older rows from newer ones. */
const IN_ORDER: ReadonlySet<string> = new Set(['ledger', 'posts'])
const FACT = 'migrating'

/**
 * @param path of the SQLite file; no process may use it meanwhile
 * @param url of a database that holds no store yet, or what an earlier try has copied of this one
 * @returns how many rows each table has now
 * @throws VerbatimError 'usage' when the database holds another store
 */
export async function migrate(
  path: string,
  url: string,
  log: Logger,
): Promise<ReadonlyMap<string, number>> {
  // Brought to today's tables.
  await sqliteStore(path).close()
  const source = new DatabaseSync(path, { readOnly: true })
  const engine = await postgresEngine(url, { log })
  try {
    await begin(engine, resolve(path))
    const counts = new Map<string, number>()
    for (const [table, columns] of Object.entries(STORE_TABLES.columns))
      counts.set(table, await copied(source, engine, table, columns))
    await engine.transaction(FACT, async (sql) => {
      for (const table of NUMBERED) await goOn(source, sql, table)
      await sql.run('DELETE FROM facts WHERE name = ?', [FACT])
    })
    return counts
  } finally {
    source.close()
    await engine.close()
  }
}

/** Of two that begin at once, or of two stores, one copies. */
function begin(engine: Engine, path: string): Promise<void> {
  return engine.transaction(FACT, async (sql) => {
    const row = await first(sql, 'SELECT value FROM facts WHERE name = ?', [FACT])
    if (row?.['value'] === path) return
    for (const table of Object.keys(STORE_TABLES.columns))
      if ((await first(sql, `SELECT 1 AS there FROM ${table} LIMIT 1`)) !== undefined)
        throw new VerbatimError(
          'usage',
          'The database holds a store already, or part of another one; name a database that holds none.',
        )
    await sql.run('INSERT INTO facts (name, value) VALUES (?, ?)', [FACT, path])
  })
}

async function copied(
  source: DatabaseSync,
  engine: Engine,
  table: string,
  columns: readonly string[],
): Promise<number> {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const marks = `(${columns.map(() => '?').join(', ')})`
  const order = IN_ORDER.has(table) ? ' ORDER BY rowid' : ''
  let count = 0
  let batch: Value[][] = []
  const write = async (): Promise<void> => {
    if (batch.length === 0) return
    const rows = batch.map(() => marks).join(', ')
    await engine.run(
      `INSERT INTO ${table} (${names}) VALUES ${rows} ON CONFLICT DO NOTHING`,
      batch.flat(),
    )
    count += batch.length
    batch = []
  }
  for (const row of source.prepare(`SELECT ${names} FROM ${table}${order}`).iterate()) {
    batch.push(columns.map((column) => valueOf(row[column])))
    if (batch.length === BATCH) await write()
  }
  await write()
  return count
}

/** No number is given twice, not even one that was removed. */
async function goOn(source: DatabaseSync, sql: Statements, table: string): Promise<void> {
  const given = source.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').get(table)
  const last = source.prepare(`SELECT max(id) AS id FROM ${table}`).get()
  const most = Math.max(Number(given?.['seq'] ?? 0), Number(last?.['id'] ?? 0))
  if (most > 0)
    await sql.all(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), CAST(? AS BIGINT))`, [
      most,
    ])
}

const valueOf = (value: unknown): Value =>
  typeof value === 'string' || typeof value === 'number' ? value : null
