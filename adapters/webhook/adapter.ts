/**
 * Digests and watches for programs: each post is handed to an address as signed JSON, again until it is
 * taken, under an id that stays, so that it counts once. Nothing is answered by it.
 */
import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { begin } from '../../src/delivery/begin.ts'
import type { Adapter, Ledger, Receipt } from '../../src/adapter.ts'
import { type Backoff, backoff, pause } from '../../src/delivery/timing.ts'
import { UnderWay } from '../../src/delivery/under-way.ts'
import { type Posted, post } from '../../src/delivery/web.ts'
import { VerbatimError } from '../../src/errors.ts'
import type { Logger } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import { signedHeaders } from './sign.ts'

export interface WebhookOptions {
  /** As `SECRET` has it. */
  readonly secret: string
  /** Private hosts that may be reached. */
  readonly allow: readonly string[]
  readonly ledger: Ledger
  readonly log: Logger
  readonly timing?: Timing
  readonly clock?: () => Date
}

interface Timing extends Backoff {
  /** Milliseconds: for one try, and for all of them before it is left to the next run of the schedule. */
  readonly patience: number
  readonly giveUp: number
}

const TIMING: Timing = {
  backoff: 1000,
  longestBackoff: 20_000,
  patience: 15_000,
  giveUp: 60_000,
}

export class Webhook implements Adapter {
  readonly name = 'webhook'
  readonly #options: WebhookOptions
  readonly #timing: Timing
  readonly #clock: () => Date
  readonly #stopping = new AbortController()
  readonly #underWay = new UnderWay<Receipt>()

  constructor(options: WebhookOptions) {
    this.#options = options
    this.#timing = options.timing ?? TIMING
    this.#clock = options.clock ?? (() => new Date())
  }

  start(): Promise<void> {
    return Promise.resolve()
  }

  /** Addresses are named by whoever sets the bot up. */
  isShared(): Promise<boolean> {
    return Promise.resolve(false)
  }

  post(destination: string, reply: Reply, key: string): Promise<Receipt> {
    const name = `webhook/post/${destination}/${key}`
    return this.#underWay.run(name, () => this.#once(destination, reply, name))
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('stopped'))
    await this.#underWay.settled()
  }

  /** What an earlier run may have sent is sent again: its id tells the receiver that it is the same. */
  async #once(address: string, reply: Reply, name: string): Promise<Receipt> {
    const { ledger } = this.#options
    const id = `msg_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`
    const standing = await begin(ledger, name, this.#stopping.signal)
    if (standing.state === 'done') return { id: standing.receipt }
    try {
      await this.#untilTaken(address, id, this.#bodyOf(reply))
    } catch (error) {
      await ledger.undo(name)
      throw error
    }
    await ledger.done(name, id)
    return { id }
  }

  #bodyOf(reply: Reply): string {
    const timestamp = this.#clock().toISOString()
    return JSON.stringify({ type: `${reply.kind}.posted`, timestamp, data: reply })
  }

  /** @throws VerbatimError with why it was not taken */
  async #untilTaken(address: string, id: string, body: string): Promise<void> {
    const { giveUp } = this.#timing
    const until = performance.now() + giveUp
    for (let failures = 1; ; failures++) {
      const posted = await this.#try(address, id, body)
      if (posted.state === 'taken') return
      const asked = posted.state === 'failed' ? (posted.retryAfterSeconds ?? 0) * 1000 : 0
      const wait = Math.max(asked, backoff(this.#timing, failures))
      if (posted.state === 'refused' || performance.now() + wait > until)
        throw new VerbatimError('usage', `The webhook was not taken: ${posted.reason}.`)
      this.#options.log.warn({ reason: posted.reason, wait }, 'a webhook is tried again')
      await pause(wait, this.#stopping.signal)
      this.#stopping.signal.throwIfAborted()
    }
  }

  /** Signed anew each time: receivers turn away what was signed long ago. */
  #try(address: string, id: string, body: string): Promise<Posted> {
    const { secret, allow } = this.#options
    const timestamp = Math.floor(this.#clock().getTime() / 1000)
    return post(address, {
      allow,
      body,
      headers: signedHeaders({ id, timestamp, body }, secret),
      milliseconds: this.#timing.patience,
      signal: this.#stopping.signal,
    })
  }
}
