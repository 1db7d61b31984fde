/** What is written by some work is written at once or not at all. */
import type { DatabaseSync } from 'node:sqlite'

export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // Where the disk is full, SQLite has taken it back already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
