/** Bolt, between the connection and what is done with what it brings: it tells what is the bot's own. */
import { App, type Receiver } from '@slack/bolt'
import type { SlackLog } from './log.ts'
import type { Body, Self } from './seams.ts'

export interface BoltOptions {
  readonly self: Self
  readonly log: SlackLog
  readonly apiUrl?: string | undefined
  readonly take: (body: Body, ack: (payload?: Body) => void) => void
}

export class Bolt implements Receiver {
  readonly #options: BoltOptions
  readonly #app: App
  /** How what is on its way through Bolt is acknowledged. */
  readonly #acks = new WeakMap<object, (payload?: Body) => void>()

  constructor(options: BoltOptions) {
    this.#options = options
    const { self, log, apiUrl, take } = options
    this.#app = new App({
      receiver: this,
      // Known since the start: no call to Slack for each event, and no token on the way.
      authorize: () =>
        Promise.resolve({ botId: self.botId, botUserId: self.userId, teamId: self.teamId }),
      logger: log.library,
      convoStore: false,
      ...(apiUrl !== undefined && { clientOptions: { slackApiUrl: apiUrl } }),
    })
    this.#app.use(({ body }) => {
      const ack = this.#acks.get(body)
      this.#acks.delete(body)
      if (ack !== undefined) take({ ...body }, ack)
      return Promise.resolve()
    })
    this.#app.error((error) => {
      log.log.error({ err: error }, 'Bolt cannot read what Slack delivered')
      return Promise.resolve()
    })
  }

  /** Never rejects. What comes to nothing is acknowledged: it would come again and be nothing again. */
  async deliver(body: Body, ack: (payload?: Body) => void, retry?: number): Promise<void> {
    const { log, take } = this.#options
    this.#acks.set(body, ack)
    try {
      // What Bolt has no type for still has something to say, for example `app_rate_limited`.
      if (body['type'] === 'app_rate_limited') take(body, ack)
      else
        await this.#app.processEvent({
          body,
          // Acknowledged where it is kept, not before.
          ack: () => Promise.resolve(),
          ...(retry !== undefined && { retryNum: retry }),
        })
    } catch (error) {
      log.log.warn({ err: error }, 'what Slack delivered is malformed and passed over')
    }
    if (this.#acks.delete(body)) ack()
  }

  init(): void {}
  start(): Promise<void> {
    return Promise.resolve()
  }
  stop(): Promise<void> {
    return Promise.resolve()
  }
}
