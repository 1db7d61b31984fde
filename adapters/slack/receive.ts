/** What Slack delivers: acknowledged at once, kept until it is dealt with, dealt with once. */
import type { Ledger } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { Inbox } from '../../src/delivery/inbox.ts'
import { parse } from './parse.ts'
import type { Questions } from './questions.ts'
import type { Body, Interact, Surroundings } from './seams.ts'

export interface IntakeOptions {
  readonly questions: Questions
  readonly interact: Interact
  readonly surroundings: Surroundings
  readonly inbox: Inbox
  readonly ledger: Ledger
  readonly log: Logger
}

type Ack = (payload?: Body) => void

/** Their acknowledgement is their answer; Slack waits 3 seconds for it. */
const ANSWERED_AT_ONCE = new Set(['block_suggestion', 'view_submission'])
const LATEST_ANSWER = 2500

/** What tells that Slack will deliver less, or nothing. */
const BAD_NEWS: Readonly<Record<string, string>> = {
  app_rate_limited: 'Slack delivers no more events for a minute: there were too many',
  tokens_revoked: 'Slack has revoked a token: install the app again',
  app_uninstalled: 'the app was uninstalled from the workspace: install it again',
}

export class Intake {
  readonly #options: IntakeOptions
  readonly #underWay = new Set<Promise<void>>()
  #stopped = false

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** Takes what was delivered. Never throws. What comes after `stop` is left for the next run. */
  take(body: Body, ack: Ack): void {
    if (this.#stopped) return
    const { log } = this.#options
    try {
      const type = typeOf(body)
      log.debug({ type }, 'delivered')
      if (type !== undefined && BAD_NEWS[type] !== undefined)
        log.error({ type, minute: body['minute_rate_limited'] }, BAD_NEWS[type])
      if (!this.#question(body, ack)) this.#interaction(body, ack)
    } catch (error) {
      log.error({ err: error }, 'what Slack delivered cannot be read')
      ack()
    }
  }

  /** What earlier runs acknowledged and did not get round to. */
  resume(): void {
    const { inbox, questions, surroundings } = this.#options
    const { self } = surroundings
    for (const { slot, body } of inbox.left()) {
      const incoming = parse(body, { self, inThread: (...where) => questions.inThread(...where) })
      if (incoming === undefined) inbox.remove(slot)
      else this.#work(this.#answer(slot, incoming))
    }
  }

  /** Takes no more, and resolves once all that was taken is dealt with. */
  async stop(): Promise<void> {
    this.#stopped = true
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  #question(body: Body, ack: Ack): boolean {
    const { questions, inbox, surroundings } = this.#options
    const { self } = surroundings
    const incoming = parse(body, { self, inThread: (...where) => questions.inThread(...where) })
    if (incoming === undefined) return false
    if (questions.isKnown(incoming)) {
      ack()
      return true
    }
    // After the acknowledgement Slack will not deliver it again.
    const slot = inbox.add(body)
    ack()
    this.#work(this.#answer(slot, incoming))
    return true
  }

  async #answer(slot: number, incoming: Parameters<Questions['handle']>[0]): Promise<void> {
    const { questions, inbox } = this.#options
    if (await questions.handle(incoming)) inbox.remove(slot)
  }

  #interaction(body: Body, ack: Ack): void {
    const { ledger, log, interact, surroundings } = this.#options
    let acked = false
    const once = (payload?: Body): void => {
      if (!acked) ack(payload)
      acked = true
    }
    if (!ANSWERED_AT_ONCE.has(typeOf(body) ?? '')) once()
    const key = deliveryOf(body)
    if (key !== undefined && ledger.begin(key).state !== 'new') {
      once()
      return
    }
    const timer = setTimeout(once, LATEST_ANSWER)
    const handled = async (): Promise<void> => {
      try {
        const known = await interact(
          body,
          (payload) => Promise.resolve(once(payload)),
          surroundings,
        )
        if (!known) log.debug({ type: typeOf(body) }, 'nothing to do')
      } catch (error) {
        log.error({ err: error, type: typeOf(body) }, 'an interaction failed')
      } finally {
        clearTimeout(timer)
        once()
        if (key !== undefined) ledger.done(key, '')
      }
    }
    this.#work(handled())
  }

  #work(work: Promise<void>): void {
    const { log } = this.#options
    const done = work
      .catch((error: unknown) => log.error({ err: error }, 'work on what was delivered failed'))
      .finally(() => this.#underWay.delete(done))
    this.#underWay.add(done)
  }
}

/** "message", "app_rate_limited", "block_actions", "/ask". */
function typeOf(body: Body): string | undefined {
  const event = body['event']
  const type =
    typeof event === 'object' && event !== null && 'type' in event
      ? event.type
      : (body['type'] ?? body['command'])
  return typeof type === 'string' ? type : undefined
}

/** The same again when the same is delivered again; what is asked as somebody types is never the same. */
function deliveryOf(body: Body): string | undefined {
  if (body['type'] === 'block_suggestion') return undefined
  const id = body['event_id'] ?? body['trigger_id']
  return typeof id === 'string' && id !== '' ? `slack/delivery/${id}` : undefined
}
