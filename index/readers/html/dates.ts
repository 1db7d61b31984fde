/** Dates as pages state them for machines → `YYYY-MM-DD`, in their own zone. */
import { writtenDates } from '../../metadata/written-dates.ts'

/** `20190428`, `20190428060107`. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:$|T\d|\d{4}(?:\d{2})?$)/u
/** `Sun Apr 28 06:01:07 PDT 2019`. */
const UNIX = /^\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+[\d:]{5,8}\s+(?:\S{1,6}\s+)?(\d{4})$/u
/** Before a date: the day of the week. */
const BEFORE = /^(?:\p{L}+\.?,?\s+)?$/u
/** What a machine writes that knows no date. */
const NO_DATE = '1970-01-01'

/** `undefined` for what is no date, no whole date, or reads as two: `03/04/2019`. */
export function knownDate(stated: string): string | undefined {
  const text = stated.slice(0, 60).trim().replace(COMPACT, '$1-$2-$3').replace(UNIX, '$2 $1 $3')
  const [date] = writtenDates(text)
  const isWhole = date?.value.length === 10 && BEFORE.test(text.slice(0, date.start))
  return isWhole && date.value !== NO_DATE ? date.value : undefined
}
