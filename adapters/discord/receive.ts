/** What Discord delivers: acknowledged at once, kept until it is dealt with, dealt with once. */
import { type APIInteraction, GatewayDispatchEvents, InteractionType } from 'discord.js'
import type { Logger } from '../../src/log.ts'
import type { Delivered, Inbox, Left } from '../../src/adapter.ts'
import { InOrder } from '../../src/delivery/in-order.ts'
import { lookedUp } from '../../src/delivery/looked-up.ts'
import type { Delivery } from './connect.ts'
import { isInteraction, isMessage, Removed, Told } from './deliveries.ts'
import { acknowledgementOf, interact } from './interactions/interactions.ts'
import { isDraft, parseInteraction, parseMessage, PLATFORM } from './parse.ts'
import type { Places } from './places.ts'
import type { DiscordPoster } from './poster.ts'
import type { Questions } from '../../src/delivery/questions.ts'
import type {
  DiscordMessage,
  Hook,
  Incoming,
  Post,
  Posted,
  ParseContext,
  Self,
  InteractionContext,
} from './seams.ts'

export interface IntakeOptions {
  readonly self: Self
  readonly questions: Questions<Incoming, Post, Posted>
  readonly poster: DiscordPoster
  readonly places: Places
  readonly context: InteractionContext
  readonly inbox: Inbox
  readonly log: Logger
}

export class Intake {
  readonly #options: IntakeOptions
  readonly #underWay = new Set<Promise<unknown>>()
  /** One delivery after the other: a question is taken before the news that it was changed. */
  readonly #turn = new InOrder()
  #stopped = false

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** Takes what was delivered. Never throws. What comes after `stop` is kept for the next run. */
  take(type: Delivery, data: unknown): void {
    this.#options.log.debug({ type }, 'delivered')
    this.#work(this.#turn.run(() => this.#take(type, data)))
  }

  /** What earlier runs took and did not get round to. */
  resume(): void {
    if (this.#stopped) return
    const { inbox } = this.#options
    const resumed = async (): Promise<void> => {
      for (const one of await inbox.left(PLATFORM)) await this.#resume(one)
    }
    this.#work(this.#turn.run(resumed))
  }

  /** One that cannot be resumed keeps none of the others: they are nobody else's to find any more. */
  async #resume({ id, body: { data } }: Left): Promise<void> {
    const { inbox, log } = this.#options
    try {
      if (isInteraction(data)) await this.#interaction(data, id)
      else if (isMessage(data)) await this.#message(data, id)
      else await inbox.remove(id)
    } catch (error) {
      log.error({ err: error }, 'what an earlier run had taken is left for the next')
    }
  }

  /** Answers no more, and resolves once all that was taken is dealt with. */
  async stop(): Promise<void> {
    this.#stopped = true
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  async #take(type: Delivery, data: unknown): Promise<void> {
    const { questions, places } = this.#options
    switch (type) {
      case GatewayDispatchEvents.MessageCreate:
        if (!isMessage(data) || !(await this.#isForBot(data))) return
        if (!(await questions.isTaken(data.id))) await this.#message(data)
        return
      case GatewayDispatchEvents.MessageUpdate:
        if (!isMessage(data) || !data.edited_timestamp) return
        if (await questions.isKnown(data.id)) this.#changed(data, data.edited_timestamp)
        return
      case GatewayDispatchEvents.MessageDelete:
      case GatewayDispatchEvents.MessageDeleteBulk:
        for (const id of Removed.parse(data)) if (!this.#stopped) this.#work(questions.withdraw(id))
        return
      case GatewayDispatchEvents.InteractionCreate:
        if (isInteraction(data)) await this.#interaction(data)
        return
      case GatewayDispatchEvents.GuildCreate:
      case GatewayDispatchEvents.ChannelCreate:
      case GatewayDispatchEvents.ThreadCreate:
      case GatewayDispatchEvents.ThreadListSync: {
        const { channels = [], threads = [] } = Told.parse(data)
        for (const channel of [data, ...channels, ...threads]) places.note(channel)
      }
    }
  }

  /** At a glance, before anything is looked up for it. */
  async #isForBot({
    author,
    webhook_id,
    mentions,
    guild_id,
    channel_id,
  }: DiscordMessage): Promise<boolean> {
    const { self, questions } = this.#options
    if (author.bot === true || author.id === self.userId || webhook_id !== undefined) return false
    return (
      guild_id === undefined ||
      mentions.some(({ id }) => id === self.userId) ||
      questions.inThread(channel_id)
    )
  }

  #message(message: DiscordMessage, kept?: string): Promise<void> {
    const { questions } = this.#options
    const ask = () => questions.ask(message.id, () => this.#read(message))
    return this.#keep(message, kept, ask, isDraft(message))
  }

  #changed(message: DiscordMessage, at: string): void {
    const { questions } = this.#options
    if (!this.#stopped) this.#work(questions.change(message.id, at, () => this.#read(message)))
  }

  async #read(message: DiscordMessage): Promise<Incoming | undefined> {
    const reading = await this.#reading(message.channel_id, message.guild_id)
    const { questions } = this.#options
    const lookUp = (...asked: Parameters<ParseContext['goesOn']>) => questions.goesOn(...asked)
    return lookedUp(lookUp, (goesOn) => parseMessage(message, { ...reading, goesOn }))
  }

  async #interaction(interaction: APIInteraction, kept?: string): Promise<void> {
    const { poster, questions, places, inbox } = this.#options
    const how = acknowledgementOf(interaction)
    // It is never delivered again, and of no use a moment later.
    if (how.kind === 'own') {
      if (kept === undefined) this.#work(this.#interact(interaction))
      else await inbox.remove(kept)
      return
    }
    if (await questions.isTaken(interaction.id)) return
    const hook = hookOf(interaction)
    const acknowledged = poster.acknowledge(hook, how)
    this.#work(acknowledged)
    if ('channel' in interaction) places.note(interaction.channel)
    const answer = () =>
      questions.ask(interaction.id, async () => {
        await acknowledged
        const reading = await this.#reading(hook.channel, interaction.guild_id)
        const incoming = parseInteraction(interaction, { ...reading, goesOn: () => false })
        if (incoming === undefined) await this.#interact(interaction)
        return incoming
      })
    await this.#keep(interaction, kept, answer, isDraft(interaction))
  }

  async #interact(interaction: APIInteraction): Promise<void> {
    const { context, log } = this.#options
    try {
      const known = await interact(interaction, context)
      if (!known) log.debug({ type: InteractionType[interaction.type] }, 'nothing to do')
    } catch (error) {
      log.error({ err: error, type: InteractionType[interaction.type] }, 'an interaction failed')
    }
  }

  /** Discord will not deliver it again: it is kept until it is dealt with. A draft is kept nowhere. */
  async #keep(
    data: object,
    kept: string | undefined,
    deal: () => Promise<boolean>,
    draft = false,
  ): Promise<void> {
    const { inbox } = this.#options
    const body: Delivered = { data }
    const id = kept ?? (draft ? undefined : await inbox.add(PLATFORM, body))
    if (this.#stopped) return
    const dealt = async (): Promise<void> => {
      if ((await deal()) && id !== undefined) await inbox.remove(id)
    }
    this.#work(dealt())
  }

  async #reading(
    channel: string,
    guild: string | undefined,
  ): Promise<Omit<ParseContext, 'goesOn'>> {
    const { self, places } = this.#options
    return { self, place: await places.of(channel, guild) }
  }

  #work(work: Promise<unknown>): void {
    const { log } = this.#options
    const done: Promise<unknown> = work
      .catch((error: unknown) => log.error({ err: error }, 'work on what was delivered failed'))
      .finally(() => this.#underWay.delete(done))
    this.#underWay.add(done)
  }
}

const hookOf = ({ id, application_id: application, token, channel }: APIInteraction): Hook => ({
  id,
  application,
  token,
  channel: channel?.id ?? '',
})
