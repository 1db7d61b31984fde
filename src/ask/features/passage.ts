/** A passage with what it has of a question, and what its sentences owe to it and to their neighbours. */
import type { Token } from '../../../index/analyzer.ts'
import type { Passage } from '../../../index/passages.ts'
import type { AnalyzedSentence } from '../analyzed.ts'
import { type Match, match, type Matcher } from '../match.ts'
import type { Question, Unit } from '../question.ts'
import { adds, alike, covered, namesCovered, unite } from './coverage.ts'
import { AT, type Row } from './names.ts'

/** A passage the engine found, with its sentences. */
export interface FoundPassage {
  readonly passage: Passage
  readonly sentences: readonly AnalyzedSentence[]
  /** Tokens of the document's title and the headings above the passage. */
  readonly headings: readonly Token[]
  /** The engine's; 0 for a passage that was taken for standing beside a good one. */
  readonly score: number
  /** How much of what the engine found is in this passage's document: 1 for the most. */
  readonly documentShare: number
}

/** A found passage with what it has of the question. */
export interface Matched extends FoundPassage {
  readonly rank: number
  readonly matches: readonly Match[]
  readonly heading: Match
  readonly weights: Float64Array
  readonly bm25: number
  /** Its share of the question, words that are only spelt alike too. */
  readonly soft: number
  /** The most that one of its sentences has of the question. */
  readonly best: number
}

export function matchPassage(matcher: Matcher, one: FoundPassage, rank: number): Matched {
  const { units } = matcher.question
  const matches = one.sentences.map((sentence) => match(matcher, sentence.tokens))
  const heading = match(matcher, one.headings)
  const weights = Float64Array.from(heading.weights)
  for (const { weights: own } of matches) unite(weights, own)
  const length = one.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0)
  let soft = 0
  for (const [at, unit] of units.entries())
    if ((weights[at] ?? 0) === 0)
      soft +=
        unit.idf *
        one.sentences.reduce((most, { tokens }) => Math.max(most, alike(unit, tokens)), 0)
  const most = matches.reduce((best, own) => Math.max(best, covered(units, own.weights)), 0)
  return {
    ...one,
    rank,
    matches,
    heading,
    weights,
    bm25: passageBm25(units, matches, length) / matcher.total,
    soft: (covered(units, weights) + 0.6 * soft) / matcher.total,
    best: most / matcher.total,
  }
}

/** As the engine scores a passage, but of this question's units alone: 0 to 1. */
function passageBm25(units: readonly Unit[], matches: readonly Match[], length: number): number {
  let score = 0
  for (let at = 0; at < units.length; at++) {
    let count = 0
    let weight = 0
    for (const one of matches) {
      count += one.counts[at] ?? 0
      weight = Math.max(weight, one.weights[at] ?? 0)
    }
    if (weight > 0)
      score += ((units[at]?.idf ?? 0) * weight * count) / (count + 0.5 + (0.7 * length) / 100)
  }
  return score
}

/** The passages' highest values, which each is compared with. */
export interface Highest {
  readonly score: number
  readonly bm25: number
  readonly soft: number
  readonly best: number
  /** How far the second passage's score is below the first's, as a share of it. */
  readonly gap: number
}

export function highestOf(matched: readonly Matched[]): Highest {
  const most = (of: 'bm25' | 'soft' | 'best'): number =>
    matched.reduce((high, one) => Math.max(high, one[of]), 0)
  const score = matched[0]?.score || 1
  const gap = matched.length === 0 ? 0 : 1 - (matched[1]?.score ?? 0) / score
  return {
    score,
    bm25: most('bm25'),
    soft: most('soft'),
    best: most('best'),
    gap: Math.min(1, gap),
  }
}

export function describePassage(
  row: Row,
  of: Matched,
  units: readonly Unit[],
  total: number,
  own: Match,
  highest: Highest,
): void {
  const inPassage = covered(units, of.weights)
  row[AT['passage-score']] = of.score / highest.score
  row[AT['passage-gap']] = of.rank === 0 ? highest.gap : 0
  row[AT['passage-soft-lead']] = of.soft - highest.soft
  row[AT['passage-best-lead']] = of.best - highest.best
  row[AT['passage-bm25-lead']] = of.bm25 - highest.bm25
  row[AT['passage-rank']] = 1 / (1 + of.rank)
  row[AT['passage-adds']] = adds(units, own.weights, of.weights) / total
  row[AT['passage-coverage']] = inPassage / total
  row[AT['passage-bm25']] = of.bm25
  row[AT['passage-soft']] = of.soft
  row[AT['passage-best']] = of.best
  const ownCovered = covered(units, own.weights)
  row[AT['passage-share']] = inPassage === 0 ? 0 : ownCovered / inPassage
  let bestOther = 0
  for (const other of of.matches)
    if (other !== own) bestOther = Math.max(bestOther, covered(units, other.weights))
  row[AT['best-of-passage']] = bestOther > ownCovered ? 0 : 1
  row[AT['passage-lead']] = (ownCovered - bestOther) / total
  row[AT['heading-adds']] = adds(units, own.weights, of.heading.weights) / total
  row[AT['heading-coverage']] = covered(units, of.heading.weights) / total
  row[AT['names-in-passage']] = namesCovered(units, of.weights)
  row[AT['neighbour']] = of.score === 0 ? 1 : 0
}

export function describeNeighbours(
  row: Row,
  of: Matched,
  at: number,
  units: readonly Unit[],
  total: number,
  own: Match,
): void {
  row[AT['leans']] = of.sentences[at]?.shape.leans === true ? 1 : 0
  const before = of.matches[at - 1]?.weights
  const after = of.matches[at + 1]?.weights
  const beforeAdds = before === undefined ? 0 : adds(units, own.weights, before) / total
  row[AT['before-adds']] = beforeAdds
  row[AT['after-adds']] = after === undefined ? 0 : adds(units, own.weights, after) / total
  row[AT['leans-before-adds']] = row[AT['leans']] === 1 ? beforeAdds : 0
  const around = Float64Array.from(own.weights)
  for (let near = at - 2; near <= at + 2; near++) {
    const other = of.matches[near]
    if (other !== undefined) unite(around, other.weights)
  }
  row[AT['around-adds']] = adds(units, own.weights, around) / total
}

/** Whether the passage has anything of the kind asked for, and whether this sentence alone has it. */
export function describePassageKind(row: Row, of: Matched, at: number, question: Question): void {
  const has = of.sentences.some((one) => (one.forms(question.kind)?.length ?? 0) > 0)
  row[AT['passage-kind']] = has ? 1 : 0
  if (row[AT['kind-present']] === 1) row[AT['kind-only-here']] = onlyHere(of, at, question)
}

/** Share of the passage's other sentences without anything of the kind asked for. */
function onlyHere(of: Matched, at: number, { kind }: Question): number {
  if (of.sentences.length < 2) return 0
  let without = 0
  for (const [index, sentence] of of.sentences.entries())
    if (index !== at && (sentence.forms(kind)?.length ?? 0) === 0) without++
  return without / (of.sentences.length - 1)
}
