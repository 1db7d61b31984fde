/** A store in one file of SQLite: one process, or several on one machine. */
import { lstatSync, writeFileSync } from 'node:fs'
import { openDatabase } from '../../../index/sqlite/open.ts'
import { kindOfPath } from '../../../index/sqlite/set-aside.ts'
import { Store } from '../store.ts'
import { SqliteEngine } from './engine.ts'
import { STORE_TABLES } from './tables.ts'

/**
 * @param path a file, made with its folder when missing; `:memory:` for nothing that stays
 * @throws Error of node:sqlite when the file cannot be opened or is no database
 */
export function sqliteStore(path: string, clock?: () => Date): Store {
  const gone = isGone(path)
  const { database, damaged } = openDatabase(path, STORE_TABLES)
  const lost = damaged ?? (gone ? 'nowhere' : undefined)
  if (lost !== undefined)
    database.prepare("INSERT OR REPLACE INTO facts (name, value) VALUES ('lost', ?)").run(lost)
  const store = new Store(new SqliteEngine(database), { clock })
  if (path !== ':memory:') writeFileSync(markOf(path), '', { mode: 0o600 })
  return store
}

/** Stands beside a store once there was one: where it is missing, what was set in it is lost. */
const markOf = (path: string): string => path.replace(/\.sqlite$/u, '.mark')

/** Whether there was a store, and is none any more. */
export function isGone(path: string): boolean {
  if (path === ':memory:' || kindOfPath(markOf(path)) === 'missing') return false
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found === undefined || (found.isFile() && found.size < SMALLEST)
}

/** In bytes: SQLite's smallest page. */
const SMALLEST = 512
