import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ProcessLock } from '../../index/sqlite/lock.ts'
import {
  isStorage,
  NewerDatabaseError,
  openDatabase,
  type Tables,
} from '../../index/sqlite/open.ts'
import { DataFolderError, privateFolder } from '../../index/sqlite/private-folder.ts'

const TABLES: Tables = {
  migrations: [
    (database) => database.exec('CREATE TABLE IF NOT EXISTS wells (name TEXT PRIMARY KEY) STRICT'),
    (database) => database.exec('ALTER TABLE wells ADD COLUMN depth INTEGER'),
  ],
  columns: { wells: ['name', 'depth'] },
}

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-sqlite-'))
  path = join(folder, 'library.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const wells = (database: DatabaseSync): unknown[] =>
  database
    .prepare('SELECT name FROM wells')
    .all()
    .map(({ name }) => name)

describe('a database', () => {
  it('takes the steps from an older version and keeps what is there', () => {
    const old = new DatabaseSync(path)
    old.exec("CREATE TABLE wells (name TEXT PRIMARY KEY) STRICT; INSERT INTO wells VALUES ('Oss')")
    old.close()
    const { database, damaged } = openDatabase(path, TABLES)
    expect(damaged).toBeUndefined()
    expect(wells(database)).toEqual(['Oss'])
    database.close()
  })

  it('of a newer program is refused with what to do, and stays as it is', () => {
    const newer = new DatabaseSync(path)
    newer.exec('CREATE TABLE wells (name TEXT) STRICT; PRAGMA user_version = 9')
    newer.close()
    expect(() => openDatabase(path, TABLES)).toThrow(NewerDatabaseError)
    expect(() => openDatabase(path, TABLES)).toThrow('update Verbatim')
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
  })

  const harm: Readonly<Record<string, () => void>> = {
    garbage: () => writeFileSync(path, 'no database at all, and long enough to be read as one'),
    'half a file': () => {
      const { database } = openDatabase(path, TABLES)
      for (let at = 0; at < 2000; at++)
        database.prepare('INSERT INTO wells VALUES (?, 1)').run(`well ${at} ${'x'.repeat(90)}`)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      const bytes = database.prepare('PRAGMA page_count').get()?.['page_count']
      database.close()
      truncateSync(path, Math.floor(Number(bytes) / 2) * 4096 + 100)
    },
    'a folder in its place': () => mkdirSync(path),
    'a pipe in its place': () => void execFileSync('mkfifo', [path]),
    'a view in the place of a table': () => {
      const odd = new DatabaseSync(path)
      odd.exec("CREATE VIEW wells AS SELECT 'Oss' AS name, 3 AS depth; PRAGMA user_version = 2")
      odd.close()
    },
    'a column that is missing': () => {
      const odd = new DatabaseSync(path)
      odd.exec('CREATE TABLE wells (name TEXT) STRICT; PRAGMA user_version = 2')
      odd.close()
    },
  }
  it.each(Object.keys(harm))('with %s is kept aside and made anew', (name) => {
    harm[name]?.()
    const { database, damaged } = openDatabase(path, TABLES)
    expect(wells(database)).toEqual([])
    expect(damaged).toMatch(/library\.sqlite\.damaged-\d{4}-\d\d-\d\dT[\d-]+$/u)
    expect(statSync(damaged ?? '')).toBeDefined()
    database.close()
    const again = openDatabase(path, TABLES)
    expect(again.damaged).toBeUndefined()
    again.database.close()
  })

  it('is its owner’s alone, also one that an older version left open', () => {
    writeFileSync(path, '')
    chmodSync(path, 0o644)
    chmodSync(folder, 0o755)
    openDatabase(path, TABLES).database.close()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
})

describe('a data folder', () => {
  it('that is a file, or below what takes none, is named with what to do', () => {
    writeFileSync(path, '')
    for (const wrong of [path, join(path, 'below')])
      expect(() => privateFolder(wrong)).toThrow(DataFolderError)
    expect(() => privateFolder(path)).toThrow(/is a file; name another/u)
  })

  it('with other things in it keeps its mode', () => {
    writeFileSync(join(folder, 'thesis.md'), '')
    chmodSync(folder, 0o755)
    privateFolder(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o755)
  })

  it('tells what the disk does from what the file is', () => {
    expect(isStorage(Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toBe(true)
    expect(
      isStorage(new Error('outer', { cause: Object.assign(new Error(''), { errcode: 13 }) })),
    ).toBe(true)
    expect(isStorage(Object.assign(new Error('corrupt'), { errcode: 11 }))).toBe(false)
  })
})

describe('a lock between processes', () => {
  it('is one holder’s at a time, is told of, and is free again', async () => {
    const [one, other] = [
      new ProcessLock(join(folder, 'lock')),
      new ProcessLock(join(folder, 'lock')),
    ]
    expect(await one.take()).toBe(true)
    let told = 0
    expect(await other.take({ patience: 600, onWait: () => told++ })).toBe(false)
    expect(told).toBe(1)
    one.release()
    expect(await other.take({ patience: 0 })).toBe(true)
    other.release()
  })

  it('stops waiting when it is told to', async () => {
    const [one, other] = [
      new ProcessLock(join(folder, 'lock')),
      new ProcessLock(join(folder, 'lock')),
    ]
    await one.take()
    const stop = new AbortController()
    const waiting = other.take({ signal: stop.signal })
    stop.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    one.release()
  })

  it('survives a file that is no lock', async () => {
    writeFileSync(
      join(folder, 'lock'),
      'garbage that is no database, and quite a lot of it'.repeat(40),
    )
    const lock = new ProcessLock(join(folder, 'lock'))
    expect(await lock.take({ patience: 2000 })).toBe(true)
    lock.release()
  })
})
