/** Whole dates in a text: the periods that are one day, and days in figures. */
import type { Language, Span } from '../../index/document.ts'
import { periods } from '../../index/quantities/context/period.ts'
import { tokenize } from '../../index/quantities/numbers/tokens.ts'

export interface FoundDate extends Span {
  /** `YYYY-MM-DD`. */
  readonly iso: string
}

/** "21/09/2025": which number is the month differs by country, so no figure is given it as its period. */
const DAY_FIRST = /(?<!\d)(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})(?!\d)/gu

export function datesIn(text: string, language: Language): FoundDate[] {
  const days = periods(tokenize(text, language), undefined).flatMap(({ start, end, from, to }) =>
    from !== undefined && from === to ? [{ iso: from, start, end }] : [],
  )
  const figures = [...text.matchAll(DAY_FIRST)].map(({ index, 0: words, groups }) => {
    const { day = '', month = '', year = '' } = groups ?? {}
    return {
      iso: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      start: index,
      end: index + words.length,
    }
  })
  return [...days, ...figures]
}
