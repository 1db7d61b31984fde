/** Which posts are due: what a schedule's last run has come to, and whether watches may speak again. */
import type { Schedule } from './book.ts'
import type { Post, PostBook, Slot } from './posts.ts'
import { lastRun, nextRun } from './time.ts'

const HOUR = 3_600_000
/** Number of the watches of a destination, which post together. */
export const WATCHES = 0

export interface Due {
  readonly slot: Slot
  readonly at: Date
  /** Too long ago to be made up for. */
  readonly late: boolean
}

/** The last run of a schedule while nothing is written down of it. */
export async function dueOf(
  { destination, id, pattern, from, paused }: Schedule,
  { posts, now, catchUp }: { posts: PostBook; now: Date; catchUp: number },
): Promise<Due | undefined> {
  if (pattern === undefined || paused) return undefined
  const run = lastRun(pattern, now)
  if (run === undefined || run.at < from || run.at < (await posts.settled())) return undefined
  const slot = { destination, schedule: id, date: run.date }
  if ((await posts.get(slot)) !== undefined) return undefined
  return { slot, at: run.at, late: now.getTime() - run.at.getTime() > catchUp }
}

/** The next run of a schedule, in milliseconds since 1970; infinite for none. */
export const nextOf = ({ pattern, paused }: Schedule, now: Date): number =>
  pattern === undefined || paused ? Number.POSITIVE_INFINITY : nextRun(pattern, now).at.getTime()

/** Where the watches of a destination may post now: once an hour. */
export async function watchSlot(
  destination: string,
  posts: PostBook,
  now: Date,
): Promise<Slot | undefined> {
  const slot = { destination, schedule: WATCHES, date: `${now.toISOString().slice(0, 13)}Z` }
  const last = await posts.of(destination, WATCHES)
  const recent = last.some((post) => isRecent(post, now) || post.date === slot.date)
  return recent ? undefined : slot
}

const isRecent = ({ at }: Post, now: Date): boolean =>
  at <= now && now.getTime() - at.getTime() < HOUR
