/** How long things take and wait, in milliseconds. Tests shorten them. */
import type { Backoff } from '../../src/delivery/timing.ts'

export interface Timing extends Backoff {
  /** A call to Discord that takes longer is given up. */
  readonly timeout: number
  /** Discord waits so long for an interaction to be acknowledged. */
  readonly acknowledge: number
  /** An attempt to acknowledge that takes longer is made again. */
  readonly acknowledging: number
  /** Before looking whether a post of unknown outcome happened after all. */
  readonly settle: number
  /** A reply that could not be sent for so long is given up. */
  readonly giveUp: number
  /** For a connection to the gateway, from the log-in to READY. */
  readonly connect: number
  /** Between two log-ins of a session to the gateway; Discord allows one in 5 s. */
  readonly identify: number
  /** The longest wait before the adapter connects anew after Discord has turned it away. */
  readonly longestRestart: number
  /** A question that takes longer shows that the bot is typing. */
  readonly typing: number
  /** Between looks for what another process took and left behind. */
  readonly resume: number
  /** How long replies under way may take when the adapter is stopped. */
  readonly grace: number
}

export const TIMING: Timing = {
  backoff: 500,
  longestBackoff: 10_000,
  timeout: 10_000,
  acknowledge: 3000,
  acknowledging: 900,
  settle: 1500,
  giveUp: 30 * 60_000,
  resume: 10_000,
  connect: 60_000,
  identify: 5000,
  longestRestart: 5 * 60_000,
  typing: 700,
  grace: 9000,
}
