/** How long things take and wait, in milliseconds. Tests shorten them. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Timing {
  /** Between two messages to one channel; Slack allows about one a second. */
  readonly interval: number
  /** A call to Slack that takes longer is given up. */
  readonly timeout: number
  /** Before looking whether a post of unknown outcome happened after all. */
  readonly settle: number
  /** Between attempts: the first wait, doubled each time up to the longest. */
  readonly backoff: number
  readonly longestBackoff: number
  /** A reply that could not be sent for so long is given up. */
  readonly giveUp: number
  /** How long replies under way may take when the adapter is stopped. */
  readonly grace: number
}

export const TIMING: Timing = {
  interval: 1000,
  timeout: 8000,
  settle: 1500,
  backoff: 500,
  longestBackoff: 10_000,
  giveUp: 30 * 60_000,
  grace: 15_000,
}

/** How long to wait before attempt `failures` + 1; never in step with others that failed as often. */
export function backoff(
  { backoff: first, longestBackoff: longest }: Timing,
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
