/** Fits the ranker's weights: a softmax over each question's sentences, by gradient descent (Adam). */
import type { RankExample } from './rank-model.ts'

const EPOCHS = 120
const RATE = 0.05
const PENALTY = 2e-4
/** Sentences that are this surely wrong, or right, teach nothing more. */
const SETTLED = 1e-3

export function fitWeights(
  examples: readonly RankExample[],
  importance: Float64Array,
  width: number,
): Float64Array {
  const weights = new Float64Array(width)
  const first = new Float64Array(width)
  const second = new Float64Array(width)
  const gradient = new Float64Array(width)
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    gradient.fill(0)
    for (const [at, example] of examples.entries())
      addGradient(example, weights, importance[at] ?? 1, gradient)
    const rate = epoch > EPOCHS * 0.7 ? RATE / 3 : RATE
    for (let at = 0; at < width; at++) {
      const slope = (gradient[at] ?? 0) / examples.length + PENALTY * (weights[at] ?? 0)
      const one = 0.9 * (first[at] ?? 0) + 0.1 * slope
      const two = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope
      first[at] = one
      second[at] = two
      const step = one / (1 - 0.9 ** epoch) / (Math.sqrt(two / (1 - 0.999 ** epoch)) + 1e-6)
      weights[at] = (weights[at] ?? 0) - rate * step
    }
  }
  return weights
}

/** Of every row: the weights' score. */
export function linearScores(features: Float32Array, weights: Float64Array): Float64Array {
  const width = weights.length
  const scores = new Float64Array(features.length / width)
  for (let row = 0, offset = 0; row < scores.length; row++, offset += width) {
    let total = 0
    for (let at = 0; at < width; at++) total += (weights[at] ?? 0) * (features[offset + at] ?? 0)
    scores[row] = total
  }
  return scores
}

function addGradient(
  { features, right }: RankExample,
  weights: Float64Array,
  importance: number,
  gradient: Float64Array,
): void {
  const width = weights.length
  const powers = linearScores(features, weights)
  const highest = powers.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  let all = 0
  let rightOnes = 0
  for (let row = 0; row < powers.length; row++) {
    const power = Math.exp((powers[row] ?? 0) - highest)
    powers[row] = power
    all += power
    if (right[row] === 1) rightOnes += power
  }
  for (let row = 0, offset = 0; row < powers.length; row++, offset += width) {
    const power = powers[row] ?? 0
    const slope = importance * (power / all - (right[row] === 1 ? power / rightOnes : 0))
    if (slope < SETTLED && slope > -SETTLED) continue
    for (let at = 0; at < width; at++)
      gradient[at] = (gradient[at] ?? 0) + slope * (features[offset + at] ?? 0)
  }
}
