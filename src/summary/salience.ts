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
  const { length } = sentences
  const edges = await edgesOf(sentences.map(vectorOf), slices)
  let scores = new Float64Array(length).fill(1)
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(length).fill(1 - DAMPING)
    let lost = 0
    for (const [from, { others, weights, sum }] of edges.entries()) {
      if (slices.over) await slices.rest()
      const score = scores[from] ?? 0
      if (sum === 0) lost += score
      for (let at = 0; at < others.length; at++) {
        const to = others[at] ?? 0
        next[to] = (next[to] ?? 0) + (DAMPING * score * (weights[at] ?? 0)) / sum
      }
    }
    for (let at = 0; at < length; at++) next[at] = (next[at] ?? 0) + (DAMPING * lost) / length
    const moved = next.reduce((sum, score, at) => sum + Math.abs(score - (scores[at] ?? 0)), 0)
    scores = next
    if (moved < CLOSE_ENOUGH * length) break
  }
  return [...scores]
}

/** The sentences that share a word with one. */
interface Edges {
  readonly others: readonly number[]
  /** How much it shares with each of them. */
  readonly weights: readonly number[]
  readonly sum: number
}

async function edgesOf(vectors: readonly Vector[], slices: Slices): Promise<Edges[]> {
  const having = new Map<string, number[]>()
  for (const [at, { counts }] of vectors.entries())
    for (const term of counts.keys()) {
      const all = having.get(term) ?? []
      having.set(term, all)
      all.push(at)
    }
  const shared = new Float64Array(vectors.length)
  return slices.map(vectors.entries(), ([one, vector]) => {
    const others: number[] = []
    for (const [term, count] of vector.counts)
      for (const other of having.get(term) ?? []) {
        if (other === one) continue
        if (shared[other] === 0) others.push(other)
        const { counts, length: size } = vectors[other] ?? vector
        shared[other] =
          (shared[other] ?? 0) + (count * (counts.get(term) ?? 0)) / (vector.length * size)
      }
    const weights = others.map((other) => shared[other] ?? 0)
    for (const other of others) shared[other] = 0
    return { others, weights, sum: weights.reduce((sum, weight) => sum + weight, 0) }
  })
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
