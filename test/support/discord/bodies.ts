/** What the gateway tells of messages and interactions. */
import type { ChannelOf, Guilds, Stored } from './guilds.ts'
import type { Asked } from './interactions.ts'
import type { Json } from './limits.ts'
import { snowflake } from './snowflake.ts'

export interface Person {
  readonly id: string
  readonly bot?: boolean
  readonly username: string
}

export const person = (over: Partial<Person> = {}): Person => ({
  id: snowflake(),
  username: 'ama',
  ...over,
})

const user = (who: Person): Json => ({
  ...who,
  discriminator: '0',
  global_name: null,
  avatar: null,
})

/** Bits of permissions: what the bot asks for when it is invited, and everybody has. */
const TALKING = '277025508352'

export const guildBody = ({ guild, channels, bot }: Guilds): Json => ({
  id: guild,
  name: 'Field desk',
  owner_id: snowflake(),
  unavailable: false,
  large: false,
  member_count: 3,
  joined_at: new Date(0).toISOString(),
  roles: [
    {
      id: guild,
      name: '@everyone',
      permissions: TALKING,
      position: 0,
      color: 0,
      colors: { primary_color: 0 },
    },
  ],
  members: [memberBody(bot)],
  channels: [...channels.values()].filter(({ type }) => type === 0).map(channelBody),
  threads: [...channels.values()].filter(({ type }) => type === 11).map(channelBody),
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  emojis: [],
  stickers: [],
  features: [],
  preferred_locale: 'en-US',
})

const memberBody = (who: Person, permissions?: string): Json => ({
  user: user(who),
  roles: [],
  joined_at: new Date(0).toISOString(),
  deaf: false,
  mute: false,
  flags: 0,
  ...(permissions !== undefined && { permissions }),
})

export const channelBody = (channel: ChannelOf): Json => ({
  ...channel,
  ...(channel.type === 11 && {
    owner_id: snowflake(),
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date(0).toISOString(),
      locked: false,
    },
    message_count: 1,
    member_count: 1,
  }),
  ...(channel.type === 0 && { position: 0, permission_overwrites: [], nsfw: false }),
  ...(channel.type === 1 && { recipients: [] }),
})

/** Of a message that one person alone sees. */
const EPHEMERAL = 64

/** A message as REST answers with it. */
export const messageBody = (message: Stored): Json => ({
  id: message.id,
  channel_id: message.channel_id,
  author: user(message.author),
  content: message.content,
  timestamp: new Date().toISOString(),
  edited_timestamp: message.edited_timestamp,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: message.attachments,
  embeds: message.embeds,
  components: message.components,
  pinned: false,
  type: message.message_reference === undefined ? 0 : 19,
  ...(message.message_reference !== undefined && { message_reference: message.message_reference }),
  ...(message.webhook_id !== undefined && { webhook_id: message.webhook_id }),
  ...(message.only !== undefined && { flags: EPHEMERAL }),
})

/** A message as the gateway tells of it: without its words where the bot is not meant. */
export function messageEvent(guilds: Guilds, message: Stored): Json {
  const channel = guilds.channels.get(message.channel_id)
  const { bot } = guilds
  const answered = message.message_reference?.['message_id']
  const reply =
    typeof answered === 'string' && guilds.find(message.channel_id, answered)?.author.id === bot.id
  const meant = message.content.includes(`<@${bot.id}>`) || reply
  const own = message.author.id === bot.id
  const readable = meant || own || channel?.guild_id === undefined
  return {
    ...messageBody(message),
    ...(!readable && { content: '', embeds: [], attachments: [], components: [] }),
    mentions: meant ? [user(bot)] : [],
    ...(channel?.guild_id === undefined
      ? { channel_type: 1 }
      : { guild_id: channel.guild_id, member: { ...memberBody(message.author), user: undefined } }),
  }
}

export interface InteractionOf {
  readonly type: 2 | 3 | 4 | 5
  readonly asked: Asked
  readonly who: Person
  readonly data: Json
  readonly permissions?: string
}

export function interactionBody(guilds: Guilds, given: InteractionOf): Json {
  const { type, asked, who, data, permissions = TALKING } = given
  const channel = guilds.channels.get(asked.channel)
  const inGuild = channel?.guild_id !== undefined
  return {
    id: asked.id,
    application_id: guilds.application,
    type,
    token: asked.token,
    version: 1,
    data,
    channel_id: asked.channel,
    channel: channel === undefined ? undefined : channelBody(channel),
    ...(inGuild
      ? {
          guild_id: channel.guild_id,
          guild: { id: channel.guild_id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: memberBody(who, permissions),
        }
      : { user: user(who) }),
    ...(asked.under !== undefined && { message: messageBody(asked.under) }),
    app_permissions: TALKING,
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: { 0: guilds.guild },
    context: inGuild ? 0 : 1,
    attachment_size_limit: 10 * 1024 * 1024,
  }
}

/** "/ask question:How many wells?" as it is delivered. */
export const commandData = (
  name: string,
  options: Readonly<Record<string, string | number | boolean>>,
  focused?: string,
): Json => ({
  id: snowflake(),
  name,
  type: 1,
  options: Object.entries(options).map(([option, value]) => ({
    name: option,
    type: typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : 3,
    value,
    ...(option === focused && { focused: true }),
  })),
})
