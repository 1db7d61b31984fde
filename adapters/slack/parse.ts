/** What Slack delivered → something to answer. Whatever is not for the bot comes to nothing. */
import type { Message, Request } from '../../src/adapter.ts'
import {
  Command,
  MessageCallback,
  type MessageBody,
  type MessageEvent,
  type SlackFile,
} from './payloads.ts'
import type { Incoming, IncomingFile, Parse, ParseContext } from './seams.ts'
import { isMeant } from '../../src/manners.ts'
import { mentions, plainText } from './text.ts'

/** The adapter's name. */
export const PLATFORM = 'slack'

export const parse: Parse = (body, reading) => {
  const command = Command.safeParse(body)
  if (command.success) return commandOf(command.data)
  const callback = MessageCallback.safeParse(body)
  if (!callback.success) return undefined
  const { event } = callback.data
  if (event.subtype === 'message_changed') return changeOf(callback.data, reading)
  if (event.subtype === 'message_deleted') return removalOf(callback.data, reading)
  return isQuestion(event, event, reading) ? incomingOf(callback.data, event, reading) : undefined
}

/** Of a message: the same for each of the events that tell of it. */
const keyOf = (channel: string, ts: string): string => `${channel}:${ts}`

/** What people say themselves, and not what Slack says of them. */
const SAID = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message'])

/** Whether a message, of an event in its channel, is for the bot to answer. */
function isQuestion(message: MessageBody, event: MessageEvent, reading: ParseContext): boolean {
  const { user, bot_id: bot, subtype } = message
  if (user === undefined || user === reading.self.userId || typeof bot === 'string') return false
  if (!SAID.has(subtype)) return false
  return isNamed(message, event, reading) || goesOn(message, event, reading)
}

const isNamed = ({ text }: MessageBody, event: MessageEvent, { self }: ParseContext): boolean =>
  event.type === 'app_mention' || isDirect(event) || mentions(text, self.userId)

/** In a thread that the bot answers in, people still speak to one another. */
function goesOn(
  { user = '', text, ts, thread_ts: thread }: MessageBody,
  { channel }: MessageEvent,
  reading: ParseContext,
): boolean {
  if (thread === undefined || /<[@!]/u.test(text)) return false
  return isMeant(plainText(text)) && reading.goesOn(channel, thread, user, Number(ts) * 1000)
}

const isDirect = ({ channel, channel_type: type }: MessageEvent): boolean =>
  type === 'im' || (type === undefined && channel.startsWith('D'))

function incomingOf(
  callback: MessageCallback,
  message: MessageBody,
  reading: ParseContext,
): Incoming | undefined {
  const { event, event_id: eventId } = callback
  const text = plainText(message.text)
  const files = (message.files ?? []).flatMap(fileOf)
  const key = keyOf(event.channel, message.ts)
  const thread = message.thread_ts ?? message.ts
  const direct = isDirect(event)
  return {
    key,
    ...(eventId !== undefined && { eventId }),
    message: {
      id: key,
      text,
      user: message.user ?? '',
      channel: event.channel,
      // One to one, all is one conversation, whether somebody opens threads or not.
      ...(direct ? { direct: true } : { thread, aloud: true }),
      ...(!isNamed(message, event, reading) && { unnamed: true }),
      ...rolesOf(callback, message, reading),
      workspace: reading.self.teamId,
      platform: PLATFORM,
    },
    reply: { kind: direct ? 'dm' : 'thread', channel: event.channel, thread_ts: thread },
    ...(files.length > 0 && { files }),
  }
}

/** People of other workspaces, and everybody where those listen. The rest is looked up. */
function rolesOf(
  { is_ext_shared_channel: shared }: MessageCallback,
  { user_team: userTeam, source_team: sourceTeam }: MessageBody,
  { self }: ParseContext,
): Pick<Message, 'role'> {
  const team = userTeam ?? sourceTeam ?? self.teamId
  return shared === true || team !== self.teamId ? { role: 'outsider' } : {}
}

function fileOf(file: SlackFile): IncomingFile[] {
  const url = file.url_private_download ?? file.url_private
  // What lies elsewhere, or is gone, cannot be fetched from Slack.
  const gone = file.is_external === true || file.mode === 'tombstone'
  if (gone || typeof url !== 'string') return []
  const name = file.name ?? file.title ?? file.id
  return [{ id: file.id, name, size: file.size ?? 0, url }]
}

/** Other words for a question; what changes besides words, for example a preview, is no change. */
function changeOf(callback: MessageCallback, reading: ParseContext): Incoming | undefined {
  const { event } = callback
  const { message: now, previous_message: before } = event
  if (now === undefined || before === undefined) return undefined
  // Slack keeps the place of a message that had replies.
  if (now.subtype === 'tombstone') return withdrawn(callback, before, reading)
  if (now.text === before.text) return undefined
  const was = isQuestion(before, event, reading)
  if (!isQuestion(now, event, reading))
    return was ? withdrawn(callback, before, reading) : undefined
  const incoming = incomingOf(callback, now, reading)
  return incoming === undefined
    ? undefined
    : {
        ...incoming,
        key: `${incoming.key}:${event.event_ts ?? event.ts}`,
        edited: keyOf(event.channel, now.ts),
      }
}

function removalOf(callback: MessageCallback, reading: ParseContext): Incoming | undefined {
  const { previous_message: before } = callback.event
  return before === undefined ? undefined : withdrawn(callback, before, reading)
}

function withdrawn(
  callback: MessageCallback,
  before: MessageBody,
  reading: ParseContext,
): Incoming | undefined {
  const { event } = callback
  if (!isQuestion(before, event, reading)) return undefined
  const incoming = incomingOf(callback, before, reading)
  if (incoming === undefined) return undefined
  const { files: _, ...rest } = incoming
  return {
    ...rest,
    key: `${incoming.key}:${event.event_ts ?? event.ts}`,
    message: { ...incoming.message, text: '' },
    deleted: incoming.key,
  }
}

/** Only the asker sees the reply, and may share it. */
function commandOf(command: Command): Incoming | undefined {
  const asked = requestOf(command)
  if (asked === undefined) return undefined
  const key = `command:${command.trigger_id}`
  return {
    key,
    message: {
      id: key,
      text: asked.text,
      request: asked.request,
      user: command.user_id,
      channel: command.channel_id,
      ...(command.channel_id.startsWith('D') && { direct: true }),
      ...(command.team_id !== undefined && { workspace: command.team_id }),
      platform: PLATFORM,
    },
    reply: { kind: 'response_url', url: command.response_url, ephemeral: true },
  }
}

interface Asked {
  readonly text: string
  readonly request: Request
}

function requestOf({ command, text: raw, channel_id: channel }: Command): Asked | undefined {
  const text = plainText(raw, { addresses: true })
  if (command === '/ask') return { text, request: { kind: 'ask' } }
  if (command === '/figure') return { text, request: { kind: 'figures' } }
  if (command === '/brief') return briefOf(text)
  // A draft keeps its lines.
  if (command === '/check') return { text, request: { kind: 'check' } }
  return command === '/verbatim' ? verbatimOf(text, channel) : undefined
}

const SINCE = /(?:^|\s)since:(\d{4}-\d{2}-\d{2})(?=\s|$)/u
const SET = /(?:^|\s)set:(\S+)/u

/** `/brief sahel since:2024-05-01 set:hrw` */
function briefOf(text: string): Asked {
  const since = SINCE.exec(text)?.[1]
  const set = SET.exec(text)?.[1]
  return {
    text: text.replace(SINCE, ' ').replace(SET, ' ').replace(/\s+/gu, ' ').trim(),
    request: {
      kind: 'brief',
      ...(since !== undefined && { since }),
      ...(set !== undefined && { set }),
    },
  }
}

/** Whatever is not for everybody is a line of administration. */
function verbatimOf(text: string, channel: string): Asked {
  const word = text.toLowerCase()
  if (word === '' || word === 'help') return { text, request: { kind: 'help' } }
  if (word === 'sources') return { text, request: { kind: 'sources' } }
  if (word === 'gaps') {
    const direct = channel.startsWith('D')
    return { text, request: { kind: 'gaps', ...(direct && { of: 'workspace' as const }) } }
  }
  return { text, request: { kind: 'manage' } }
}
