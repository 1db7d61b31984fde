/** The probability that the first sentence answers, from what the ranking shows. */
import { AT, type Feature, MISMATCH } from './features/names.ts'
import type { Question } from './question.ts'
import { logistic, predict, type Scorer } from './trees.ts'

/** Of the first sentence's features, those that tell whether what is asked for is there at all. */
const OF_FIRST = [
  'coverage',
  'soft-coverage',
  'local-coverage',
  'words-covered',
  'all-units',
  'names-missing',
  'names-in-passage',
  'document-names',
  ...MISMATCH,
  'rarest-hit',
  'rarest-in-passage',
  'rarest-in-document',
  'second-rarest-hit',
  'passage-coverage',
  'passage-bm25',
  'passage-score',
  'passage-rank',
  'document-coverage',
  'document-share',
  'document-passages',
  'heading-coverage',
  'neighbours-add',
  'around-adds',
  'soft-match',
  'exact-words',
  'density',
  'window',
  'pairs-near',
  'pairs-skip',
  'same-wording',
  'wording-run',
  'kind-present',
  'kind-missing',
  'kind-near',
  'kind-near-focus',
  'focus-hit',
  'focus-elsewhere',
  'defines',
  'definition-kind-defines',
  'length',
  'question-names',
] as const satisfies readonly Feature[]

const OF_LIST = [
  'coverage-low',
  'share-of-first',
  'share-of-passage',
  'share-of-document',
  'lead-over-second',
  'lead-over-tenth',
  'lead-over-other-document',
  'score',
  'best-coverage',
  'best-passage',
  'best-document',
  'documents-alike',
  'idf-covered',
  'idf-missing-in-passage',
  'idf-missing-in-document',
  'rarest-idf',
  'mean-idf',
  'unknown-share',
  'unknown-name',
  'mended-share',
  'units',
  'few-units',
  'definition',
] as const

/** What the confidence looks at of a ranked sentence. */
export interface Placed {
  readonly features: Float64Array
  readonly score: number
  readonly passage: { readonly id: number; readonly document: { readonly id: string } }
}

/** What it looks at of a question. */
export interface Asked {
  readonly kind: Question['kind']
  readonly unseen: number
  readonly units: readonly {
    readonly idf: number
    readonly name: boolean
    readonly known: boolean
    readonly alternatives: readonly { readonly via: string }[]
  }[]
}

export const CONFIDENCE_FEATURES = [...OF_FIRST, ...OF_LIST] as const

/** 0 to 1; 0 when nothing was found. */
export function confidence(
  model: { readonly confidence: Scorer },
  question: Asked,
  ranked: readonly Placed[],
): number {
  const values = confidenceFeatures(question, ranked)
  return values === undefined ? 0 : logistic(predict(model.confidence, values))
}

export function confidenceFeatures(
  question: Asked,
  ranked: readonly Placed[],
): Float64Array | undefined {
  const first = ranked[0]
  if (first === undefined) return undefined
  const row = first.features
  const list = describeList(question, ranked, first)
  return Float64Array.from([
    ...OF_FIRST.map((name) => row[AT[name]] ?? 0),
    ...OF_LIST.map((name) => list[name]),
  ])
}

function describeList(
  question: Asked,
  ranked: readonly Placed[],
  first: Placed,
): Record<(typeof OF_LIST)[number], number> {
  const { units, unseen } = question
  const total = units.reduce((sum, { idf }) => sum + idf, 0)
  const share = (test: (unit: (typeof units)[number]) => boolean): number =>
    units.reduce((sum, unit) => sum + (test(unit) ? unit.idf : 0), 0) / (total || 1)
  const own = (name: Feature): number => first.features[AT[name]] ?? 0
  const masses = massesOf(ranked, first)
  const best = (name: Feature): number =>
    ranked.reduce((most, { features }) => Math.max(most, features[AT[name]] ?? 0), 0)
  const bestDocument = best('document-coverage')
  const alike = new Set(
    ranked
      .filter(({ features }) => (features[AT['document-coverage']] ?? 0) >= bestDocument - 0.05)
      .map(({ passage }) => passage.document.id),
  )
  const other = ranked.find(({ passage }) => passage.document.id !== first.passage.document.id)
  return {
    'coverage-low': Math.max(0, 0.5 - own('coverage')),
    ...masses,
    'lead-over-second': lead(first, ranked[1], 3),
    'lead-over-tenth': lead(first, ranked[9], 6),
    'lead-over-other-document': lead(first, other, 6),
    score: first.score / 10,
    'best-coverage': best('coverage'),
    'best-passage': best('passage-coverage'),
    'best-document': bestDocument,
    'documents-alike': 1 / alike.size,
    'idf-covered': (total * own('coverage')) / (4 * unseen),
    'idf-missing-in-passage': (total * (1 - own('passage-coverage'))) / (3 * unseen),
    'idf-missing-in-document': (total * (1 - own('document-coverage'))) / (3 * unseen),
    'rarest-idf': units.reduce((most, { idf }) => Math.max(most, idf), 0) / unseen,
    'mean-idf': total / (units.length || 1) / unseen,
    'unknown-share': share(({ known }) => !known),
    'unknown-name': units.some(({ name, known }) => name && !known) ? 1 : 0,
    'mended-share': share(({ alternatives }) => alternatives.some(({ via }) => via === 'spelling')),
    units: Math.min(1, units.length / 12),
    'few-units': units.length <= 2 ? 1 : 0,
    definition: question.kind === 'definition' ? 1 : 0,
  }
}

/** How much better the first is than another, at most `most`, as a share of it. */
function lead(first: Placed, other: Placed | undefined, most: number): number {
  return other === undefined ? 1 : Math.min(most, Math.max(0, first.score - other.score)) / most
}

/** Scores as probabilities: the first sentence's, its passage's and its document's. */
function massesOf(
  ranked: readonly Placed[],
  first: Placed,
): Record<'share-of-first' | 'share-of-passage' | 'share-of-document', number> {
  let all = 0
  let passage = 0
  let document = 0
  for (const one of ranked) {
    const mass = Math.exp(one.score - first.score)
    all += mass
    if (one.passage.id === first.passage.id) passage += mass
    if (one.passage.document.id === first.passage.document.id) document += mass
  }
  return {
    'share-of-first': 1 / all,
    'share-of-passage': passage / all,
    'share-of-document': document / all,
  }
}
