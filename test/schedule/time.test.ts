import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternText, readPattern } from '../../src/schedule/pattern.ts'
import { lastRun, nextRun } from '../../src/schedule/time.ts'

const pattern = (text: string) => readPattern(text).pattern
const next = (text: string, after: string) => {
  const { date, at } = nextRun(pattern(text), new Date(after))
  return [date, at.toISOString()]
}

describe('a pattern', () => {
  it.each([
    ['daily 08:00 Europe/Paris', 'daily 08:00 Europe/Paris', ''],
    ['8:05 Africa/Bamako', 'daily 08:05 Africa/Bamako', ''],
    ['daily 8h30 Europe/Paris weekdays', 'weekdays 08:30 Europe/Paris', ''],
    ['weekdays 07:00 UTC floods in Oss', 'weekdays 07:00 UTC', 'floods in Oss'],
    ['mon,fridays 23:59 America/New_York', 'mon,fri 23:59 America/New_York', ''],
    ['daily 08:00 europe/paris weekends', 'sat,sun 08:00 Europe/Paris', ''],
  ])('is read: %s', (typed, text, topic) => {
    const read = readPattern(typed)
    expect(patternText(read.pattern)).toBe(text)
    expect(read.topic).toBe(topic)
    expect(readPattern(text).pattern).toEqual(read.pattern)
  })

  it.each([
    ['daily', /no time of day/],
    ['daily 25:00 Europe/Paris', /“25:00” is no time of day/],
    ['daily 08:00', /no time zone/],
    ['daily 08:00 Paris', /“Paris” is no time zone; write its IANA name/],
  ])('is turned back with what to do: %s', (typed, message) => {
    expect(() => readPattern(typed)).toThrow(message)
  })
})

describe('the next run', () => {
  it('is at the local time, summer and winter', () => {
    expect(next('daily 08:00 Europe/Paris', '2025-01-10T08:00:00Z')).toEqual([
      '2025-01-11',
      '2025-01-11T07:00:00.000Z',
    ])
    expect(next('daily 08:00 Europe/Paris', '2025-07-10T05:59:59Z')).toEqual([
      '2025-07-10',
      '2025-07-10T06:00:00.000Z',
    ])
  })

  it('is the first valid instant where the clocks jump over the time', () => {
    expect(next('daily 02:30 Europe/Paris', '2025-03-29T12:00:00Z')).toEqual([
      '2025-03-30',
      '2025-03-30T01:00:00.000Z',
    ])
    expect(next('daily 00:00 America/Sao_Paulo', '2018-11-03T12:00:00Z')).toEqual([
      '2018-11-04',
      '2018-11-04T03:00:00.000Z',
    ])
  })

  it('is the first of two where the clocks show the time twice', () => {
    expect(next('daily 02:30 Europe/Paris', '2025-10-25T12:00:00Z')).toEqual([
      '2025-10-26',
      '2025-10-26T00:30:00.000Z',
    ])
    expect(next('daily 02:30 Europe/Paris', '2025-10-26T00:30:00Z')[0]).toBe('2025-10-27')
  })

  it('leaves out a date that a zone skipped', () => {
    expect(next('daily 08:00 Pacific/Apia', '2011-12-30T00:00:00Z')[0]).toBe('2011-12-31')
  })

  it('keeps to its days', () => {
    expect(next('weekdays 08:00 Europe/Paris', '2025-11-21T12:00:00Z')[0]).toBe('2025-11-24')
  })
})

const PATTERNS = ['daily 00:00', 'daily 02:30', 'daily 08:00', 'weekdays 23:59', 'mon,thu 01:15']
const ZONES = Intl.supportedValuesOf('timeZone')

describe('in every zone', () => {
  it('there is one run for each local date, in order, at the local time unless that was jumped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...PATTERNS),
        fc.integer({ min: 2005, max: 2034 }),
        (zone, typed, year) => {
          const one = pattern(`${typed.split(' ')[0]} ${typed.split(' ')[1]} ${zone}`)
          const end = Date.UTC(year + 1, 0, 3)
          const dates: string[] = []
          let at = new Date(Date.UTC(year, 0, 1))
          while (at.getTime() < end) {
            const run = nextRun(one, at)
            expect(run.at.getTime()).toBeGreaterThan(at.getTime())
            expect(lastRun(one, run.at)).toEqual(run)
            const local = Temporal.Instant.fromEpochMilliseconds(
              run.at.getTime(),
            ).toZonedDateTimeISO(zone)
            expect(local.toPlainDate().toString()).toBe(run.date)
            expect(local.toPlainTime().toString() >= `${one.time}:00`).toBe(true)
            dates.push(run.date)
            at = run.at
          }
          expect(new Set(dates).size).toBe(dates.length)
          expect(dates).toEqual(existing(dates[0] ?? '', dates.at(-1) ?? '', one.days, zone))
        },
      ),
      { numRuns: 40 },
    )
  })
})

/** The local dates of some days of the week that a zone has had. */
function existing(from: string, to: string, days: readonly number[], zone: string): string[] {
  const found: string[] = []
  for (
    let date = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(date, Temporal.PlainDate.from(to)) <= 0;
    date = date.add({ days: 1 })
  )
    if (
      days.includes(date.dayOfWeek) &&
      date.toZonedDateTime({ timeZone: zone }).toPlainDate().equals(date)
    )
      found.push(date.toString())
  return found
}
