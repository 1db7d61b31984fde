/**
 * A query made fuller by the documents that it finds first (Rocchio, Relevance feedback in information
 * retrieval, 1971, without a person to judge): what the best have in common joins the query.
 */
import type { QueryTerm } from '../../../index/engines/passage-index.ts'
import type { Vector } from './document-terms.ts'

export interface Scored {
  readonly documentId: string
  readonly score: number
}

/** So many documents are taken for relevant. */
export const FEEDBACK_DOCUMENTS = 15
const FEEDBACK_TERMS = 30
/** What they have to say against the query itself. */
const FEEDBACK_SHARE = 0.4

/** @param best with their vectors, the best first; each counts by the square of its score */
export function expand(
  query: readonly QueryTerm[],
  best: readonly (Scored & { readonly vector: Vector })[],
): QueryTerm[] {
  const together = new Map<string, number>()
  for (const { score, vector } of best)
    for (const [term, weight] of vector)
      together.set(term, (together.get(term) ?? 0) + score * score * weight)
  const added = [...together]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, FEEDBACK_TERMS)
  const asked = query.reduce((sum, { weight }) => sum + weight, 0)
  const told = added.reduce((sum, [, weight]) => sum + weight, 0)
  if (asked === 0 || told === 0) return [...query]
  const weights = new Map<string, number>()
  for (const { term, weight } of query)
    weights.set(term, (weights.get(term) ?? 0) + ((1 - FEEDBACK_SHARE) * weight) / asked)
  for (const [term, weight] of added)
    weights.set(term, (weights.get(term) ?? 0) + (FEEDBACK_SHARE * weight) / told)
  return [...weights].map(([term, weight]) => ({ term, weight }))
}
