/** How long things take and wait, in milliseconds. Tests shorten them. */
import type { Backoff } from '../../src/delivery/timing.ts'

export interface Timing extends Backoff {
  /** Between two messages to one channel; Slack allows about one a second. */
  readonly interval: number
  /** A call to Slack that takes longer is given up. */
  readonly timeout: number
  /** Before looking whether a post of unknown outcome happened after all. */
  readonly settle: number
  /** A reply that could not be sent for so long is given up. */
  readonly giveUp: number
  /** Between looks for what another process took and left behind. */
  readonly resume: number
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
  resume: 10_000,
  grace: 9000,
}
