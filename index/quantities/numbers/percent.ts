/** Percentages: "40%", "40 per cent", "40 pour cent", "5 percentage points", "2 ‰". */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Token } from './tokens.ts'

const PERCENT = exactly(phrases('numbers', 'percent'))
const PER_CENT = exactly(phrases('numbers', 'perCent'))
const POINTS = exactly(phrases('numbers', 'points'))
const OF_PERCENT = exactly(phrases('numbers', 'ofPercent'))

export interface Percent {
  /** First token of the sign, and the token after it. */
  readonly from: number
  readonly to: number
  readonly points: boolean
  /** A promille is a tenth of a percent. */
  readonly times: number
}

export function readPercent(tokens: readonly Token[], at: number): Percent | undefined {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined) return undefined
  if (token.text === '%' || token.text === '٪') {
    // A sign that a letter or digit follows is the escape of an address.
    if (next !== undefined && !next.spaced && next.kind === 'number') return undefined
    return withPoints(tokens, at, at + 1)
  }
  const last = tokens[at + 2]
  if (next?.text === '-' && PER_CENT.test(`${token.lower}-${last?.lower}`))
    return withPoints(tokens, at, at + 3)
  if (token.text === '‰') return { from: at, to: at + 1, points: false, times: 0.1 }
  if (PERCENT.test(token.lower)) return withPoints(tokens, at, at + 1)
  if (next !== undefined && PER_CENT.test(`${token.lower} ${next.lower}`))
    return withPoints(tokens, at, at + 2)
  if (!POINTS.test(token.lower)) return undefined
  if (OF_PERCENT.test(`${next?.lower} ${last?.lower}`))
    return { from: at, to: at + 3, points: true, times: 1 }
  return next?.text === '%' ? { from: at, to: at + 2, points: true, times: 1 } : undefined
}

function withPoints(tokens: readonly Token[], from: number, to: number): Percent {
  const points = POINTS.test(tokens[to]?.lower ?? '')
  return { from, to: points ? to + 1 : to, points, times: 1 }
}
