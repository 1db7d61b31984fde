/**
 * Gradient boosting: small trees, each fitted to what the ones before got wrong. Values are sorted into
 * bins once, so that the best split of a level is found by adding up, as LightGBM does it.
 */
import type { Tree } from '../../src/ask/trees.ts'
import { seeded } from './random.ts'

export interface BoostOptions {
  readonly trees: number
  readonly depth: number
  /** How much of each tree is believed. */
  readonly rate: number
  /** Pulls the values of nodes with little to go by towards 0. */
  readonly penalty: number
  /** The least curvature on each side of a split. */
  readonly least: number
  readonly gain: number
  /** Share of the features, and of the groups, that each tree sees. */
  readonly features: number
  readonly groups: number
  readonly seed: number
}

/** Rows of one question stand together. */
export interface Table {
  readonly rows: number
  readonly width: number
  readonly values: Float32Array
  /** Where each group begins, and the end. */
  readonly groups: Int32Array
}

/** Fills the slope and the curvature of the loss at each row's score. */
export type Loss = (scores: Float64Array, slopes: Float64Array, curves: Float64Array) => void

const BINS = 64

interface Bins {
  readonly edges: readonly Float64Array[]
  readonly columns: readonly Uint8Array[]
}

/** `scores` are where it starts, and end as the sum of it all. */
export function boost(
  table: Table,
  loss: Loss,
  scores: Float64Array,
  options: BoostOptions,
): Tree[] {
  const bins = binned(table)
  const random = seeded(options.seed)
  const slopes = new Float64Array(table.rows)
  const curves = new Float64Array(table.rows)
  const trees: Tree[] = []
  for (let round = 0; round < options.trees; round++) {
    loss(scores, slopes, curves)
    const features = [...bins.columns.keys()].filter(
      (at) => random() < options.features && (bins.edges[at]?.length ?? 0) > 0,
    )
    const rows = sample(table, random, options.groups)
    const tree = grow(bins, rows, features, slopes, curves, options)
    for (let row = 0; row < table.rows; row++)
      scores[row] = (scores[row] ?? 0) + valueAt(tree, table, row)
    trees.push(tree)
  }
  return trees
}

function valueAt({ features, thresholds, values }: Tree, table: Table, row: number): number {
  const from = row * table.width
  let node = 0
  let feature = features[0] ?? -1
  while (feature >= 0) {
    node = 2 * node + ((table.values[from + feature] ?? 0) > (thresholds[node] ?? 0) ? 2 : 1)
    feature = features[node] ?? -1
  }
  return values[node] ?? 0
}

function sample({ groups }: Table, random: () => number, share: number): Int32Array {
  const rows: number[] = []
  for (let group = 0; group + 1 < groups.length; group++) {
    if (random() >= share) continue
    for (let row = groups[group] ?? 0; row < (groups[group + 1] ?? 0); row++) rows.push(row)
  }
  return Int32Array.from(rows)
}

/** One level at a time: of every node the split that gains the most. */
function grow(
  bins: Bins,
  rows: Int32Array,
  use: readonly number[],
  slopes: Float64Array,
  curves: Float64Array,
  { depth, rate, penalty, least, gain }: BoostOptions,
): Tree {
  const size = 2 ** (depth + 1) - 1
  const features = new Int16Array(size).fill(-1)
  const thresholds = new Float64Array(size)
  const nodeOf = new Int32Array(rows.length)
  for (let level = 0; level < depth; level++) {
    const first = 2 ** level - 1
    const splits = bestSplits(bins, rows, use, slopes, curves, nodeOf, first, {
      penalty,
      least,
      gain,
    })
    for (const [at, { feature, bin }] of splits.entries()) {
      if (feature < 0) continue
      features[first + at] = feature
      thresholds[first + at] = bins.edges[feature]?.[bin] ?? 0
    }
    let moved = false
    for (let index = 0; index < rows.length; index++) {
      const node = nodeOf[index] ?? 0
      const split = splits[node - first]
      if (split === undefined || split.feature < 0) continue
      const right = (bins.columns[split.feature]?.[rows[index] ?? 0] ?? 0) > split.bin
      nodeOf[index] = 2 * node + (right ? 2 : 1)
      moved = true
    }
    if (!moved) break
  }
  const values = nodeValues(size, rows, nodeOf, slopes, curves, rate, penalty)
  return { features, thresholds, values }
}

interface Split {
  readonly feature: number
  readonly bin: number
}

function bestSplits(
  { columns, edges }: Bins,
  rows: Int32Array,
  use: readonly number[],
  slopes: Float64Array,
  curves: Float64Array,
  nodeOf: Int32Array,
  first: number,
  { penalty, least, gain }: Pick<BoostOptions, 'penalty' | 'least' | 'gain'>,
): Split[] {
  const nodes = first + 1
  const allSlopes = new Float64Array(nodes)
  const allCurves = new Float64Array(nodes)
  for (let index = 0; index < rows.length; index++) {
    const node = (nodeOf[index] ?? 0) - first
    if (node < 0) continue
    const row = rows[index] ?? 0
    allSlopes[node] = (allSlopes[node] ?? 0) + (slopes[row] ?? 0)
    allCurves[node] = (allCurves[node] ?? 0) + (curves[row] ?? 0)
  }
  const gains = new Float64Array(nodes).fill(gain)
  const splits: Split[] = Array.from({ length: nodes }, () => ({ feature: -1, bin: 0 }))
  const binSlopes = new Float64Array(nodes * BINS)
  const binCurves = new Float64Array(nodes * BINS)
  for (const feature of use) {
    const column = columns[feature]
    const count = edges[feature]?.length ?? 0
    if (column === undefined) continue
    binSlopes.fill(0)
    binCurves.fill(0)
    for (let index = 0; index < rows.length; index++) {
      const node = (nodeOf[index] ?? 0) - first
      if (node < 0) continue
      const row = rows[index] ?? 0
      const bin = node * BINS + (column[row] ?? 0)
      binSlopes[bin] = (binSlopes[bin] ?? 0) + (slopes[row] ?? 0)
      binCurves[bin] = (binCurves[bin] ?? 0) + (curves[row] ?? 0)
    }
    for (let node = 0; node < nodes; node++) {
      const slope = allSlopes[node] ?? 0
      const curve = allCurves[node] ?? 0
      const whole = (slope * slope) / (curve + penalty)
      let leftSlope = 0
      let leftCurve = 0
      for (let bin = 0; bin < count; bin++) {
        leftSlope += binSlopes[node * BINS + bin] ?? 0
        leftCurve += binCurves[node * BINS + bin] ?? 0
        if (leftCurve < least) continue
        if (curve - leftCurve < least) break
        const gained =
          (leftSlope * leftSlope) / (leftCurve + penalty) +
          (slope - leftSlope) ** 2 / (curve - leftCurve + penalty) -
          whole
        if (gained > (gains[node] ?? 0)) {
          gains[node] = gained
          splits[node] = { feature, bin }
        }
      }
    }
  }
  return splits
}

/** What each node would give if the way ended there. */
function nodeValues(
  size: number,
  rows: Int32Array,
  nodeOf: Int32Array,
  slopes: Float64Array,
  curves: Float64Array,
  rate: number,
  penalty: number,
): Float64Array {
  const slope = new Float64Array(size)
  const curve = new Float64Array(size)
  for (let index = 0; index < rows.length; index++) {
    const node = nodeOf[index] ?? 0
    const row = rows[index] ?? 0
    slope[node] = (slope[node] ?? 0) + (slopes[row] ?? 0)
    curve[node] = (curve[node] ?? 0) + (curves[row] ?? 0)
  }
  for (let node = size - 1; node > 0; node--) {
    const above = (node - 1) >> 1
    slope[above] = (slope[above] ?? 0) + (slope[node] ?? 0)
    curve[above] = (curve[above] ?? 0) + (curve[node] ?? 0)
  }
  return slope.map((value, node) => (-rate * value) / ((curve[node] ?? 0) + penalty))
}

/** Edges are in ten thousandths, as the model's file keeps them, so that it decides the same. */
function binned({ rows, width, values }: Table): Bins {
  const edges: Float64Array[] = []
  const columns: Uint8Array[] = []
  const step = Math.max(1, Math.floor(rows / 20_000))
  for (let at = 0; at < width; at++) {
    const seen: number[] = []
    for (let row = 0; row < rows; row += step) seen.push(values[row * width + at] ?? 0)
    const edge = edgesOf(seen.sort((a, b) => a - b))
    const column = new Uint8Array(rows)
    for (let row = 0; row < rows; row++) column[row] = binOf(edge, values[row * width + at] ?? 0)
    edges.push(edge)
    columns.push(column)
  }
  return { edges, columns }
}

function edgesOf(sorted: readonly number[]): Float64Array {
  const different = [...new Set(sorted)]
  const found: number[] = []
  if (different.length <= BINS)
    for (let at = 1; at < different.length; at++)
      found.push(((different[at - 1] ?? 0) + (different[at] ?? 0)) / 2)
  else
    for (let bin = 1; bin < BINS; bin++)
      found.push(sorted[Math.floor((bin * sorted.length) / BINS)] ?? 0)
  const rounded = new Set(found.map((edge) => Math.round(edge * 1e4) / 1e4))
  return Float64Array.from([...rounded].sort((a, b) => a - b))
}

/** How many edges the value is above. */
function binOf(edges: Float64Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > (edges[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
