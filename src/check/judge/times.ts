/** When: dates of a sentence, each with how it bounds what happened, and how two of them stand. */
import type { Language, Span } from '../../../index/document.ts'
import { MONTHS } from '../../../index/languages/months.ts'
import { exactly, within } from '../../../index/languages/combined.ts'
import { phrases } from '../../../index/languages/phrases.ts'
import { periods } from '../../../index/quantities/context/period.ts'
import { tokenize } from '../../../index/quantities/numbers/tokens.ts'

/** How what is said stands to the date: in it, before or after all of it, until or since it. */
type Bound = 'in' | 'before' | 'after' | 'until' | 'since'

export interface Time extends Span {
  readonly bound: Bound
  /** First and last day, ISO dates; without a year those of `--MM-DD`. */
  readonly from: string
  readonly to: string
  /** No year is named. */
  readonly yearless: boolean
}

const BOUNDS = {
  before: exactly(phrases('bounds', 'before'), 'iu'),
  after: exactly(phrases('bounds', 'after'), 'iu'),
  until: exactly(phrases('bounds', 'until'), 'iu'),
  since: exactly(phrases('bounds', 'since'), 'iu'),
} as const
const SINCE = within(phrases('bounds', 'since'), (words) => String.raw`^(?:${words})\s`, 'iu')
const PARTS = phrases('bounds', 'parts').join('|')
const BOUND = within(
  phrases('bounds', 'before', 'after', 'until', 'since'),
  (words) => String.raw`(?:^|[\s(,])(${words})\s+(?:(?:${PARTS})\s+){0,3}$`,
  'iu',
)

export function timesIn(text: string, language: Language): Time[] {
  const found = periods(tokenize(text, language), undefined).flatMap(
    ({ start, end, from, to }): Time[] => {
      const wording = text.slice(start, end)
      const own = SINCE.exec(wording)?.[0]
      if (own !== undefined)
        return timesIn(wording.slice(own.length), language)
          .slice(0, 1)
          .map((time) => ({ ...time, start, end, bound: 'since' }))
      const days =
        from !== undefined && to !== undefined ? { from, to, yearless: false } : yearless(wording)
      return days === undefined ? [] : [{ start, end, bound: boundOf(text, start), ...days }]
    },
  )
  for (const { index, 0: year } of text.matchAll(OLD_YEAR))
    found.push({
      start: index,
      end: index + 4,
      bound: boundOf(text, index),
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      yearless: false,
    })
  return found.sort((a, b) => a.start - b.start)
}

/** Years of which the figures know nothing: "founded in 1882". */
const OLD_YEAR = within(
  phrases('bounds', 'years'),
  (words) => String.raw`(?<=(?:^|\s|\()(?:${words})\s|\()1[0-8]\d\d(?![\d.,]*\d|\s*%)`,
  'giu',
)

function boundOf(text: string, start: number): Bound {
  const before = BOUND.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  if (before === undefined) return 'in'
  return (
    (['before', 'after', 'until', 'since'] as const).find((bound) => BOUNDS[bound].test(before)) ??
    'in'
  )
}

/** "15 March", "March": of whichever year. */
function yearless(wording: string): { from: string; to: string; yearless: true } | undefined {
  const month = /\p{L}+/gu
  const found = [...wording.matchAll(month)].flatMap(
    ([word]) => MONTHS.get(word.toLowerCase()) ?? [],
  )
  const [first] = found
  if (first === undefined) return undefined
  const days = [...wording.matchAll(/\d{1,2}/gu)].map(([day]) => day.padStart(2, '0'))
  const last = found.at(-1) ?? first
  const pad = (number: number): string => String(number + 1).padStart(2, '0')
  return {
    from: `--${pad(first)}-${days[0] ?? '01'}`,
    to: `--${pad(last)}-${days.at(-1) ?? '31'}`,
    yearless: true,
  }
}

/** `same`: one date. `within`: what the evidence says lies in what the claim says. `apart`: never both. */
export type TimeRelation = 'same' | 'within' | 'overlap' | 'apart'

export function compareTimes(claim: Time, evidence: Time): TimeRelation {
  const [one, other] = [edges(claim, evidence.yearless), edges(evidence, claim.yearless)]
  if (claim.bound === evidence.bound && one.from === other.from && one.to === other.to)
    return 'same'
  // "since 2013" is not said by what happened in 2015, nor "2013" by a day without its year.
  if (claim.bound === 'since' || isYearOfDay(claim, evidence) || isYearOfDay(evidence, claim))
    return one.to < other.from || other.to < one.from ? 'apart' : 'overlap'
  if (one.from <= other.from && other.to <= one.to) return 'within'
  if (one.to < other.from || other.to < one.from) return 'apart'
  return 'overlap'
}

const isYearOfDay = (year: Time, day: Time): boolean =>
  day.yearless && !year.yearless && year.from.endsWith('-01-01') && year.to.endsWith('-12-31')

/** With open ends; without the year where one of two has none. */
function edges(
  { from, to, bound, yearless: bare }: Time,
  without: boolean,
): { from: string; to: string } {
  const cut = (date: string): string => (without && !bare ? `-${date.slice(4)}` : date)
  const [first, last] = [cut(from), cut(to)]
  if (bound === 'before') return { from: '', to: previous(first) }
  if (bound === 'until') return { from: '', to: last }
  if (bound === 'after') return { from: `${last}~`, to: '~' }
  if (bound === 'since') return { from: first, to: '~' }
  return { from: first, to: last }
}

/** Sorts right before a date. */
const previous = (date: string): string =>
  `${date.slice(0, -1)}${String.fromCharCode(date.charCodeAt(date.length - 1) - 1)}~`
