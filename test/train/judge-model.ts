/** Claims with evidence → three scorers, each of which tells one stance from the other two. */
import { JUDGE_FEATURES } from '../../src/check/judge/features.ts'
import { type JudgeModel, type Stance, sureOf } from '../../src/check/judge/judge.ts'
import { logistic, type Scorer } from '../../src/ask/trees.ts'
import type { ClaimPair } from '../eval/claims.ts'
import { boost, type BoostOptions, type Loss } from './boost.ts'

const OPTIONS: BoostOptions = {
  trees: 240,
  depth: 4,
  rate: 0.07,
  penalty: 5,
  least: 8,
  gain: 0.1,
  features: 0.5,
  groups: 0.7,
  seed: 3,
}
const FOLDS = 5

export function fitJudge(pairs: readonly ClaimPair[]): JudgeModel {
  return {
    supported: fitStance(pairs, 'supported'),
    contradicted: fitStance(pairs, 'contradicted'),
    'not stated': fitStance(pairs, 'not stated'),
  }
}

function fitStance(pairs: readonly ClaimPair[], stance: Stance): Scorer {
  const width = JUDGE_FEATURES.length
  const values = new Float32Array(pairs.length * width)
  for (const [at, { row }] of pairs.entries()) values.set(row, at * width)
  const loss: Loss = (scores, slopes, curves) => {
    for (const [at, { label }] of pairs.entries()) {
      const sure = logistic(scores[at] ?? 0)
      slopes[at] = sure - (label === stance ? 1 : 0)
      curves[at] = Math.max(sure * (1 - sure), 1e-4)
    }
  }
  const groups = Int32Array.from({ length: pairs.length + 1 }, (_, at) => at)
  const table = { rows: pairs.length, width, values, groups }
  const trees = boost(table, loss, new Float64Array(pairs.length), OPTIONS)
  return { bias: 0, weights: new Float64Array(width), trees }
}

/** Each pair as a model judges it that has seen no pair of its article. */
export function judgeUnseen(pairs: readonly ClaimPair[]): Record<Stance, number>[] {
  const foldOf = new Map(
    [...new Set(pairs.map(({ page }) => page))].sort().map((page, at) => [page, at % FOLDS]),
  )
  const sure = new Map<ClaimPair, Record<Stance, number>>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitJudge(pairs.filter(({ page }) => foldOf.get(page) !== fold))
    for (const pair of pairs)
      if (foldOf.get(pair.page) === fold) sure.set(pair, sureOf(model, pair.row))
  }
  return pairs.map((pair) => sure.get(pair) ?? { supported: 0, contradicted: 0, 'not stated': 1 })
}
