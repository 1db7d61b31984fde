/** Numbers that are no figures: dates, times, codes, marks of lists and footnotes, parts of names. */
import type { TokenizedText } from '../numbers/numeral.ts'
import { isCode, isGlued } from './not-codes.ts'
import { isDate, isTime, isYear } from './not-dates.ts'
import { isFootnote, isListMark, isNumbered } from './not-marks.ts'
import { isFigureInWords } from './not-words.ts'
import type { Found } from '../numbers/read-one.ts'

export function isFigure(reading: TokenizedText, found: Found): boolean {
  return found.figure.form === 'digits' || found.figure.form === 'fraction'
    ? isFigureInDigits(reading, found)
    : isFigureInWords(reading, found)
}

function isFigureInDigits(reading: TokenizedText, found: Found): boolean {
  const { tokens } = reading
  if (found.figure.form === 'fraction' && tokens[found.first]?.kind === 'word')
    return isFigureInWords(reading, found)
  const marked = found.percent !== undefined || found.currency !== undefined
  if (isGlued(tokens, found)) return false
  if (isDate(reading, found)) return false
  if (marked) return true
  return !(
    isYear(tokens, found) ||
    isTime(tokens, found) ||
    isFootnote(tokens, found) ||
    isListMark(tokens, found) ||
    isNumbered(tokens, found) ||
    isCode(tokens, found)
  )
}
