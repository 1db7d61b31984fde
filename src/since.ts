/** Since when, as people say it: "Monday 8:00", "hier 18h", "2025-11-20"; in the zone of who says it. */
import { parseDate } from '../index/dates.ts'
import { within } from '../index/languages/combined.ts'
import { type Language, LANGUAGES, packOf } from '../index/languages/packs.ts'
import { phrases } from '../index/languages/phrases.ts'
import { VerbatimError } from './errors.ts'
import { temporal } from './schedule/temporal.ts'
import { wordingsIn } from './wordings/in-language.ts'

export interface SinceOptions {
  readonly now: Date
  /** IANA name. */
  readonly zone: string
  /** Of whoever is told what is no time. */
  readonly language?: Language
}

const STAMP = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u

/** @throws VerbatimError 'question' for what is no time, or is still to come */
export function sinceOf(text: string, options: SinceOptions): Date {
  const found = momentOf(text.trim(), options)
  const { schedules: words } = wordingsIn(options.language)
  if (found === undefined) throw new VerbatimError('question', words.noMoment(text))
  if (found > options.now) throw new VerbatimError('question', words.toCome(text))
  return found
}

const AT_END = within(
  phrases('manners', 'sinces'),
  (words) => String.raw`(?:^|\s)(?:${words})(?:\s|:\s?)(?<when>\S.*)$`,
  'iu',
)
const FILTER = /(?:^|\s)since:(?:"(?<quoted>[^"]{1,60})"|(?<bare>\S{1,60}))/iu

/** "Moura since Monday 8:00": what it is about, and since when; a "since" that is no time stays. */
export function splitSince(
  text: string,
  options: SinceOptions,
): { readonly topic: string; readonly since?: Date } {
  const filter = FILTER.exec(text)
  if (filter !== null) {
    const when = filter.groups?.['quoted'] ?? filter.groups?.['bare'] ?? ''
    const topic = text.replace(FILTER, ' ').replace(/\s+/gu, ' ').trim()
    return { topic, since: sinceOf(when, options) }
  }
  const found = AT_END.exec(text)
  const since = found === null ? undefined : momentOf(found.groups?.['when'] ?? '', options)
  if (found === null || since === undefined || since > options.now) return { topic: text }
  return { topic: text.slice(0, found.index).trim(), since }
}

function momentOf(text: string, { now, zone }: SinceOptions): Date | undefined {
  if (STAMP.test(text)) {
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? undefined : at
  }
  const local = temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  return spoken(text, local) ?? dayIn(text, local)
}

/** A date alone: its first moment there. */
function dayIn(text: string, local: Temporal.ZonedDateTime): Date | undefined {
  const date = parseDate(text, asIfHere(local))
  if (date === undefined) return undefined
  const day = temporal.PlainDate.from(`${date}${'-01'.repeat(3 - date.split('-').length)}`)
  return new Date(day.toZonedDateTime(local.timeZoneId).epochMilliseconds)
}

/** "Monday", "Monday 8:00", "lundi 8h", "yesterday at 18:00", "8:00": the last one there was. */
function spoken(text: string, local: Temporal.ZonedDateTime): Date | undefined {
  for (const language of LANGUAGES) {
    const [result] = packOf(language).dates?.().parse(text, asIfHere(local)) ?? []
    if (result === undefined || result.text.length < text.length || result.end) continue
    const { start } = result
    const named = start.isCertain('weekday')
    const timed = start.isCertain('hour')
    if (!named && !timed) continue
    const day = temporal.PlainDate.from({
      year: start.get('year') ?? local.year,
      month: start.get('month') ?? local.month,
      day: start.get('day') ?? local.day,
    })
    const time = temporal.PlainTime.from({
      hour: timed ? (start.get('hour') ?? 0) : 0,
      minute: timed ? (start.get('minute') ?? 0) : 0,
    })
    const at = day.toPlainDateTime(time).toZonedDateTime(local.timeZoneId)
    // A weekday is the last of its name, an hour alone the last time it was that.
    const back =
      at.epochMilliseconds <= local.epochMilliseconds ? 0 : named ? 7 : isBare(start) ? 1 : 0
    return new Date(at.subtract({ days: back }).epochMilliseconds)
  }
  return undefined
}

const isBare = (start: { isCertain(component: 'day' | 'month'): boolean }): boolean =>
  !start.isCertain('day') && !start.isCertain('month')

/** The parsers know the zone of the machine alone: the same wall clock there. */
const asIfHere = ({ year, month, day, hour, minute, second }: Temporal.ZonedDateTime): Date =>
  new Date(year, month - 1, day, hour, minute, second)
