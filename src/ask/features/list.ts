/** Sentences compared with one another: what is good is what is better than the rest. */
import { AT, type Feature, type Row } from './names.ts'

/** How steeply a sentence with more of the question outweighs one with less. */
const STEEP = 6

export function compare(rows: readonly Row[]): void {
  relate(rows, 'coverage', 'coverage-lead', 'coverage-top')
  relate(rows, 'bm25-length', 'bm25-lead', 'bm25-top')
  relate(rows, 'density', 'density-lead')
  relate(rows, 'local-coverage', 'local-lead')
  relate(rows, 'document-coverage', 'document-lead')
  rankBy(rows, (row) => row[AT['soft-coverage']] ?? 0, 'coverage-rank')
  rankBy(rows, (row) => row[AT['bm25-length']] ?? 0, 'bm25-rank')
  rankBy(
    rows,
    (row) => (row[AT['local-coverage']] ?? 0) + (row[AT['passage-score']] ?? 0),
    'local-rank',
  )
  rankBy(rows, together, 'combined-rank')
  const best = rows.reduce((most, row) => Math.max(most, together(row)), 0)
  const mass = rows.reduce((sum, row) => sum + Math.exp(STEEP * (row[AT['coverage']] ?? 0)), 0)
  for (const row of rows) {
    row[AT['combined-lead']] = together(row) - best
    row[AT['coverage-share']] = mass === 0 ? 0 : Math.exp(STEEP * (row[AT['coverage']] ?? 0)) / mass
  }
}

/** The sentence, what surrounds it and its passage in one number. */
const together = (row: Row): number =>
  (row[AT['bm25-length']] ?? 0) +
  (row[AT['soft-coverage']] ?? 0) +
  (row[AT['density']] ?? 0) +
  (row[AT['passage-score']] ?? 0) +
  (row[AT['passage-coverage']] ?? 0) +
  (row[AT['before-adds']] ?? 0) / 2

/** Sets `lead` to the distance below the list's highest `of`, and `top` where there is none. */
function relate(rows: readonly Row[], of: Feature, lead: Feature, top?: Feature): void {
  const highest = rows.reduce((most, row) => Math.max(most, row[AT[of]] ?? 0), 0)
  for (const row of rows) {
    const value = row[AT[of]] ?? 0
    row[AT[lead]] = value - highest
    if (top !== undefined) row[AT[top]] = value === highest && highest > 0 ? 1 : 0
  }
}

/** 1 for the first, 1/2 for the second; equals share a rank. */
function rankBy(rows: readonly Row[], value: (row: Row) => number, into: Feature): void {
  const order = rows.map((row) => ({ row, value: value(row) })).sort((a, b) => b.value - a.value)
  let rank = 0
  for (const [at, one] of order.entries()) {
    if (one.value !== order[at - 1]?.value) rank = at
    one.row[AT[into]] = 1 / (1 + rank)
  }
}
