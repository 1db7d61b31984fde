/** How long things take and wait, in milliseconds. Tests shorten them. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Between attempts: the first wait, doubled each time up to the longest. */
export interface Backoff {
  readonly backoff: number
  readonly longestBackoff: number
}

/** How long to wait before attempt `failures` + 1; never in step with others that failed as often. */
export function backoff(
  { backoff: first, longestBackoff: longest }: Backoff,
  failures: number,
): number {
  const wait = Math.min(longest, first * 2 ** Math.min(failures - 1, 20))
  return wait * (0.75 + Math.random() / 4)
}

/** Resolves after a while, or at once when the signal is given. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return
  await sleep(milliseconds, undefined, signal && { signal }).catch(() => {})
}

/** Waits for work, so long at most; the clock is not left ticking, which would keep a program alive. */
export async function within(milliseconds: number, work: Promise<unknown> | undefined) {
  const over = new AbortController()
  await Promise.race([work, pause(milliseconds, over.signal)])
  over.abort()
}
