/** Which sets of documents a message may see. Decided before anything is looked up. */
import { DEFAULT_SET } from '../index/library/source.ts'
import type { Message } from './adapter.ts'
import type { ChannelScope } from './app/config.ts'

/** Names of sets; `everything` for whoever sits at the machine. */
export type Scope = readonly string[] | 'everything'

export interface ScopeOptions {
  /** `platform:id` of a channel, guild or workspace → what it sees, from the configuration. */
  readonly channels: Readonly<Record<string, ChannelScope>>
  /** What an admin has set since, by the same names; wins over the configuration. */
  readonly assigned: (place: string) => Promise<readonly string[] | undefined>
}

export async function scopeOf(
  message: Message,
  { channels, assigned }: ScopeOptions,
): Promise<Scope> {
  if (message.link !== undefined) return message.link.sets
  if (message.local === true) return 'everything'
  for (const place of placesOf(message)) {
    const configured = channels[place]
    const sets = (await assigned(place)) ?? configured?.sets
    if (sets === undefined) continue
    if (message.role === 'outsider' && configured?.outsiders !== true) return []
    return sets
  }
  return message.role === 'outsider' ? [] : [DEFAULT_SET]
}

/** As the configuration names a channel. */
export const placeOf = ({ platform, channel }: Message): string => `${platform}:${channel}`

const placesOf = (message: Message): string[] => [
  placeOf(message),
  ...(message.workspace === undefined ? [] : [`${message.platform}:${message.workspace}`]),
]
