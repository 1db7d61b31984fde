/** What Slack delivers: acknowledged at once, kept until it is dealt with, dealt with once. */
import type { Inbox, Left, Ledger, Message } from '../../src/adapter.ts'
import { draftOf } from '../../src/check/request.ts'
import type { Logger } from '../../src/log.ts'
import { InOrder } from '../../src/delivery/in-order.ts'
import { lookedUp } from '../../src/delivery/looked-up.ts'
import { VerbatimError } from '../../src/errors.ts'
import { parse, PLATFORM } from './parse.ts'
import { isFilesOnly, type Questions } from '../../src/delivery/questions.ts'
import type { Body, Incoming, Interact, Post, Posted, InteractionContext } from './seams.ts'
import { threadName } from './wire.ts'

export interface IntakeOptions {
  readonly questions: Questions<Incoming, Post, Posted>
  readonly roleFor: (message: Message) => Promise<NonNullable<Message['role']>>
  readonly interact: Interact
  readonly context: InteractionContext
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
  /** One delivery after the other: a question is taken before the news that it was changed. */
  readonly #turn = new InOrder()
  #stopped = false

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** Takes what was delivered. Never throws. What comes after `stop` is left for the next run. */
  take(body: Body, ack: Ack): void {
    if (this.#stopped) return
    const { log } = this.#options
    const type = typeOf(body)
    log.debug({ type }, 'delivered')
    if (type !== undefined && BAD_NEWS[type] !== undefined)
      log.error({ type, minute: body['minute_rate_limited'] }, BAD_NEWS[type])
    this.#work(this.#turn.run(() => this.#take(body, ack)))
  }

  async #take(body: Body, ack: Ack): Promise<void> {
    try {
      if (!(await this.#question(body, ack))) await this.#interaction(body, ack)
    } catch (error) {
      this.#options.log.error({ err: error }, 'what Slack delivered cannot be read')
      // What could not be kept comes again.
      if (!(error instanceof VerbatimError && error.code === 'storage')) ack()
    }
  }

  /** What earlier runs acknowledged and did not get round to. */
  resume(): void {
    if (this.#stopped) return
    const { inbox } = this.#options
    const resumed = async (): Promise<void> => {
      for (const one of await inbox.left(PLATFORM)) await this.#resume(one)
    }
    this.#work(this.#turn.run(resumed))
  }

  /** One that cannot be resumed keeps none of the others: they are nobody else's to find any more. */
  async #resume({ id, body }: Left): Promise<void> {
    const { inbox, log } = this.#options
    try {
      const incoming = await this.#read(body)
      if (incoming === undefined) await inbox.remove(id)
      else this.#work(this.#answer(id, incoming))
    } catch (error) {
      log.error({ err: error }, 'what an earlier run had taken is left for the next')
    }
  }

  /** Takes no more, and resolves once all that was taken is dealt with. */
  async stop(): Promise<void> {
    this.#stopped = true
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  async #question(body: Body, ack: Ack): Promise<boolean> {
    const { inbox } = this.#options
    const incoming = await this.#read(body)
    if (incoming === undefined) return false
    if (await this.#isTaken(incoming)) {
      ack()
      return true
    }
    // After the acknowledgement Slack will not deliver it again. A draft is kept nowhere.
    const kept =
      draftOf(incoming.message) !== undefined ? undefined : await inbox.add(PLATFORM, body)
    ack()
    this.#work(this.#answer(kept, incoming))
    return true
  }

  #read(body: Body): Promise<Incoming | undefined> {
    const { questions, context } = this.#options
    const { self } = context
    const lookUp = (channel: string, thread: string, user: string, at: number) =>
      questions.goesOn(threadName(channel, thread), user, at)
    return lookedUp(lookUp, (goesOn) => parse(body, { self, goesOn }))
  }

  #isTaken({ key, edited, deleted }: Incoming): Promise<boolean> {
    const { questions } = this.#options
    if (deleted !== undefined) return questions.isWithdrawn(deleted)
    return edited === undefined ? questions.isTaken(key) : questions.isChanged(edited, key)
  }

  async #answer(kept: string | undefined, incoming: Incoming): Promise<void> {
    const { inbox } = this.#options
    if ((await this.#dealtWith(incoming)) && kept !== undefined) await inbox.remove(kept)
  }

  #dealtWith(incoming: Incoming): Promise<boolean> {
    const { questions } = this.#options
    const { key, edited, deleted } = incoming
    if (deleted !== undefined) return questions.withdraw(deleted)
    const read = () => this.#known(incoming)
    return edited === undefined ? questions.ask(key, read) : questions.change(edited, key, read)
  }

  /** With what Slack alone knows of who asks. */
  async #known(incoming: Incoming): Promise<Incoming> {
    const { roleFor } = this.#options
    const { message } = incoming
    if (message.role === 'outsider' || isFilesOnly(incoming)) return incoming
    return { ...incoming, message: { ...message, role: await roleFor(message) } }
  }

  async #interaction(body: Body, ack: Ack): Promise<void> {
    const { ledger, log, interact, context } = this.#options
    let acked = false
    const once = (payload?: Body): void => {
      if (!acked) ack(payload)
      acked = true
    }
    if (!ANSWERED_AT_ONCE.has(typeOf(body) ?? '')) once()
    const key = deliveryOf(body)
    if (key !== undefined && (await ledger.begin(key)).state !== 'new') {
      once()
      return
    }
    const timer = setTimeout(once, LATEST_ANSWER)
    const handled = async (): Promise<void> => {
      try {
        const known = await interact(body, (payload) => Promise.resolve(once(payload)), context)
        if (!known) log.debug({ type: typeOf(body) }, 'nothing to do')
      } catch (error) {
        log.error({ err: error, type: typeOf(body) }, 'an interaction failed')
      } finally {
        clearTimeout(timer)
        once()
        if (key !== undefined) await ledger.done(key, '')
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
