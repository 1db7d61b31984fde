/** What tells the found sentences apart: the units that few of them have, and the rarest of all. */
import type { Match } from '../match.ts'
import type { Unit } from '../question.ts'
import { AT, type Row } from './names.ts'
import type { Matched } from './passage.ts'

/**
 * How much each unit says among the sentences that were found, as shares of 1: a word of the subject is in all of
 * them and tells none apart.
 */
export function localWeights(matched: readonly Matched[], units: readonly Unit[]): Float64Array {
  const having = new Float64Array(units.length)
  let sentences = 0
  for (const { matches } of matched)
    for (const { weights } of matches) {
      sentences++
      for (let at = 0; at < having.length; at++)
        if ((weights[at] ?? 0) > 0) having[at] = (having[at] ?? 0) + 1
    }
  const weights = having.map((count) => Math.log(1 + (sentences - count + 0.5) / (count + 0.5)))
  const sum = weights.reduce((all, weight) => all + weight, 0) || 1
  return weights.map((weight) => weight / sum)
}

export function describeLocal(
  row: Row,
  local: Float64Array,
  own: Match,
  of: Matched,
  at: number,
): void {
  let coverage = 0
  let around = 0
  let rarest = 0
  for (let unit = 0; unit < local.length; unit++) {
    const weight = local[unit] ?? 0
    const here = own.weights[unit] ?? 0
    const beside = Math.max(
      of.matches[at - 1]?.weights[unit] ?? 0,
      of.matches[at + 1]?.weights[unit] ?? 0,
    )
    coverage += weight * here
    around += weight * Math.max(0, beside - here)
    if (here > 0 && weight > rarest) rarest = weight
  }
  row[AT['local-coverage']] = coverage
  row[AT['local-around']] = around
  row[AT['local-rarest-hit']] = rarest
}

/** The units' places, the one that says the most first. */
export function byRarity(units: readonly Unit[]): number[] {
  return [...units.keys()].sort((a, b) => (units[b]?.idf ?? 0) - (units[a]?.idf ?? 0))
}

export function describeRarest(
  row: Row,
  rarities: readonly number[],
  own: Float64Array,
  passage: Float64Array,
  document: Float64Array,
): void {
  const [first, second] = rarities
  if (first !== undefined) {
    row[AT['rarest-hit']] = own[first] ?? 0
    row[AT['rarest-in-passage']] = passage[first] ?? 0
    row[AT['rarest-in-document']] = document[first] ?? 0
  }
  if (second !== undefined) row[AT['second-rarest-hit']] = own[second] ?? 0
}
