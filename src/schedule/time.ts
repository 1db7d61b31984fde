/** When a pattern runs: one instant for each local date it falls on, whatever clocks do. */
import type { Pattern } from './pattern.ts'
import { temporal } from './temporal.ts'

export interface Run {
  /** `YYYY-MM-DD` in the pattern's zone: what makes a run the same run. */
  readonly date: string
  readonly at: Date
}

/** The next run after an instant. */
export function nextRun(pattern: Pattern, after: Date): Run {
  const zone = pattern.zone
  const instant = temporal.Instant.fromEpochMilliseconds(after.getTime())
  let date = instant.toZonedDateTimeISO(zone).toPlainDate()
  // Eight days hold every day of the week even where one is skipped.
  for (let days = 0; days <= 15; days++) {
    const run = runOn(pattern, date)
    if (run !== undefined && run.at.getTime() > after.getTime()) return run
    date = date.add({ days: 1 })
  }
  throw new RangeError(`the pattern has no days: ${JSON.stringify(pattern)}`)
}

/** The last run at or before an instant; `undefined` when it is longer ago than two weeks. */
export function lastRun(pattern: Pattern, until: Date): Run | undefined {
  const instant = temporal.Instant.fromEpochMilliseconds(until.getTime())
  let date = instant.toZonedDateTimeISO(pattern.zone).toPlainDate().add({ days: 1 })
  for (let days = 0; days <= 15; days++) {
    const run = runOn(pattern, date)
    if (run !== undefined && run.at.getTime() <= until.getTime()) return run
    date = date.subtract({ days: 1 })
  }
  return undefined
}

/** `undefined` on other days of the week, and for dates that a zone skipped. */
function runOn({ days, time, zone }: Pattern, date: Temporal.PlainDate): Run | undefined {
  if (!days.includes(date.dayOfWeek)) return undefined
  const wanted = temporal.PlainTime.from(time)
  // A repeated time runs the first time.
  const found = date.toPlainDateTime(wanted).toZonedDateTime(zone, { disambiguation: 'earlier' })
  const own = found.toPlainDateTime()
  if (own.toPlainDate().equals(date) && own.toPlainTime().equals(wanted))
    return { date: date.toString(), at: new Date(found.epochMilliseconds) }
  // It does not exist on that day: the clocks had jumped over it, and the first instant after counts.
  const first = afterGap(date, wanted, zone)
  return first?.toPlainDate().equals(date) === true
    ? { date: date.toString(), at: new Date(first.epochMilliseconds) }
    : undefined
}

/** The instant at which the clocks jumped over a local time. */
function afterGap(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  zone: string,
): Temporal.ZonedDateTime | undefined {
  const later = date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'later' })
  // “Previous” is strictly before, and the instant itself may be the one.
  return later.add({ milliseconds: 1 }).getTimeZoneTransition('previous') ?? undefined
}
