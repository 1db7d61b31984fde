import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { testStore } from './contract.ts'

testStore('a store in a file of SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'))
  return {
    isShared: false,
    open: async (clock) => sqliteStore(join(folder, 'verbatim.sqlite'), clock),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  }
})
