/** What must survive a restart: conversations, unanswered questions, what was posted. SQLite. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { Ledger, Memory, QuoteRef } from './adapter.ts'
import type { Turn } from './ask/follow-up.ts'
import { ScheduleBook } from './schedule/book.ts'
import { PostBook } from './schedule/posts.ts'
import { StoredLedger, StoredMemory } from './ledger.ts'
import type { Logger } from './log.ts'
import type { Gap } from './reply.ts'

/**
 * The store of a data folder. One that cannot be written to is said so, and replaced by one that is
 * forgotten at the end: answering goes on.
 */
export function openStore({ data }: { readonly data: string }, log: Logger): Store {
  const path = join(data, 'verbatim.sqlite')
  try {
    return new Store(path)
  } catch (error) {
    log.warn({ err: error, path }, 'the store cannot be opened; nothing is kept after this run')
    return new Store(':memory:')
  }
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS conversations (
    key TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    turn TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS gaps (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    nearest TEXT,
    workspace TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    user TEXT NOT NULL,
    question TEXT NOT NULL,
    quotes TEXT NOT NULL,
    helpful INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS scopes (
    place TEXT PRIMARY KEY,
    sets TEXT NOT NULL
  ) STRICT;
`

/** A gap as it is kept. */
export interface KeptGap extends Gap {
  /** The guild or workspace of its channel, where there is one. */
  readonly workspace?: string
}

/** What a person thinks of an answer. */
export interface Feedback {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly platform: string
  readonly channel: string
  readonly user: string
  readonly question: string
  readonly quotes: readonly QuoteRef[]
  readonly helpful: boolean
}

const StoredTurn = z.object({
  question: z.string(),
  context: z.array(z.string()),
  shown: z.int(),
  first: z.object({ document: z.string(), start: z.int(), end: z.int() }).optional(),
})
const StoredNearest = z.object({ document: z.string(), text: z.string() })
const Row = z.object({
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  question: z.string(),
  reason: z.string(),
  nearest: z.string().nullable(),
})

export class Store {
  readonly #database: DatabaseSync
  readonly ledger: Ledger
  readonly memory: Memory
  readonly schedules: ScheduleBook
  readonly posts: PostBook

  /**
   * @param path a file, made with its folder when missing; `:memory:` for nothing that stays
   * @throws Error of node:sqlite when the file cannot be opened or is no database
   */
  constructor(path: string, clock: () => Date = () => new Date()) {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    this.#database = new DatabaseSync(path)
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000;',
    )
    this.#database.exec(SCHEMA)
    this.#addWorkspaces()
    this.ledger = new StoredLedger(this.#database, clock)
    this.memory = new StoredMemory(this.#database, clock)
    this.schedules = new ScheduleBook(this.#database, clock)
    this.posts = new PostBook(this.#database, clock)
  }

  /** Stores of older versions do not know where a gap's channel belongs. */
  #addWorkspaces(): void {
    const isThere = (): boolean =>
      this.#database
        .prepare("SELECT 1 FROM pragma_table_info('gaps') WHERE name = 'workspace'")
        .get() !== undefined
    if (isThere()) return
    // Another process may be opening the same store.
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      if (!isThere()) this.#database.exec('ALTER TABLE gaps ADD COLUMN workspace TEXT')
      this.#database.exec('COMMIT')
    } catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
  }

  /** The conversation's last turn, unless it is older than `oldest`. */
  turn(conversation: string, oldest: Date): Turn | undefined {
    const row = this.#database
      .prepare('SELECT turn FROM conversations WHERE key = ? AND at >= ?')
      .get(conversation, oldest.getTime())
    if (row === undefined) return undefined
    const { first, ...turn } = StoredTurn.parse(JSON.parse(String(row['turn'])))
    return { ...turn, ...(first !== undefined && { first }) }
  }

  saveTurn(conversation: string, turn: Turn, now: Date): void {
    this.#database
      .prepare(
        'INSERT INTO conversations (key, at, turn) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at, turn = excluded.turn',
      )
      .run(conversation, now.getTime(), JSON.stringify(turn))
  }

  /** Forgets every conversation whose last turn is older. */
  forget(oldest: Date): void {
    this.#database.prepare('DELETE FROM conversations WHERE at < ?').run(oldest.getTime())
  }

  addGap({ at, platform, channel, question, reason, nearest, workspace }: KeptGap): void {
    this.#database
      .prepare(
        'INSERT INTO gaps (at, platform, channel, question, reason, nearest, workspace) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        at,
        platform,
        channel,
        question,
        reason,
        nearest === undefined ? null : JSON.stringify(nearest),
        workspace ?? null,
      )
  }

  /** What one person thinks of one answer; the last word counts. */
  addFeedback({ at, platform, channel, user, question, quotes, helpful }: Feedback): void {
    this.#database
      .prepare(
        'DELETE FROM feedback WHERE platform = ? AND channel = ? AND user = ? AND question = ?',
      )
      .run(platform, channel, user, question)
    this.#database
      .prepare(
        'INSERT INTO feedback (at, platform, channel, user, question, quotes, helpful) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(at, platform, channel, user, question, JSON.stringify(quotes), helpful ? 1 : 0)
  }

  /** The sets an admin has given a channel, a guild or a workspace. */
  assignedSets(place: string): readonly string[] | undefined {
    const row = this.#database.prepare('SELECT sets FROM scopes WHERE place = ?').get(place)
    return row === undefined
      ? undefined
      : z.array(z.string()).parse(JSON.parse(String(row['sets'])))
  }

  /** @param sets `undefined` leaves it to the configuration again */
  assignSets(place: string, sets: readonly string[] | undefined): void {
    if (sets === undefined) this.#database.prepare('DELETE FROM scopes WHERE place = ?').run(place)
    else
      this.#database
        .prepare('INSERT OR REPLACE INTO scopes (place, sets) VALUES (?, ?)')
        .run(place, JSON.stringify(sets))
  }

  /** Newest first; of one channel, since a time. */
  gapsOf(
    { platform, channel }: Pick<Gap, 'platform' | 'channel'>,
    since: Date,
    limit: number,
  ): Gap[] {
    return this.#gaps('WHERE platform = ? AND channel = ? AND at > ?', [
      platform,
      channel,
      since.toISOString(),
      limit,
    ])
  }

  /**
   * Newest first; of all channels of a workspace. Where no workspace was kept with a gap, it belongs
   * to its own channel only.
   */
  gapsIn(
    { platform, workspace, channel }: Required<Pick<KeptGap, 'platform' | 'workspace' | 'channel'>>,
    limit: number,
  ): Gap[] {
    return this.#gaps(
      'WHERE platform = ? AND (workspace = ? OR (workspace IS NULL AND channel = ?))',
      [platform, workspace, channel, limit],
    )
  }

  /** Newest first. */
  gaps(limit: number): Gap[] {
    return this.#gaps('', [limit])
  }

  #gaps(where: string, values: readonly (string | number)[]): Gap[] {
    return this.#database
      .prepare(
        `SELECT at, platform, channel, question, reason, nearest FROM gaps ${where} ORDER BY id DESC LIMIT ?`,
      )
      .all(...values)
      .map((row) => {
        const { nearest, ...gap } = Row.parse(row)
        return {
          ...gap,
          ...(nearest !== null && { nearest: StoredNearest.parse(JSON.parse(nearest)) }),
        }
      })
  }

  close(): void {
    this.#database.close()
  }
}
