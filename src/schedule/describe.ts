/** Schedules in lines for a person: when the next post is, how the last ones went. */
import { isWatch, type Schedule } from './book.ts'
import { WATCHES } from './due.ts'
import { patternText } from './pattern.ts'
import type { Post, PostBook } from './posts.ts'
import { temporal } from './temporal.ts'
import { nextRun } from './time.ts'

/** So many days back, what went wrong is told. */
const TOLD_DAYS = 14
const MOST_TROUBLES = 5

/** @param everywhere names the destination, too: for whoever sees all of them */
export async function scheduleLines(
  schedules: readonly Schedule[],
  posts: PostBook,
  now: Date,
  everywhere = false,
): Promise<string[]> {
  const lines = schedules.map(async (schedule) => {
    const { id, destination, place, pattern, paused, configured } = schedule
    const about = schedule.search ?? schedule.topic
    const zone = pattern?.zone ?? 'UTC'
    const all = await posts.of(destination, pattern === undefined ? WATCHES : id)
    const last = all.find(({ state }) => state === 'sent')
    const when = [
      ...(isWatch(schedule) ? ['watch'] : []),
      ...(pattern === undefined ? [] : [patternText(pattern)]),
    ].join(' ')
    const next =
      pattern === undefined || paused ? [] : [`next ${localTime(nextRun(pattern, now).at, zone)}`]
    return [
      [
        `${id}: ${when}${about === undefined ? '' : ` · ${about}`}`,
        ...(everywhere || place !== undefined ? [destination] : []),
        ...(paused ? ['paused'] : next),
        last === undefined ? 'no post yet' : `last post ${localTime(last.at, zone)}`,
        ...(configured ? ['in verbatim.yaml'] : []),
      ].join(' · '),
      ...troubles(all, now).map((trouble) => `${id}: ${trouble}`),
    ]
  })
  return (await Promise.all(lines)).flat()
}

function troubles(posts: readonly Post[], now: Date): string[] {
  const oldest = now.getTime() - TOLD_DAYS * 86_400_000
  return posts
    .filter(({ due }) => due.getTime() >= oldest)
    .flatMap((post) => troubleOf(post) ?? [])
    .slice(0, MOST_TROUBLES)
}

function troubleOf({ state, date, note, closed }: Post): string | undefined {
  const why = note === undefined ? '' : `: ${note}`
  if (state === 'missed') return `missed ${date}${why}`
  if (state === 'unknown' && closed)
    return `nobody knows whether ${date} was posted; look there${why}`
  if (state === 'unknown') return `${date} is tried again${why}`
  return undefined
}

/** `2025-11-21 08:00` where the schedule is. */
function localTime(at: Date, zone: string): string {
  const local = temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
