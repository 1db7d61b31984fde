/** Calls that may be tried again: at Slack's pace, with backoff, until they are given up. */
import { performance } from 'node:perf_hooks'
import type { Logger } from '../../src/log.ts'
import { SlackFailure } from './failure.ts'
import { backoff, pause } from '../../src/delivery/timing.ts'
import { type Timing } from './timing.ts'
import { mendOf, type Outcome, type Web } from './web.ts'

export interface CallsOptions {
  readonly web: Web
  readonly timing: Timing
  readonly log: Logger
  /** Given when nothing more may be tried. */
  readonly signal: AbortSignal
}

type Args = Readonly<Record<string, unknown>>

/** What to do after an outcome that is not `ok`. */
export interface Attempt {
  readonly method: string
  /** Milliseconds of the monotonic clock after which it is given up. */
  readonly until: number
  failures: number
}

export class Calls {
  readonly #options: CallsOptions

  constructor(options: CallsOptions) {
    this.#options = options
  }

  /** Once. Never rejects. */
  once(method: string, args: Args): Promise<Outcome> {
    return this.#options.web.call(method, args)
  }

  /** For what may happen twice as well as once: asks again until it is told. @throws SlackFailure */
  async settle(
    method: string,
    args: Args,
    giveUp: number = this.#options.timing.giveUp,
  ): Promise<Args> {
    const attempt = this.attempt(method, giveUp)
    for (;;) {
      const outcome = await this.once(method, args)
      if (outcome.kind === 'ok') return outcome.result
      await this.wait(attempt, outcome)
    }
  }

  attempt(method: string, giveUp: number = this.#options.timing.giveUp): Attempt {
    return { method, until: performance.now() + giveUp, failures: 0 }
  }

  /**
   * Waits until it may be tried again. @throws SlackFailure when that is of no use, or too late
   * @param hold waits in Slack's stead, for example with all that goes to the channel
   */
  async wait(
    attempt: Attempt,
    outcome: Exclude<Outcome, { kind: 'ok' }>,
    hold?: (milliseconds: number) => Promise<void>,
  ): Promise<void> {
    const { timing, log, signal } = this.#options
    const { method } = attempt
    if (outcome.kind === 'refused') throw new SlackFailure(method, outcome.error)
    attempt.failures++
    const why = outcome.kind === 'limited' ? 'ratelimited' : whyOf(outcome)
    const wait = outcome.kind === 'limited' ? outcome.wait : backoff(timing, attempt.failures)
    if (performance.now() + wait > attempt.until) throw new SlackFailure(method, why)
    if (outcome.kind === 'unauthorized')
      log.error({ method, error: why, mend: mendOf(why) }, 'Slack refuses the token; trying again')
    else
      log.warn(
        { method, error: why, wait: Math.round(wait) },
        'Slack did not take it; trying again',
      )
    await (hold ?? ((milliseconds) => pause(milliseconds, signal)))(wait)
    signal.throwIfAborted()
  }
}

const whyOf = (outcome: Extract<Outcome, { kind: 'unauthorized' | 'unknown' }>): string =>
  outcome.kind === 'unknown' ? outcome.why : outcome.error
