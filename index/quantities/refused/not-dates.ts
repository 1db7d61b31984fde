/** Days, months, years and times of day: numbers that say when, not how many. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { TokenizedText } from '../numbers/numeral.ts'
import { MONTH } from '../numbers/lexicon.ts'
import { isClosed } from './not-marks.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'
import { type Language, packOf } from '../../languages/packs.ts'

const TO_DAY = exactly(phrases('refused', 'toDay'))
const DAY_JOINERS = exactly(phrases('refused', 'dayJoiners'))
const BEFORE_OLD_YEAR = exactly(phrases('refused', 'beforeOldYear'))
const BEFORE_YEAR = exactly(phrases('refused', 'beforeYear'))
const HALF_OF_DAY = exactly(phrases('refused', 'halfOfDay'))
const CLOCK = exactly(phrases('refused', 'clock'))

const isMonth = (token: Token | undefined): boolean =>
  token !== undefined && (token.classes & MONTH) !== 0

export function isDate({ tokens, language }: TokenizedText, found: Found): boolean {
  if (!found.figure.plain || found.percent !== undefined || found.currency !== undefined)
    return false
  const value = found.amount.kind === 'range' ? found.amount.high : found.amount.value
  let after = found.last
  if (ORDINAL.test(tokens[after]?.lower ?? '') && tokens[after]?.spaced === false) after++
  if (tokens[after]?.lower === 'of') after++
  if (value <= 31 && isMonthName(tokens[after], language, tokens[after + 1])) return true
  // "March 16", "Feb. 16, 2019", "July 23 to August 5", "16, 17 and 18 May".
  let before = found.first - 1
  if (tokens[before]?.text === '.') before--
  if (value <= 31 || isYearNumber(found)) {
    const month = tokens[before]
    if (isMonthName(month, language)) return !countsPeople(tokens, found.last) || value > 31
    if (month?.text === ',' && isYearNumber(found)) return true
  }
  return (
    value <= 31 && (endsDays(tokens, found, language) || listOfDays(tokens, found.last, language))
  )
}

/** "March 27 to 31": a last day after month and first day; "from March 27 to 31 cases" counts. */
function endsDays(tokens: readonly Token[], found: Found, language: Language): boolean {
  const next = tokens[found.last]
  if (next?.kind === 'word' && !isClosed(next)) return false
  if (!TO_DAY.test(tokens[found.first - 1]?.lower ?? '')) return false
  const day = tokens[found.first - 2]
  return (
    day?.kind === 'number' &&
    /^\d{1,2}$/u.test(day.text) &&
    isMonthName(tokens[found.first - 3], language, day)
  )
}

const ORDINAL = exactly(phrases('refused', 'ordinal'))

/** "may" and "march" in small letters are verbs in English; months have no capital in French. */
export function isMonthName(token: Token | undefined, language: Language, after?: Token): boolean {
  if (!isMonth(token) || token === undefined) return false
  if (token.lower === 'may' && (after?.text === ',' || after?.kind === 'number')) return true
  return token.capital || !packOf(language).grammar.capitalMonths.includes(token.lower)
}

/** "4, 5 and 6 May": days before a day before a month. */
function listOfDays(tokens: readonly Token[], at: number, language: Language): boolean {
  let next = at
  for (let steps = 0; steps < 6; steps++) {
    const joint = tokens[next]
    if (joint === undefined) return false
    const joins = DAY_JOINERS.test(joint.lower)
    const number = tokens[next + 1]
    if (!joins || number?.kind !== 'number' || number.text.length > 2) return false
    next += 2
    if (ORDINAL.test(tokens[next]?.lower ?? '') && tokens[next]?.spaced === false) next++
    if (isMonthName(tokens[next], language)) return true
  }
  return false
}

const isYearNumber = (found: Found): boolean => {
  const value = found.amount.kind === 'range' ? found.amount.low : found.amount.value
  return found.figure.plain && Number.isInteger(value) && value >= 1000 && value <= 2100
}

/** Nouns that a number like a year counts after all: "2019 people". */
const COUNTED_NOUN = exactly(phrases('refused', 'countedNoun'))

function countsPeople(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]
  if (COUNTED_NOUN.test(first?.lower ?? '')) return true
  return (
    first?.kind === 'word' && !isClosed(first) && COUNTED_NOUN.test(tokens[at + 1]?.lower ?? '')
  )
}

const QUALIFIERS = exactly(phrases('refused', 'qualifiers'))

/** 1999, 2019/20, 2002-2008, "2022.2" with the mark of a footnote. */
export function isYear(tokens: readonly Token[], found: Found): boolean {
  if (
    found.figure.form === 'digits' &&
    /^(?:19|20)\d\d[.,]\d{1,2}$/u.test(tokens[found.first]?.text ?? '')
  )
    return !countsPeople(tokens, found.last)
  if (!isYearNumber(found)) return false
  const next = tokens[found.last]
  const before = tokens[found.from - 1]?.lower ?? ''
  const value = found.amount.kind === 'range' ? found.amount.low : found.amount.value
  // Of old a year stands after "in" or in brackets, and counts nothing.
  if (value < 1800) {
    const noun = next?.kind === 'word' && !isClosed(next)
    const range = found.amount.kind === 'range' && found.amount.high < 2100
    const old = BEFORE_OLD_YEAR
    return !noun && (old.test(before) || (range && (before === '(' || before === '.')))
  }
  const dated = BEFORE_YEAR.test(before)
  const qualified =
    QUALIFIERS.test(before) && before !== 'of' && before !== 'à' && before !== 'total'
  if (qualified || before === 'total') return false
  if (!dated && countsPeople(tokens, found.last) && next?.line !== true) return false
  return !(before === 'of' && tokens[found.from - 2]?.lower === 'total')
}

/** 9am, 10:30, 15h30, 7 p.m. */
export function isTime(tokens: readonly Token[], found: Found): boolean {
  const after = tokens[found.last]
  const next = tokens[found.last + 1]
  if (after === undefined) return false
  if (HALF_OF_DAY.test(after.lower)) return true
  if (/^[ap]$/u.test(after.lower) && next?.text === '.' && tokens[found.last + 2]?.lower === 'm')
    return true
  if (after.lower === 'h' && next?.kind === 'number' && !next.spaced) return true
  if (CLOCK.test(after.lower) && found.figure.plain && found.figure.value > 99) return true
  if (after.text === ':' && !after.spaced && next?.kind === 'number' && !next.spaced) return true
  const before = tokens[found.first - 1]
  const minutes = tokens[found.first]?.text.length === 2
  return (
    before?.text === ':' && !before.spaced && minutes && tokens[found.first - 2]?.kind === 'number'
  )
}
