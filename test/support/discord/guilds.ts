/** Guilds as people see them: channels, threads, direct messages, and what stands in them. */
import type { Json } from './limits.ts'
import { seen } from './seen.ts'
import { byAge, snowflake } from './snowflake.ts'

export interface ChannelOf {
  readonly id: string
  readonly type: number
  readonly guild_id?: string
  readonly parent_id?: string
  readonly name?: string
}

export interface Stored {
  readonly id: string
  readonly channel_id: string
  readonly author: { readonly id: string; readonly bot?: boolean; readonly username: string }
  content: string
  embeds: readonly Json[]
  components: readonly Json[]
  attachments: readonly Json[]
  readonly nonce?: string
  readonly message_reference?: Json
  readonly webhook_id?: string
  edited_timestamp: string | null
  /** Only this person sees it. */
  readonly only?: string
  /** “is thinking…” */
  loading?: boolean
}

/** Roles by their ids, with bits of permissions; the one that everybody has goes by the guild's id. */
export interface ServerOf {
  readonly id: string
  readonly name: string
  readonly owner_id: string
  readonly roles: readonly { readonly id: string; readonly permissions: string }[]
  /** People who are in it, with the roles that they have besides. */
  readonly members: Map<string, readonly string[]>
}

const TEXT = 0
const DIRECT = 1
const PUBLIC_THREAD = 11

export class Guilds {
  readonly bot = { id: snowflake(), username: 'Verbatim', bot: true } as const
  readonly application = this.bot.id
  readonly guild = snowflake()
  readonly channels = new Map<string, ChannelOf>()
  /** Guilds that the bot is in, as far as they are asked for; not their channels. */
  readonly servers: ServerOf[] = []
  readonly #messages = new Map<string, Stored[]>()

  /** A channel of the guild. */
  channel(name = 'general'): ChannelOf {
    return this.#add({ id: snowflake(), type: TEXT, guild_id: this.guild, name })
  }

  thread(parent: ChannelOf): ChannelOf {
    const { id: parent_id } = parent
    return this.#add({
      id: snowflake(),
      type: PUBLIC_THREAD,
      guild_id: this.guild,
      parent_id,
      name: 'thread',
    })
  }

  server(name: string, over: Partial<ServerOf> = {}): ServerOf {
    const id = over.id ?? snowflake()
    const roles = [{ id, permissions: '1024' }]
    const server = { id, name, owner_id: snowflake(), roles, members: new Map(), ...over }
    this.servers.push(server)
    return server
  }

  direct(): ChannelOf {
    return this.#add({ id: snowflake(), type: DIRECT })
  }

  write(message: Partial<Stored> & Pick<Stored, 'channel_id' | 'author'>): Stored {
    const stored: Stored = {
      id: snowflake(),
      content: '',
      embeds: [],
      components: [],
      attachments: [],
      edited_timestamp: null,
      ...message,
    }
    const list = this.#messages.get(stored.channel_id) ?? []
    this.#messages.set(stored.channel_id, list)
    list.push(stored)
    return stored
  }

  find(channel: string, id: string): Stored | undefined {
    return this.messages(channel).find((each) => each.id === id)
  }

  remove({ channel_id, id }: Stored): void {
    const list = this.#messages.get(channel_id) ?? []
    this.#messages.set(
      channel_id,
      list.filter((each) => each.id !== id),
    )
  }

  /** As they stand, the oldest first. */
  messages(channel?: string): Stored[] {
    if (channel !== undefined) return [...(this.#messages.get(channel) ?? [])]
    return [...this.#messages.values()].flat().sort((a, b) => byAge(a.id, b.id))
  }

  /** What the bot has said. */
  said(channel?: string): Stored[] {
    return this.messages(channel).filter(({ author }) => author.id === this.bot.id)
  }

  /** All that people see of what the bot has said. */
  shown(): string {
    return this.said().map(seen).join('\n')
  }

  #add(channel: ChannelOf): ChannelOf {
    this.channels.set(channel.id, channel)
    return channel
  }
}
