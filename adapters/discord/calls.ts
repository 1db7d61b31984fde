/** Calls that may be tried again: at Discord's pace, with backoff, until they are given up. */
import { performance } from 'node:perf_hooks'
import type { Logger } from '../../src/log.ts'
import { backoff, pause } from '../../src/delivery/timing.ts'
import { CODE, DiscordFailure, mendOf } from './failure.ts'
import type { Timing } from './timing.ts'
import type { Call, Outcome, Web } from './web.ts'

export interface CallsOptions {
  readonly web: Web
  readonly timing: Timing
  readonly log: Logger
  /** Given when nothing more may be tried. */
  readonly signal: AbortSignal
}

/** What to do after an outcome that is not `ok`. */
export interface Attempt {
  /** For a person: "post to the channel". */
  readonly what: string
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
  once(call: Call): Promise<Outcome> {
    return this.#options.web.call(call)
  }

  /** For what may happen twice as well as once: asks again until it is told. @throws DiscordFailure */
  async settle(
    what: string,
    call: Call,
    giveUp?: number,
    hold?: (milliseconds: number) => Promise<void>,
  ): Promise<unknown> {
    const attempt = this.attempt(what, giveUp)
    for (;;) {
      const outcome = await this.once(call)
      if (outcome.kind === 'ok') return outcome.result
      await this.wait(attempt, outcome, hold)
    }
  }

  attempt(what: string, giveUp: number = this.#options.timing.giveUp): Attempt {
    return { what, until: performance.now() + giveUp, failures: 0 }
  }

  /**
   * Waits until it may be tried again. @throws DiscordFailure when that is of no use, or too late
   * @param hold waits in Discord's stead, for example with all that goes to the channel
   */
  async wait(
    attempt: Attempt,
    outcome: Exclude<Outcome, { kind: 'ok' }>,
    hold?: (milliseconds: number) => Promise<void>,
  ): Promise<void> {
    const { timing, log, signal } = this.#options
    const { what } = attempt
    if (outcome.kind === 'refused') throw new DiscordFailure(what, outcome.code, outcome.why)
    attempt.failures++
    const limit = outcome.kind === 'limited' ? outcome.wait : 0
    const wait = limit > 0 ? limit : backoff(timing, attempt.failures)
    const code = outcome.kind === 'unauthorized' ? CODE.unauthorized : 0
    const why = outcome.kind === 'unauthorized' ? 'it refuses the token' : outcome.why
    if (performance.now() + wait > attempt.until) throw new DiscordFailure(what, code, why)
    if (outcome.kind === 'unauthorized')
      log.error({ what, mend: mendOf(code) }, 'Discord refuses the token; trying again')
    else if (limit > 0)
      log.debug({ what, why, wait: Math.round(wait) }, 'Discord limits; trying again')
    else log.warn({ what, why, wait: Math.round(wait) }, 'Discord did not take it; trying again')
    await (hold ?? ((milliseconds) => pause(milliseconds, signal)))(wait)
    signal.throwIfAborted()
  }
}
