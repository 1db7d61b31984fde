/** Stretches of time as people write them: "1–7 June 2021", "du 2 au 8 mai 2024", "January to March 2024". */
import { dateOf, monthOf, writtenDates } from './written-dates.ts'

export interface WrittenPeriod {
  /** As much of it as is written, ISO; the last day counts. */
  readonly from: string
  readonly to: string
  readonly start: number
  readonly end: number
}

const JOIN = String.raw`[ \u00A0]?(?:[-–—]|\b(?:to|until|through|and|au|à|et|bis|al|a|y|e|до|по|إلى)\b)[ \u00A0]?(?:the |le |den |el )?`
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`
const MONTH = String.raw`(\p{L}{3,12})\.?`
const YEAR = String.raw`((?:19|20)\d{2})(?![\d%]|[.,/-]\d)`
const OF = String.raw`[ \u00A0_-]{1,2}(?:de |of |d[’'])?`
const BEFORE = String.raw`(?<![\p{L}\d.,/-])`

const NUMERIC_MONTH = String.raw`[./](\d{1,2})[./]`

type Read = (
  parts: readonly (string | undefined)[],
) => readonly [string | undefined, string | undefined]

/** Of two that begin at one place the first is taken: it is the fuller one. */
const PATTERNS: readonly (readonly [RegExp, Read])[] = [
  [
    // 28 May – 3 June 2021; 1–7 June 2021; 28 December 2020 – 3 January 2021
    new RegExp(
      String.raw`${BEFORE}${DAY}(?:${OF}${MONTH}(?:,?[ \u00A0](?:de )?${YEAR})?)?${JOIN}${DAY}${OF}${MONTH},?[ \u00A0_-]{1,2}(?:de |del )?${YEAR}`,
      'giu',
    ),
    ([one, month, year, other, last, end]) => [
      dateOf(year ?? end, monthOf(month ?? last), one),
      dateOf(end, monthOf(last), other),
    ],
  ],
  [
    // June 1–7, 2021; June 28 to July 3, 2021
    new RegExp(
      String.raw`(?<!\p{L})${MONTH}[ \u00A0]${DAY}(?:,?[ \u00A0]${YEAR})?${JOIN}(?:${MONTH}[ \u00A0])?${DAY},?[ \u00A0]{1,2}${YEAR}`,
      'giu',
    ),
    ([month, one, year, last, other, end]) => [
      dateOf(year ?? end, monthOf(month), one),
      dateOf(end, monthOf(last ?? month), other),
    ],
  ],
  [
    // 02 - 08/06/2025; 28/05/2025 au 03/06/2025
    new RegExp(
      String.raw`${BEFORE}(\d{1,2})(?:${NUMERIC_MONTH}((?:19|20)\d{2})|[./](\d{1,2}))?${JOIN}(\d{1,2})${NUMERIC_MONTH}((?:19|20)\d{2})(?!\d)`,
      'giu',
    ),
    ([one, month, year, short, other, last, end]) => [
      dateOf(year ?? end, Number(month ?? short ?? last), one),
      dateOf(end, Number(last), other),
    ],
  ],
  [
    // January to March 2024; December 2023 – February 2024
    new RegExp(
      String.raw`(?<!\p{L})${MONTH}(?:,?[ \u00A0](?:de )?${YEAR})?${JOIN}${MONTH},?[ \u00A0](?:de |del )?${YEAR}`,
      'giu',
    ),
    ([month, year, last, end]) => [dateOf(year ?? end, monthOf(month)), dateOf(end, monthOf(last))],
  ],
]

const ANY_YEAR = /(?:19|20)\d{2}/u
const JOINED = new RegExp(String.raw`^${JOIN}$`, 'iu')

/** In the order of the text; one that would end before it begins is none. */
export function writtenPeriods(text: string, isDayFirst = false): WrittenPeriod[] {
  const found: WrittenPeriod[] = []
  if (!ANY_YEAR.test(text)) return found
  const add = (from: string | undefined, to: string | undefined, start: number, end: number) => {
    if (from === undefined || to === undefined || from.length !== to.length || from >= to) return
    if (found.some((other) => other.start < end && start < other.end)) return
    found.push({ from, to, start, end })
  }
  for (const [pattern, read] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = read(match.slice(1))
      add(from, to, match.index, match.index + match[0].length)
    }
  const dates = writtenDates(text, isDayFirst)
  for (const [at, date] of dates.entries()) {
    const next = dates[at + 1]
    if (next !== undefined && JOINED.test(text.slice(date.end, next.start)))
      add(date.value, next.value, date.start, next.end)
  }
  return found.sort((a, b) => a.start - b.start)
}
