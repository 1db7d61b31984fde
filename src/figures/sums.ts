/** Parts that add up to a total: "humanitarian and health aid" is the sum of one and the other. */
import { Slices } from '../../index/slices.ts'
import type { Line } from './line.ts'
import { countedOf, type Member } from './member.ts'
import { isWithin } from './same.ts'

export interface Sum {
  readonly total: Line
  readonly parts: readonly Line[]
}

/** More parts than these are not tried. */
const MOST_LINES = 12
/** Rounded parts miss their total by so much of it. */
const ROUNDING = 0.01

/** @param others lines that can be parts only */
export async function findSums(
  lines: readonly Line[],
  others: readonly Line[] = [],
  slices = new Slices(),
): Promise<Sum[]> {
  const taken = new Set<Line>()
  const sums = await slices.map(lines, (total) => {
    const whole = exactOf(total)
    if (whole === undefined || taken.has(total)) return []
    const candidates = [...lines, ...others]
      .filter((line) => line !== total && !taken.has(line) && isPartOf(line, total))
      .slice(0, MOST_LINES)
    const parts = choose(candidates, whole, total)
    for (const part of parts) taken.add(part)
    return parts.length > 0 ? [{ total, parts }] : []
  })
  return sums.flat()
}

/** The smallest set of two or more that makes the total and names all that it names. */
function choose(candidates: readonly Line[], whole: number, total: Line): Line[] {
  let best: Line[] = []
  const visit = (from: number, chosen: readonly Line[], sum: number): void => {
    if (chosen.length > 1 && Math.abs(sum - whole) <= whole * ROUNDING && covers(chosen, total)) {
      if (best.length === 0 || chosen.length < best.length) best = [...chosen]
      return
    }
    for (let at = from; at < candidates.length; at++) {
      const line = candidates[at]
      const value = line === undefined ? undefined : exactOf(line)
      if (line === undefined || value === undefined || sum + value > whole * (1 + ROUNDING))
        continue
      visit(at + 1, [...chosen, line], sum + value)
    }
  }
  visit(0, [], 0)
  return best
}

const isPartOf = (part: Line, total: Line): boolean => {
  const [one, whole] = [namesOf(part), namesOf(total)]
  return one.size < whole.size && isWithin(one, whole)
}

const covers = (parts: readonly Line[], total: Line): boolean =>
  isWithin(namesOf(total), new Set(parts.flatMap((part) => [...namesOf(part)])))

const NONE: ReadonlySet<string> = new Set()

const first = ({ members }: Line): Member | undefined => members[0]

function namesOf(line: Line): ReadonlySet<string> {
  const member = first(line)
  return member === undefined ? NONE : countedOf(member).narrowing
}

function exactOf(line: Line): number | undefined {
  const amount = first(line)?.figure.quantity.amount
  return amount?.kind === 'exact' && amount.value > 0 ? amount.value : undefined
}
