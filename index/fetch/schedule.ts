/** When a web source is due again. */

export interface Poll {
  /** Seconds between two fetches while all goes well; above 0. */
  readonly interval: number
  /** How far a fetch may stray from its time, as a share of the wait, so that sources spread out; 0.1 unless told. */
  readonly jitter?: number
  readonly lastChecked: Date
  /** Fetches that failed in a row; 0 after a good one. */
  readonly failures: number
  /** Seconds the site asked for; never undercut. */
  readonly retryAfter?: number
  /** From 0 up to, not including, 1. */
  readonly random: () => number
}

/** The wait doubles with every failure in a row, up to a day, or to the interval if that is longer. */
export function nextPoll(poll: Poll): Date {
  const { interval, jitter = 0.1, lastChecked, failures, retryAfter = 0, random } = poll
  const wait = Math.min(interval * 2 ** failures, Math.max(interval, DAY))
  const spread = 1 + jitter * (2 * random() - 1)
  const seconds = Math.max(wait * spread, retryAfter)
  return new Date(lastChecked.getTime() + Math.round(seconds * 1000))
}

const DAY = 24 * 60 * 60
