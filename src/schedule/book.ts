/** The schedules and watches there are: who is told what, when. SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { durably } from './durable.ts'
import { type Pattern, patternText, readPattern } from './pattern.ts'
import { type Language, LANGUAGES } from '../../index/languages/packs.ts'

export interface NewSchedule {
  /** `platform:channel`. */
  readonly destination: string
  /** The guild or workspace of the channel; its documents are the channel's unless that has its own. */
  readonly workspace?: string
  /** Where it was made, when that is not where it is posted: its documents are the ones shown. */
  readonly place?: string
  /** Whose direct message it is posted to. */
  readonly owner?: string
  /** When it is posted; a watch without one is posted when a new document has what it looks for. */
  readonly pattern?: Pattern
  readonly topic?: string
  /** What a watch looks for, as it was typed: words, a question, figures. */
  readonly search?: string
  /** Of the labels; that of the documents unless told. */
  readonly language?: Language
  /** Silence when nothing is new. */
  readonly quiet: boolean
}

export interface Schedule extends NewSchedule {
  /** Never given twice. */
  readonly id: number
  readonly paused: boolean
  /** Runs before are none of its own: since it was made, or resumed. */
  readonly from: Date
  /** Stands in the configuration file. */
  readonly configured: boolean
}

const Row = z.object({
  id: z.int(),
  destination: z.string(),
  workspace: z.string().nullable(),
  pattern: z.string().nullable(),
  topic: z.string().nullable(),
  language: z.enum(LANGUAGES).nullable(),
  quiet: z.int(),
  paused: z.int(),
  since: z.int(),
  configured: z.int(),
  search: z.string().nullable(),
  place: z.string().nullable(),
  owner: z.string().nullable(),
})

export class ScheduleBook {
  readonly #database: DatabaseSync
  readonly #clock: () => Date
  readonly #listeners = new Set<() => void>()

  constructor(database: DatabaseSync, clock: () => Date) {
    this.#database = database
    this.#clock = clock
  }

  /** Hears of every change that this process makes. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** In the order they were made. */
  list(destination?: string): Schedule[] {
    return this.#database
      .prepare('SELECT * FROM schedules WHERE ? IS NULL OR destination = ? ORDER BY id')
      .all(destination ?? null, destination ?? null)
      .map((row) => fromRow(Row.parse(row)))
  }

  /** Those of a place: posted there, or made there for elsewhere. */
  of(place: string): Schedule[] {
    return this.list().filter((one) => (one.place ?? one.destination) === place)
  }

  get(id: number): Schedule | undefined {
    return this.list().find((one) => one.id === id)
  }

  add(schedule: NewSchedule): Schedule {
    const id = this.#write(() => this.#insert(schedule, false))
    const added = this.get(id)
    if (added === undefined) throw new Error(`schedule ${id} is gone`)
    return added
  }

  remove(id: number): void {
    this.#write(() => this.#database.prepare('DELETE FROM schedules WHERE id = ?').run(id))
  }

  /** What falls into a pause is not posted later. */
  pause(id: number, paused: boolean): void {
    this.#write(() =>
      this.#database
        .prepare('UPDATE schedules SET paused = ?, since = ? WHERE id = ?')
        .run(paused ? 1 : 0, this.#clock().getTime(), id),
    )
  }

  /** Takes those of the configuration file: what is new there is added, what is gone is removed. */
  configure(wanted: readonly NewSchedule[]): void {
    const known = this.list().filter(({ configured }) => configured)
    const left = new Map(known.map((one) => [sameness(one), one.id]))
    const added = wanted.filter((one) => !left.delete(sameness(one)))
    if (added.length === 0 && left.size === 0) return
    this.#write(() => {
      for (const id of left.values())
        this.#database.prepare('DELETE FROM schedules WHERE id = ?').run(id)
      for (const one of added) this.#insert(one, true)
    })
  }

  /** Tells listeners that there is something to do. */
  changed(): void {
    for (const listener of this.#listeners) listener()
  }

  #write<T>(work: () => T): T {
    const result = durably(this.#database, work)
    this.changed()
    return result
  }

  #insert(schedule: NewSchedule, configured: boolean): number {
    const { destination, workspace, pattern, topic, language, quiet } = schedule
    const { search, place, owner } = schedule
    const { lastInsertRowid } = this.#database
      .prepare(
        'INSERT INTO schedules (destination, workspace, pattern, topic, language, quiet, since, configured, search, place, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        destination,
        workspace ?? null,
        pattern === undefined ? null : patternText(pattern),
        topic ?? null,
        language ?? null,
        quiet ? 1 : 0,
        this.#clock().getTime(),
        configured ? 1 : 0,
        search ?? null,
        place ?? null,
        owner ?? null,
      )
    return Number(lastInsertRowid)
  }
}

function fromRow(row: z.infer<typeof Row>): Schedule {
  const { id, destination, workspace, pattern, topic, language, search, place, owner } = row
  return {
    id,
    destination,
    ...(workspace !== null && { workspace }),
    ...(pattern !== null && { pattern: readPattern(pattern).pattern }),
    ...(topic !== null && { topic }),
    ...(search !== null && { search }),
    ...(place !== null && { place }),
    ...(owner !== null && { owner }),
    ...(language !== null && { language }),
    quiet: row.quiet === 1,
    paused: row.paused === 1,
    from: new Date(row.since),
    configured: row.configured === 1,
  }
}

/** Two that say the same are one. */
const sameness = (one: NewSchedule): string =>
  JSON.stringify([
    one.destination,
    one.workspace ?? '',
    one.pattern === undefined ? '' : patternText(one.pattern),
    one.topic ?? '',
    one.search ?? '',
    one.language ?? '',
    one.quiet,
  ])

/** Whether something is looked for, rather than all that is new. */
export const isWatch = ({ search }: Pick<NewSchedule, 'search'>): boolean => search !== undefined

/** A watch that posts as soon as there is something. */
export const isAtOnce = ({ pattern }: Pick<NewSchedule, 'pattern'>): boolean =>
  pattern === undefined
