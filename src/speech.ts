/** In which language and by which clock a place is told. */
import type { Language } from '../index/languages/packs.ts'
import type { Message } from './adapter.ts'
import type { ChannelScope } from './app/config.ts'
import type { Reply } from './reply.ts'
import type { ScheduleBook } from './schedule/book.ts'
import { placeOf } from './scope.ts'

export interface Speech {
  /** IANA name. */
  readonly zone?: string
  readonly language?: Language
}

type Channels = Readonly<Record<string, ChannelScope>>

/** As the configuration says; a zone that a schedule of the place names serves as well. */
export async function speechOf(
  message: Message,
  channels: Channels,
  schedules: Pick<ScheduleBook, 'of'>,
): Promise<Speech> {
  const place = placeOf(message)
  const language = languageFor(message, channels)
  const own = await schedules.of(place)
  const clock =
    channels[place]?.zone ?? own.find(({ pattern }) => pattern !== undefined)?.pattern?.zone
  return {
    ...(clock !== undefined && { zone: clock }),
    ...(language !== undefined && { language }),
  }
}

/** That of whoever reads the reply, else that of the channel, where one is known. */
export const languageFor = (message: Message, channels: Channels): Language | undefined =>
  message.language ?? channels[placeOf(message)]?.language

/** A reply that says something of its own, told to be in a language. */
export function inLanguage(reply: Reply, language: Language | undefined): Reply {
  const { kind } = reply
  // These three say nothing of their own, or in which language themselves.
  if (kind === 'summary' || kind === 'document' || kind === 'page') return reply
  return language === undefined ? reply : { ...reply, language }
}

/** Of what a reply says of its own; a document that is read says nothing. */
export const languageOfReply = (reply: Reply): Language | undefined =>
  reply.kind === 'document' || reply.kind === 'page' ? undefined : reply.language

/** Of the machine. */
export const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
