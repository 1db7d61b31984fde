/** What a message asks for in words where it is no question: lists, a briefing, a line of administration. */
import { within } from '../index/languages/combined.ts'
import { phrases } from '../index/languages/phrases.ts'
import { isPlainScheduling } from './schedule/manage.ts'

/** A whole message. */
const asMessage = (words: string): string => `^(?:${words})[?!. ]*$`
const HELP = within(phrases('chat', 'help'), asMessage, 'iu')
const SOURCES = within(phrases('chat', 'sources'), asMessage, 'iu')

/** "brief Moura" */
const BRIEF = within(
  phrases('manners', 'briefs'),
  (words) => String.raw`^(?:${words})(?![\p{L}\p{N}])(?<topic>.*)$`,
  'isu',
)
/** "brief Moura long" */
const LONG = within(
  phrases('manners', 'long'),
  (words) => String.raw`(?<![\p{L}\p{N}-])(?:${words})$`,
  'iu',
)
const WATCHES = within(
  phrases('manners', 'watches'),
  (words) => String.raw`^(?:${words})(?:(?=\s*$)|\s*:|\s)(?<search>.*)$`,
  'isu',
)
const UNWATCHES = within(
  phrases('manners', 'unwatches'),
  (words) => String.raw`^(?:${words})\s(?<search>.*)$`,
  'isu',
)
const GAPS = within(phrases('manners', 'gaps'), asMessage, 'iu')

/** What is told without a look at what the documents say. */
export function overviewIn(bare: string): 'help' | 'sources' | 'gaps' | undefined {
  if (HELP.test(bare)) return 'help'
  if (SOURCES.test(bare)) return 'sources'
  return GAPS.test(bare) ? 'gaps' : undefined
}

/** What a briefing is asked for about; empty for everything. */
export const briefIn = (bare: string): string | undefined =>
  BRIEF.exec(bare)?.groups?.['topic']?.trim()

/** "surveille choléra", "watch displaced > 200000": as the line of administration that it is. */
export function schedulingIn(asked: string): string | undefined {
  if (isPlainScheduling(asked)) return asked
  const watched = WATCHES.exec(asked)?.groups?.['search']
  if (watched !== undefined) return `watch ${watched.trim()}`.trim()
  const unwatched = UNWATCHES.exec(asked)?.groups?.['search']
  return unwatched === undefined ? undefined : `unwatch ${unwatched.trim()}`
}

/** "Moura long": what a briefing is about, and whether it may be more than a screen. */
export function extentIn(text: string): { text: string; long: boolean } {
  const rest = text.replace(LONG, '').trim()
  return { text: rest, long: rest !== text.trim() }
}
