/** Dates as pages state them for machines → `YYYY-MM-DD`, in their own zone. */

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january janvier janv',
    'feb february février fevrier févr fév',
    'mar march mars',
    'apr april avril avr',
    'may mai',
    'jun june juin',
    'jul july juillet juil',
    'aug august août aout',
    'sep sept september septembre',
    'oct october octobre',
    'nov november novembre',
    'dec december décembre decembre déc',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1])),
)

/** With a time or without: `2019-04-28T06:01:07-07:00`, `2019-04-28 06:01`, `2019/04/28`. */
const ISO = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:$|[T\s,])/u
/** `20190428`, `20190428060107`. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:$|T\d|\d{4}(?:\d{2})?$)/u
/** `Sun, 28 Apr 2019 06:01:07 GMT`, `28 avril 2019`. */
const DAY_FIRST =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er)?[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4})\b/u
/** `April 28, 2019`, `Sun Apr 28 2019`. */
const MONTH_FIRST = /^(?:\p{L}+\.?,?\s+)??(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u
/** `Sun Apr 28 06:01:07 PDT 2019`. */
const UNIX = /^\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+[\d:]{5,8}\s+(?:\S{1,6}\s+)?(\d{4})$/u

/** `undefined` for what is no date, no whole date, or reads as two: `03/04/2019`. */
export function knownDate(stated: string): string | undefined {
  const text = stated.slice(0, 60).trim()
  const [, year, , month, day] = ISO.exec(text) ?? []
  if (year !== undefined) return toIso(year, Number(month), day)
  const compact = COMPACT.exec(text)
  if (compact !== null) return toIso(compact[1], Number(compact[2]), compact[3])
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst !== null) return toIso(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(text) ?? UNIX.exec(text)
  return toIso(monthFirst?.[3], monthOf(monthFirst?.[1]), monthFirst?.[2])
}

const monthOf = (name = ''): number => MONTHS[name.toLowerCase()] ?? 0

function toIso(year = '', month: number, day = ''): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  // `1970-01-01` is what a machine writes that knows no date.
  const known = !Number.isNaN(time) && Number(year) >= 1500 && Number(year) < 2200 && time !== 0
  return known && new Date(time).toISOString().startsWith(iso) ? iso : undefined
}
