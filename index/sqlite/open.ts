/**
 * A SQLite database that always opens: made with its folder when missing, brought to today's tables
 * step by step, kept aside and made anew when damaged. Only one of a newer program is refused.
 */
import { chmodSync, closeSync, constants, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { VerbatimError } from '../errors.ts'
import { privateFolder } from './private-folder.ts'
import { kindOfPath, setAside } from './set-aside.ts'
import { inTransaction } from './transaction.ts'

export interface Tables {
  /**
   * From one version to the next; the first makes the tables of a new file, and may meet one of a time
   * before versions, with some of them there. Never changed once it was released.
   */
  readonly migrations: readonly ((database: DatabaseSync) => void)[]
  /** Table → the columns it must have. */
  readonly columns: Readonly<Record<string, readonly string[]>>
}

export interface OpenDatabase {
  readonly database: DatabaseSync
  /** Where a damaged file is kept, if there was one: what it held is not in the database. */
  readonly damaged?: string
}

/** Of a program that knows more: nothing is done to it. */
export class NewerDatabaseError extends VerbatimError {
  constructor(path: string, version: number, known: number) {
    super(
      'config',
      `${path} was written by a newer version of Verbatim (${version}, this one knows ${known}); update Verbatim, or name another data folder`,
    )
    this.name = 'NewerDatabaseError'
  }
}

/** @throws NewerDatabaseError, DataFolderError, or what the file system says: no room, no permission */
export function openDatabase(path: string, tables: Tables): OpenDatabase {
  if (path === ':memory:') return { database: prepare(new DatabaseSync(path), path, tables) }
  privateFolder(dirname(path))
  if (kindOfPath(path) === 'other') return replaced(path, tables)
  try {
    return { database: open(path, tables) }
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  return replaced(path, tables)
}

/** Of several processes that find the same damage, one repairs it. */
function replaced(path: string, tables: Tables): OpenDatabase {
  const lock = new DatabaseSync(`${path}.mending`)
  try {
    lock.exec('PRAGMA busy_timeout = 10000; BEGIN EXCLUSIVE')
    try {
      if (kindOfPath(path) !== 'other') return { database: open(path, tables) }
    } catch (error) {
      if (!isDamage(error)) throw error
    }
    const damaged = setAside(path)
    return { database: open(path, tables), damaged }
  } finally {
    lock.close()
  }
}

function open(path: string, tables: Tables): DatabaseSync {
  // Made for its owner alone before anything is in it.
  closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600))
  chmodSync(path, 0o600)
  const database = new DatabaseSync(path)
  try {
    return prepare(database, path, tables)
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: DatabaseSync, path: string, tables: Tables): DatabaseSync {
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON;')
  const checked = database.prepare('PRAGMA quick_check(1)').get()
  if (checked?.['quick_check'] !== 'ok') throw new DamageError(String(checked?.['quick_check']))
  migrate(database, path, tables)
  checkColumns(database, tables)
  return database
}

function migrate(database: DatabaseSync, path: string, { migrations }: Tables): void {
  const known = migrations.length
  const from = versionOf(database)
  if (from > known) throw new NewerDatabaseError(path, from, known)
  if (from === known) return
  try {
    inTransaction(database, () => {
      // Another process may have done it meanwhile.
      for (const step of migrations.slice(versionOf(database))) step(database)
      database.exec(`PRAGMA user_version = ${known}`)
    })
  } catch (error) {
    // Nobody vouches for the tables of a time before versions; a step that fails later is a mistake of
    // ours, and no reason to put a whole database aside.
    if (from === 0 && resultOf(error) === ERROR) throw new DamageError(messageOf(error))
    throw error
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
}

function checkColumns(database: DatabaseSync, { columns }: Tables): void {
  for (const [table, expected] of Object.entries(columns)) {
    const kind = database.prepare('SELECT type FROM sqlite_schema WHERE name = ?').get(table)
    if (kind?.['type'] !== 'table') throw new DamageError(`there is no table ${table}`)
    const there = new Set(
      database
        .prepare('SELECT name FROM pragma_table_info(?)')
        .all(table)
        .map(({ name }) => name),
    )
    for (const column of expected)
      if (!there.has(column)) throw new DamageError(`table ${table} has no column ${column}`)
  }
}

/** The file is no database of ours any more. */
class DamageError extends Error {
  constructor(what: string) {
    super(`the database is damaged: ${what}`)
    this.name = 'DamageError'
  }
}

/** SQLite's result for a statement that does not go with the tables. */
const ERROR = 1
/** Of SQLite's results those that tell of the file, not of the disk: corrupt, no database. */
const DAMAGE = new Set([11, 26])

/** SQLite's result without its finer distinctions; `undefined` for what is not of SQLite. */
export const resultOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 255 : undefined

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** Whether an error says that the file itself is damaged. */
export function isDamage(error: unknown): boolean {
  return error instanceof DamageError || DAMAGE.has(resultOf(error) ?? 0)
}

/** Of SQLite's results: read-only, no room, cannot be read or written, cannot be opened. */
const STORAGE = new Set([8, 10, 13, 14])
const STORAGE_CODES = new Set(['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EDQUOT', 'EIO'])

/** Whether an error says that the disk or its permissions stand in the way. */
export function isStorage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (STORAGE.has(resultOf(error) ?? 0)) return true
  if ('code' in error && STORAGE_CODES.has(String(error.code))) return true
  return error.cause !== undefined && isStorage(error.cause)
}

/** What stands in the way, for a person; the folder's name comes before. */
export function explainStorage(error: unknown): string {
  const text =
    error instanceof Error ? `${error.message} ${String('code' in error && error.code)}` : ''
  if (/ENOSPC|EDQUOT|full/u.test(text)) return 'has no room left; free some'
  if (/EROFS|readonly|read-only/u.test(text)) return 'cannot be written to; make it writable'
  if (/EACCES|EPERM/u.test(text)) return 'may not be written to; change its permissions'
  return 'cannot be written to; check the disk'
}
