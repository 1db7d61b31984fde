/** "last week", "the past 21 years", "yesterday": counted back from the day of publication. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { wordList } from '../../word-map.ts'
import { WEEKDAYS } from '../../languages/months.ts'
import { TIME_NAMES } from '../../languages/units.ts'
import { type Days, type Read, days } from './calendar.ts'
import type { Token } from '../numbers/tokens.ts'

const THIS = exactly(phrases('context', 'this'))

const BACK = wordList(
  'last past previous this current dernièr dernièrs dernière dernières derniers ces cette ce',
)

/** Every word but the days of the week that such a period can begin with. */
export const RELATIVE = wordList(["yesterday hier today aujourd'hui", ...BACK.keys()].join(' '))

/** "last week", "in the past 21 years", "yesterday", "this month", "on Thursday", "le mois dernier". */
export function relative(
  tokens: readonly Token[],
  at: number,
  published: string | undefined,
): Read | undefined {
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  const today = published?.length === 10 ? published : undefined
  const word = token.lower
  if (word === 'yesterday' || word === 'hier') return { to: at + 1, ...spanBack(today, 1, 1) }
  if (word === 'today' || word === "aujourd'hui") return { to: at + 1, ...spanBack(today, 0, 0) }
  const weekday = WEEKDAYS.get(word)
  if (weekday !== undefined && token.capital !== (word.endsWith('i') || word === 'dimanche'))
    return { to: at + 1, ...(today === undefined ? {} : lastWeekday(today, weekday)) }
  if (!BACK.has(word)) return undefined
  const count = tokens[at + 1]
  const number = count?.kind === 'number' ? Number(count.text) : SMALL.get(count?.lower ?? '')
  const unit = tokens[number === undefined ? at + 1 : at + 2]
  const name = TIME_NAMES.get(unit?.lower ?? '')
  if (unit === undefined || name === undefined || unit.text.length < 2) return undefined
  const to = (number === undefined ? at + 1 : at + 2) + 1
  if (today === undefined || (number !== undefined && number > 400)) return { to }
  return { to, ...back(today, word, number, name) }
}

const SMALL: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at + 2]),
)

const DAY = 86_400_000
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`)

function spanBack(today: string | undefined, from: number, to: number): { days?: Days } {
  if (today === undefined || Number.isNaN(timeOf(today))) return {}
  return { days: { from: iso(timeOf(today) - from * DAY), to: iso(timeOf(today) - to * DAY) } }
}

function lastWeekday(today: string, weekday: number): { days?: Days } {
  if (Number.isNaN(timeOf(today))) return {}
  const ago = (new Date(timeOf(today)).getUTCDay() - weekday + 7) % 7
  return spanBack(today, ago, ago)
}

function back(
  today: string,
  word: string,
  number: number | undefined,
  unit: string,
): { days?: Days } {
  const time = timeOf(today)
  if (Number.isNaN(time)) return {}
  const date = new Date(time)
  const [at, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const now = THIS.test(word)
  const count = number ?? 1
  switch (unit) {
    case 'day':
      return spanBack(today, count, 0)
    case 'week': {
      if (number !== undefined) return spanBack(today, 7 * count, 0)
      const monday = (date.getUTCDay() + 6) % 7
      return now ? spanBack(today, monday, 0) : spanBack(today, monday + 7, monday + 1)
    }
    case 'month': {
      if (now) return { days: { from: iso(Date.UTC(at, month, 1)), to: today } }
      if (number !== undefined)
        return { days: { from: iso(Date.UTC(at, month - count, date.getUTCDate())), to: today } }
      return days(month === 0 ? at - 1 : at, (month + 11) % 12, undefined)
    }
    case 'year':
    case 'decade': {
      const years = unit === 'decade' ? 10 * count : count
      if (now) return { days: { from: `${at}-01-01`, to: today } }
      if (number !== undefined || unit === 'decade')
        return { days: { from: iso(Date.UTC(at - years, month, date.getUTCDate())), to: today } }
      return { days: { from: `${at - 1}-01-01`, to: `${at - 1}-12-31` } }
    }
    default:
      return {}
  }
}
