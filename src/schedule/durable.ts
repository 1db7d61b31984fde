/** Writes that must be known after a power cut, all of them or none. SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../index/sqlite/transaction.ts'

export function durably<T>(database: DatabaseSync, work: () => T): T {
  // Other tables on the same connection are written at ease.
  database.exec('PRAGMA synchronous = FULL')
  try {
    return inTransaction(database, work)
  } finally {
    database.exec('PRAGMA synchronous = NORMAL')
  }
}
