/** Dates in words, of every language that has a parser, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ParsedComponents } from 'chrono-node'
import { LANGUAGES, packOf } from './languages/packs.ts'

const PARSERS = LANGUAGES.flatMap((language) => packOf(language).dates ?? [])

/** Loads them ahead, in short turns: where many ask, none waits for the first date. */
export async function prepareDates(): Promise<void> {
  for (const parser of PARSERS) {
    const loaded = parser()
    await nextTurn()
    loaded.parse('1 May 2020')
    await nextTurn()
  }
}

/** The date that a text is, all of it; `undefined` when it is anything more or less. */
export function parseDate(text: string, today: Date = new Date()): string | undefined {
  const whole = text.trim().replace(/[.,]$/u, '')
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/u.exec(whole)
  if (iso !== null) return fromIso(iso)
  for (const parser of PARSERS) {
    const [result] = parser().parse(whole, today)
    if (result === undefined || result.text.length < whole.length || result.end) continue
    return toIso(result.start)
  }
  // Chrono's French wants a day: "avril 2022".
  if (!/^\p{L}+\.? \d{4}$/u.test(whole)) return undefined
  for (const parser of PARSERS) {
    const [result] = parser().parse(`1 ${whole}`, today)
    if (result?.text.length === whole.length + 2) return toIso(result.start).slice(0, 7)
  }
  return undefined
}

/** The first month or year that a text names: "in April 2022" → `2022-04`, "en 2021" → `2021`. */
export function findPeriod(text: string): string | undefined {
  for (const match of text.matchAll(
    /(?:(?<month>\p{L}{3,9})\.?\s+)?(?<![\d.,])(?<year>(?:19|20)\d{2})(?![\d%])/gu,
  )) {
    const { month, year = '' } = match.groups ?? {}
    return (month === undefined ? undefined : parseDate(`${month} ${year}`)) ?? year
  }
  return undefined
}

function fromIso([, year = '', month, day]: RegExpExecArray): string | undefined {
  const text = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-')
  const date = new Date(`${text}${'-01'.repeat(3 - text.split('-').length)}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

function toIso(start: ParsedComponents): string {
  const pad = (number: number | null): string => String(number ?? 1).padStart(2, '0')
  const month = `${start.get('year')}-${pad(start.get('month'))}`
  // "April 2022" has no certain day; "yesterday" has neither month nor day certain, but means a day.
  return start.isCertain('day') || !start.isCertain('month')
    ? `${month}-${pad(start.get('day'))}`
    : month
}
