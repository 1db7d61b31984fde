/** The schedules and watches there are: who is told what, when. */
import * as z from 'zod'
import { first, type Sql, type Statements } from '../store/sql.ts'
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
  readonly #sql: Sql
  readonly #clock: () => Date
  readonly #listeners = new Set<() => void>()

  constructor(sql: Sql, clock: () => Date) {
    this.#sql = sql
    this.#clock = clock
  }

  /** Hears of every change that this process makes. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** In the order they were made. */
  list(destination?: string): Promise<Schedule[]> {
    return listed(this.#sql, destination)
  }

  /** Those of a place: posted there, or made there for elsewhere. */
  async of(place: string): Promise<Schedule[]> {
    return (await this.list()).filter((one) => placeOf(one) === place)
  }

  async get(id: number): Promise<Schedule | undefined> {
    return (await this.list()).find((one) => one.id === id)
  }

  async add(schedule: NewSchedule): Promise<Schedule> {
    const added = await this.addUpTo(Number.POSITIVE_INFINITY, schedule)
    if (added === undefined) throw new Error('a schedule is gone that was just added')
    return added
  }

  /** @returns `undefined` where its place has so many already */
  addUpTo(most: number, schedule: NewSchedule): Promise<Schedule | undefined> {
    const place = placeOf(schedule)
    return this.#write(async (sql) => {
      const own = (await listed(sql)).filter((one) => placeOf(one) === place)
      if (own.length >= most) return undefined
      const id = await this.#insert(sql, schedule, false)
      return (await listed(sql)).find((one) => one.id === id)
    })
  }

  async remove(id: number): Promise<void> {
    await this.#write((sql) => sql.run('DELETE FROM schedules WHERE id = ?', [id]))
  }

  /** What falls into a pause is not posted later. */
  async pause(id: number, paused: boolean): Promise<void> {
    await this.#write((sql) =>
      sql.run('UPDATE schedules SET paused = ?, since = ? WHERE id = ?', [
        paused ? 1 : 0,
        this.#clock().getTime(),
        id,
      ]),
    )
  }

  /** Takes those of the configuration file: what is new there is added, what is gone is removed. */
  async configure(wanted: readonly NewSchedule[]): Promise<void> {
    if (isNothing(await this.#toDo(this.#sql, wanted))) return
    await this.#write(async (sql) => {
      // Another process may have done it meanwhile.
      const { added, left } = await this.#toDo(sql, wanted)
      for (const id of left) await sql.run('DELETE FROM schedules WHERE id = ?', [id])
      for (const one of added) await this.#insert(sql, one, true)
    })
  }

  /** Tells listeners that there is something to do. */
  changed(): void {
    for (const listener of this.#listeners) listener()
  }

  async #toDo(sql: Statements, wanted: readonly NewSchedule[]): Promise<ToDo> {
    const known = (await listed(sql)).filter(({ configured }) => configured)
    const left = new Map(known.map((one) => [sameness(one), one.id]))
    const added = wanted.filter((one) => !left.delete(sameness(one)))
    return { added, left: [...left.values()] }
  }

  async #write<T>(work: (sql: Statements) => Promise<T>): Promise<T> {
    const result = await this.#sql.transaction('schedules', work)
    this.changed()
    return result
  }

  async #insert(sql: Statements, schedule: NewSchedule, configured: boolean): Promise<number> {
    const { destination, workspace, pattern, topic, language, quiet } = schedule
    const { search, place, owner } = schedule
    const row = await first(
      sql,
      'INSERT INTO schedules (destination, workspace, pattern, topic, language, quiet, since, configured, search, place, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
      [
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
      ],
    )
    return Number(row?.['id'])
  }
}

interface ToDo {
  readonly added: readonly NewSchedule[]
  /** Numbers of those that stand there no more. */
  readonly left: readonly number[]
}

const isNothing = ({ added, left }: ToDo): boolean => added.length === 0 && left.length === 0

const placeOf = ({ place, destination }: NewSchedule): string => place ?? destination

async function listed(sql: Statements, destination?: string): Promise<Schedule[]> {
  const rows = await (destination === undefined
    ? sql.all('SELECT * FROM schedules ORDER BY id')
    : sql.all('SELECT * FROM schedules WHERE destination = ? ORDER BY id', [destination]))
  return rows.map((row) => fromRow(Row.parse(row)))
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
