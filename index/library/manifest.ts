/**
 * What the library remembers of its files between runs: what was read when, from which bytes, and
 * what became of it. SQLite; the documents themselves are in the snapshot.
 */
import { basename } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import * as z from 'zod'
import { type Description, FIELDS } from './descriptions.ts'
import { openDatabase } from '../sqlite/open.ts'
import { isBlank } from '../sqlite/set-aside.ts'
import { inTransaction } from '../sqlite/transaction.ts'
import { MANIFEST_TABLES } from './manifest-tables.ts'
import type { Source } from './source.ts'
import { SourcesFile } from './sources-file.ts'

/** A file of a source, or the page behind an address, as it was read last. */
export interface FileRecord {
  /** Location of its source. */
  readonly source: string
  /** Path below the folder with `/`; for a file or an address, the location itself. */
  readonly name: string
  /** Changes whenever the file does, told without reading it: size, time and number. */
  readonly stamp: string
  /** SHA-256 of its bytes. */
  readonly hash: string
  /** Which code read it; another one may do better. */
  readonly reader: string
  readonly documents: readonly DocumentRecord[]
  /** Why it was skipped. */
  readonly reason?: string
  readonly notes: readonly string[]
}

export interface DocumentRecord {
  /** As the file alone would have it. */
  readonly own: string
  /** As the library has it: no two documents share one. */
  readonly id: string
}

/** What is known of an address besides its file. */
export interface PageRecord {
  readonly address: string
  readonly etag?: string
  readonly lastModified?: string
  readonly contentType?: string
  /** Where redirects led. */
  readonly finalAddress?: string
  /** Milliseconds since 1970. */
  readonly checked: number
  readonly due: number
  readonly failures: number
  readonly problem?: string
}

/** Under which is known what is known of a file of a source elsewhere, beside its record. */
export const pageKey = (source: string, name: string): string => `${source}\n${name}`

/** A document that came in or changed. */
export interface Change {
  readonly id: string
  readonly state: 'new' | 'updated'
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A document as it was before it changed. */
export interface VersionRecord {
  readonly id: string
  readonly hash: string
  /** When another took its place, milliseconds since 1970. */
  readonly at: number
}

const VersionRow = z.object({ id: z.string(), hash: z.string(), at: z.number() })
const FileRow = z.object({
  source: z.string(),
  name: z.string(),
  stamp: z.string(),
  hash: z.string(),
  reader: z.string(),
  reason: z.string().nullable(),
  notes: z.string(),
})
const DocumentRow = z.object({ name: z.string(), own: z.string(), id: z.string() })
const Notes = z.array(z.string())
const SourceRow = z.object({ location: z.string(), set_name: z.string() })
const ChangeRow = z.object({ id: z.string(), state: z.enum(['new', 'updated']), at: z.number() })
const Page = z.object({
  address: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  contentType: z.string().optional(),
  finalAddress: z.string().optional(),
  checked: z.number(),
  due: z.number(),
  failures: z.number(),
  problem: z.string().optional(),
})

export class Manifest {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  /** What of an older manifest is lost, and what to do; for a person. */
  readonly notice: string | undefined
  readonly #sourcesFile: SourcesFile | undefined

  /**
   * @param path a file, made with its folder when missing; `:memory:` for nothing that stays
   * @throws NewerDatabaseError, DataFolderError, or what the file system says
   */
  constructor(path: string) {
    const fresh = path !== ':memory:' && isBlank(path)
    const { database, damaged } = openDatabase(path, MANIFEST_TABLES)
    this.#database = database
    // NORMAL: after a power cut the last files are read again, no more.
    this.#database.exec('PRAGMA synchronous = NORMAL')
    if (path === ':memory:') return
    this.#sourcesFile = new SourcesFile(path.replace(/\.sqlite$/u, '.sources.json'))
    const kept = this.#sourcesFile.read()
    if (fresh || damaged !== undefined)
      for (const source of kept ?? []) this.#addSource(source, source.counts)
    if (kept === undefined && this.sources().length > 0) this.#keepSources()
    if (damaged !== undefined) this.notice = lostNotice(damaged, kept !== undefined)
  }

  /** Sources that were added by command, in order. */
  sources(): Source[] {
    return this.#prepare('SELECT location, set_name FROM sources ORDER BY rowid')
      .all()
      .flatMap((row) => SourceRow.safeParse(row).data ?? [])
      .map(({ location, set_name }) => ({ location, set: set_name }))
  }

  /** False when it was there already. */
  addSource(source: Source): boolean {
    const added = this.#addSource(source)
    this.#keepSources()
    return added
  }

  #addSource({ location, set }: Source, counts = false): boolean {
    const added = this.#prepare(
      'INSERT INTO sources (location, set_name, counts) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(location, set, counts ? 1 : 0)
    return added.changes > 0
  }

  #keepSources(): void {
    const rows = this.#prepare(
      'SELECT location, set_name, counts FROM sources ORDER BY rowid',
    ).all()
    this.#sourcesFile?.write(
      rows.map(({ location, set_name, counts }) => ({
        location: String(location),
        set: String(set_name),
        counts: counts === 1,
      })),
    )
  }

  /** From every set unless told one; how many there were. */
  removeSource(location: string, set?: string): number {
    const removed =
      set === undefined
        ? this.#prepare('DELETE FROM sources WHERE location = ?').run(location)
        : this.#prepare('DELETE FROM sources WHERE location = ? AND set_name = ?').run(
            location,
            set,
          )
    this.#keepSources()
    return Number(removed.changes)
  }

  files(source: string): Map<string, FileRecord> {
    const documents = Map.groupBy(
      this.#prepare('SELECT name, own, id FROM documents WHERE source = ? ORDER BY rowid')
        .all(source)
        .flatMap((row) => DocumentRow.safeParse(row).data ?? []),
      ({ name }) => name,
    )
    const rows = this.#prepare('SELECT * FROM files WHERE source = ?').all(source)
    return new Map(
      rows.flatMap((row): [string, FileRecord][] => {
        // A row that cannot be read is as good as none: its file is read again.
        const { data } = FileRow.safeParse(row)
        if (data === undefined) return []
        const { notes, reason, ...rest } = data
        const own = documents.get(rest.name) ?? []
        const record = {
          ...rest,
          documents: own.map(({ own: as, id }) => ({ own: as, id })),
          notes: notesOf(notes),
          ...(reason !== null && { reason }),
        }
        return [[rest.name, record]]
      }),
    )
  }

  /** @throws when a document's id is another file's */
  saveFiles(records: readonly FileRecord[]): void {
    const insert = this.#prepare(
      `INSERT INTO files (source, name, stamp, hash, reader, reason, notes) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (source, name) DO UPDATE SET stamp = excluded.stamp, hash = excluded.hash,
         reader = excluded.reader, reason = excluded.reason, notes = excluded.notes`,
    )
    const clear = this.#prepare('DELETE FROM documents WHERE source = ? AND name = ?')
    const put = this.#prepare('INSERT INTO documents (id, source, name, own) VALUES (?, ?, ?, ?)')
    for (const one of records) {
      insert.run(
        one.source,
        one.name,
        one.stamp,
        one.hash,
        one.reader,
        one.reason ?? null,
        JSON.stringify(one.notes),
      )
      clear.run(one.source, one.name)
      for (const { own, id } of one.documents) put.run(id, one.source, one.name, own)
    }
    const read = new Set(
      records.filter(({ documents }) => documents.length > 0).map(({ source }) => source),
    )
    const count = this.#prepare('UPDATE sources SET counts = 1 WHERE location = ? AND counts = 0')
    const now = [...read].filter((source) => count.run(source).changes > 0)
    if (now.length > 0) this.#keepSources()
  }

  /** Whether a document of any source has this id. */
  hasDocument(id: string): boolean {
    return this.#prepare('SELECT 1 FROM documents WHERE id = ?').get(id) !== undefined
  }

  /** Forgets the files of what is no source any more: names of their documents are free again. */
  forgetSource(location: string): void {
    this.#prepare('DELETE FROM files WHERE source = ?').run(location)
    this.#prepare(
      'DELETE FROM pages WHERE address = ?1 OR substr(address, 1, length(?1) + 1) = ?1 || char(10)',
    ).run(location)
  }

  /** What a person says of a document. */
  description(id: string): Description | undefined {
    const row = this.#prepare('SELECT title, publisher, date FROM descriptions WHERE id = ?').get(
      id,
    )
    if (row === undefined) return undefined
    const stated = FIELDS.flatMap((field) => {
      const value = row[field]
      return typeof value === 'string' ? [[field, value] as const] : []
    })
    return Object.fromEntries(stated)
  }

  describe(id: string, { title, publisher, date }: Description): void {
    this.#prepare(
      'INSERT OR REPLACE INTO descriptions (id, title, publisher, date) VALUES (?, ?, ?, ?)',
    ).run(id, title ?? null, publisher ?? null, date ?? null)
  }

  keepVersion({ id, hash, at }: VersionRecord, body: Uint8Array): void {
    this.#prepare('INSERT OR REPLACE INTO versions (id, hash, at, body) VALUES (?, ?, ?, ?)').run(
      id,
      hash,
      at,
      body,
    )
  }

  /** The oldest go where a document has more than so many, or all together take more than so many bytes. */
  boundVersions(id: string, most: number, bytes: number): void {
    this.#prepare(
      `DELETE FROM versions WHERE id = ? AND hash NOT IN
         (SELECT hash FROM versions WHERE id = ? ORDER BY at DESC LIMIT ?)`,
    ).run(id, id, most)
    this.#prepare(
      `DELETE FROM versions WHERE rowid IN (SELECT one FROM (
         SELECT rowid AS one, sum(length(body)) OVER (ORDER BY at DESC, rowid DESC) AS taken FROM versions
       ) WHERE taken > ?)`,
    ).run(bytes)
  }

  /** The newest first. */
  versions(id: string): VersionRecord[] {
    return this.#prepare('SELECT id, hash, at FROM versions WHERE id = ? ORDER BY at DESC')
      .all(id)
      .flatMap((row) => VersionRow.safeParse(row).data ?? [])
  }

  bodyOfVersion(id: string, hash: string): Uint8Array | undefined {
    const row = this.#prepare('SELECT body FROM versions WHERE id = ? AND hash = ?').get(id, hash)
    return row?.['body'] instanceof Uint8Array ? row['body'] : undefined
  }

  forgetVersions(id: string): void {
    this.#prepare('DELETE FROM versions WHERE id = ?').run(id)
  }

  /** Those that another took the place of before then; what was deleted is in no file any more. */
  forgetVersionsBefore(at: number): number {
    const gone = this.#prepare('DELETE FROM versions WHERE at < ?').run(at)
    this.#shrink()
    return Number(gone.changes)
  }

  #shrink(): void {
    this.#database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);')
  }

  /** Every trace of a document but its file's; what was deleted is in no file any more. */
  forgetDocument(id: string): void {
    this.forgetVersions(id)
    this.#prepare('DELETE FROM changes WHERE id = ?').run(id)
    this.#prepare('DELETE FROM descriptions WHERE id = ?').run(id)
    this.#shrink()
  }

  /** Of the bytes that the files were read from last. */
  hashes(): Set<string> {
    return new Set(
      this.#prepare('SELECT hash FROM files')
        .all()
        .map(({ hash }) => String(hash)),
    )
  }

  /** Whether anything was ever read from a source that was added: one that fails at once does not count. */
  get answers(): boolean {
    return this.#prepare('SELECT 1 FROM sources WHERE counts = 1').get() !== undefined
  }

  removeFiles(source: string, names: readonly string[]): void {
    const remove = this.#prepare('DELETE FROM files WHERE source = ? AND name = ?')
    const forget = this.#prepare('DELETE FROM pages WHERE address = ?')
    for (const name of names) {
      remove.run(source, name)
      forget.run(pageKey(source, name))
    }
  }

  page(address: string): PageRecord | undefined {
    const row = this.#prepare('SELECT record FROM pages WHERE address = ?').get(address)
    if (row === undefined) return undefined
    const page = Page.safeParse(jsonOf(String(row['record'])))
    return page.success ? withoutUndefined(page.data) : undefined
  }

  savePage(record: PageRecord): void {
    this.#prepare('INSERT OR REPLACE INTO pages (address, record) VALUES (?, ?)').run(
      record.address,
      JSON.stringify(record),
    )
  }

  /**
   * Notes that a document was read, unless its last version had the same bytes; the change that
   * made it what it is.
   */
  noteDocument(id: string, hash: string, at: number): Change {
    const row = this.#prepare(
      'SELECT id, state, hash, at FROM changes WHERE id = ? ORDER BY at DESC, rowid DESC',
    ).get(id)
    const last = row && ChangeRow.extend({ hash: z.string() }).safeParse(row).data
    if (last?.hash === hash) return { id, state: last.state, at: last.at }
    const state = last === undefined ? 'new' : 'updated'
    this.#prepare('INSERT INTO changes (id, state, hash, at) VALUES (?, ?, ?, ?)').run(
      id,
      state,
      hash,
      at,
    )
    return { id, state, at }
  }

  /** What came in or changed after `since`, oldest first. */
  changes(since: number): Change[] {
    return this.#prepare('SELECT id, state, at FROM changes WHERE at > ? ORDER BY at, rowid')
      .all(since)
      .flatMap((row) => ChangeRow.safeParse(row).data ?? [])
  }

  /** Compiled once: there is a statement or two for every file. */
  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#database.prepare(sql)
    this.#statements.set(sql, known)
    return known
  }

  /** Another number after another process has written. */
  version(): number {
    return Number(this.#prepare('PRAGMA data_version').get()?.['data_version'])
  }

  close(): void {
    this.#database.close()
  }

  /** What is written by `work` is written at once or not at all. */
  together<T>(work: () => T): T {
    return inTransaction(this.#database, work)
  }
}

function withoutUndefined(page: z.infer<typeof Page>): PageRecord {
  const { etag, lastModified, contentType, finalAddress, problem, ...rest } = page
  return {
    ...rest,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(contentType !== undefined && { contentType }),
    ...(finalAddress !== undefined && { finalAddress }),
    ...(problem !== undefined && { problem }),
  }
}

function notesOf(text: string): string[] {
  const notes = Notes.safeParse(jsonOf(text))
  return notes.success ? notes.data : []
}

/** `undefined` for what is no JSON: a row that was damaged is read again, and stops nothing. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const lostNotice = (damaged: string, sources: boolean): string =>
  `The list of documents was damaged and is kept as ${basename(damaged)}; every source is read again.${
    sources ? '' : ' Sources that were added by command are not known any more: add them again.'
  }`
