/**
 * Every number of a text with what is written on it: currency, percent sign, the second end of a
 * range, the whole of a ratio. What is measured and who says so comes later.
 */
import type { TokenizedText } from './numeral.ts'
import { NUMBER_WORD } from './lexicon.ts'
import { isFigure } from '../refused/not-figures.ts'
import { range } from './range.ts'
import { ratio } from './ratio.ts'
import { type Found, readOne } from './read-one.ts'

/** "seven (7) nurses", "seven (07)": the same number in words and digits is one. */
function withDigits(reading: TokenizedText, one: Found): Found {
  const { tokens } = reading
  const [open, close] = [tokens[one.to], tokens[one.to + 2]]
  if (one.figure.form !== 'words' || open?.text !== '(' || close?.text !== ')') return one
  const digits = tokens[one.to + 1]
  if (digits?.kind !== 'number') return one
  // "(07)" is no number by itself.
  const again = /^0\d$/u.test(digits.text)
    ? Number(digits.text)
    : readOne(reading, one.to + 1)?.figure.value
  if (again !== one.figure.value) return one
  const to = one.to + 3
  return { ...one, to, last: to, end: close.end, number: { ...one.number, end: close.end } }
}

export function findNumbers(reading: TokenizedText): Found[] {
  const { tokens } = reading
  const found: Found[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind !== 'number' && (token.classes & NUMBER_WORD) === 0) {
      at++
      continue
    }
    const one = readOne(reading, at)
    if (one === undefined) {
      at++
      continue
    }
    if (Number.isNaN(one.figure.value)) {
      at = one.to
      continue
    }
    const whole = ratio(reading, one) ?? range(reading, one)
    const taken = whole !== undefined && isFigure(reading, whole) ? whole : one
    const told = taken === one ? withDigits(reading, one) : taken
    if (taken === whole || isFigure(reading, one)) found.push(told)
    at = Math.max(told.to, at + 1)
  }
  return found
}
