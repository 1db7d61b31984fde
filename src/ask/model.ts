/**
 * The learned part: the ranker and the confidence, from `model.json`, which `npm run train` writes.
 * Both are weights and small trees, so that every score can be taken apart.
 */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { CONFIDENCE_FEATURES } from './confidence.ts'
import { FEATURES } from './features/features.ts'
import type { Scorer, Tree } from './trees.ts'

export const ScorerFile = z.object({
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
  /** The features that trees ask for, by their places here. */
  asked: z.array(z.string()),
  /**
   * A tree in a line, each node before what is below it: feature, threshold, value, then the left and
   * the right side; an end is -1 and its value. Thresholds and values in ten thousandths.
   */
  trees: z.array(z.string()),
})
export type ScorerFile = z.infer<typeof ScorerFile>

const ModelFile = z.object({
  /** How it came about, for a person. */
  about: z.string(),
  rank: ScorerFile,
  confidence: ScorerFile,
})
export type ModelFile = z.infer<typeof ModelFile>

export interface Model {
  /** Over `FEATURES`. */
  readonly rank: Scorer
  /** Over `CONFIDENCE_FEATURES`. */
  readonly confidence: Scorer
}

/** Thresholds and values are kept as whole numbers of this. */
const UNIT = 1e-4

export function loadModel(path: URL | string = new URL('model.json', import.meta.url)): Model {
  const file = ModelFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  return {
    rank: decodeScorer(file.rank, FEATURES),
    confidence: decodeScorer(file.confidence, CONFIDENCE_FEATURES),
  }
}

/** @throws RangeError when the file asks for a feature that there is not. */
export function decodeScorer(file: ScorerFile, names: readonly string[]): Scorer {
  const placeOf = (name: string): number => {
    const place = names.indexOf(name)
    if (place < 0)
      throw new RangeError(`the model asks for “${name}”, which is no feature; train it again`)
    return place
  }
  const weights = new Float64Array(names.length)
  for (const [name, weight] of Object.entries(file.weights)) weights[placeOf(name)] = weight
  const places = file.asked.map(placeOf)
  return { bias: file.bias, weights, trees: file.trees.map((line) => decodeTree(line, places)) }
}

export function encodeScorer(scorer: Scorer, names: readonly string[]): ScorerFile {
  const asked = [
    ...new Set(scorer.trees.flatMap(({ features }) => [...features].filter((one) => one >= 0))),
  ].sort((a, b) => a - b)
  const weights = [...scorer.weights.entries()]
    .map(([at, weight]): [string, number] => [names[at] ?? '', Math.round(weight / UNIT) * UNIT])
    .filter(([, weight]) => weight !== 0)
    .map(([name, weight]): [string, number] => [name, Number(weight.toFixed(4))])
  return {
    bias: Number(scorer.bias.toFixed(4)),
    weights: Object.fromEntries(weights),
    asked: asked.map((at) => names[at] ?? ''),
    trees: scorer.trees.map((tree) => encodeTree(tree, asked)),
  }
}

function decodeTree(line: string, places: readonly number[]): Tree {
  const numbers = line.split(' ').map(Number)
  const features: number[] = []
  const thresholds: number[] = []
  const values: number[] = []
  let at = 0
  const read = (node: number): void => {
    const asked = numbers[at++] ?? -1
    features[node] = asked < 0 ? -1 : (places[asked] ?? -1)
    thresholds[node] = asked < 0 ? 0 : (numbers[at++] ?? 0) * UNIT
    values[node] = (numbers[at++] ?? 0) * UNIT
    if (asked < 0) return
    read(2 * node + 1)
    read(2 * node + 2)
  }
  read(0)
  return {
    features: Int16Array.from({ length: features.length }, (_, node) => features[node] ?? -1),
    thresholds: Float64Array.from({ length: features.length }, (_, node) => thresholds[node] ?? 0),
    values: Float64Array.from({ length: features.length }, (_, node) => values[node] ?? 0),
  }
}

function encodeTree({ features, thresholds, values }: Tree, asked: readonly number[]): string {
  const numbers: number[] = []
  const whole = (value: number | undefined): number => Math.round((value ?? 0) / UNIT)
  const write = (node: number): void => {
    const feature = features[node] ?? -1
    if (feature < 0) {
      numbers.push(-1, whole(values[node]))
      return
    }
    numbers.push(asked.indexOf(feature), whole(thresholds[node]), whole(values[node]))
    write(2 * node + 1)
    write(2 * node + 2)
  }
  write(0)
  return numbers.join(' ')
}
