/** Calls that may be tried again: at Discord's pace, with backoff, until they are given up. */
import { type Attempt, Attempts, type Hold, type Verdict } from '../../src/delivery/attempts.ts'
import type { Logger } from '../../src/log.ts'
import { CODE, DiscordFailure, fixOf } from './failure.ts'
import type { Timing } from './timing.ts'
import type { Call, Outcome, Web } from './web.ts'

export interface CallsOptions {
  readonly web: Web
  readonly timing: Timing
  readonly log: Logger
  /** Given when nothing more may be tried. */
  readonly signal: AbortSignal
}

export class Calls {
  readonly #options: CallsOptions
  readonly #attempts: Attempts

  constructor(options: CallsOptions) {
    this.#options = options
    this.#attempts = new Attempts(options)
  }

  /** Once. Never rejects. */
  once(call: Call): Promise<Outcome> {
    return this.#options.web.call(call)
  }

  /** For what may happen twice as well as once: asks again until it is told. @throws DiscordFailure */
  async settle(what: string, call: Call, giveUp?: number, hold?: Hold): Promise<unknown> {
    const attempt = this.attempt(what, giveUp)
    for (;;) {
      const outcome = await this.once(call)
      if (outcome.kind === 'ok') return outcome.result
      await this.wait(attempt, outcome, hold)
    }
  }

  /** @param what for a person: "post to the channel" */
  attempt(what: string, giveUp?: number): Attempt {
    return this.#attempts.begin(what, giveUp)
  }

  /** Waits until it may be tried again. @throws DiscordFailure when that is of no use, or too late */
  wait(attempt: Attempt, outcome: Exclude<Outcome, { kind: 'ok' }>, hold?: Hold): Promise<void> {
    return this.#attempts.wait(attempt, this.#verdict(attempt.what, outcome), hold)
  }

  #verdict(what: string, outcome: Exclude<Outcome, { kind: 'ok' }>): Verdict {
    const { log } = this.#options
    const code = codeOf(outcome)
    const limit = outcome.kind === 'limited' ? outcome.wait : 0
    const why = outcome.kind === 'unauthorized' ? 'it refuses the token' : outcome.why
    return {
      error: new DiscordFailure(what, code, why),
      again: outcome.kind !== 'refused',
      limit,
      tell: (wait) => {
        if (outcome.kind === 'unauthorized')
          log.error({ what, fix: fixOf(code) }, 'Discord refuses the token; trying again')
        else if (limit > 0)
          log.debug({ what, why, wait: Math.round(wait) }, 'Discord limits; trying again')
        else
          log.warn({ what, why, wait: Math.round(wait) }, 'Discord did not take it; trying again')
      },
    }
  }
}

function codeOf(outcome: Exclude<Outcome, { kind: 'ok' }>): number {
  if (outcome.kind === 'refused') return outcome.code
  return outcome.kind === 'unauthorized' ? CODE.unauthorized : 0
}
