/** Dates that name their month or year, with their first and last day. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { MONTHS } from '../../languages/months.ts'
import type { Token } from '../numbers/tokens.ts'

const DAY_ENDINGS = exactly(phrases('context', 'dayEndings'))
const YEAR_ENDINGS = exactly(phrases('context', 'yearEndings'))

/** First and last day, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

export interface Read {
  readonly to: number
  readonly days?: Days
}

const YEAR = /^(?:19|20)\d\d$/u

/** "16 February 2019", "Feb. 16, 2019", "March 2020", "2020", "2020-02-16". */
export function absolute(
  tokens: readonly Token[],
  first: number,
  published: string | undefined,
): Read | undefined {
  const token = tokens[first]
  if (token === undefined) return undefined
  let at = first
  let day: number | undefined
  if (token.kind === 'number') {
    if (YEAR.test(token.text)) return isoAt(tokens, first) ?? yearAt(tokens, first)
    if (!/^\d\d?$/u.test(token.text)) return undefined
    day = Number(token.text)
    at++
    if (DAY_ENDINGS.test(tokens[at]?.lower ?? '')) at++
    if (tokens[at]?.lower === 'of') at++
  }
  const name = tokens[at]
  const month = name?.kind === 'word' ? MONTHS.get(name.lower) : undefined
  if (name === undefined || month === undefined) return undefined
  // "may", "mar" and "march" in small letters are other words unless a day stands before them.
  if (day === undefined && !name.capital && name.lower.length < 6) {
    if (!YEAR.test(tokens[at + 1]?.text ?? '')) return undefined
  }
  at++
  if (tokens[at]?.text === '.' && tokens[at]?.spaced === false && name.text.length < 5) at++
  const after = tokens[at]
  if (
    day === undefined &&
    after?.kind === 'number' &&
    /^[1-9]\d?$/u.test(after.text) &&
    Number(after.text) <= 31
  ) {
    day = Number(after.text)
    at++
    if (YEAR_ENDINGS.test(tokens[at]?.lower ?? '')) at++
  }
  const comma = tokens[at]?.text === ',' ? at + 1 : at
  const written = tokens[comma]
  if (written?.kind === 'number' && YEAR.test(written.text))
    return { to: comma + 1, ...days(Number(written.text), month, day) }
  const guessed = published === undefined ? undefined : yearBefore(published, month, day)
  return { to: at, ...(guessed === undefined ? {} : days(guessed, month, day)) }
}

function yearAt(tokens: readonly Token[], at: number): Read | undefined {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (
    token === undefined ||
    (before !== undefined && !token.spaced && /^[\w/.$€£#]$/u.test(before.text.at(-1) ?? ''))
  )
    return undefined
  if (
    tokens[at + 1]?.text === '%' ||
    (tokens[at + 1]?.kind === 'word' && tokens[at + 1]?.spaced === false)
  )
    return undefined
  return { to: at + 1, days: { from: `${token.text}-01-01`, to: `${token.text}-12-31` } }
}

/** "2020-02-16" is five tokens. */
function isoAt(tokens: readonly Token[], at: number): Read | undefined {
  const text = [0, 1, 2, 3, 4].map((step) => tokens[at + step]?.text ?? '').join('')
  return /^\d{4}-\d\d-\d\d$/u.test(text) && valid(text)
    ? { to: at + 5, days: { from: text, to: text } }
    : undefined
}

export function days(year: number, month: number, day: number | undefined): { days?: Days } {
  const prefix = `${year}-${String(month + 1).padStart(2, '0')}`
  if (day === undefined) {
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    return { days: { from: `${prefix}-01`, to: `${prefix}-${last}` } }
  }
  const date = `${prefix}-${String(day).padStart(2, '0')}`
  return valid(date) ? { days: { from: date, to: date } } : {}
}

function valid(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)
}

/** The year of the last such month or day that is not after the publication. */
function yearBefore(published: string, month: number, day: number | undefined): number | undefined {
  if (published.length < 7) return undefined
  const at = Number(published.slice(0, 4))
  const key = `${String(month + 1).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`
  return key <= `${published.slice(5)}-31`.slice(0, 5) ? at : at - 1
}

export function daysOf(published: string): Days | undefined {
  if (!/^\d{4}(?:-\d\d){0,2}$/u.test(published)) return undefined
  if (published.length === 10)
    return valid(published) ? { from: published, to: published } : undefined
  const month = published.length === 7 ? Number(published.slice(5)) - 1 : undefined
  const at = Number(published.slice(0, 4))
  return month === undefined
    ? { from: `${at}-01-01`, to: `${at}-12-31` }
    : days(at, month, undefined).days
}
