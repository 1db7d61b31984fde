/**
 * Documents that are like other found documents rise: closely related ones tend to answer the same
 * needs (the cluster hypothesis; Diaz, Regularizing ad hoc retrieval scores, 2005).
 */
import type { Scored } from './feedback.ts'
import type { Vector } from './document-terms.ts'

/** So many of the best are compared with one another; the rest keeps its order below them. */
export const SMOOTHED = 100
const NEIGHBOURS = 8
/** What the neighbours have to say against a document's own score. */
const NEIGHBOUR_SHARE = 0.3

/** @param best with their vectors, the best first */
export function smooth(best: readonly (Scored & { readonly vector: Vector })[]): Scored[] {
  const alike = similarities(best.map(({ vector }) => vector))
  return best
    .map(({ documentId, score }, at) => {
      const neighbours = best
        .map((other, index) => ({
          score: other.score,
          likeness: index === at ? 0 : (alike[at * best.length + index] ?? 0),
        }))
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, NEIGHBOURS)
      const total = neighbours.reduce((sum, { likeness }) => sum + likeness, 0)
      const around = neighbours.reduce((sum, one) => sum + one.likeness * one.score, 0)
      const own = (1 - NEIGHBOUR_SHARE) * score
      return { documentId, score: own + (total === 0 ? 0 : (NEIGHBOUR_SHARE * around) / total) }
    })
    .sort((a, b) => b.score - a.score)
}

/** The cosine of every two, row by row. */
function similarities(vectors: readonly Vector[]): Float64Array {
  const size = vectors.length
  const having = new Map<string, { at: number; weight: number }[]>()
  for (const [at, vector] of vectors.entries())
    for (const [term, weight] of vector) {
      const list = having.get(term)
      if (list === undefined) having.set(term, [{ at, weight }])
      else list.push({ at, weight })
    }
  const found = new Float64Array(size * size)
  for (const list of having.values())
    for (const one of list)
      for (const other of list) {
        const cell = one.at * size + other.at
        found[cell] = (found[cell] ?? 0) + one.weight * other.weight
      }
  return found
}
