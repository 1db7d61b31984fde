/** How close together a sentence has what the question has, and whether in the same order and wording. */
import type { Token } from '../../../index/analyzer.ts'
import type { Match } from '../match.ts'
import type { Unit } from '../question.ts'
import { AT, type Row } from './names.ts'

export function describeProximity(
  row: Row,
  units: readonly Unit[],
  wording: readonly string[],
  own: Match,
  tokens: readonly Token[],
): void {
  const { hits } = own
  const count = units.length || 1
  describePairs(row, units, hits)
  row[AT['ordered-run']] = orderedRun(hits) / count
  describeWindow(row, units, hits, own.weights)
  const { longest, together } = sameWording(wording, tokens)
  row[AT['wording-run']] = Math.min(1, longest / 8)
  row[AT['same-wording']] = together / (wording.length || 1)
  const first = hits[0]?.token
  row[AT['first-hit-at']] = first === undefined ? 1 : Math.min(1, first / 25)
  let content = 0
  while (content < tokens.length && tokens[content]?.stop === true) content++
  row[AT['subject-hit']] = first !== undefined && first <= content ? 1 : 0
}

/** Neighbours in the question that are neighbours in the sentence; the rarer, the more it says. */
function describePairs(row: Row, units: readonly Unit[], hits: Match['hits']): void {
  let adjacent = 0
  let near = 0
  let skip = 0
  let all = 0
  let allSkip = 0
  for (let at = 1; at < units.length; at++) all += idfOf(units, at) + idfOf(units, at - 1)
  for (let at = 2; at < units.length; at++) allSkip += idfOf(units, at) + idfOf(units, at - 2)
  let seenNear = 0
  let seenSkip = 0
  for (let index = 1; index < hits.length; index++) {
    const two = hits[index]
    if (two === undefined) continue
    for (let back = index - 1; back >= 0 && back >= index - 4; back--) {
      const one = hits[back]
      if (one === undefined) continue
      const gap = two.token - one.token
      const apart = Math.abs(two.unit - one.unit)
      const weight = idfOf(units, one.unit) + idfOf(units, two.unit)
      if (apart === 1 && gap <= 4 && gap > 0) {
        const bit = 2 ** Math.min(one.unit, two.unit, 30)
        if (two.unit > one.unit && gap <= 2 && back === index - 1) adjacent++
        if (Math.floor(seenNear / bit) % 2 === 0) {
          seenNear += bit
          near += weight * (gap <= 2 ? 1 : 0.7)
        }
      } else if (apart === 2 && gap <= 8 && two.unit > one.unit) {
        const bit = 2 ** Math.min(one.unit, 30)
        if (Math.floor(seenSkip / bit) % 2 === 0) {
          seenSkip += bit
          skip += weight
        }
      }
    }
  }
  row[AT['adjacent-pairs']] = Math.min(1, adjacent / Math.max(1, units.length - 1))
  row[AT['pairs-near']] = all === 0 ? 0 : near / all
  row[AT['pairs-skip']] = allSkip === 0 ? 0 : skip / allSkip
}

const idfOf = (units: readonly Unit[], at: number): number => units[at]?.idf ?? 0

/** Longest run of units in the question's order. */
function orderedRun(hits: Match['hits']): number {
  const tails: number[] = []
  for (const { unit } of hits) {
    let at = 0
    while (at < tails.length && (tails[at] ?? 0) < unit) at++
    tails[at] = unit
  }
  return tails.length
}

/** The shortest stretch that holds all units that are hit: how full of them it is. */
function describeWindow(
  row: Row,
  units: readonly Unit[],
  hits: Match['hits'],
  weights: Float64Array,
): void {
  let wanted = 0
  let idf = 0
  let total = 0
  for (let at = 0; at < units.length; at++) {
    const says = idfOf(units, at)
    total += says
    if ((weights[at] ?? 0) === 0) continue
    wanted++
    idf += says * (weights[at] ?? 0)
  }
  if (wanted < 2) {
    row[AT['density']] = wanted === 0 ? 0 : (0.5 * idf) / total
    return
  }
  const counts = new Uint16Array(units.length)
  let inside = 0
  let shortest = Number.POSITIVE_INFINITY
  let from = 0
  for (const hit of hits) {
    if (counts[hit.unit] === 0) inside++
    counts[hit.unit] = (counts[hit.unit] ?? 0) + 1
    while (inside >= wanted && from < hits.length) {
      const first = hits[from]
      if (first === undefined) break
      shortest = Math.min(shortest, hit.token - first.token + 1)
      const left = (counts[first.unit] ?? 1) - 1
      counts[first.unit] = left
      if (left === 0) inside--
      from++
    }
  }
  const fullness = wanted / Math.max(wanted, shortest)
  row[AT['window']] = fullness * (wanted / units.length)
  row[AT['density']] = (Math.sqrt(fullness) * idf) / total
}

/** Words in a row that both have, function words too: the longest run, and those in runs of two or more. */
function sameWording(
  wording: readonly string[],
  tokens: readonly Token[],
): { longest: number; together: number } {
  let longest = 0
  let together = 0
  let asked = 0
  while (asked < wording.length) {
    let best = 0
    for (let at = 0; at < tokens.length; at++) {
      if (tokens[at]?.folded !== wording[asked]) continue
      let run = 1
      while (
        asked + run < wording.length &&
        at + run < tokens.length &&
        tokens[at + run]?.folded === wording[asked + run]
      )
        run++
      if (run > best) best = run
    }
    if (best >= 2) together += best
    if (best > longest) longest = best
    asked += Math.max(1, best)
  }
  return { longest, together }
}
