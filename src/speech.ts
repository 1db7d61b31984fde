/** In which language and by which clock a place is told. */
import type { Language } from '../index/languages/packs.ts'
import type { Message } from './adapter.ts'
import type { ChannelScope } from './app/config.ts'
import type { ScheduleBook } from './schedule/book.ts'
import { placeOf } from './scope.ts'

export interface Speech {
  /** IANA name. */
  readonly zone?: string
  readonly language?: Language
}

/** As the configuration says; a zone that a schedule of the place names serves as well. */
export function speechOf(
  message: Message,
  channels: Readonly<Record<string, ChannelScope>>,
  schedules: Pick<ScheduleBook, 'of'>,
): Speech {
  const place = placeOf(message)
  const { zone, language } = channels[place] ?? {}
  const own = schedules.of(place)
  const clock = zone ?? own.find(({ pattern }) => pattern !== undefined)?.pattern?.zone
  return {
    ...(clock !== undefined && { zone: clock }),
    ...(language !== undefined && { language }),
  }
}

/** Of the machine. */
export const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
