import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPattern } from '../../src/schedule/pattern.ts'
import { type Process, ScheduleWorld } from '../support/schedule-world.ts'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60

/** A platform that takes whatever it is sent, the same post again too. */
function postingWorld(start: string): { world: ScheduleWorld; process: Process; keys: string[] } {
  const keys: string[] = []
  const world = new ScheduleWorld(start)
  const process = world.start(
    {},
    {
      name: 'slack',
      post: (_to, _reply, key) => {
        keys.push(key)
        return Promise.resolve({ id: key })
      },
    },
  )
  process.store.schedules.add({
    destination: 'slack:C1',
    pattern: readPattern('daily 08:00 UTC').pattern,
    quiet: false,
  })
  return { world, process, keys }
}

async function setTo(world: ScheduleWorld, process: Process, now: number): Promise<void> {
  world.now = now
  process.runner.look()
  await process.runner.idle()
}

const minutes = fc.oneof(
  fc.integer({ min: -600, max: 600 }),
  fc.integer({ min: -40, max: 40 }).map((days) => days * DAY_MINUTES),
  fc.integer({ min: -3, max: 3 }).map((years) => years * 365 * DAY_MINUTES),
)

describe('a clock that jumps', () => {
  it('makes no date new again, two years forward and back', async () => {
    const { world, process, keys } = postingWorld('2026-03-01T12:00:00Z')
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

  it('posts no date twice, whatever the steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(minutes, { minLength: 2, maxLength: 14 }), async (steps) => {
        const { world, process, keys } = postingWorld('2026-03-01T12:00:00Z')
        for (const step of steps) await setTo(world, process, world.now + step * MINUTE)
        expect(new Set(keys).size).toBe(keys.length)
        process.kill()
      }),
      { numRuns: 60 },
    )
  })
})
