/** What Discord delivers: acknowledged at once, kept until it is dealt with, dealt with once. */
import { type APIInteraction, GatewayDispatchEvents, InteractionType } from 'discord.js'
import type { Logger } from '../../src/log.ts'
import type { Delivered, Inbox } from '../../src/delivery/inbox.ts'
import type { Delivery } from './connect.ts'
import { isInteraction, isMessage, Removed, Told } from './deliveries.ts'
import { acknowledgementOf, interact } from './interactions/interactions.ts'
import { isDraft, parseInteraction, parseMessage } from './parse.ts'
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
  #stopped = false

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** Takes what was delivered. Never throws. What comes after `stop` is kept for the next run. */
  take(type: Delivery, data: unknown): void {
    const { log } = this.#options
    try {
      log.debug({ type }, 'delivered')
      this.#take(type, data)
    } catch (error) {
      log.error({ err: error, type }, 'what Discord delivered cannot be read')
    }
  }

  /** What earlier runs took and did not get round to. */
  resume(): void {
    const { inbox } = this.#options
    for (const { slot, body } of inbox.left()) {
      const { data } = body
      if (isInteraction(data)) this.#interaction(data, slot)
      else if (isMessage(data)) this.#message(data, slot)
      else inbox.remove(slot)
    }
  }

  /** Answers no more, and resolves once all that was taken is dealt with. */
  async stop(): Promise<void> {
    this.#stopped = true
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  #take(type: Delivery, data: unknown): void {
    const { questions, places } = this.#options
    switch (type) {
      case GatewayDispatchEvents.MessageCreate:
        if (isMessage(data) && this.#isForBot(data) && !questions.isTaken(data.id))
          this.#message(data)
        return
      case GatewayDispatchEvents.MessageUpdate:
        if (isMessage(data) && data.edited_timestamp && questions.isKnown(data.id))
          this.#changed(data, data.edited_timestamp)
        return
      case GatewayDispatchEvents.MessageDelete:
      case GatewayDispatchEvents.MessageDeleteBulk:
        for (const id of Removed.parse(data)) if (!this.#stopped) this.#work(questions.withdraw(id))
        return
      case GatewayDispatchEvents.InteractionCreate:
        if (isInteraction(data)) this.#interaction(data)
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
  #isForBot({ author, webhook_id, mentions, guild_id, channel_id }: DiscordMessage): boolean {
    const { self, questions } = this.#options
    if (author.bot === true || author.id === self.userId || webhook_id !== undefined) return false
    return (
      guild_id === undefined ||
      mentions.some(({ id }) => id === self.userId) ||
      questions.inThread(channel_id)
    )
  }

  #message(message: DiscordMessage, kept?: number): void {
    const { questions } = this.#options
    const ask = () => questions.ask(message.id, () => this.#read(message))
    this.#keep(message, kept, ask, isDraft(message))
  }

  #changed(message: DiscordMessage, at: string): void {
    const { questions } = this.#options
    if (!this.#stopped) this.#work(questions.change(message.id, at, () => this.#read(message)))
  }

  async #read(message: DiscordMessage): Promise<Incoming | undefined> {
    return parseMessage(message, await this.#reading(message.channel_id, message.guild_id))
  }

  #interaction(interaction: APIInteraction, kept?: number): void {
    const { poster, questions, places, inbox } = this.#options
    const how = acknowledgementOf(interaction)
    // It is never delivered again, and of no use a moment later.
    if (how.kind === 'own') {
      if (kept === undefined) this.#work(this.#interact(interaction))
      else inbox.remove(kept)
      return
    }
    if (questions.isTaken(interaction.id)) return
    const hook = hookOf(interaction)
    const acknowledged = poster.acknowledge(hook, how)
    this.#work(acknowledged)
    if ('channel' in interaction) places.note(interaction.channel)
    const answer = () =>
      questions.ask(interaction.id, async () => {
        await acknowledged
        const reading = await this.#reading(hook.channel, interaction.guild_id)
        const incoming = parseInteraction(interaction, reading)
        if (incoming === undefined) await this.#interact(interaction)
        return incoming
      })
    this.#keep(interaction, kept, answer, isDraft(interaction))
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
  #keep(data: object, kept: number | undefined, deal: () => Promise<boolean>, draft = false): void {
    const { inbox } = this.#options
    const body: Delivered = { data }
    const slot = kept ?? (draft ? undefined : inbox.add(body))
    if (this.#stopped) return
    const dealt = async (): Promise<void> => {
      if ((await deal()) && slot !== undefined) inbox.remove(slot)
    }
    this.#work(dealt())
  }

  async #reading(channel: string, guild: string | undefined): Promise<ParseContext> {
    const { self, places, questions } = this.#options
    const place = await places.of(channel, guild)
    return { self, place, goesOn: (...asked) => questions.goesOn(...asked) }
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
