/**
 * The gateway, for as long as the adapter runs: a session that Discord ends for good is begun anew,
 * after a while, without anything else noticing.
 */
import { performance } from 'node:perf_hooks'
import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js'
import * as z from 'zod'
import { VerbatimError } from '../../src/errors.ts'
import type { Logger } from '../../src/log.ts'
import { backoff, pause, within } from '../../src/delivery/timing.ts'
import { type Ending, endingOf, failureOf, LATE, UNKNOWN } from './endings.ts'
import { Patience } from './patience.ts'
import type { Self } from './seams.ts'
import { shardOptions } from './shards.ts'
import type { Timing } from './timing.ts'
import { restOptions } from './web.ts'

export interface GatewayOptions {
  readonly token: string
  readonly apiUrl?: string | undefined
  readonly timing: Timing
  readonly log: Logger
  /** What Discord delivers, as it is; may come again. Never throws. */
  readonly onDispatch: (type: Delivery, data: unknown) => void
  /** In a session that has just begun: the first time, and whenever one could not be resumed. */
  readonly onReady: (self: Self) => void
}

/** What the adapter listens to. */
const DELIVERIES = [
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.GuildCreate,
  GatewayDispatchEvents.ChannelCreate,
  GatewayDispatchEvents.ThreadCreate,
  GatewayDispatchEvents.ThreadListSync,
] as const
export type Delivery = (typeof DELIVERIES)[number]

/** A session that ends sooner counts as failed: what ends at once again must not be hurried. */
const STABLE = 60_000
/** The token is refused so often before the first session that it is taken for wrong. */
const REFUSALS = 2
/** Milliseconds for saying goodbye. */
const LEAVING = 2000

const Ready = z.object({
  user: z.object({ id: z.string() }),
  application: z.object({ id: z.string() }),
})

export class Gateway {
  readonly #options: GatewayOptions
  readonly #stopping = new AbortController()
  readonly #first = Promise.withResolvers<Self>()
  #running: Promise<void> = Promise.resolve()
  #connected = false

  constructor(options: GatewayOptions) {
    this.#options = options
    // Whoever does not wait for it any more must not be woken by it.
    this.#first.promise.catch(() => {})
  }

  /**
   * Resolves once connected; from then on it stays connected, whatever happens, until closed.
   * @throws VerbatimError 'config' when Discord turns it away before that
   */
  async open(): Promise<Self> {
    this.#running = this.#keep()
    return this.#first.promise
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    this.#stopping.abort()
    this.#first.reject(new VerbatimError('internal', 'Discord: stopped'))
    await this.#running
  }

  async #keep(): Promise<void> {
    const { timing, log } = this.#options
    const { signal } = this.#stopping
    let failures = 0
    let refusals = 0
    while (!signal.aborted) {
      const since = performance.now()
      const why = await this.#session()
      if (signal.aborted) return
      failures = performance.now() - since > STABLE ? 1 : failures + 1
      refusals = why.refused ? refusals + 1 : 0
      if (this.#isFinal(why, refusals)) return
      const restart = { ...timing, longestBackoff: timing.longestRestart }
      const wait = Math.max(why.wait, backoff(restart, failures))
      log.error(
        { why: why.what, fix: why.fix, failures, wait: Math.round(wait) },
        'Discord has ended the connection; it is made again, the rest of the program goes on',
      )
      await pause(wait, signal)
    }
  }

  /** A start is not tried forever with what is wrong. */
  #isFinal({ what, fix }: Ending, refusals: number): boolean {
    if (this.#connected || refusals < REFUSALS) return false
    this.#first.reject(new VerbatimError('config', `Discord: ${what}; ${fix}.`))
    return true
  }

  /** One client, from its log-in until it cannot go on. Never rejects. */
  async #session(): Promise<Ending> {
    const { token, log, timing } = this.#options
    const leaving = new AbortController()
    const client = this.#client(AbortSignal.any([leaving.signal, this.#stopping.signal]))
    const ended = Promise.withResolvers<Ending>()
    client.on(Events.ShardDisconnect, ({ code }) => ended.resolve(endingOf(code)))
    client.on(Events.Invalidated, () => ended.resolve(UNKNOWN))
    const patience = new Patience(timing.connect)
    // Shards begin one after the other, and there may be many.
    client.on(Events.ShardReady, () => patience.renew())
    try {
      const login = client.login(token).then(
        () => undefined,
        (error: unknown) => failureOf(error),
      )
      const late = patience.lost.then(() => LATE)
      const failed = await Promise.race([ended.promise, login, late, this.#stopped()])
      patience.end()
      if (failed !== undefined) return failed
      log.info('connected to Discord')
      return await Promise.race([ended.promise, this.#stopped()])
    } finally {
      patience.end()
      leaving.abort()
      await within(LEAVING, client.destroy()).catch((error: unknown) =>
        log.debug({ err: error }, 'the connection did not end well'),
      )
    }
  }

  #stopped(): Promise<Ending> {
    const { signal } = this.#stopping
    return new Promise((resolve) => {
      if (signal.aborted) resolve(UNKNOWN)
      signal.addEventListener('abort', () => resolve(UNKNOWN), { once: true })
    })
  }

  #client(signal: AbortSignal): Client {
    const { apiUrl, timing, log, onReady, onDispatch } = this.#options
    const client = new Client({
      // None of them privileged: what is said to the bot comes with its words.
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.DirectMessages,
      ],
      // A direct message opens a channel that nobody has told of.
      partials: [Partials.Channel],
      rest: restOptions({ apiUrl, timeout: timing.timeout }),
      ws: shardOptions({ timing, log, signal }),
      shards: 'auto',
      waitGuildTimeout: 0,
      makeCache: Options.cacheWithLimits(CACHES),
      sweepers: Options.DefaultSweeperSettings,
      // Where the adapter posts it says so itself.
      allowedMentions: { parse: [] },
      enforceNonce: true,
    })
    client.on(Events.Error, (error) => log.error({ err: error }, 'the Discord library fails'))
    client.on(Events.Warn, (words) => log.warn({ library: words }, 'library warns'))
    client.on(Events.Debug, (words) => log.debug({ library: words }, 'library'))
    client.on(Events.ShardError, (error, shard) =>
      log.warn({ err: error, shard }, 'a connection to Discord fails; it is made again'),
    )
    client.on(Events.ShardReconnecting, (shard) => {
      if (!signal.aborted) log.info({ shard }, 'connecting to Discord again')
    })
    client.ws.on(GatewayDispatchEvents.Ready, (data: unknown) => {
      const ready = Ready.safeParse(data)
      if (!ready.success) return
      const { user, application } = ready.data
      const self = { userId: user.id, applicationId: application.id }
      this.#connected = true
      onReady(self)
      this.#first.resolve(self)
    })
    for (const type of DELIVERIES) client.ws.on(type, (data: unknown) => onDispatch(type, data))
    return client
  }
}

/** Nothing is looked up in them: guilds, channels and roles are all the library keeps. */
const CACHES = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
}
