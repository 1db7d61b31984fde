/** Percentages: "40%", "40 per cent", "40 pour cent", "5 percentage points", "2 ‰". */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Token } from './tokens.ts'

const PERCENT = exactly(phrases('numbers', 'percent'))

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
  if (token.lower === 'pour' && next?.text === '-' && tokens[at + 2]?.lower === 'cent')
    return withPoints(tokens, at, at + 3)
  if (token.text === '‰') return { from: at, to: at + 1, points: false, times: 0.1 }
  if (PERCENT.test(token.lower)) return withPoints(tokens, at, at + 1)
  if (/^percentages?$/u.test(token.lower)) return withPoints(tokens, at, at + 1)
  if (
    (token.lower === 'per' && next?.lower === 'cent') ||
    (token.lower === 'pour' && next?.lower === 'cent')
  )
    return withPoints(tokens, at, at + 2)
  if (/^points?$/u.test(token.lower)) {
    if (next?.lower === 'de' && tokens[at + 2]?.lower === 'pourcentage')
      return { from: at, to: at + 3, points: true, times: 1 }
    if (next?.text === '%') return { from: at, to: at + 2, points: true, times: 1 }
  }
  return undefined
}

function withPoints(tokens: readonly Token[], from: number, to: number): Percent {
  const points = /^points?$/u.test(tokens[to]?.lower ?? '')
  return { from, to: points ? to + 1 : to, points, times: 1 }
}
