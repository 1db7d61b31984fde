/**
 * What was posted where for which date, each once: a row a post, from pending over sending to sent or
 * unknown, and what it has shown; rows of all processes on one store.
 */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { Reply } from '../reply.ts'
import { Facts } from '../store/facts.ts'
import type { Presence } from '../store/presence.ts'
import { first, type Sql, type Statements, type Value } from '../store/sql.ts'

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

const Hold = z.object({ owner: z.string().nullable(), lease: z.int() })

const WHERE = 'WHERE destination = ? AND schedule = ? AND date = ?'
/** Whoever has it has not been heard of for a while. */
const DEAD =
  '(owner IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.run = posts.owner AND runs.until > ?))'
const OPEN = "state IN ('pending', 'sending', 'unknown') AND closed = 0"

export class PostBook {
  readonly #sql: Sql
  readonly #clock: () => Date
  readonly #facts: Facts
  readonly #owner: string
  readonly #presence: Presence | undefined

  /** @param presence of this process, where others work on the same store */
  constructor(sql: Sql, clock: () => Date, presence?: Presence) {
    this.#sql = sql
    this.#clock = clock
    this.#facts = new Facts(sql)
    this.#presence = presence
    this.#owner = presence?.run ?? randomUUID()
  }

  /** Writes down that a post is due; whoever comes first does it. Nothing when it is there already. */
  async open(slot: Slot, due: Date): Promise<void> {
    await this.#sql.runDurably(
      `INSERT INTO posts (destination, schedule, date, state, due, lease, at)
       VALUES (?, ?, ?, 'pending', ?, 0, ?) ON CONFLICT DO NOTHING`,
      [...nameOf(slot), due.getTime(), this.#now()],
    )
  }

  /**
   * Has a post to itself from now on; `undefined` when it is done, or another has it, or has another post
   * of the destination: what that shows is not to be shown there again at the same moment.
   */
  async claim(slot: Slot): Promise<Post | undefined> {
    await this.#presence?.appear()
    return this.#sql.transaction(`posts ${slot.destination}`, async (sql) =>
      (await this.#isBusy(sql, slot)) ? undefined : this.#claim(sql, slot),
    )
  }

  /** Whether another process that lives is at work on another post of the destination. */
  async #isBusy(sql: Statements, { destination, schedule, date }: Slot): Promise<boolean> {
    if (this.#presence === undefined) return false
    const now = this.#now()
    const row = await first(
      sql,
      `SELECT 1 AS busy FROM posts WHERE destination = ? AND NOT (schedule = ? AND date = ?) AND ${OPEN}
         AND owner IS NOT NULL AND owner != ? AND lease > ? AND lease <= ? AND NOT ${DEAD}`,
      [destination, schedule, date, this.#owner, now, now + LONGEST_LEASE, now],
    )
    return row !== undefined
  }

  async #claim(sql: Statements, slot: Slot): Promise<Post | undefined> {
    const now = this.#now()
    const isFree = `lease <= ? OR lease > ?${this.#presence === undefined ? '' : ` OR ${DEAD}`}`
    const free = await first(
      sql,
      `SELECT owner, lease FROM posts ${WHERE} AND ${OPEN} AND (${isFree})`,
      [...nameOf(slot), now, now + LONGEST_LEASE, ...(this.#presence === undefined ? [] : [now])],
    )
    if (free === undefined) return undefined
    // Of two who find it free, one has it. By how it was found, not by what other tables say: a database
    // that waited for the other's change looks at the changed row alone once more.
    const { owner, lease } = Hold.parse(free)
    const taken = await sql.run(
      `UPDATE posts SET owner = ?, lease = ? ${WHERE} AND ${OPEN} AND owner IS NOT DISTINCT FROM ? AND lease = ?`,
      [this.#owner, now + LEASE, ...nameOf(slot), owner, lease],
    )
    return taken > 0 ? this.#get(sql, slot) : undefined
  }

  /** Still has it; to be told now and then while it is worked on. */
  renew(slot: Slot): Promise<boolean> {
    return this.#own(slot, 'lease = ?', [this.#now() + LEASE])
  }

  /** About to be sent. False when another has it by now: nothing may be sent then. */
  sending(slot: Slot, prepared?: Prepared): Promise<boolean> {
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
  async sent(slot: Slot, receipt: string): Promise<void> {
    const now = this.#now()
    await this.#sql.transaction(`posts ${slot.destination}`, async (sql) => {
      const row = await first(sql, `SELECT keys FROM posts ${WHERE}`, nameOf(slot))
      await sql.run(
        `UPDATE posts SET state = 'sent', receipt = ?, reply = NULL, keys = NULL, note = NULL, owner = NULL, lease = 0, at = ? ${WHERE}`,
        [receipt, now, ...nameOf(slot)],
      )
      const keys = z.string().nullish().parse(row?.['keys']) ?? '[]'
      for (const key of z.array(z.string()).parse(JSON.parse(keys)))
        await sql.run(
          'INSERT INTO shown (destination, key, at) VALUES (?, ?, ?) ON CONFLICT (destination, key) DO UPDATE SET at = excluded.at',
          [slot.destination, key, now],
        )
      await sql.run('DELETE FROM shown WHERE at < ?', [now - SHOWN_DAYS * DAY])
      await sql.run(
        `DELETE FROM posts WHERE destination = ? AND schedule = ? AND rowid NOT IN
           (SELECT rowid FROM posts WHERE destination = ? AND schedule = ? ORDER BY rowid DESC LIMIT ?)`,
        [slot.destination, slot.schedule, slot.destination, slot.schedule, MOST_KEPT],
      )
    })
  }

  /** Sending failed: it is tried again after a while. */
  async failed(slot: Slot, note: string, again: Date): Promise<void> {
    await this.#own(slot, "state = 'unknown', note = ?, owner = NULL, lease = ?", [
      note,
      again.getTime(),
    ])
  }

  /** Computing failed before anything was sent: it is tried again after a while. */
  async postpone(slot: Slot, note: string, again: Date): Promise<void> {
    await this.#own(slot, 'note = ?, owner = NULL, lease = ?', [note, again.getTime()])
  }

  /** Nothing was new, and nothing is said. */
  async empty(slot: Slot, since: Date, until: Date): Promise<void> {
    await this.#own(slot, "state = 'empty', owner = NULL, since = ?, until = ?", [
      since.getTime(),
      until.getTime(),
    ])
  }

  /** Not posted, and not going to be. */
  async missed(slot: Slot, due: Date, note: string): Promise<void> {
    await this.open(slot, due)
    await this.#sql.runDurably(
      `UPDATE posts SET state = 'missed', note = ?, owner = NULL, at = ? ${WHERE} AND state = 'pending'`,
      [note, this.#now(), ...nameOf(slot)],
    )
  }

  /** Nobody will find out any more; stays unknown, and is shown as that. */
  async giveUp(slot: Slot): Promise<void> {
    await this.#sql.runDurably(
      `UPDATE posts SET state = 'unknown', closed = 1, owner = NULL, reply = NULL, at = ? ${WHERE}`,
      [this.#now(), ...nameOf(slot)],
    )
  }

  /** As if it had never been begun. */
  async drop(slot: Slot): Promise<void> {
    await this.#sql.runDurably(`DELETE FROM posts ${WHERE} AND state = 'pending' AND owner = ?`, [
      ...nameOf(slot),
      this.#owner,
    ])
  }

  /** After a backup was put back: runs until now are none to be made up for, nor begun posts sent. */
  async settle(): Promise<void> {
    await this.#sql.transaction('posts', async (sql) => {
      await this.#facts.set('settled', String(this.#now()), sql)
      await sql.run(`UPDATE posts SET state = 'unknown', closed = 1, owner = NULL WHERE ${OPEN}`)
    })
  }

  /** Runs before are none to be made up for. */
  async settled(): Promise<Date> {
    return new Date(Number((await this.#facts.get('settled')) ?? 0))
  }

  get(slot: Slot): Promise<Post | undefined> {
    return this.#get(this.#sql, slot)
  }

  async #get(sql: Statements, slot: Slot): Promise<Post | undefined> {
    const row = await first(sql, `SELECT * FROM posts ${WHERE}`, nameOf(slot))
    return row === undefined ? undefined : fromRow(row)
  }

  /** Begun and not ended, whoever has them. */
  unfinished(): Promise<Post[]> {
    return this.#all(`WHERE ${OPEN} ORDER BY due`)
  }

  /** When anything was last sent, to wherever. */
  async lastSent(): Promise<Date | undefined> {
    const row = await first(this.#sql, "SELECT MAX(at) AS at FROM posts WHERE state = 'sent'")
    const at = row?.['at']
    return typeof at === 'number' ? new Date(at) : undefined
  }

  /** The newest first, so many that count. */
  of(destination: string, schedule: number): Promise<Post[]> {
    return this.#all('WHERE destination = ? AND schedule = ? ORDER BY due DESC LIMIT 100', [
      destination,
      schedule,
    ])
  }

  /** What was shown of late. */
  async shown(destination: string): Promise<Set<string>> {
    const rows = await this.#sql.all('SELECT key FROM shown WHERE destination = ? AND at >= ?', [
      destination,
      this.#now() - SHOWN_DAYS * DAY,
    ])
    return new Set(rows.map(({ key }) => String(key)))
  }

  async #all(where: string, values: readonly Value[] = []): Promise<Post[]> {
    return (await this.#sql.all(`SELECT * FROM posts ${where}`, values)).map(fromRow)
  }

  #now(): number {
    return this.#clock().getTime()
  }

  /** Writes only while the post is this process's own. */
  async #own(slot: Slot, set: string, values: readonly Value[]): Promise<boolean> {
    const changed = await this.#sql.runDurably(
      `UPDATE posts SET ${set}, at = ? ${WHERE} AND owner = ?`,
      [...values, this.#now(), ...nameOf(slot), this.#owner],
    )
    return changed > 0
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
