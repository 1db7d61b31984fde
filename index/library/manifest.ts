/**
 * What the library remembers of its files between runs: what was read when, from which bytes, and
 * what became of it. SQLite; the documents themselves are in the snapshot.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import * as z from 'zod'
import type { Source } from './source.ts'

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

/** A document that came in or changed. */
export interface Change {
  readonly id: string
  readonly state: 'new' | 'updated'
  /** Milliseconds since 1970. */
  readonly at: number
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sources (
    location TEXT NOT NULL,
    set_name TEXT NOT NULL,
    PRIMARY KEY (location, set_name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS files (
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    stamp TEXT NOT NULL,
    hash TEXT NOT NULL,
    reader TEXT NOT NULL,
    documents TEXT NOT NULL,
    reason TEXT,
    notes TEXT NOT NULL,
    PRIMARY KEY (source, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS pages (
    address TEXT PRIMARY KEY,
    record TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS changes (
    id TEXT NOT NULL,
    state TEXT NOT NULL,
    hash TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS changes_at ON changes (at);
  CREATE INDEX IF NOT EXISTS changes_id ON changes (id, at);
`

const FileRow = z.object({
  source: z.string(),
  name: z.string(),
  stamp: z.string(),
  hash: z.string(),
  reader: z.string(),
  documents: z.string(),
  reason: z.string().nullable(),
  notes: z.string(),
})
const Documents = z.array(z.object({ own: z.string(), id: z.string() }))
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

  /** @param path a file, made with its folder when missing; `:memory:` for nothing that stays */
  constructor(path: string) {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    this.#database = new DatabaseSync(path)
    // NORMAL: after a power cut the last files are read again, no more.
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;',
    )
    this.#database.exec(SCHEMA)
  }

  /** Sources that were added by command, in order. */
  sources(): Source[] {
    return this.#prepare('SELECT location, set_name FROM sources ORDER BY rowid')
      .all()
      .map((row) => SourceRow.parse(row))
      .map(({ location, set_name }) => ({ location, set: set_name }))
  }

  /** False when it was there already. */
  addSource({ location, set }: Source): boolean {
    const added = this.#prepare(
      'INSERT INTO sources (location, set_name) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ).run(location, set)
    return added.changes > 0
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
    return Number(removed.changes)
  }

  files(source: string): Map<string, FileRecord> {
    const rows = this.#prepare('SELECT * FROM files WHERE source = ?').all(source)
    return new Map(
      rows.map((row): [string, FileRecord] => {
        const { documents, notes, reason, ...rest } = FileRow.parse(row)
        return [
          rest.name,
          {
            ...rest,
            documents: Documents.parse(JSON.parse(documents)),
            notes: Notes.parse(JSON.parse(notes)),
            ...(reason !== null && { reason }),
          },
        ]
      }),
    )
  }

  saveFiles(records: readonly FileRecord[]): void {
    const insert = this.#prepare(
      'INSERT OR REPLACE INTO files (source, name, stamp, hash, reader, documents, reason, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    for (const one of records)
      insert.run(
        one.source,
        one.name,
        one.stamp,
        one.hash,
        one.reader,
        JSON.stringify(one.documents),
        one.reason ?? null,
        JSON.stringify(one.notes),
      )
  }

  removeFiles(source: string, names: readonly string[]): void {
    const remove = this.#prepare('DELETE FROM files WHERE source = ? AND name = ?')
    for (const name of names) remove.run(source, name)
  }

  page(address: string): PageRecord | undefined {
    const row = this.#prepare('SELECT record FROM pages WHERE address = ?').get(address)
    if (row === undefined) return undefined
    return withoutUndefined(Page.parse(JSON.parse(String(row['record']))))
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
    const last = row && ChangeRow.extend({ hash: z.string() }).parse(row)
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
      .map((row) => ChangeRow.parse(row))
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
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
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
