/**
 * What a sentence shows of answering a question, as numbers: the ranker's view of it. Each feature is
 * near 0 to 1, so that weights can be compared.
 */
import type { Passage } from '../../../index/passages.ts'
import type { AnalyzedSentence } from '../analyzed.ts'
import { adds, covered, describeCoverage } from './coverage.ts'
import { describeKind } from './kind.ts'
import { compare } from './list.ts'
import { byRarity, describeLocal, describeRarest, localWeights } from './local.ts'
import { describeMismatch } from './mismatch.ts'
import { AT, FEATURES, type Row } from './names.ts'
import {
  describeNeighbours,
  describePassage,
  describePassageKind,
  type FoundPassage,
  highestOf,
  type Matched,
  matchPassage,
} from './passage.ts'
import { describeProximity } from './proximity.ts'
import { describeShape } from './shape.ts'
import { Surroundings } from './surroundings.ts'
import type { Match, Matcher } from '../match.ts'
import type { Question, Unit } from '../question.ts'
import { FIRST } from '../../../index/languages/packs.ts'

export type { FoundPassage } from './passage.ts'
export { FEATURES } from './names.ts'

/** A sentence that may be the answer. */
export interface Candidate {
  readonly passage: Passage
  readonly sentence: AnalyzedSentence
  /** Its place among the sentences of its passage. */
  readonly at: number
  readonly match: Match
  readonly features: Float64Array
}

/** So many sentences are looked at closely. */
const CLOSELY = 72

interface Sighted {
  readonly of: Matched
  readonly at: number
  readonly own: Match
  readonly sentence: AnalyzedSentence
  readonly promise: number
}

/** The most promising sentences of the passages with their features; list-relative ones compare them. */
export function candidates(matcher: Matcher, found: readonly FoundPassage[]): Candidate[] {
  const { question, total } = matcher
  const { units } = question
  const matched = found.map((one, rank) => matchPassage(matcher, one, rank))
  const surroundings = new Surroundings(units.length, matched)
  const chosen = mostPromising(matched, units, total)
  const rarities = byRarity(units)
  const local = localWeights(matched, units)
  const highest = highestOf(matched)
  const all = chosen.map(({ of, at, own, sentence }): Candidate => {
    const row = new Float64Array(FEATURES.length)
    describeQuestion(row, question)
    describeCoverage(row, question, total, own, sentence.tokens)
    describeMismatch(row, matcher, own, sentence.tokens, of)
    describeRarest(row, rarities, own.weights, of.weights, surroundings.document(of))
    describeLocal(row, local, own, of, at)
    describeProximity(row, units, matcher.wording, own, sentence.tokens)
    describeKind(row, question, total, rarities[0] ?? 0, own, sentence)
    describeShape(row, own, sentence, at, of.passage.document.clean.length)
    describePassage(row, of, units, total, own, highest)
    describePassageKind(row, of, at, question)
    describeNeighbours(row, of, at, units, total, own)
    surroundings.describe(row, of, units, total, own)
    return {
      passage: of.passage,
      sentence,
      at,
      match: own,
      features: row,
    }
  })
  compare(all.map(({ features }) => features))
  return all
}

function mostPromising(
  matched: readonly Matched[],
  units: readonly Unit[],
  total: number,
): Sighted[] {
  const top = matched[0]?.score || 1
  const all: Sighted[] = []
  for (const of of matched) {
    const passage = covered(units, of.weights) / total + of.score / top
    for (const [at, sentence] of of.sentences.entries()) {
      const own = of.matches[at]
      if (own === undefined || sentence.tokens.length === 0) continue
      const before = of.matches[at - 1]
      const promise =
        (2 * covered(units, own.weights)) / total +
        passage +
        (before === undefined ? 0 : (0.5 * adds(units, own.weights, before.weights)) / total) -
        (sentence.tokens.length < 5 ? 0.5 : 0)
      all.push({ of, at, own, sentence, promise })
    }
  }
  return all.length <= CLOSELY ? all : all.sort((a, b) => b.promise - a.promise).slice(0, CLOSELY)
}

/** The same for every sentence of a question: what other features may depend on. */
function describeQuestion(row: Row, question: Question): void {
  row[AT['question-units']] = Math.min(1, question.units.length / 12)
  row[AT['question-names']] = question.units.some((unit) => unit.name) ? 1 : 0
  row[AT['question-french']] = question.language === FIRST ? 0 : 1
  row[AT[`asks: ${question.kind}`]] = 1
}
