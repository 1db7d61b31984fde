/** Answers through a `response_url`: only so often, and only for a while. */
import { performance } from 'node:perf_hooks'
import type { Logger } from '../../src/log.ts'
import { SlackFailure } from './failure.ts'
import { LIMITS } from './limits.ts'
import { backoff, pause } from '../../src/delivery/timing.ts'
import { type Timing } from './timing.ts'

export interface ResponsesOptions {
  readonly timing: Timing
  readonly log: Logger
  readonly signal: AbortSignal
}

const USES = LIMITS.responses
const MINUTES = LIMITS.responseMinutes
/** Causes that say the request never left. */
const UNSENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT/

export class Responses {
  readonly #options: ResponsesOptions
  readonly #used = new Map<string, { uses: number; readonly since: number }>()

  constructor(options: ResponsesOptions) {
    this.#options = options
  }

  /** How often it may still be used. */
  left(url: string): number {
    const used = this.#used.get(url)
    if (used === undefined) return USES
    return performance.now() - used.since > MINUTES * 60_000 ? 0 : USES - used.uses
  }

  /**
   * @param again whether sending it twice does no harm
   * @throws SlackFailure; `unknown` when nobody can tell whether it arrived
   */
  async send(url: string, body: Readonly<Record<string, unknown>>, again: boolean): Promise<void> {
    if (this.left(url) <= 0)
      throw new SlackFailure('response_url', 'used_url', 'ask again; it is good for 30 minutes')
    this.#note(url)
    const { timing, log, signal } = this.#options
    const until = performance.now() + Math.min(timing.giveUp, MINUTES * 60_000)
    for (let failures = 1; ; failures++) {
      const outcome = await this.#once(url, body)
      if (outcome.kind === 'ok') return
      if (outcome.kind === 'refused')
        throw new SlackFailure('response_url', outcome.error, 'ask again')
      if (outcome.kind === 'unknown' && !again)
        throw new SlackFailure(
          'response_url',
          'unknown',
          'it is not sent again, lest it come twice',
        )
      const wait = Math.max(
        backoff(timing, failures),
        outcome.kind === 'limited' ? outcome.wait : 0,
      )
      if (performance.now() + wait > until)
        throw new SlackFailure('response_url', 'ratelimited', 'ask again')
      log.warn({ wait: Math.round(wait) }, 'a response was not taken; trying again')
      await pause(wait, signal)
      signal.throwIfAborted()
    }
  }

  #note(url: string): void {
    const now = performance.now()
    for (const [each, { since }] of this.#used)
      if (now - since > MINUTES * 60_000) this.#used.delete(each)
    const used = this.#used.get(url) ?? { uses: 0, since: now }
    used.uses++
    this.#used.set(url, used)
  }

  async #once(url: string, body: Readonly<Record<string, unknown>>): Promise<Outcome> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(this.#options.timing.timeout),
      })
      const text = (await response.text()).slice(0, 200)
      if (response.status === 429)
        return { kind: 'limited', wait: Number(response.headers.get('retry-after') ?? 1) * 1000 }
      if (response.status >= 500) return { kind: 'limited', wait: 0 }
      if (!response.ok)
        return { kind: 'refused', error: /^\w+$/.test(text) ? text : `http_${response.status}` }
      return { kind: 'ok' }
    } catch (error) {
      return UNSENT.test(causesOf(error)) ? { kind: 'limited', wait: 0 } : { kind: 'unknown' }
    }
  }
}

type Outcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly error: string }
  /** It was not taken. */
  | { readonly kind: 'limited'; readonly wait: number }
  | { readonly kind: 'unknown' }

const causesOf = (error: unknown): string =>
  error instanceof Error
    ? `${'code' in error ? String(error.code) : ''} ${error.message} ${error.cause === error ? '' : causesOf(error.cause)}`
    : ''
