/** Trying again: at the platform's pace, with backoff, until it is given up. */
import { performance } from 'node:perf_hooks'
import { type Backoff, backoff, pause } from './timing.ts'

export interface AttemptsOptions {
  /** `giveUp`: milliseconds after which a call is given up unless told. */
  readonly timing: Backoff & { readonly giveUp: number }
  /** Given when nothing more may be tried. */
  readonly signal: AbortSignal
}

export interface Attempt {
  /** What is tried, for a person. */
  readonly what: string
  /** Milliseconds of the monotonic clock after which it is given up. */
  readonly until: number
  failures: number
}

/** What a call that failed leaves to do. */
export interface Verdict {
  /** Thrown when another try is of no use, or too late. */
  readonly error: Error
  readonly again: boolean
  /** Milliseconds that the platform asks to wait; backoff decides where it is 0. */
  readonly limit: number
  /** Says in the log that it is tried again after so many milliseconds. */
  readonly tell: (wait: number) => void
}

/** Waits in the platform's stead, for example with all that goes to a channel. */
export type Hold = (milliseconds: number) => Promise<void>

export class Attempts {
  readonly #options: AttemptsOptions

  constructor(options: AttemptsOptions) {
    this.#options = options
  }

  begin(what: string, giveUp: number = this.#options.timing.giveUp): Attempt {
    return { what, until: performance.now() + giveUp, failures: 0 }
  }

  /** Waits until it may be tried again. @throws the verdict's error, or the signal's reason */
  async wait(attempt: Attempt, { error, again, limit, tell }: Verdict, hold?: Hold): Promise<void> {
    const { timing, signal } = this.#options
    if (!again) throw error
    attempt.failures++
    const wait = limit > 0 ? limit : backoff(timing, attempt.failures)
    if (performance.now() + wait > attempt.until) throw error
    tell(wait)
    await (hold ?? ((milliseconds) => pause(milliseconds, signal)))(wait)
    signal.throwIfAborted()
  }
}
