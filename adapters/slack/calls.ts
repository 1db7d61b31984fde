/** Calls that may be tried again: at Slack's pace, with backoff, until they are given up. */
import { type Attempt, Attempts, type Hold, type Verdict } from '../../src/delivery/attempts.ts'
import type { Logger } from '../../src/log.ts'
import { SlackFailure } from './failure.ts'
import { type Timing } from './timing.ts'
import { fixOf, type Outcome, type Web } from './web.ts'

export interface CallsOptions {
  readonly web: Web
  readonly timing: Timing
  readonly log: Logger
  /** Given when nothing more may be tried. */
  readonly signal: AbortSignal
}

type Args = Readonly<Record<string, unknown>>

export class Calls {
  readonly #options: CallsOptions
  readonly #attempts: Attempts

  constructor(options: CallsOptions) {
    this.#options = options
    this.#attempts = new Attempts(options)
  }

  /** Once. Never rejects. */
  once(method: string, args: Args): Promise<Outcome> {
    return this.#options.web.call(method, args)
  }

  /** For what may happen twice as well as once: asks again until it is told. @throws SlackFailure */
  async settle(method: string, args: Args, giveUp?: number): Promise<Args> {
    const attempt = this.attempt(method, giveUp)
    for (;;) {
      const outcome = await this.once(method, args)
      if (outcome.kind === 'ok') return outcome.result
      await this.wait(attempt, outcome)
    }
  }

  attempt(method: string, giveUp?: number): Attempt {
    return this.#attempts.begin(method, giveUp)
  }

  /** Waits until it may be tried again. @throws SlackFailure when that is of no use, or too late */
  wait(attempt: Attempt, outcome: Exclude<Outcome, { kind: 'ok' }>, hold?: Hold): Promise<void> {
    return this.#attempts.wait(attempt, this.#verdict(attempt.what, outcome), hold)
  }

  #verdict(method: string, outcome: Exclude<Outcome, { kind: 'ok' }>): Verdict {
    const { log } = this.#options
    const error = whyOf(outcome)
    return {
      error: new SlackFailure(method, error),
      again: outcome.kind !== 'refused',
      limit: outcome.kind === 'limited' ? outcome.wait : 0,
      tell: (wait) => {
        if (outcome.kind === 'unauthorized')
          log.error({ method, error, fix: fixOf(error) }, 'Slack refuses the token; trying again')
        else
          log.warn({ method, error, wait: Math.round(wait) }, 'Slack did not take it; trying again')
      },
    }
  }
}

function whyOf(outcome: Exclude<Outcome, { kind: 'ok' }>): string {
  if (outcome.kind === 'limited') return 'ratelimited'
  return outcome.kind === 'unknown' ? outcome.why : outcome.error
}
