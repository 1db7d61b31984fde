/** Stored numbers → what the cell shows: by the number format of its style. */
import { format, isDateFormat } from 'numfmt'
import { type Element, find } from '../xml.ts'

const GENERAL = 'General'
/** Formats that a file only names by number (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  20: 'h:mm',
  21: 'h:mm:ss',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}
/** These show a date as the reader's own system does; an unmistakable order stands in. */
const LOCAL_DATES = new Set([14, 27, 30, 36, 50, 57])
const LOCAL_DATE = 'yyyy-mm-dd'
const OTHER_DATES: Readonly<Record<number, string>> = {
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'yyyy-mm-dd h:mm',
}

/** Days from the first of 1900 to the first of 1904. */
const TO_1904 = 1462

/** The program takes no longer ones. */
const LONGEST = 255

/** The format of each cell style of `styles.xml`. */
export function formatsOf(styles: Element | undefined): string[] {
  if (styles === undefined) return []
  const own = new Map(
    find(styles, 'numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? GENERAL,
    ]),
  )
  const cells = find(styles, 'cellXfs')[0]
  if (cells === undefined) return []
  return find(cells, 'xf').map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0)
    if (LOCAL_DATES.has(id)) return LOCAL_DATE
    return own.get(id) ?? BUILT_IN[id] ?? OTHER_DATES[id] ?? GENERAL
  })
}

/** A number as its cell shows it; a format that is broken shows the number itself. */
export function display(stored: string, code: string, since1904: boolean): string {
  const value = Number(stored)
  if (stored.trim() === '' || Number.isNaN(value)) return stored
  if (code === GENERAL || code === '@' || code.length > LONGEST) return plain(value)
  try {
    const days = since1904 && isDateFormat(code) ? value + TO_1904 : value
    const shown = format(code, days, { nbsp: false }).replace(/\s+/gu, ' ').trim()
    // "####" and the like, and formats that hide: the number is in the file all the same.
    return shown === '' || /^#+$/u.test(shown) ? plain(value) : shown
  } catch {
    return plain(value)
  }
}

/** Without the last digits that binary fractions make up: 0.1 + 0.2 is 0.3. */
const plain = (value: number): string => String(Number(value.toPrecision(15)))
