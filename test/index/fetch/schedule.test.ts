import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryAfterSeconds } from '../../../index/fetch/retry-after.ts'
import { nextPoll, type Poll } from '../../../index/fetch/schedule.ts'

const NOON = new Date('2026-03-01T12:00:00Z')
const DAY = 86_400

const seconds = (poll: Partial<Poll>): number =>
  (nextPoll({
    interval: 3600,
    lastChecked: NOON,
    failures: 0,
    random: () => 0.5,
    ...poll,
  }).getTime() -
    NOON.getTime()) /
  1000

describe('nextPoll', () => {
  it('waits the interval, a tenth more or less', () => {
    expect(seconds({})).toBe(3600)
    expect(seconds({ random: () => 0 })).toBe(3240)
    expect(seconds({ random: () => 0.75 })).toBe(3780)
    expect(seconds({ random: () => 0, jitter: 0 })).toBe(3600)
  })
  it('doubles the wait with every failure, up to a day', () => {
    const waits = [0, 1, 2, 3, 4, 5, 60, 5000].map((failures) => seconds({ failures }))
    expect(waits).toEqual([3600, 7200, 14_400, 28_800, 57_600, DAY, DAY, DAY])
  })
  it('keeps an interval longer than a day', () => {
    expect(seconds({ interval: 7 * DAY, failures: 9 })).toBe(7 * DAY)
  })
  it('never comes before the site asked', () => {
    expect(seconds({ retryAfter: 7200, random: () => 0 })).toBe(7200)
    expect(seconds({ retryAfter: 60 })).toBe(3600)
  })
  it('always names a date, after the last check and within reach', () => {
    const polls = fc.record({
      interval: fc.integer({ min: 1, max: 30 * DAY }),
      failures: fc.nat(3000),
      retryAfter: fc.nat(7 * DAY),
      random: fc
        .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
        .map((value) => () => value),
    })
    fc.assert(
      fc.property(polls, (poll) => {
        const wait = seconds(poll)
        const longest = Math.max(1.1 * Math.max(DAY, poll.interval), poll.retryAfter)
        expect(wait).toBeGreaterThanOrEqual(Math.max(0.9 * poll.interval - 0.001, poll.retryAfter))
        expect(wait).toBeLessThanOrEqual(longest + 0.001)
        expect(seconds(poll)).toBe(wait)
      }),
    )
  })
})

describe('Retry-After', () => {
  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['99999999', 7 * DAY],
    ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['Fri, 01 Mar 2126 12:00:00 GMT', 7 * DAY],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2026-03-01T12:01:30Z', undefined],
    ['Sun, 99 Mar 2026 12:01:30 GMT', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j seconds', (header, expected) => {
    expect(retryAfterSeconds(header, NOON)).toBe(expected)
  })
})
