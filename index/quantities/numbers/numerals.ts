/**
 * Numbers in digits. Which separator groups and which one is the decimal mark depends on the language;
 * what could be a list, a version or a number without an end is not read at all.
 */
import type { Grammar } from '../../languages/pack.ts'

type Mark = Grammar['decimalMark']

/** Past this many digits a number is not exact any more. */
const DIGITS = 15

/** The value of digits with separators; `undefined` when it cannot be told. */
export function readNumeral(text: string, mark: Mark): number | undefined {
  const vulgar = /^(\d{0,9})([¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])$/u.exec(text)
  if (vulgar !== null) return Number(vulgar[1] ?? 0) + (VULGAR.get(vulgar[2] ?? '') ?? Number.NaN)
  if (text.length > 24 || !/^\d[\d.,'’]*$/u.test(text)) return undefined
  if (/^\d+$/u.test(text)) return integer(text)
  const plain = text.replaceAll('’', "'")
  const grouped = GROUPED.some((pattern) => pattern.test(plain))
  if (grouped && !isDecimal(plain, mark)) return integer(plain.replace(/[.,']/gu, ''))
  const decimal =
    /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})\.(\d+)$/u.exec(plain)
  if (decimal !== null) return fraction(decimal[1] ?? '', decimal[2] ?? '')
  const comma = /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:'\d{3})+),(\d+)$/u.exec(plain)
  if (comma === null) return undefined
  const [, whole = '', part = ''] = comma
  // "1,5" in English is more often two numbers of a list than one and a half.
  if (mark === '.' && !whole.includes('.') && part.length > 2) return undefined
  return fraction(whole, part)
}

const VULGAR: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
])

/** Thousands by commas, dots or apostrophes; lakhs and crores: "4,15,548". */
const GROUPED = [
  /^[1-9]\d{0,2}(?:,\d{3})+$/u,
  /^[1-9]\d{0,2}(?:\.\d{3})+$/u,
  /^[1-9]\d{0,2}(?:'\d{3})+$/u,
  /^[1-9]\d?(?:,\d{2})+,\d{3}$/u,
]

/** "1.234" is a decimal number in English, "1,234" in French. */
function isDecimal(text: string, mark: Mark): boolean {
  return text.includes(mark) && text.indexOf(mark) === text.lastIndexOf(mark)
}

function integer(digits: string): number | undefined {
  if (digits.length > 1 && digits.startsWith('0')) return undefined
  return significant(digits) > DIGITS ? undefined : Number(digits)
}

function fraction(whole: string, part: string): number | undefined {
  const digits = whole.replace(/[.,']/gu, '')
  if (digits.length > 1 && digits.startsWith('0')) return undefined
  return significant(digits + part) > DIGITS ? undefined : Number(`${digits}.${part}`)
}

const significant = (digits: string): number =>
  digits.replace(/^0+/u, '').replace(/(?<!0)0+$/u, '').length
