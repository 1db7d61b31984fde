/** What Discord delivered → something to answer. Whatever is not for the bot comes to nothing. */
import {
  type APIAttachment,
  type APIInteraction,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10'
import type { Message } from '../../src/adapter.ts'
import { draftOf } from '../../src/check/request.ts'
import { type Asked, requestOfCommand } from './command-requests.ts'
import { askedInModal } from './modal.ts'
import { isAdmin } from './permissions.ts'
import { isPrivate } from './private.ts'
import type {
  DiscordMessage,
  Incoming,
  IncomingFile,
  ParseInteraction,
  ParseMessage,
  ParseContext,
} from './seams.ts'
import { isMeant } from '../../src/manners.ts'
import { plainText } from './text.ts'

/** The adapter's name. */
export const PLATFORM = 'discord'

export const parseMessage: ParseMessage = (message, reading) => {
  if (!isQuestion(message, reading)) return undefined
  const { place } = reading
  const forwarded = forwardedIn(message)
  const text = plainText(message.content) || forwarded
  const files = message.attachments.map(fileOf)
  return {
    key: message.id,
    message: {
      id: message.id,
      text,
      // Without words of their own they want to know what the documents say to it.
      ...(forwarded !== '' && text === forwarded && { request: { kind: 'check' } }),
      user: message.author.id,
      ...whereOf(reading),
      ...(reading.place.guild !== undefined && { aloud: true }),
      ...(!isNamed(message, reading) && { unnamed: true }),
      platform: PLATFORM,
    },
    reply: { kind: 'channel', channel: place.thread ?? place.channel, message: message.id },
    ...(files.length > 0 && { files }),
  }
}

const isForwarded = (message: DiscordMessage): boolean =>
  plainText(message.content) === '' && forwardedIn(message) !== ''

/** The words of a message that was forwarded. */
const forwardedIn = ({ message_snapshots: [forwarded] = [] }: DiscordMessage): string =>
  plainText(forwarded?.message.content ?? '')

/** What people say themselves, and not what Discord says of them. */
const SAID = new Set<MessageType>([MessageType.Default, MessageType.Reply])

/** Whether a message is for the bot to answer. */
function isQuestion(message: DiscordMessage, reading: ParseContext): boolean {
  const { self, place } = reading
  const { author, type, webhook_id: webhook, content, timestamp } = message
  if (author === undefined || author.bot === true || author.system === true) return false
  if (author.id === self.userId || webhook !== undefined || !SAID.has(type)) return false
  if (isNamed(message, reading)) return true
  // People speak to one another, too.
  if (place.thread === undefined || /<@[!&]?\d|@(?:everyone|here)/u.test(content)) return false
  return (
    isMeant(plainText(content)) && reading.goesOn(place.thread, author.id, Date.parse(timestamp))
  )
}

const isNamed = (message: DiscordMessage, { self, place }: ParseContext): boolean =>
  place.guild === undefined || isMentioned(message, self.userId)

const isMentioned = ({ mentions, content }: DiscordMessage, user: string): boolean =>
  mentions.some(({ id }) => id === user) || new RegExp(`<@!?${user}>`, 'u').test(content)

const whereOf = ({
  place,
}: ParseContext): Pick<Message, 'channel' | 'thread' | 'workspace' | 'direct'> => ({
  channel: place.channel,
  ...(place.guild === undefined && { direct: true }),
  ...(place.thread !== undefined && { thread: place.thread }),
  ...(place.guild !== undefined && { workspace: place.guild }),
})

const fileOf = ({ id, filename, size, url }: APIAttachment): IncomingFile => ({
  id,
  name: filename,
  size,
  url,
})

export const parseInteraction: ParseInteraction = (interaction, reading) => {
  const asked = askedBy(interaction)
  const user = (interaction.member?.user ?? interaction.user)?.id
  if (asked === undefined || user === undefined) return undefined
  const { id, application_id: application, token } = interaction
  const { place } = reading
  return {
    key: id,
    message: {
      id: `${COMMAND}${id}`,
      text: asked.text,
      request: asked.request,
      user,
      role: isAdmin(interaction.member) ? 'admin' : 'member',
      ...whereOf(reading),
      ...(place.guild !== undefined && !isPrivate(interaction) && { aloud: true }),
      platform: PLATFORM,
    },
    reply: {
      kind: 'interaction',
      hook: { id, application, token, channel: place.thread ?? place.channel },
      ephemeral: isPrivate(interaction),
    },
    ...(asked.chart !== undefined && { chart: asked.chart }),
  } satisfies Incoming
}

/** Whether it is a draft to check: of such a one nothing is kept. */
export const isDraft = (asked: DiscordMessage | APIInteraction): boolean => {
  if ('content' in asked)
    return draftOf({ text: plainText(asked.content) }) !== undefined || isForwarded(asked)
  return askedBy(asked)?.request.kind === 'check'
}

const COMMAND = 'command:'

/** Whether nobody sees what was asked: of a command, Discord shows the name alone. */
export const isCommand = ({ id }: Message): boolean => id.startsWith(COMMAND)

function askedBy(interaction: APIInteraction): Asked | undefined {
  if (interaction.type === InteractionType.ApplicationCommand) return requestOfCommand(interaction)
  if (interaction.type !== InteractionType.ModalSubmit) return undefined
  const text = askedInModal(interaction.data)
  return text === undefined ? undefined : { text, request: { kind: 'ask' } }
}
