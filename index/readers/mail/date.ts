/** The day a mail was sent, where its sender was. */
import type { Email } from 'postal-mime'
import { parseDate } from '../../dates.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const DATE = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\s+([12]\d{3})\b/iu

export function dateOf({ headers, date }: Email): string | undefined {
  const header = headers.find(({ key }) => key === 'date')?.value ?? ''
  const [, day, name = '', year] = DATE.exec(header) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  if (day !== undefined && year !== undefined && month > 0)
    return parseDate(`${year}-${month}-${day}`)
  const [iso] = /^[12]\d{3}-\d{2}-\d{2}/u.exec(date ?? '') ?? []
  return iso === undefined ? undefined : parseDate(iso)
}
