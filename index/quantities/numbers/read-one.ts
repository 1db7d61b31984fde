/** One number with its sign, currency and percent sign. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Span } from '../../document.ts'
import { type Currency, currencyAfter, currencyBefore } from '../units/currency.ts'
import { type Numeral, type TokenizedText, scaled } from './numeral.ts'
import { readMultiplier } from './multipliers.ts'
import { numberWords } from './number-words.ts'
import { readFigure } from './number.ts'
import { type Percent, readPercent } from './percent.ts'
import type { Amount } from '../quantity.ts'
import type { Token } from './tokens.ts'

const MINUS = exactly(phrases('numbers', 'minus'))

export interface Found extends Span {
  /** Tokens of the number, currency included. */
  readonly from: number
  readonly to: number
  readonly number: Span
  /** Token at which the number itself begins and the one after it. */
  readonly first: number
  readonly last: number
  readonly amount: Amount
  readonly figure: Numeral
  readonly percent?: Percent
  readonly currency?: Currency
  readonly ratio?: { readonly part: number; readonly whole: number }
  /** Both ends of a range, both parts of a ratio. */
  readonly sides?: readonly [Span, Span]
}

export function readOne(reading: TokenizedText, at: number): Found | undefined {
  const { tokens } = reading
  const before = currencyBefore(tokens, at)
  const figure = readFigure(reading, at, before !== undefined || moneyAhead(tokens, at))
  if (figure === undefined) return undefined
  const negative = minus(tokens, figure.from, before)
  const percent = readPercent(tokens, figure.to)
  const last = percent?.to ?? figure.to
  const after =
    before === undefined && percent === undefined ? currencyAfter(tokens, last) : undefined
  const currency = before ?? after
  // "75 USD million": the multiplier behind the currency.
  const late =
    after === undefined
      ? undefined
      : readMultiplier(tokens, after.edge, numberWords(reading.language), true)
  const from = Math.min(
    figure.from,
    before?.edge ?? figure.from,
    negative ? figure.from - 1 : figure.from,
  )
  const to = late?.to ?? Math.max(last, after?.edge ?? last)
  const value = scaled(figure.value, percent?.times ?? late?.times ?? 1) * (negative ? -1 : 1)
  const number = { start: tokens[figure.from]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 }
  return {
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    from,
    to,
    number,
    first: figure.from,
    last,
    figure,
    amount: figure.form === 'vague' ? { kind: 'vague', value } : { kind: 'exact', value },
    ...(percent === undefined ? {} : { percent }),
    ...(currency === undefined ? {} : { currency }),
    ...(figure.part === undefined || figure.whole === undefined
      ? {}
      : { ratio: { part: figure.part, whole: figure.whole } }),
  }
}

/** "2 m euros": the letter after the number is a multiplier when money follows it. */
const moneyAhead = (tokens: readonly Token[], at: number): boolean =>
  currencyAfter(tokens, at + 2) !== undefined && tokens[at + 1]?.kind === 'word'

function minus(tokens: readonly Token[], at: number, before: Currency | undefined): boolean {
  if (before !== undefined) return false
  const sign = tokens[at - 1]
  if (MINUS.test(sign?.lower ?? '')) return tokens[at - 2]?.kind !== 'number'
  if (sign === undefined || (sign.text !== '-' && sign.text !== '−')) return false
  if (tokens[at]?.kind !== 'number' || tokens[at].spaced) return false
  return (
    at === 1 || (sign.spaced && tokens[at - 2]?.kind !== 'number') || tokens[at - 2]?.text === '('
  )
}
