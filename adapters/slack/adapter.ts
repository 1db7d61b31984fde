/** The bot in Slack. */
import type { Adapter, Answerer, Inbox, Ledger, Memory, Receipt } from '../../src/adapter.ts'
import { VerbatimError } from '../../src/errors.ts'
import type { Logger } from '../../src/log.ts'
import type { Needs } from '../../src/platform.ts'
import type { Reply } from '../../src/reply.ts'
import { Bolt } from './bolt.ts'
import { Calls } from './calls.ts'
import { Connections } from './connect.ts'
import { Requests, type RequestsOptions } from './http.ts'
import { interact, offerFiles } from './interactions/interactions.ts'
import { slackLog, type SlackLog } from './log.ts'
import { SlackPoster } from './poster.ts'
import { Questions } from '../../src/delivery/questions.ts'
import { Intake } from './receive.ts'
import { POSTED } from './remembered.ts'
import { render } from './render/render.ts'
import { Roles } from './roles.ts'
import type { Body, Self, InteractionContext } from './seams.ts'
import { whoAmI } from './self.ts'
import { within } from '../../src/delivery/timing.ts'
import { type Timing, TIMING } from './timing.ts'
import { Web } from './web.ts'
import { SlackWire } from './wire.ts'

export interface SlackOptions {
  /** "xoxb-…" */
  readonly botToken: string
  /** "xapp-…"; for Socket Mode. */
  readonly appToken?: string | undefined
  /** For HTTP mode. */
  readonly signingSecret?: string | undefined
  /** `socket` needs no public address. */
  readonly mode: 'socket' | 'http'
  /** HTTP mode; 3000 unless told. */
  readonly port?: RequestsOptions['port'] | undefined
  /** HTTP mode. */
  readonly host?: RequestsOptions['host']
  /** Slack's own unless told. */
  readonly apiUrl?: string | undefined
  readonly ledger: Ledger
  readonly memory: Memory
  readonly inbox: Inbox
  readonly log: Logger
  readonly languageOf?: Needs['languageOf']
  readonly clock?: () => Date
  readonly timing?: Partial<Timing>
}

const PORT = 3000
/** Milliseconds for what is cut off to end. */
const CUT_OFF = 500

export class Slack implements Adapter {
  readonly name = 'slack'
  readonly #options: SlackOptions
  readonly #timing: Timing
  readonly #log: SlackLog
  readonly #clock: () => Date
  readonly #ending = new AbortController()
  #session: Session | undefined
  #starting: Promise<void> | undefined
  #stopped: Promise<void> | undefined
  #port: number | undefined
  #resuming: NodeJS.Timeout | undefined

  constructor(options: SlackOptions) {
    const { botToken, appToken, signingSecret, log, timing, clock } = options
    this.#options = options
    this.#timing = { ...TIMING, ...timing }
    this.#log = slackLog(log, [botToken, appToken, signingSecret])
    this.#clock = clock ?? (() => new Date())
  }

  /** Where it listens, in HTTP mode, once started. */
  get port(): number | undefined {
    return this.#port
  }

  /** @throws VerbatimError 'config' when a token is missing or refused, or the port is taken */
  start(answer: Answerer): Promise<void> {
    this.#starting ??= this.#start(answer)
    return this.#starting
  }

  async post(destination: string, reply: Reply, key: string): Promise<Receipt> {
    const session = this.#session
    if (session === undefined)
      throw new VerbatimError('internal', 'Slack is not connected; start it first.')
    const { memory } = this.#options
    const name = `${destination}/${key}`
    const [first, ...rest] = await render(reply, { key: name, ephemeral: false, memory })
    if (first === undefined) throw new VerbatimError('internal', 'The post is empty.')
    const { poster } = session
    const root = await poster.post({ channel: destination }, [first], `${name}/first`)
    const at = root[0] ?? { channel: destination, ts: '' }
    const thread = { channel: at.channel, thread_ts: at.ts }
    // A channel is told in one message; whoever wants the rest opens its thread.
    const more = await poster.post(thread, rest, name)
    const files = [first, ...rest].flatMap((post) => post.files ?? [])
    const uploaded = await poster.upload(thread, files, name)
    await POSTED.remember(name, [at, ...more], memory, uploaded)
    return { id: `${at.channel}/${at.ts}` }
  }

  async isShared(destination: string, owner?: string): Promise<boolean> {
    return this.#session === undefined || this.#session.roles.isShared(destination, owner)
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #start(answer: Answerer): Promise<void> {
    const { log } = this.#log
    const { botToken, apiUrl } = this.#options
    this.#checkTokens()
    const web = new Web({
      token: botToken,
      apiUrl,
      timeout: this.#timing.timeout,
      logger: this.#log.library,
    })
    const { signal } = this.#ending
    const self = await whoAmI(new Calls({ web, timing: this.#timing, log, signal }))
    signal.throwIfAborted()
    const session = this.#open(answer, web, self)
    try {
      await session.connection.open()
    } catch (error) {
      this.#session = undefined
      throw error
    }
    if (session.connection instanceof Requests) this.#port = session.connection.port
    session.intake.resume()
    // What another process leaves behind from now on.
    this.#resuming = setInterval(() => session.intake.resume(), this.#timing.resume)
    this.#resuming.unref()
    log.info({ mode: this.#options.mode, port: this.#port }, 'in Slack')
  }

  #open(answer: Answerer, web: Web, self: Self): Session {
    const { botToken: token, apiUrl, ledger, memory, inbox } = this.#options
    const { log } = this.#log
    const clock = this.#clock
    const { signal } = this.#ending
    const shared = { web, token, apiUrl, self, ledger, memory, timing: this.#timing, signal }
    const poster = new SlackPoster({ ...shared, log: this.#log })
    const roles = new Roles({ calls: poster.calls, self, log, clock })
    const roleOf: InteractionContext['roleOf'] = (user, channel) => roles.roleOf(user, channel)
    const roleFor = roles.roleFor.bind(roles)
    const { languageOf } = this.#options
    const spoken: InteractionContext['languageOf'] = (at) => languageOf?.(`${this.name}:${at}`)
    const context = { answer, poster, memory, self, log, roleOf, languageOf: spoken, clock }
    const wire = new SlackWire({ poster, ledger, memory, log, offerFiles, context })
    const questions = new Questions({ answer, wire, ledger, memory, log, languageOf, signal })
    const intake = new Intake({
      questions,
      roleFor,
      interact,
      context,
      inbox,
      ledger,
      log,
    })
    const take = intake.take.bind(intake)
    const bolt = new Bolt({ self, log: this.#log, apiUrl, take })
    const connection = this.#connection(bolt)
    this.#session = { poster, intake, connection, roles }
    return this.#session
  }

  #connection(bolt: Bolt): Connections | Requests {
    const {
      appToken = '',
      signingSecret = '',
      mode,
      port = PORT,
      host,
      apiUrl,
      ledger,
    } = this.#options
    const { log, library: logger } = this.#log
    if (mode === 'http') {
      const onBody = (body: Body, ack: (payload?: Body) => void) => void bolt.deliver(body, ack)
      return new Requests({ signingSecret, port, host, ledger, log, clock: this.#clock, onBody })
    }
    return new Connections({
      appToken,
      apiUrl,
      logger,
      log,
      timing: this.#timing,
      onEnvelope: ({ payload, retry }, ack) => void bolt.deliver(payload, ack, retry),
    })
  }

  #checkTokens(): void {
    const { botToken, appToken, signingSecret, mode } = this.#options
    const missing = [
      ...(botToken === '' ? ['SLACK_BOT_TOKEN'] : []),
      ...(mode === 'socket' && !appToken ? ['SLACK_APP_TOKEN'] : []),
      ...(mode === 'http' && !signingSecret ? ['SLACK_SIGNING_SECRET'] : []),
    ]
    if (missing.length > 0)
      throw new VerbatimError(
        'config',
        `Slack: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set; see adapters/slack/README.md.`,
      )
  }

  async #stop(): Promise<void> {
    clearInterval(this.#resuming)
    const finished = this.#session?.intake.stop()
    await within(this.#timing.grace, finished)
    this.#ending.abort(new Error('stopped'))
    // What is cut off ends at once, and leaves the store alone from then on; but for a hanging answer.
    await within(CUT_OFF, finished)
    await this.#starting?.catch(() => {})
    await this.#session?.connection.close()
  }
}

interface Session {
  readonly roles: Roles
  readonly poster: SlackPoster
  readonly intake: Intake
  readonly connection: Connections | Requests
}
