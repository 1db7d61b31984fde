/** What must survive a restart: conversations, unanswered questions, what was posted. SQLite. */
import { lstatSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { openDatabase } from '../index/sqlite/open.ts'
import { kindOfPath } from '../index/sqlite/set-aside.ts'
import type { Ledger, Memory, QuoteRef } from './adapter.ts'
import type { Turn } from './ask/follow-up.ts'
import { AuditLog } from './audit.ts'
import { VerbatimError } from './errors.ts'
import { ScheduleBook } from './schedule/book.ts'
import { PostBook } from './schedule/posts.ts'
import { toldStorage } from './data-folder.ts'
import { StoredLedger, StoredMemory } from './delivery/ledger.ts'
import type { Logger } from './log.ts'
import type { Gap } from './reply.ts'
import { Links } from './links.ts'
import { STORE_TABLES } from './store-tables.ts'
import { TokenBook } from './tokens.ts'
import { commandLine } from './command-line.ts'

/**
 * The store of a data folder. What of it was damaged is kept aside, and until somebody resets it on
 * purpose nobody on a platform is answered: without the channels' sets nobody knows who may see what.
 * @throws VerbatimError 'config' when a newer program wrote it, 'storage' when the disk takes or gives nothing
 */
export function openStore({ data }: { readonly data: string }, log: Logger): Store {
  const path = join(data, 'verbatim.sqlite')
  try {
    return new Store(path)
  } catch (error) {
    const told = toldStorage(error, data)
    if (told instanceof VerbatimError) throw told
    log.error({ err: error, path }, 'the store cannot be opened; nothing is kept after this run')
    return closedStore(path)
  }
}

/** One that holds nothing, and answers nobody on a platform. @param kept where what it should hold is */
export function closedStore(kept: string): Store {
  const store = new Store(':memory:')
  store.lose(kept)
  return store
}

/** What whoever runs the bot is told. @param kept where the damaged store is */
export const lostLine = (kept: string): string =>
  `What was set in chat and what was posted is lost${kept === 'nowhere' ? '' : ` (kept as ${kept})`}: nobody on a platform is answered and nothing is posted. Restore a backup (${commandLine('restore FILE')}) or go on without (${commandLine('reset')}).`

/** What people on a platform are told. */
export const UNREADABLE =
  'My settings cannot be read, so nobody is answered here. Whoever runs me restores a backup or resets them.'

/** Stands beside a store once there was one: where it is missing, what was set in it is lost. */
const markOf = (path: string): string => path.replace(/\.sqlite$/u, '.mark')

/** Whether there was a store, and is none any more. */
export function isGone(path: string): boolean {
  if (path === ':memory:' || kindOfPath(markOf(path)) === 'missing') return false
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found === undefined || (found.isFile() && found.size < SMALLEST)
}

/** In bytes: SQLite's smallest page. */
const SMALLEST = 512

/** A gap as it is kept. */
export interface KeptGap extends Gap {
  /** The guild or workspace of its channel, where there is one. */
  readonly workspace?: string
  /** Who asked. */
  readonly user?: string
}

/** A gap that no document has answered since. */
export interface OpenGap extends Pick<KeptGap, 'platform' | 'channel' | 'workspace' | 'question'> {
  readonly id: number
}

/** An answer that was marked as no help. */
export type MarkedAnswer = Pick<Feedback, 'at' | 'platform' | 'channel' | 'question' | 'quotes'>

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
  /** Whether others read along: what was asked for oneself alone is listed nowhere. */
  readonly aloud: boolean
}

const Sets = z.string().transform((text, context): string[] => {
  try {
    return z.array(z.string()).parse(JSON.parse(text))
  } catch {
    context.addIssue('no list of sets')
    return z.NEVER
  }
})
const StoredTurn = z.object({
  question: z.string(),
  context: z.array(z.string()),
  shown: z.int(),
  first: z.object({ document: z.string(), start: z.int(), end: z.int() }).optional(),
  kind: z.enum(['figures', 'brief']).optional(),
  quotes: z.array(z.object({ document: z.string(), start: z.int(), end: z.int() })).default([]),
})
const StoredNearest = z.object({ document: z.string(), text: z.string() })
const Row = z.object({
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  question: z.string(),
  reason: z.string(),
  nearest: z.string().nullable(),
  answered: z.string().nullable(),
})
const OpenRow = z.object({
  id: z.int(),
  platform: z.string(),
  channel: z.string(),
  workspace: z.string().nullable(),
  question: z.string(),
})
const FeedbackRow = z.object({
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  question: z.string(),
  quotes: z.string(),
})
const Quotes = z.array(z.object({ document: z.string(), start: z.int(), end: z.int() }))

/** Tables whose texts name people, channels and documents anywhere in them. */
const NAMING = [
  ['feedback', 'feedback', 'quotes'],
  ['conversations', 'conversations', "key || ' ' || turn"],
  ['notes of messages', 'memory', "key || ' ' || value"],
] as const

export class Store {
  readonly #database: DatabaseSync
  readonly #clock: () => Date
  readonly ledger: Ledger
  readonly memory: Memory
  readonly schedules: ScheduleBook
  readonly posts: PostBook
  readonly audit: AuditLog
  readonly tokens: TokenBook
  readonly links: Links

  /**
   * @param path a file, made with its folder when missing; `:memory:` for nothing that stays
   * @throws Error of node:sqlite when the file cannot be opened or is no database
   */
  constructor(path: string, clock: () => Date = () => new Date()) {
    this.#clock = clock
    const gone = isGone(path)
    const { database, damaged } = openDatabase(path, STORE_TABLES)
    this.#database = database
    this.#database.exec('PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000;')
    this.ledger = new StoredLedger(this.#database, clock)
    this.memory = new StoredMemory(this.#database, clock)
    this.schedules = new ScheduleBook(this.#database, clock)
    this.posts = new PostBook(this.#database, clock)
    this.audit = new AuditLog(this.#database)
    this.tokens = new TokenBook(this.#database, clock)
    this.links = new Links(this.#database, clock)
    if (damaged !== undefined) this.lose(damaged)
    else if (gone) this.lose('nowhere')
    if (path !== ':memory:') writeFileSync(markOf(path), '', { mode: 0o600 })
  }

  /** Where a store that was damaged is kept, until `reset`: what was set in chat is not known. */
  get lost(): string | undefined {
    const row = this.#database.prepare("SELECT value FROM facts WHERE name = 'lost'").get()
    return row === undefined ? undefined : String(row['value'])
  }

  lose(kept: string): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO facts (name, value) VALUES ('lost', ?)")
      .run(kept)
  }

  /** Goes on without what was lost; what was due until now may have been posted. False when nothing was. */
  reset(): boolean {
    const { changes } = this.#database.prepare("DELETE FROM facts WHERE name = 'lost'").run()
    if (changes > 0) this.posts.settle()
    return changes > 0
  }

  /** The conversation's last turn, unless it is older than `oldest`. */
  turn(conversation: string, oldest: Date): Turn | undefined {
    const row = this.#database
      .prepare('SELECT turn FROM conversations WHERE key = ? AND at >= ?')
      .get(conversation, oldest.getTime())
    if (row === undefined) return undefined
    const { first, kind, ...turn } = StoredTurn.parse(JSON.parse(String(row['turn'])))
    return { ...turn, ...(first !== undefined && { first }), ...(kind !== undefined && { kind }) }
  }

  saveTurn(conversation: string, turn: Turn, now: Date): void {
    this.#database
      .prepare(
        'INSERT INTO conversations (key, at, turn) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at, turn = excluded.turn',
      )
      .run(conversation, now.getTime(), JSON.stringify(turn))
  }

  /**
   * What is about a user, a channel (with its platform or without) or a document; by what it was.
   * @param what a whole name: U1 is not U12
   */
  forgetAbout(what: string): Map<string, number> {
    const [, platform, name = what] = /^([a-z]+):(.+)$/u.exec(what) ?? []
    const about = '(? IS NULL OR platform = ?) AND (user = ? OR channel = ?)'
    const values = [platform ?? null, platform ?? null, name, name] as const
    const counts = this.#deleted([
      ['unanswered questions', `gaps WHERE ${about}`, values],
      ['feedback', `feedback WHERE ${about}`, values],
      [
        'watches',
        "schedules WHERE owner = ? AND (? IS NULL OR destination LIKE ? || ':%')",
        [name, platform ?? null, platform ?? null],
      ],
      ['unanswered questions', `gaps WHERE json_extract(nearest, '$.document') = ?`, [what]],
    ])
    const isNamed = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'u')
    for (const [kind, table, columns] of NAMING) {
      const rows = this.#database.prepare(`SELECT rowid AS row, ${columns} AS text FROM ${table}`)
      const remove = this.#database.prepare(`DELETE FROM ${table} WHERE rowid = ?`)
      for (const { row, text } of rows.all())
        if (isNamed.test(String(text))) {
          remove.run(Number(row))
          counts.set(kind, (counts.get(kind) ?? 0) + 1)
        }
    }
    return counts
  }

  /** Forgets what is older than so many days. */
  expire(days: number): void {
    this.forgetOlder(new Date(this.#clock().getTime() - days * 86_400_000))
  }

  /** What is older; posts and what was answered stay, so that nothing is sent twice. */
  forgetOlder(than: Date): Map<string, number> {
    const [iso, time] = [than.toISOString(), than.getTime()]
    return this.#deleted([
      ['unanswered questions', 'gaps WHERE at < ?', [iso]],
      ['feedback', 'feedback WHERE at < ?', [iso]],
      ['conversations', 'conversations WHERE at < ?', [time]],
      ['notes of messages', 'memory WHERE at < ?', [time]],
    ])
  }

  #deleted(
    all: readonly (readonly [
      name: string,
      from: string,
      values: readonly (string | number | null)[],
    ])[],
  ): Map<string, number> {
    const counts = new Map<string, number>()
    for (const [name, from, values] of all) {
      const { changes } = this.#database.prepare(`DELETE FROM ${from}`).run(...values)
      if (changes > 0) counts.set(name, (counts.get(name) ?? 0) + Number(changes))
    }
    return counts
  }

  /** Leaves nothing of what was deleted in the file or beside it. */
  scrub(): void {
    this.#database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);')
  }

  /** Forgets every conversation whose last turn is older. */
  forget(oldest: Date): void {
    this.#database.prepare('DELETE FROM conversations WHERE at < ?').run(oldest.getTime())
  }

  /** Of a question that was asked aloud: any other is kept nowhere. */
  addGap({ at, platform, channel, question, reason, nearest, workspace, user }: KeptGap): void {
    this.#database
      .prepare(
        'INSERT INTO gaps (at, platform, channel, question, reason, nearest, workspace, user, aloud) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        at,
        platform,
        channel,
        question,
        reason,
        nearest === undefined ? null : JSON.stringify(nearest),
        workspace ?? null,
        user ?? null,
        1,
      )
  }

  /** What one person thinks of one answer; the last word counts. */
  addFeedback(given: Feedback): void {
    const { at, platform, channel, user, question, quotes, helpful, aloud } = given
    this.#database
      .prepare(
        'DELETE FROM feedback WHERE platform = ? AND channel = ? AND user = ? AND question = ?',
      )
      .run(platform, channel, user, question)
    this.#database
      .prepare(
        'INSERT INTO feedback (at, platform, channel, user, question, quotes, helpful, aloud) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        at,
        platform,
        channel,
        user,
        question,
        JSON.stringify(quotes),
        helpful ? 1 : 0,
        aloud ? 1 : 0,
      )
  }

  /**
   * The sets an admin has given a channel, a guild or a workspace.
   * @throws VerbatimError 'settings' when they cannot be read: then nothing may be shown there
   */
  assignedSets(place: string): readonly string[] | undefined {
    const row = this.#database.prepare('SELECT sets FROM scopes WHERE place = ?').get(place)
    if (row === undefined) return undefined
    const sets = Sets.safeParse(String(row['sets']))
    if (!sets.success) throw new VerbatimError('settings', UNREADABLE)
    return sets.data
  }

  /** @param sets `undefined` leaves it to the configuration again */
  assignSets(place: string, sets: readonly string[] | undefined): void {
    if (sets === undefined) this.#database.prepare('DELETE FROM scopes WHERE place = ?').run(place)
    else
      this.#database
        .prepare('INSERT OR REPLACE INTO scopes (place, sets) VALUES (?, ?)')
        .run(place, JSON.stringify(sets))
  }

  /** Newest first; asked aloud in one channel, since a time. */
  gapsOf(
    { platform, channel }: Pick<Gap, 'platform' | 'channel'>,
    since: Date,
    limit: number,
  ): Gap[] {
    return this.#gaps('WHERE aloud = 1 AND platform = ? AND channel = ? AND at > ?', [
      platform,
      channel,
      since.toISOString(),
      limit,
    ])
  }

  /**
   * Newest first; asked aloud in any channel of a workspace. Where no workspace was kept with a gap, it belongs
   * to its own channel only.
   */
  gapsIn(
    { platform, workspace, channel }: Required<Pick<KeptGap, 'platform' | 'workspace' | 'channel'>>,
    limit: number,
  ): Gap[] {
    return this.#gaps(
      'WHERE aloud = 1 AND platform = ? AND (workspace = ? OR (workspace IS NULL AND channel = ?))',
      [platform, workspace, channel, limit],
    )
  }

  /** Newest first. */
  gaps(limit: number): Gap[] {
    return this.#gaps('WHERE aloud = 1', [limit])
  }

  #gaps(where: string, values: readonly (string | number)[]): Gap[] {
    return this.#database
      .prepare(
        `SELECT at, platform, channel, question, reason, nearest, answered FROM gaps ${where} ORDER BY id DESC LIMIT ?`,
      )
      .all(...values)
      .map((row) => {
        const { nearest, answered, ...gap } = Row.parse(row)
        return {
          ...gap,
          ...(answered !== null && { answered }),
          ...(nearest !== null && { nearest: StoredNearest.parse(JSON.parse(nearest)) }),
        }
      })
  }

  /** Those that no document has answered since, the newest first. */
  openGaps(limit: number): OpenGap[] {
    return this.#database
      .prepare(
        'SELECT id, platform, channel, workspace, question FROM gaps WHERE aloud = 1 AND answered IS NULL ORDER BY id DESC LIMIT ?',
      )
      .all(limit)
      .map((row) => {
        const { workspace, ...gap } = OpenRow.parse(row)
        return { ...gap, ...(workspace !== null && { workspace }) }
      })
  }

  answerGap(id: number): void {
    this.#database
      .prepare('UPDATE gaps SET answered = ? WHERE id = ?')
      .run(this.#clock().toISOString(), id)
  }

  /** Answers to what was asked aloud that were marked as no help, newest first; of one channel, or of all. */
  unhelpful(limit: number, of?: Pick<Gap, 'platform' | 'channel'>): MarkedAnswer[] {
    const [where, values] =
      of === undefined ? ['', []] : ['AND platform = ? AND channel = ?', [of.platform, of.channel]]
    return this.#database
      .prepare(
        `SELECT at, platform, channel, question, quotes FROM feedback WHERE helpful = 0 AND aloud = 1 ${where} ORDER BY id DESC LIMIT ?`,
      )
      .all(...values, limit)
      .map((row) => {
        const { quotes, ...answer } = FeedbackRow.parse(row)
        return { ...answer, quotes: Quotes.parse(JSON.parse(quotes)) }
      })
  }

  close(): void {
    this.#database.close()
  }
}
