/**
 * How central sentences are to a text: a walk over the graph of sentences that share words, in which
 * long sentences gain nothing by being long (TextRank, Mihalcea and Tarau 2004, with the cosine of
 * term counts in place of its overlap).
 */

import { Slices } from '../../index/slices.ts'

/** Terms of a sentence, repeated as often as they occur. */
export type Terms = readonly string[]

const DAMPING = 0.85
const ROUNDS = 50
const CLOSE_ENOUGH = 1e-7

/** One number a sentence; their mean is 1. Sentences that share nothing with any other have the least. */
export async function salience(
  sentences: readonly Terms[],
  slices = new Slices(),
): Promise<number[]> {
  const vectors = sentences.map(vectorOf)
  const { length } = vectors
  // Only sentences with a word in common are neighbours.
  const having = new Map<string, number[]>()
  for (const [at, { counts }] of vectors.entries())
    for (const term of counts.keys()) {
      const all = having.get(term) ?? []
      having.set(term, all)
      all.push(at)
    }
  const edges = vectors.map(() => new Map<number, number>())
  for (const [term, all] of having)
    for (const one of all) {
      if (slices.over) await slices.rest()
      for (const other of all)
        if (one !== other)
          edges[one]?.set(other, (edges[one]?.get(other) ?? 0) + weight(vectors, term, one, other))
    }
  const sums = edges.map((own) => [...own.values()].reduce((sum, edge) => sum + edge, 0))
  let scores = vectors.map(() => 1)
  for (let round = 0; round < ROUNDS; round++) {
    const next = vectors.map(() => 1 - DAMPING)
    let lost = 0
    for (const [from, own] of edges.entries()) {
      if (slices.over) await slices.rest()
      const score = scores[from] ?? 0
      const sum = sums[from] ?? 0
      if (sum === 0) lost += score
      else for (const [to, edge] of own) next[to] = (next[to] ?? 0) + (DAMPING * score * edge) / sum
    }
    for (let at = 0; at < length; at++) next[at] = (next[at] ?? 0) + (DAMPING * lost) / length
    const moved = next.reduce((sum, score, at) => sum + Math.abs(score - (scores[at] ?? 0)), 0)
    scores = next
    if (moved < CLOSE_ENOUGH * length) break
  }
  return scores
}

interface Vector {
  readonly counts: ReadonlyMap<string, number>
  readonly length: number
}

function vectorOf(terms: Terms): Vector {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const length = Math.hypot(...counts.values())
  return { counts, length: length || 1 }
}

function weight(vectors: readonly Vector[], term: string, one: number, other: number): number {
  const [a, b] = [vectors[one], vectors[other]]
  if (a === undefined || b === undefined) return 0
  return ((a.counts.get(term) ?? 0) * (b.counts.get(term) ?? 0)) / (a.length * b.length)
}
