/** What units are made of: a hyphen before them, "per kg" behind them. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Span } from '../../document.ts'
import { NEEDS_DIGITS } from '../../languages/units.ts'
import type { Unit } from '../quantity.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'

const NO_RATE = exactly(phrases('units', 'noRate'))

export interface ReadUnit {
  readonly unit: Unit
  /** The token after the unit, where what is measured begins. */
  readonly to: number
}

export const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
})

/** The hyphen of "14-year-old" and "7-month". */
export const hyphened = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '-' && tokens[at + 1]?.kind === 'word'

export const allowed = (word: Token, found: Found): boolean =>
  !NEEDS_DIGITS.has(word.lower) ||
  (found.figure.form === 'digits' &&
    (word.text === word.lower || word.text === 'L' || !word.spaced || word.text.length > 1))

/** "per kg", "per person per day", "/day", "par mois", "for each USD". */
export function readPer(
  tokens: readonly Token[],
  from: number,
): { part: { per: Span }; to: number } | undefined {
  let at = from
  for (let times = 0; times < 3; times++) {
    const mark = tokens[at]
    const word = tokens[at + 1]
    if (mark === undefined || word === undefined) break
    const slash = mark.text === '/' && !word.spaced && word.kind === 'word'
    const per =
      (mark.lower === 'per' || mark.lower === 'par') &&
      word.kind === 'word' &&
      !NO_RATE.test(word.lower)
    if (!slash && !per) break
    at += 2
  }
  return at === from ? undefined : { part: { per: spanOf(tokens, from, at) }, to: at }
}
