/** Schedules in lines for a person: when the next post is, how the last ones went. */
import type { Language } from '../../index/languages/packs.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Wordings } from '../wordings/wordings.ts'
import { isWatch, type Schedule } from './book.ts'
import { WATCHES } from './due.ts'
import { localZone } from '../speech.ts'
import { patternText } from './pattern.ts'
import { HERE } from './place.ts'
import type { Post, PostBook } from './posts.ts'
import { temporal } from './temporal.ts'
import { nextRun } from './time.ts'

/** So many days back, what went wrong is told. */
const TOLD_DAYS = 14
const MOST_TROUBLES = 5

interface Described {
  readonly now: Date
  /** Names the destination, too: for whoever sees all of them. */
  readonly everywhere?: boolean
  readonly language?: Language | undefined
}

export async function scheduleLines(
  schedules: readonly Schedule[],
  posts: PostBook,
  { now, everywhere = false, language }: Described,
): Promise<string[]> {
  const { line: words, atMachine } = wordingsIn(language).schedules
  const lines = schedules.map(async (schedule) => {
    const { id, destination, place, pattern, paused, configured } = schedule
    const about = schedule.search ?? schedule.topic
    const zone = pattern?.zone ?? 'UTC'
    const all = await posts.of(destination, pattern === undefined ? WATCHES : id)
    const last = all.find(({ state }) => state === 'sent')
    const when = [
      ...(isWatch(schedule) ? [words.watch] : []),
      ...(pattern === undefined ? [] : [patternText(pattern)]),
    ].join(' ')
    const next =
      pattern === undefined || paused ? [] : [words.next(localTime(nextRun(pattern, now).at, zone))]
    return [
      [
        `${id}: ${when}${about === undefined ? '' : ` · ${about}`}`,
        ...(place !== undefined || (everywhere && destination !== HERE) ? [destination] : []),
        ...(paused ? [words.paused] : next),
        ...(destination === HERE ? [lookedAt(all, atMachine)] : [postedAt(last, zone, words)]),
        ...(configured ? [words.configured] : []),
      ].join(' · '),
      ...troubles(all, now, words).map((trouble) => `${id}: ${trouble}`),
    ]
  })
  return (await Promise.all(lines)).flat()
}

const NOBODY = wordingsIn().schedules.line.nobody

type LineWordings = Wordings['schedules']['line']

const postedAt = (last: Post | undefined, zone: string, words: LineWordings): string =>
  last === undefined ? words.noPost : words.last(localTime(last.at, zone))

/** By the clock of the machine. */
function lookedAt(posts: readonly Post[], words: Wordings['schedules']['atMachine']): string {
  const last = posts.find(({ state }) => state === 'sent' || state === 'empty')
  return last === undefined ? words.notLooked : words.looked(localTime(last.at, localZone()))
}

function troubles(posts: readonly Post[], now: Date, words: LineWordings): string[] {
  const oldest = now.getTime() - TOLD_DAYS * 86_400_000
  return posts
    .filter(({ due }) => due.getTime() >= oldest)
    .flatMap((post) => troubleOf(post, words) ?? [])
    .slice(0, MOST_TROUBLES)
}

function troubleOf({ state, date, note, closed }: Post, words: LineWordings): string | undefined {
  const why = note === undefined ? '' : words.because(note === NOBODY ? words.nobody : note)
  if (state === 'missed') return words.missed(date, why)
  if (state === 'unknown' && closed) return words.unknown(date, why)
  if (state === 'unknown') return words.again(date, why)
  return undefined
}

/** `2025-11-21 08:00` where the schedule is. */
function localTime(at: Date, zone: string): string {
  const local = temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
