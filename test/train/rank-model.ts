/** Fits the ranker: weights first, then trees on top, so that of each question the right sentences come first. */
import { FEATURES } from '../../src/ask/features/features.ts'
import type { Scorer } from '../../src/ask/trees.ts'
import { boost, type BoostOptions, type Table } from './boost.ts'
import { fitWeights, linearScores } from './rank-weights.ts'
import { softmax } from './softmax.ts'

/** One question's sentences: `features` row by row, `right` for each row. */
export interface RankExample {
  readonly set: string
  readonly features: Float32Array
  readonly right: Uint8Array
}

const WIDTH = FEATURES.length
/** Trees are fitted to the sentences that the weights put first, and the right ones. */
const CLOSE = 32
const OPTIONS: BoostOptions = {
  trees: 220,
  depth: 5,
  rate: 0.07,
  penalty: 10,
  least: 5,
  gain: 0.5,
  features: 0.2,
  groups: 0.5,
  seed: 1,
}

export function fitRanker(examples: readonly RankExample[]): Scorer {
  const usable = examples.filter(({ right }) => right.includes(1))
  const importance = importances(usable)
  const weights = fitWeights(usable, importance, WIDTH)
  const { table, right, scores } = closeOnes(usable, weights)
  const loss = softmax(table.groups, right, importance)
  return { bias: 0, weights, trees: boost(table, loss, scores, OPTIONS) }
}

/** How much less a question of a larger set counts. */
const SET_POWER = 0.25

/** Large sets count for less a question, so that they do not drown the others. */
function importances(examples: readonly RankExample[]): Float64Array {
  const sizes = new Map<string, number>()
  for (const { set } of examples) sizes.set(set, (sizes.get(set) ?? 0) + 1)
  return Float64Array.from(examples, ({ set }) => ((sizes.get(set) ?? 1) / 1000) ** -SET_POWER)
}

function closeOnes(
  examples: readonly RankExample[],
  weights: Float64Array,
): { table: Table; right: Uint8Array; scores: Float64Array } {
  const groups: number[] = [0]
  const chosen: { example: RankExample; row: number; score: number }[] = []
  for (const example of examples) {
    const scores = linearScores(example.features, weights)
    const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    for (const [rank, row] of order.entries())
      if (rank < CLOSE || example.right[row] === 1)
        chosen.push({ example, row, score: scores[row] ?? 0 })
    groups.push(chosen.length)
  }
  const values = new Float32Array(chosen.length * WIDTH)
  for (const [at, { example, row }] of chosen.entries())
    values.set(example.features.subarray(row * WIDTH, (row + 1) * WIDTH), at * WIDTH)
  return {
    table: { rows: chosen.length, width: WIDTH, values, groups: Int32Array.from(groups) },
    right: Uint8Array.from(chosen, ({ example, row }) => example.right[row] ?? 0),
    scores: Float64Array.from(chosen, ({ score }) => score),
  }
}
