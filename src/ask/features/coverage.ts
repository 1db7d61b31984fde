/** How much of the question a sentence has, each unit by how much it says. */
import type { Match } from '../match.ts'
import type { Question, Unit } from '../question.ts'
import type { Token } from '../../../index/analyzer.ts'
import { AT, type Row } from './names.ts'

/** BM25's saturation of repeated terms, and what an average sentence has of words. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.6
const USUAL_LENGTH = 26

export function describeCoverage(
  row: Row,
  question: Question,
  total: number,
  own: Match,
  tokens: readonly Token[],
): void {
  const { units } = question
  const count = units.length || 1
  const long = 1 - LENGTH_SHARE + (LENGTH_SHARE * tokens.length) / USUAL_LENGTH
  let hit = 0
  let plain = 0
  let bm25 = 0
  let bm25Length = 0
  let soft = 0
  let missed = 0
  let words = 0
  let wordsHit = 0
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]
    if (unit === undefined) continue
    const weight = own.weights[at] ?? 0
    const often = own.counts[at] ?? 0
    if (!unit.name) words += unit.idf
    if (weight > 0) {
      plain++
      hit += unit.idf * weight
      bm25 += (unit.idf * weight * often * (SATURATION + 1)) / (often + SATURATION)
      bm25Length += (unit.idf * weight * often * (SATURATION + 1)) / (often + SATURATION * long)
      if (!unit.name) wordsHit += unit.idf * weight
    } else {
      missed += unit.idf
      soft += unit.idf * alike(unit, tokens)
    }
  }
  const coverage = hit / total
  const most = total * (SATURATION + 1)
  row[AT['coverage']] = coverage
  row[AT['coverage-plain']] = plain / count
  row[AT['coverage-squared']] = coverage * coverage
  row[AT['all-units']] = plain === units.length ? 1 : 0
  row[AT['words-covered']] = words === 0 ? 1 : wordsHit / words
  row[AT['bm25-sentence']] = bm25 / most
  row[AT['bm25-length']] = bm25Length / most
  row[AT['soft-match']] = missed === 0 ? 0 : soft / missed
  row[AT['soft-coverage']] = (hit + 0.6 * soft) / total
  const names = namesCovered(units, own.weights)
  row[AT['names-covered']] = names
  row[AT['names-missing']] = units.some((unit) => unit.name) ? 1 - names : 0
  row[AT['first-unit']] = (own.weights[0] ?? 0) > 0 ? 1 : 0
  row[AT['last-unit']] = (own.weights[units.length - 1] ?? 0) > 0 ? 1 : 0
  const { focus } = question
  if (focus !== undefined) {
    const focused = own.weights[focus] ?? 0
    row[AT['focus-hit']] = focused
    row[AT['focus-elsewhere']] = focused > 0 ? 0 : 1
  }
  row[AT['exact-words']] = exactWords(units, own, tokens)
}

/**
 * Share of the hits that are the very form the question has. What stands in for a word of the question,
 * a long form or a translation, has no form to be compared with.
 */
function exactWords(units: readonly Unit[], own: Match, tokens: readonly Token[]): number {
  let exact = 0
  for (const { token, unit } of own.hits)
    if (tokens[token]?.folded === units[unit]?.folded || (own.weights[unit] ?? 0) < 1) exact++
  return own.hits.length === 0 ? 0 : exact / own.hits.length
}

/** Share of the question's names, by idf, that are there; 1 when it has none. */
export function namesCovered(units: readonly Unit[], weights: Float64Array): number {
  let all = 0
  let have = 0
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]
    if (unit === undefined || !unit.name) continue
    all += unit.idf
    have += unit.idf * (weights[at] ?? 0)
  }
  return all === 0 ? 1 : have / all
}

/** The idf of units that `own` lacks and `other` has. */
export function adds(units: readonly Unit[], own: Float64Array, other: Float64Array): number {
  let added = 0
  for (let at = 0; at < units.length; at++) {
    const more = (other[at] ?? 0) - (own[at] ?? 0)
    if (more > 0) added += (units[at]?.idf ?? 0) * more
  }
  return added
}

/** The idf of units that `weights` has. */
export function covered(units: readonly Unit[], weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < units.length; at++) sum += (units[at]?.idf ?? 0) * (weights[at] ?? 0)
  return sum
}

/** Raises `all` to `other` where that is higher. */
export function unite(all: Float64Array, other: Float64Array): void {
  for (let at = 0; at < all.length; at++)
    if ((other[at] ?? 0) > (all[at] ?? 0)) all[at] = other[at] ?? 0
}

/**
 * How alike the sentence's nearest word is to a unit that no term hits, 0 to 1: "investigate",
 * "investigators". Alike is what begins alike, for at least four characters and half of the longer.
 */
export function alike(unit: Unit, tokens: readonly Token[]): number {
  const word = unit.folded
  if (word.length < 5) return 0
  const first = word.charCodeAt(0)
  let best = 0
  for (let index = 0; index < tokens.length; index++) {
    const other = tokens[index]?.folded ?? ''
    if (other.charCodeAt(0) !== first || other.length < 4) continue
    const most = Math.min(word.length, other.length)
    let same = 1
    while (same < most && word.charCodeAt(same) === other.charCodeAt(same)) same++
    const share = same / Math.max(word.length, other.length)
    if (same >= 4 && share >= 0.5 && share > best) best = share
  }
  return best
}
