/** The features by name, in the order of every row of them. */
import { type AnswerKind, KINDS } from '../answer-kind.ts'

/** What the question says and the sentence does not, or the opposite of it. */
export const MISMATCH = [
  'negation-missing',
  'negation-added',
  'opposite',
  'plain-opposite',
  'number-missing',
  'number-missing-around',
  'name-missing-around',
  'rarest-missing',
  'rarest-missing-around',
] as const

const PLAIN = [
  // How much of the question the sentence has.
  'coverage',
  'coverage-plain',
  'coverage-squared',
  'all-units',
  'names-covered',
  'names-missing',
  'words-covered',
  'rarest-hit',
  'second-rarest-hit',
  'first-unit',
  'last-unit',
  'bm25-sentence',
  'bm25-length',
  'exact-words',
  'local-coverage',
  'local-rarest-hit',
  'soft-match',
  'soft-coverage',
  'focus-hit',
  'focus-elsewhere',
  ...MISMATCH,
  // How close together, and in which order.
  'adjacent-pairs',
  'pairs-near',
  'pairs-skip',
  'ordered-run',
  'window',
  'density',
  'same-wording',
  'wording-run',
  'first-hit-at',
  'subject-hit',
  // What stands around it.
  'before-adds',
  'after-adds',
  'around-adds',
  'passage-adds',
  'passage-coverage',
  'passage-bm25',
  'passage-soft',
  'passage-soft-lead',
  'passage-best',
  'passage-best-lead',
  'passage-kind',
  'passage-bm25-lead',
  'passage-share',
  'best-of-passage',
  'passage-lead',
  'local-around',
  'heading-adds',
  'heading-coverage',
  'names-in-passage',
  'rarest-in-passage',
  'rarest-in-document',
  'neighbours-add',
  'document-adds',
  'document-coverage',
  'document-names',
  'document-share',
  'document-passages',
  'passage-score',
  'passage-rank',
  'passage-gap',
  'neighbour',
  // Whether it holds an answer of the kind asked for.
  'kind-present',
  'kind-missing',
  'kind-near',
  'kind-near-focus',
  'kind-near-rarest',
  'kind-count',
  'kind-only-here',
  'new-number',
  'new-name',
  'new-name-person',
  'new-name-place',
  'new-name-near',
  'speaker-says',
  'defines',
  'definition-kind-defines',
  'focus-copula',
  // What it looks like.
  'is-question',
  'new-words',
  'length',
  'short',
  'long',
  'list',
  'first-of-document',
  'first-of-passage',
  'early',
  'place-in-document',
  'leans',
  'leans-before-adds',
  'mangled',
  // The question itself: the same for each sentence, for what depends on it.
  'question-units',
  'question-names',
  'question-french',
  // Compared with the other sentences.
  'coverage-top',
  'coverage-lead',
  'coverage-share',
  'coverage-rank',
  'bm25-top',
  'bm25-lead',
  'bm25-rank',
  'density-lead',
  'local-lead',
  'local-rank',
  'document-lead',
  'combined-lead',
  'combined-rank',
] as const

/** How near an answer of a kind stands to what was hit, and which kind was asked for. */
type KindFeature = `near: ${AnswerKind}` | `asks: ${AnswerKind}`
export type Feature = (typeof PLAIN)[number] | KindFeature

export const FEATURES: readonly Feature[] = [
  ...PLAIN,
  ...KINDS.map((kind): KindFeature => `near: ${kind}`),
  ...KINDS.map((kind): KindFeature => `asks: ${kind}`),
]

/** The place of each in a row. */
export const AT: Readonly<Record<Feature, number>> = Object.fromEntries(
  FEATURES.map((name, at): readonly unknown[] => [name, at]),
)

/** Whether it is the question's own, and the same for each of its sentences. */
export const isOfQuestion = (name: Feature): boolean => /^(?:question-|asks: )/u.test(name)

/** One row of features. */
export type Row = Float64Array
