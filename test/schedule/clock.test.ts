import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postingWorld, setTo, stepped } from '../support/kept/clocks.ts'

const DAY_MINUTES = 24 * 60

const minutes = fc.oneof(
  fc.integer({ min: -600, max: 600 }),
  fc.integer({ min: -40, max: 40 }).map((days) => days * DAY_MINUTES),
  fc.integer({ min: -3, max: 3 }).map((years) => years * 365 * DAY_MINUTES),
)

describe('a clock that jumps', () => {
  it('makes no date new again, two years forward and back', async () => {
    const { world, process, keys } = await postingWorld('2026-03-01T12:00:00Z')
    for (const now of [
      '2026-03-02T08:00:01Z',
      '2028-03-02T08:01:00Z',
      '2026-03-02T08:03:00Z',
      '2026-03-03T08:00:01Z',
    ])
      await setTo(world, process, Date.parse(now))
    expect(keys.map((key) => key.split('/').at(-1))).toEqual([
      '2026-03-02',
      '2028-03-02',
      '2026-03-03',
    ])
  })

  it('posts every date it comes to, and none twice, whatever the steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(minutes, { minLength: 2, maxLength: 14 }), async (steps) => {
        expect(await stepped(steps)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
