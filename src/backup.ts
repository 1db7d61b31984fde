/**
 * All that must survive, in one file: made while the bot runs, and put back on an empty machine. The
 * file is a SQLite database of pieces, so that a half-written one is known as such.
 */
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDamage } from '../index/sqlite/open.ts'
import { privateFolder } from '../index/sqlite/private-folder.ts'
import { kindOfPath, setAside } from '../index/sqlite/set-aside.ts'
import { byHand } from './audit.ts'
import { VerbatimError } from './errors.ts'
import { isGone, sqliteStore } from './store/sqlite/store.ts'

/** So long another process is waited for that has a database to itself. */
const WRITERS_MS = 10_000
/** Databases are copied by SQLite itself, in one consistent state. */
const DATABASES = /^(?:library|folder-[0-9a-f]+|verbatim)\.sqlite$/u
const FILES = /^(?:library|folder-[0-9a-f]+)\.(?:index|sources\.json)$/u
const FOLDERS = ['uploads', 'fetched']
const STORE = 'verbatim.sqlite'
const FORMAT = 'verbatim-backup-1'
const PIECE = 16 * 2 ** 20

/**
 * @returns how many files are in it
 * @throws VerbatimError 'usage' when there is nothing to keep, or the file is there already
 */
export async function backup(data: string, file: string): Promise<number> {
  if (kindOfPath(file) !== 'missing')
    throw new VerbatimError('usage', `${file} is there already; name a new file.`)
  const names = await readdir(data).catch((): string[] => [])
  const databases = names.filter((name) => DATABASES.test(name))
  if (databases.length === 0)
    throw new VerbatimError('usage', `There is nothing to back up in ${data}; start the bot first.`)
  const partial = `${file}.${process.pid}.tmp`
  closeSync(openSync(partial, 'w', 0o600))
  const archive = new DatabaseSync(partial)
  try {
    archive.exec(
      'PRAGMA journal_mode = OFF; CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) STRICT; CREATE TABLE pieces (name TEXT, piece INTEGER, bytes BLOB, sum TEXT, PRIMARY KEY (name, piece)) STRICT',
    )
    let count = 0
    for (const name of databases) {
      const copy = `${partial}.copy`
      rmSync(copy, { force: true })
      // Others write meanwhile: one that closes its database holds it for a moment.
      const database = new DatabaseSync(join(data, name), { timeout: WRITERS_MS })
      try {
        database.prepare('VACUUM INTO ?').run(copy)
      } finally {
        database.close()
      }
      put(archive, name, copy)
      rmSync(copy, { force: true })
      count++
    }
    for (const name of [...names.filter((one) => FILES.test(one)), ...(await below(data))]) {
      put(archive, name, join(data, name))
      count++
    }
    // Written last: a file without it was cut short.
    archive
      .prepare("INSERT INTO facts VALUES ('format', ?), ('files', ?), ('at', ?)")
      .run(FORMAT, String(count), new Date().toISOString())
    archive.close()
    renameSync(partial, file)
    return count
  } catch (error) {
    if (archive.isOpen) archive.close()
    rmSync(partial, { force: true })
    throw error
  }
}

/**
 * Puts a backup into a data folder that holds nothing yet, or one whose store was lost.
 * @returns how many files were put back
 * @throws VerbatimError 'usage' when the folder is in use or the file is no whole backup
 */
export async function restore(file: string, data: string): Promise<number> {
  if (kindOfPath(file) !== 'file')
    throw new VerbatimError('usage', `${file} is no backup; give the file that \`backup\` wrote.`)
  privateFolder(data)
  const archive = new DatabaseSync(file, { readOnly: true })
  try {
    const names = namesIn(archive, file)
    await makeRoom(data, names)
    for (const name of names) take(archive, name, join(data, name))
    await settle(join(data, STORE))
    return names.length
  } catch (error) {
    if (isDamage(error))
      throw new VerbatimError('usage', `${file} is no whole backup; take another.`, {
        cause: error,
      })
    throw error
  } finally {
    archive.close()
  }
}

async function below(data: string): Promise<string[]> {
  const found: string[] = []
  for (const folder of FOLDERS)
    for (const name of await readdir(join(data, folder), { recursive: true }).catch(
      (): string[] => [],
    ))
      if ((await stat(join(data, folder, name))).isFile()) found.push(join(folder, name))
  return found
}

function put(archive: DatabaseSync, name: string, path: string): void {
  const insert = archive.prepare('INSERT INTO pieces (name, piece, bytes, sum) VALUES (?, ?, ?, ?)')
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(PIECE)
    for (let piece = 0; ; piece++) {
      const bytes = buffer.subarray(0, readSync(file, buffer))
      if (bytes.length === 0 && piece > 0) return
      insert.run(name, piece, bytes, sumOf(bytes))
    }
  } finally {
    closeSync(file)
  }
}

/** @throws VerbatimError 'usage' */
function namesIn(archive: DatabaseSync, file: string): string[] {
  const facts = new Map(
    archive
      .prepare('SELECT name, value FROM facts')
      .all()
      .map(({ name, value }) => [name, value]),
  )
  const names = archive
    .prepare('SELECT DISTINCT name FROM pieces ORDER BY name')
    .all()
    .map(({ name }) => String(name))
  const whole = facts.get('format') === FORMAT && Number(facts.get('files')) === names.length
  // A name that leads elsewhere was not written by `backup`.
  if (!whole || names.some((name) => name.startsWith('/') || name.split(/[/\\]/u).includes('..')))
    throw new VerbatimError('usage', `${file} is no whole backup; take another.`)
  return names
}

/** What is there and worth something stays: only where the store was lost it gives way, and is kept aside. */
async function makeRoom(data: string, names: readonly string[]): Promise<void> {
  const there = (): string[] => names.filter((name) => kindOfPath(join(data, name)) !== 'missing')
  if (there().length === 0) return
  if (!(await isLost(join(data, STORE))))
    throw new VerbatimError(
      'usage',
      `${data} holds documents already; name an empty folder with VERBATIM_DATA, or move it away.`,
    )
  for (const name of there()) setAside(join(data, name))
}

async function isLost(path: string): Promise<boolean> {
  if (isGone(path)) return true
  if (kindOfPath(path) === 'missing') return false
  const store = sqliteStore(path)
  const lost = await store.lost()
  await store.close()
  return lost !== undefined
}

function take(archive: DatabaseSync, name: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, 'wx', 0o600)
  try {
    const pieces = archive.prepare('SELECT bytes, sum FROM pieces WHERE name = ? ORDER BY piece')
    for (const { bytes, sum } of pieces.iterate(name)) {
      if (!(bytes instanceof Uint8Array) || sumOf(bytes) !== sum)
        throw new VerbatimError('usage', `${name} is damaged in the backup; take another.`)
      writeSync(file, bytes)
    }
  } finally {
    closeSync(file)
  }
}

/** What was posted after the backup was made is not known: runs until now are none to be made up for. */
async function settle(path: string): Promise<void> {
  const store = sqliteStore(path)
  await store.reset()
  await store.posts.settle()
  await store.audit.add({ ...byHand(), action: 'restore' })
  await store.close()
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
