/**
 * What was posted where for which date, each once: a row a post, from pending over sending to sent or
 * unknown, and what it has shown. SQLite; rows of all processes on one store.
 */
import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { Reply } from '../reply.ts'
import { durably } from './durable.ts'

/** One post: what makes it the same post. */
export interface Slot {
  /** `platform:channel`. */
  readonly destination: string
  /** 0: the watches of the destination together. */
  readonly schedule: number
  /** Local date of the run, or what else tells one post from the next. */
  readonly date: string
}

/**
 * `pending`: begun, nothing sent. `sending`: it may have been sent. `sent`. `empty`: nothing was new,
 * and nothing said. `unknown`: sending failed, and nobody knows how far it came. `missed`: it was due
 * while nobody was there, too long ago.
 */
const STATES = ['pending', 'sending', 'sent', 'empty', 'unknown', 'missed'] as const
type State = (typeof STATES)[number]

export interface Post extends Slot {
  readonly state: State
  readonly due: Date
  /** How often sending was tried. */
  readonly attempts: number
  /** Nothing more is tried. */
  readonly closed: boolean
  /** What it tells of; set once it is computed. */
  readonly since?: Date
  readonly until?: Date
  readonly reply?: Reply
  /** What is wrong, for a person. */
  readonly note?: string
  /** When its state was reached. */
  readonly at: Date
}

export interface Prepared {
  readonly reply: Reply
  /** What it shows: not shown there again for a while. */
  readonly keys: readonly string[]
  readonly since: Date
  readonly until: Date
}

/** Milliseconds that a process has a post to itself; renewed while it works on it. */
export const LEASE = 120_000
/** A later end of a lease comes from a clock that was wrong. */
const LONGEST_LEASE = 3_600_000
/** What was shown is forgotten after so many days. */
const SHOWN_DAYS = 30
/** Posts of a schedule are forgotten by their number: a clock that jumps must not make any date new. */
const MOST_KEPT = 1000

const DAY = 86_400_000

const Row = z.object({
  destination: z.string(),
  schedule: z.int(),
  date: z.string(),
  state: z.enum(STATES),
  due: z.int(),
  attempts: z.int(),
  closed: z.int(),
  since: z.int().nullable(),
  until: z.int().nullable(),
  reply: z.string().nullable(),
  note: z.string().nullable(),
  at: z.int(),
})

const WHERE = 'WHERE destination = ? AND schedule = ? AND date = ?'
const OPEN = "state IN ('pending', 'sending', 'unknown') AND closed = 0"

export class PostBook {
  readonly #database: DatabaseSync
  readonly #clock: () => Date
  readonly #owner = randomUUID()

  constructor(database: DatabaseSync, clock: () => Date) {
    this.#database = database
    this.#clock = clock
  }

  /** Writes down that a post is due; whoever comes first does it. Nothing when it is there already. */
  open(slot: Slot, due: Date): void {
    const now = this.#now()
    this.#write(
      `INSERT INTO posts (destination, schedule, date, state, due, lease, at)
       VALUES (?, ?, ?, 'pending', ?, 0, ?) ON CONFLICT DO NOTHING`,
      [...nameOf(slot), due.getTime(), now],
    )
  }

  /** Has a post to itself from now on; `undefined` when it is done, or another has it. */
  claim(slot: Slot): Post | undefined {
    const now = this.#now()
    const taken = this.#write(
      `UPDATE posts SET owner = ?, lease = ? ${WHERE} AND ${OPEN} AND (lease <= ? OR lease > ?)`,
      [this.#owner, now + LEASE, ...nameOf(slot), now, now + LONGEST_LEASE],
    )
    return taken > 0 ? this.get(slot) : undefined
  }

  /** Still has it; to be told now and then while it is worked on. */
  renew(slot: Slot): boolean {
    return this.#own(slot, 'lease = ?', [this.#now() + LEASE])
  }

  /** About to be sent. False when another has it by now: nothing may be sent then. */
  sending(slot: Slot, prepared?: Prepared): boolean {
    const lease = this.#now() + LEASE
    if (prepared === undefined)
      return this.#own(slot, "state = 'sending', attempts = attempts + 1, lease = ?", [lease])
    const { reply, keys, since, until } = prepared
    return this.#own(
      slot,
      "state = 'sending', attempts = 1, lease = ?, reply = ?, keys = ?, since = ?, until = ?",
      [lease, JSON.stringify(reply), JSON.stringify(keys), since.getTime(), until.getTime()],
    )
  }

  /** It stands there: what it shows is not shown there again for a while. */
  sent(slot: Slot, receipt: string): void {
    const now = this.#now()
    durably(this.#database, () => {
      const row = this.#database.prepare(`SELECT keys FROM posts ${WHERE}`).get(...nameOf(slot))
      this.#database
        .prepare(
          `UPDATE posts SET state = 'sent', receipt = ?, reply = NULL, keys = NULL, note = NULL, owner = NULL, lease = 0, at = ? ${WHERE}`,
        )
        .run(receipt, now, ...nameOf(slot))
      const add = this.#database.prepare(
        'INSERT INTO shown (destination, key, at) VALUES (?, ?, ?) ON CONFLICT (destination, key) DO UPDATE SET at = excluded.at',
      )
      for (const key of z.array(z.string()).parse(JSON.parse(String(row?.['keys'] ?? '[]'))))
        add.run(slot.destination, key, now)
      this.#database.prepare('DELETE FROM shown WHERE at < ?').run(now - SHOWN_DAYS * DAY)
      this.#database
        .prepare(
          `DELETE FROM posts WHERE destination = ? AND schedule = ? AND rowid NOT IN
             (SELECT rowid FROM posts WHERE destination = ? AND schedule = ? ORDER BY rowid DESC LIMIT ?)`,
        )
        .run(slot.destination, slot.schedule, slot.destination, slot.schedule, MOST_KEPT)
    })
  }

  /** Sending failed: it is tried again after a while. */
  failed(slot: Slot, note: string, again: Date): void {
    this.#own(slot, "state = 'unknown', note = ?, owner = NULL, lease = ?", [note, again.getTime()])
  }

  /** Computing failed before anything was sent: it is tried again after a while. */
  postpone(slot: Slot, note: string, again: Date): void {
    this.#own(slot, 'note = ?, owner = NULL, lease = ?', [note, again.getTime()])
  }

  /** Nothing was new, and nothing is said. */
  empty(slot: Slot, since: Date, until: Date): void {
    this.#own(slot, "state = 'empty', owner = NULL, since = ?, until = ?", [
      since.getTime(),
      until.getTime(),
    ])
  }

  /** Not posted, and not going to be. */
  missed(slot: Slot, due: Date, note: string): void {
    this.open(slot, due)
    this.#write(
      `UPDATE posts SET state = 'missed', note = ?, owner = NULL, at = ? ${WHERE} AND state = 'pending'`,
      [note, this.#now(), ...nameOf(slot)],
    )
  }

  /** Nobody will find out any more; stays unknown, and is shown as that. */
  giveUp(slot: Slot): void {
    this.#write(
      `UPDATE posts SET state = 'unknown', closed = 1, owner = NULL, reply = NULL, at = ? ${WHERE}`,
      [this.#now(), ...nameOf(slot)],
    )
  }

  /** As if it had never been begun. */
  drop(slot: Slot): void {
    this.#write(`DELETE FROM posts ${WHERE} AND state = 'pending' AND owner = ?`, [
      ...nameOf(slot),
      this.#owner,
    ])
  }

  /** After a backup was put back: runs until now are none to be made up for, nor begun posts sent. */
  settle(): void {
    durably(this.#database, () => {
      this.#database
        .prepare("INSERT OR REPLACE INTO facts (name, value) VALUES ('settled', ?)")
        .run(String(this.#now()))
      this.#database.exec(
        `UPDATE posts SET state = 'unknown', closed = 1, owner = NULL WHERE ${OPEN}`,
      )
    })
  }

  /** Runs before are none to be made up for. */
  get settled(): Date {
    const row = this.#database.prepare("SELECT value FROM facts WHERE name = 'settled'").get()
    return new Date(Number(row?.['value'] ?? 0))
  }

  get(slot: Slot): Post | undefined {
    const row = this.#database.prepare(`SELECT * FROM posts ${WHERE}`).get(...nameOf(slot))
    return row === undefined ? undefined : fromRow(row)
  }

  /** Begun and not ended, whoever has them. */
  unfinished(): Post[] {
    return this.#all(`WHERE ${OPEN} ORDER BY due`)
  }

  /** The newest first, so many that count. */
  /** When anything was last sent, to wherever. */
  get lastSent(): Date | undefined {
    const row = this.#database.prepare("SELECT MAX(at) AS at FROM posts WHERE state = 'sent'").get()
    const at = row?.['at']
    return typeof at === 'number' ? new Date(at) : undefined
  }

  of(destination: string, schedule: number): Post[] {
    return this.#all('WHERE destination = ? AND schedule = ? ORDER BY due DESC LIMIT 100', [
      destination,
      schedule,
    ])
  }

  /** What was shown of late. */
  shown(destination: string): Set<string> {
    return new Set(
      this.#database
        .prepare('SELECT key FROM shown WHERE destination = ? AND at >= ?')
        .all(destination, this.#now() - SHOWN_DAYS * DAY)
        .map(({ key }) => String(key)),
    )
  }

  #all(where: string, values: readonly (string | number)[] = []): Post[] {
    return this.#database
      .prepare(`SELECT * FROM posts ${where}`)
      .all(...values)
      .map(fromRow)
  }

  #now(): number {
    return this.#clock().getTime()
  }

  /** Writes only while the post is this process's own. */
  #own(slot: Slot, set: string, values: readonly (string | number)[]): boolean {
    const changed = this.#write(`UPDATE posts SET ${set}, at = ? ${WHERE} AND owner = ?`, [
      ...values,
      this.#now(),
      ...nameOf(slot),
      this.#owner,
    ])
    return changed > 0
  }

  #write(sql: string, values: readonly (string | number)[]): number {
    return durably(this.#database, () => Number(this.#database.prepare(sql).run(...values).changes))
  }
}

const nameOf = ({ destination, schedule, date }: Slot) => [destination, schedule, date] as const

function fromRow(row: unknown): Post {
  const { since, until, reply, note, due, at, closed, ...rest } = Row.parse(row)
  return {
    ...rest,
    closed: closed === 1,
    due: new Date(due),
    at: new Date(at),
    ...(since !== null && { since: new Date(since) }),
    ...(until !== null && { until: new Date(until) }),
    ...(reply !== null && repliesOf(reply)),
    ...(note !== null && { note }),
  }
}

/** One that another version of the program has written may be no reply any more. */
function repliesOf(text: string): { reply?: Reply } {
  const reply = Reply.safeParse(JSON.parse(text))
  return reply.success ? { reply: reply.data } : {}
}
