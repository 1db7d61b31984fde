/** A clock that jumps, by minutes to years and both ways: every date is posted once, and none is left out. */
import { readPattern } from '../../../src/schedule/pattern.ts'
import { randomOf } from '../random.ts'
import { HOUR, type Process, ScheduleWorld } from '../schedule-world.ts'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
const CATCH_UP = 6 * HOUR

/** A platform that takes whatever it is sent, the same post again too, with one post daily at 08:00 UTC. */
export async function postingWorld(start: string): Promise<{
  world: ScheduleWorld
  process: Process
  keys: string[]
  isTold: (date: string) => Promise<boolean>
}> {
  const keys: string[] = []
  const world = new ScheduleWorld(start, { catchUp: CATCH_UP })
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
  const { id } = await process.store.schedules.add({
    destination: 'slack:C1',
    pattern: readPattern('daily 08:00 UTC').pattern,
    quiet: false,
  })
  // A date it came to too late is told as missed, and posted no more.
  const isTold = async (date: string): Promise<boolean> => {
    const post = await process.store.posts.get({ destination: 'slack:C1', schedule: id, date })
    return keys.some((key) => key.endsWith(date)) || post?.state === 'missed'
  }
  return { world, process, keys, isTold }
}

export async function setTo(world: ScheduleWorld, process: Process, now: number): Promise<void> {
  world.now = now
  process.runner.look()
  await process.runner.idle()
}

/** @param steps of the clock, in minutes @returns the dates posted twice or not at all */
export async function stepped(steps: readonly number[]): Promise<string[]> {
  const start = '2026-03-01T12:00:00Z'
  const { world, process, keys, isTold } = await postingWorld(start)
  const faults: string[] = []
  try {
    for (const step of steps) {
      await setTo(world, process, world.now + step * MINUTE)
      const date = new Date(world.now).toISOString().slice(0, 10)
      const due = Date.parse(`${date}T08:00:00Z`)
      const isDue = due > Date.parse(start) && world.now >= due && world.now < due + CATCH_UP
      if (isDue && !(await isTold(date)))
        faults.push(`${date} is not posted at ${new Date(world.now).toISOString()}`)
    }
    for (const key of new Set(keys))
      if (keys.filter((other) => other === key).length > 1) faults.push(`${key} is posted twice`)
    return faults.map((fault) => `${fault}, steps ${steps.join(' ')}`)
  } finally {
    process.kill()
  }
}

export function jumping(seed: number): Promise<readonly string[]> {
  const random = randomOf(seed)
  const between = (least: number, most: number): number =>
    least + Math.floor(random() * (most - least + 1))
  return stepped(
    Array.from({ length: between(2, 14) }, () => {
      const kind = random()
      if (kind < 0.4) return between(-600, 600)
      if (kind < 0.7) return between(-40, 40) * DAY_MINUTES
      if (kind < 0.9) return DAY_MINUTES
      return between(-3, 3) * 365 * DAY_MINUTES
    }),
  )
}
