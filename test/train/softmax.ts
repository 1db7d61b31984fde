/** What is learned where one of several is to be picked. */
import type { Loss } from './boost.ts'

/**
 * The likelihood that one of the right sentences is picked, each by the power of its score.
 * @param groups where the rows of each question begin, and the end
 * @param importance of each question
 */
export function softmax(groups: Int32Array, right: Uint8Array, importance: Float64Array): Loss {
  return (scores, slopes, curves) => {
    for (let group = 0; group + 1 < groups.length; group++) {
      const from = groups[group] ?? 0
      const to = groups[group + 1] ?? 0
      const weight = importance[group] ?? 1
      let highest = Number.NEGATIVE_INFINITY
      for (let row = from; row < to; row++) highest = Math.max(highest, scores[row] ?? 0)
      let all = 0
      let rightOnes = 0
      for (let row = from; row < to; row++) {
        const power = Math.exp((scores[row] ?? 0) - highest)
        slopes[row] = power
        all += power
        if (right[row] === 1) rightOnes += power
      }
      for (let row = from; row < to; row++) {
        const power = slopes[row] ?? 0
        const share = power / all
        slopes[row] = weight * (share - (right[row] === 1 ? power / rightOnes : 0))
        curves[row] = weight * Math.max(share * (1 - share), 1e-4)
      }
    }
  }
}
