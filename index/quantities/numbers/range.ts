/** Two numbers that are the ends of one range. */
import { exactly } from '../../languages/combined.ts'
import { directionOf } from '../../languages/changes.ts'
import { type TokenizedText, scaled } from './numeral.ts'
import { isFigure } from '../refused/not-figures.ts'
import { MONTH } from './lexicon.ts'
import { type Found, readOne } from './read-one.ts'
import type { Token } from './tokens.ts'
import { has } from './word-shapes.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'

const RANGE_FROM = exactly(phrases('numbers', 'rangeFrom'))

const TO = wholeIn('numbers', 'rangeTo')
const OR = wholeIn('numbers', 'rangeOr')
const AND = wholeIn('numbers', 'rangeAnd')

/** Whether a word of change stands before "from". */
function changes(tokens: readonly Token[], low: Found): boolean {
  if (low.percent !== undefined || low.currency !== undefined) return true
  for (let at = low.from - 2; at >= 0 && low.from - at < 14; at--) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== tokens[low.from]?.sentence) return false
    if (directionOf(token.lower) !== undefined) return true
  }
  return false
}

const DASHES = new Set(['~', '-', '–', '—', '‑', '−'])

/** "60 to 100 million", "5-10%", "between 30 and 35", "two or three", "de 5 à 10". */
export function range(reading: TokenizedText, low: Found): Found | undefined {
  const { tokens, language } = reading
  const joint = tokens[low.to]
  if (joint === undefined || low.ratio !== undefined || low.amount.kind !== 'exact')
    return undefined
  const before = tokens[low.from - 1]?.lower ?? ''
  const dash = DASHES.has(joint.text) && joint.spaced === (tokens[low.to + 1]?.spaced ?? false)
  const to = TO[language].test(joint.lower)
  const or = OR[language].test(joint.lower)
  const and = AND[language].test(joint.lower) && (before === 'between' || before === 'entre')
  if (!dash && !to && !or && !and) return undefined
  // "en 2009 à 187 millions": a year is no end of a range.
  if (!dash && !isFigure(reading, low) && !RANGE_FROM.test(before)) return undefined
  const high = readOne(reading, low.to + 1)
  if (high === undefined || high.amount.kind !== 'exact' || high.ratio !== undefined)
    return undefined
  // Figures that a change goes from and to are two, not one range; "July 2 to 186" is neither.
  if (to && (before === 'from' || before === 'de') && changes(tokens, low)) return undefined
  if (low.figure.plain && has(tokens[low.from - 1], MONTH)) return undefined
  if (low.percent !== undefined && high.percent === undefined) return undefined
  if (
    low.currency !== undefined &&
    high.currency !== undefined &&
    low.currency.code !== high.currency.code
  )
    return undefined
  const shares =
    low.figure.value === low.figure.written && high.figure.value !== high.figure.written
  const times = high.figure.value / high.figure.written
  const bottom =
    shares && low.figure.written < high.figure.written * 10
      ? scaled(low.amount.value, times)
      : low.amount.value
  const top = high.amount.value
  if (!(bottom < top)) return undefined
  if (or && (top > bottom * 3 || high.percent !== low.percent)) return undefined
  if (dash && low.figure.form !== high.figure.form) return undefined
  const currency = low.currency ?? high.currency
  return {
    start: low.start,
    end: high.end,
    from: low.from,
    to: high.to,
    number: { start: low.number.start, end: high.number.end },
    first: low.first,
    last: high.last,
    figure: { ...high.figure, plain: low.figure.plain && high.figure.plain },
    amount: { kind: 'range', low: bottom, high: top },
    sides: [low.number, high.number],
    ...(high.percent === undefined ? {} : { percent: high.percent }),
    ...(currency === undefined ? {} : { currency }),
  }
}
