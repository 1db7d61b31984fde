/** Whole dates in a text, in figures or in words, English and French. */
import type { Span } from '../../index/document.ts'
import { parseDate } from '../../index/dates.ts'

export interface FoundDate extends Span {
  /** `YYYY-MM-DD`. */
  readonly iso: string
}

const ISO = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu
const SLASHED = /(?<!\d)(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})(?!\d)/gu
const WORDED =
  /(?<!\d)\d{1,2}(?:er|st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}(?!\d)|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}(?!\d)/gu

export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = []
  const take = (match: RegExpExecArray, iso: string | undefined): void => {
    if (iso?.length === 10)
      found.push({ iso, start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(ISO)) take(match, match[0])
  for (const match of text.matchAll(SLASHED)) {
    const { day = '', month = '', year = '' } = match.groups ?? {}
    take(match, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  for (const match of text.matchAll(WORDED)) take(match, parseDate(match[0]))
  return found
}
