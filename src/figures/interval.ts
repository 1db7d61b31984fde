/** What a figure says of the true number: every value that its wording leaves room for. */
import type { Amount, Modifier, Quantity } from '../../index/quantities/quantity.ts'

/** From `low` to `high`; `open` ends are themselves not meant. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly openLow: boolean
  readonly openHigh: boolean
}

/** "an estimated 300" has room for a tenth on either side. */
const ABOUT = 0.1
/** "hundreds" are fewer than thousands. */
const VAGUE = 10

export function intervalOf({ amount, modifier }: Pick<Quantity, 'amount' | 'modifier'>): Interval {
  const { low, high } = ends(amount)
  return widen(low, high, modifier?.relation, amount.kind === 'vague')
}

function ends(amount: Amount): { low: number; high: number } {
  if (amount.kind === 'range') return { low: amount.low, high: amount.high }
  const { value } = amount
  return { low: value, high: amount.kind === 'vague' ? value * VAGUE : value }
}

function widen(
  low: number,
  high: number,
  relation: Modifier['relation'] | undefined,
  openHigh: boolean,
): Interval {
  const floor = Math.min(0, low)
  if (relation === '≥') return { low, high: Infinity, openLow: false, openHigh: true }
  if (relation === '>') return { low, high: Infinity, openLow: true, openHigh: true }
  if (relation === '≤') return { low: floor, high, openLow: false, openHigh }
  if (relation === '<') return { low: floor, high, openLow: false, openHigh: true }
  if (relation === '~') {
    const room = Math.abs(high) * ABOUT
    return { low: low - room, high: high + room, openLow: false, openHigh }
  }
  return { low, high, openLow: false, openHigh }
}

/** Whether one value can be meant by both. */
export function meet(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a)
}

/** Whether all that `a` can mean is less than all that `b` can. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high < b.low || (a.high === b.low && (a.openHigh || b.openLow))
}
