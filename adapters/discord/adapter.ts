/** The bot in Discord. */
import type { Adapter, Answerer, Inbox, Ledger, Memory, Receipt } from '../../src/adapter.ts'
import { VerbatimError } from '../../src/errors.ts'
import type { Logger } from '../../src/log.ts'
import type { Needs } from '../../src/platform.ts'
import type { Reply } from '../../src/reply.ts'
import { within } from '../../src/delivery/timing.ts'
import { Calls } from './calls.ts'
import { commands } from './commands.ts'
import { Gateway } from './connect.ts'
import { offerFiles } from './interactions/interactions.ts'
import { discordLog } from './log.ts'
import { Places } from './places.ts'
import { POSTED } from './posted.ts'
import { DiscordPoster } from './poster.ts'
import { Questions } from '../../src/delivery/questions.ts'
import { Intake } from './receive.ts'
import { registerCommands } from './register.ts'
import { render } from './render/render.ts'
import type { Self, InteractionContext } from './seams.ts'
import { Servers } from './servers.ts'
import { type Timing, TIMING } from './timing.ts'
import { Web } from './web.ts'
import { DiscordWire } from './wire.ts'
import { commandLine } from '../../src/command-line.ts'

export interface DiscordOptions {
  /** As the application's Bot page shows it. */
  readonly token: string
  /** Of the guild that alone knows the commands, for trying out; every guild unless told. */
  readonly guild?: string | undefined
  /** Discord's own unless told. */
  readonly apiUrl?: string | undefined
  readonly ledger: Ledger
  readonly memory: Memory
  readonly inbox: Inbox
  readonly log: Logger
  readonly languageOf?: Needs['languageOf']
  readonly clock?: () => Date
  readonly timing?: Partial<Timing>
}

/** Milliseconds for what is cut off to end. */
const CUT_OFF = 500

export class Discord implements Adapter {
  readonly name = 'discord'
  readonly #options: DiscordOptions
  readonly #timing: Timing
  readonly #log: Logger
  readonly #clock: () => Date
  readonly #ending = new AbortController()
  readonly #web: Web
  #resuming: NodeJS.Timeout | undefined
  #gateway: Gateway | undefined
  #session: Session | undefined
  #starting: Promise<void> | undefined
  #stopped: Promise<void> | undefined

  constructor(options: DiscordOptions) {
    const { token, apiUrl, log, timing, clock } = options
    this.#options = options
    this.#timing = { ...TIMING, ...timing }
    this.#log = discordLog(log, token).log
    this.#clock = clock ?? (() => new Date())
    const debug = (line: string): void => this.#log.debug({ library: line }, 'library')
    this.#web = new Web({ token, apiUrl, timeout: this.#timing.timeout, debug })
  }

  /** @throws VerbatimError 'config' when the token is missing or refused */
  start(answer: Answerer): Promise<void> {
    this.#starting ??= this.#start(answer)
    return this.#starting
  }

  async post(destination: string, reply: Reply, key: string): Promise<Receipt> {
    const session = this.#session
    if (session === undefined)
      throw new VerbatimError('internal', 'Discord is not connected; start it first.')
    const { memory } = this.#options
    const name = `${destination}/${key}`
    const posts = await render(reply, { key: name, ephemeral: false, memory })
    const posted = await session.poster.post({ channel: destination }, posts, name)
    await POSTED.remember(name, posted, memory)
    return { id: `${destination}/${posted[0]?.id ?? ''}` }
  }

  /** A guild is one organisation. */
  isShared(): Promise<boolean> {
    return Promise.resolve(false)
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #start(answer: Answerer): Promise<void> {
    const { token, apiUrl } = this.#options
    if (token === '')
      throw new VerbatimError(
        'config',
        'Discord: DISCORD_TOKEN is not set; see adapters/discord/README.md.',
      )
    this.#ending.signal.throwIfAborted()
    this.#gateway = new Gateway({
      token,
      apiUrl,
      timing: this.#timing,
      log: this.#log,
      onReady: (self) => {
        this.#session ??= this.#open(answer, self)
      },
      onDispatch: (type, data) => this.#session?.intake.take(type, data),
    })
    await this.#gateway.open()
    this.#log.info('in Discord')
  }

  #open(answer: Answerer, self: Self): Session {
    const { guild, apiUrl, ledger, memory, inbox } = this.#options
    const { signal } = this.#ending
    const log = this.#log
    const clock = this.#clock
    const timing = this.#timing
    const calls = new Calls({ web: this.#web, timing, log, signal })
    const shared = { calls, self, ledger, memory, timing, log, signal }
    const poster = new DiscordPoster({ ...shared, apiUrl })
    const places = new Places(calls)
    const placeOf: InteractionContext['placeOf'] = (channel, at) => places.of(channel, at)
    const servers = new Servers(calls, timing.timeout)
    const managedBy: InteractionContext['managedBy'] = (user, server) =>
      servers.managedBy(user, server)
    const { languageOf } = this.#options
    const spoken: InteractionContext['languageOf'] = (at) => languageOf?.(`${this.name}:${at}`)
    const rest = { placeOf, managedBy, languageOf: spoken, clock }
    const context = { answer, poster, memory, self, log, ...rest }
    const wire = new DiscordWire({ poster, memory, timing, offerFiles, context })
    const questions = new Questions({ answer, wire, ledger, memory, log, languageOf, signal })
    const intake = new Intake({ self, questions, poster, places, context, inbox, log })
    registerCommands({ calls, self, guild, commands, memory, log }).catch((error: unknown) => {
      if (!signal.aborted)
        log.error({ err: error, fix: INVITE }, 'the commands could not be registered')
    })
    intake.resume()
    // What another process leaves behind from now on.
    this.#resuming = setInterval(() => intake.resume(), this.#timing.resume)
    this.#resuming.unref()
    return { poster, intake }
  }

  async #stop(): Promise<void> {
    clearInterval(this.#resuming)
    const finished = this.#session?.intake.stop()
    await within(this.#timing.grace, finished)
    this.#ending.abort(new Error('stopped'))
    // What is cut off ends at once, and leaves the store alone from then on; but for a hanging answer.
    await within(CUT_OFF, finished)
    await this.#gateway?.close()
    await this.#starting?.catch(() => {})
    this.#web.close()
  }
}

const INVITE = `invite the bot again with the link of: ${commandLine('doctor discord')}; it asks for applications.commands`

interface Session {
  readonly poster: DiscordPoster
  readonly intake: Intake
}
