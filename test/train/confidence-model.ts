/**
 * Fits the confidence. What it must tell apart first is a subject that is there from one that is not:
 * a sentence beside the right one is a smaller mistake than an answer from nowhere. So trees learn from
 * three grades, and two numbers then turn their score into the probability that the first is right.
 */
import { CONFIDENCE_FEATURES } from '../../src/ask/confidence.ts'
import { logistic, predict, type Scorer } from '../../src/ask/trees.ts'
import { boost, type BoostOptions, type Loss } from './boost.ts'

/** A question as the ranker answered it. */
export interface Judged {
  readonly features: Float64Array
  readonly right: boolean
  /** Whether the article that answers is there. */
  readonly present: boolean
  /** Whether anything answers it at all. */
  readonly answerable: boolean
  /** Whether it is of a set where something answers every question: people set no traps when they ask. */
  readonly natural: boolean
  readonly weight: number
  /** Those of one fold are judged by what was learned from the others. */
  readonly fold: number
}

/** What a wrong first sentence is worth when the article is there. */
const THERE = 0.7
const OPTIONS: BoostOptions = {
  trees: 120,
  depth: 3,
  rate: 0.06,
  penalty: 5,
  least: 5,
  gain: 0.2,
  features: 0.5,
  groups: 0.7,
  seed: 2,
}

/** Most of what people ask is there: in calibrating, what is absent counts for so much less. */
const ABSENT = 0.5

const isThere = ({ present, answerable }: Pick<Judged, 'present' | 'answerable'>): boolean =>
  present && answerable

/**
 * Folds give scores of questions not learned from, which alone can be calibrated. Questions that were made so that
 * nothing answers them, and those asked beside them, are learned from and do not count in calibrating.
 */
export function fitConfidence(judged: readonly Judged[]): Scorer {
  const unseen: { score: number; right: boolean; weight: number }[] = []
  for (const fold of new Set(judged.map((one) => one.fold))) {
    const scorer = fitScore(judged.filter((one) => one.fold !== fold))
    for (const one of judged)
      if (one.fold === fold && one.natural)
        unseen.push({
          score: predict(scorer, one.features),
          right: one.right,
          weight: one.present ? one.weight : one.weight * ABSENT,
        })
  }
  return calibrated(fitScore(judged), unseen)
}

function fitScore(judged: readonly Judged[]): Scorer {
  const width = CONFIDENCE_FEATURES.length
  const values = new Float32Array(judged.length * width)
  for (const [row, { features }] of judged.entries()) values.set(features, row * width)
  const targets = Float64Array.from(judged, (one) => (one.right ? 1 : isThere(one) ? THERE : 0))
  const loss: Loss = (scores, slopes, curves) => {
    for (const [row, { weight }] of judged.entries()) {
      const sure = logistic(scores[row] ?? 0)
      slopes[row] = weight * (sure - (targets[row] ?? 0))
      curves[row] = weight * Math.max(sure * (1 - sure), 1e-4)
    }
  }
  const groups = Int32Array.from({ length: judged.length + 1 }, (_, at) => at)
  const table = { rows: judged.length, width, values, groups }
  const trees = boost(table, loss, new Float64Array(judged.length), OPTIONS)
  return { bias: 0, weights: new Float64Array(width), trees }
}

/** The scorer stretched and moved so that its scores are log odds of being right (Platt, 1999). */
function calibrated(
  scorer: Scorer,
  seen: readonly { score: number; right: boolean; weight: number }[],
): Scorer {
  let stretch = 1
  let move = 0
  for (let round = 0; round < 50; round++) {
    // Newton's steps on two parameters.
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9]
    for (const { score, right, weight } of seen) {
      const sure = logistic(stretch * score + move)
      const slope = weight * (sure - (right ? 1 : 0))
      const curve = weight * sure * (1 - sure)
      g0 += slope * score
      g1 += slope
      h00 += curve * score * score
      h01 += curve * score
      h11 += curve
    }
    const determinant = h00 * h11 - h01 * h01
    if (Math.abs(determinant) < 1e-12) break
    stretch -= (h11 * g0 - h01 * g1) / determinant
    move -= (h00 * g1 - h01 * g0) / determinant
  }
  return {
    bias: scorer.bias * stretch + move,
    weights: scorer.weights.map((weight) => weight * stretch),
    trees: scorer.trees.map((tree) => ({
      ...tree,
      values: tree.values.map((value) => value * stretch),
    })),
  }
}
