/** Writes that must be known after a power cut, all of them or none. SQLite. */
import type { DatabaseSync } from 'node:sqlite'

export function durably<T>(database: DatabaseSync, work: () => T): T {
  // Other tables on the same connection are written at ease.
  database.exec('PRAGMA synchronous = FULL')
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  } finally {
    database.exec('PRAGMA synchronous = NORMAL')
  }
}
