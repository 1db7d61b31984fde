/**
 * A learned score: a weight for each value, and small trees on top that know what depends on what.
 * Every node of a tree has the value it would give if the way ended there, so that a score can be
 * taken apart: each step down is owed to the value it asked for.
 */

/** A tree laid out row by row: the children of node `n` are `2n + 1` and `2n + 2`. */
export interface Tree {
  /** Which value a node asks for; -1 where the way ends. */
  readonly features: Int16Array
  /** At most so much goes left. */
  readonly thresholds: Float64Array
  readonly values: Float64Array
}

export interface Scorer {
  readonly bias: number
  readonly weights: Float64Array
  readonly trees: readonly Tree[]
}

export function predict({ bias, weights, trees }: Scorer, row: Float64Array): number {
  let score = bias
  for (let at = 0; at < weights.length; at++) score += (weights[at] ?? 0) * (row[at] ?? 0)
  for (const { features, thresholds, values } of trees) {
    let node = 0
    let feature = features[0] ?? -1
    while (feature >= 0) {
      node = 2 * node + ((row[feature] ?? 0) > (thresholds[node] ?? 0) ? 2 : 1)
      feature = features[node] ?? -1
    }
    score += values[node] ?? 0
  }
  return score
}

/** What each value gave to the score; together with `base` they make it. */
export function contributions(
  scorer: Scorer,
  row: Float64Array,
): { base: number; given: Float64Array } {
  const given = scorer.weights.map((weight, at) => weight * (row[at] ?? 0))
  let base = scorer.bias
  for (const { features, thresholds, values } of scorer.trees) {
    let node = 0
    base += values[0] ?? 0
    let feature = features[0] ?? -1
    while (feature >= 0) {
      const next = 2 * node + ((row[feature] ?? 0) > (thresholds[node] ?? 0) ? 2 : 1)
      given[feature] = (given[feature] ?? 0) + (values[next] ?? 0) - (values[node] ?? 0)
      node = next
      feature = features[node] ?? -1
    }
  }
  return { base, given }
}

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value))
