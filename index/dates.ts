/** Dates in words, English and French, by chrono-node, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
import { createRequire } from 'node:module'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ParsedComponents } from 'chrono-node'
import type * as english from 'chrono-node/en'
import type * as french from 'chrono-node/fr'

/** Loaded with the first date, at once: most questions have none, and an answer need not wait for it. */
const load = createRequire(import.meta.url)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is loaded is what is named
const en = (): typeof english.GB => (load('chrono-node/en') as typeof english).GB
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same
const fr = (): typeof french => load('chrono-node/fr') as typeof french

/** Loads both languages ahead, in short turns: where many ask, none waits for the first date. */
export async function prepareDates(): Promise<void> {
  for (const parser of [en, fr]) {
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
  for (const parser of [en, fr]) {
    const [result] = parser().parse(whole, today)
    if (result === undefined || result.text.length < whole.length || result.end) continue
    return toIso(result.start)
  }
  // chrono's French wants a day: "avril 2022".
  if (!/^\p{L}+\.? \d{4}$/u.test(whole)) return undefined
  const [result] = fr().parse(`1 ${whole}`, today)
  return result !== undefined && result.text.length === whole.length + 2
    ? toIso(result.start).slice(0, 7)
    : undefined
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
