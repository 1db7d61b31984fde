/** Examples → the model, and what it reaches on articles that it has not seen. */
import { CONFIDENCE_FEATURES, confidenceFeatures } from '../../src/ask/confidence.ts'
import { FEATURES } from '../../src/ask/features/features.ts'
import type { Model } from '../../src/ask/model.ts'
import { inOrder } from '../../src/ask/rank.ts'
import { logistic, predict, type Scorer } from '../../src/ask/trees.ts'
import { fitConfidence, type Judged } from './confidence-model.ts'
import type { Example } from './examples.ts'
import { fitRanker } from './rank-model.ts'

const FOLDS = 5
const WIDTH = FEATURES.length

/** A question as an unseen model answered it. */
export interface Outcome {
  readonly set: string
  readonly present: boolean
  readonly answerable: boolean
  readonly first: boolean
  readonly three: boolean
  readonly sure: number
}

export interface Learned {
  readonly model: Model
  /** Every question of what was learned from, answered by the folds without its article. */
  readonly folds: readonly Outcome[]
  /** The fifth that nothing was learned from. */
  readonly heldOut: readonly Outcome[]
  /** By article: a ranker that has not seen it, of the folds without it or the model's own. */
  readonly unseenBy: ReadonlyMap<string, Scorer>
}

type Seen = Judged & Omit<Outcome, 'sure'> & { readonly variant: boolean }

export function learn(examples: readonly Example[], say: (line: string) => void): Learned {
  const training = examples.filter(({ heldOut }) => !heldOut)
  const foldOf = new Map(
    [...new Set(training.map(({ article }) => article))]
      .sort()
      .map((article, at) => [article, at % FOLDS]),
  )
  const inFold = ({ article }: Example, fold: number): boolean => foldOf.get(article) === fold
  const seen: Seen[] = []
  const unseenBy = new Map<string, Scorer>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const scorer = fitRanker(training.filter((one) => one.present && !inFold(one, fold)))
    for (const [article, its] of foldOf) if (its === fold) unseenBy.set(article, scorer)
    seen.push(
      ...judgeAll(
        training.filter((one) => inFold(one, fold)),
        scorer,
        fold,
      ),
    )
    say(`fold ${fold + 1} of ${FOLDS}`)
  }
  const folds: Outcome[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const scorer = fitConfidence(seen.filter((one) => one.fold !== fold))
    folds.push(
      ...outcomes(
        seen.filter((one) => one.fold === fold),
        scorer,
      ),
    )
  }
  const model = {
    rank: fitRanker(training.filter(({ present }) => present)),
    confidence: fitConfidence(seen),
  }
  const kept = examples.filter(({ heldOut }) => heldOut)
  for (const { article } of kept) unseenBy.set(article, model.rank)
  const unseen = judgeAll(kept, model.rank, FOLDS)
  return { model, folds, heldOut: outcomes(unseen, model.confidence), unseenBy }
}

function outcomes(seen: readonly Seen[], scorer: Scorer): Outcome[] {
  return seen
    .filter(({ variant }) => !variant)
    .map(({ set, present, answerable, first, three, features }) => {
      const sure = logistic(predict(scorer, features))
      return { set, present, answerable, first, three, sure }
    })
}

function judgeAll(examples: readonly Example[], scorer: Scorer, fold: number): Seen[] {
  const sizes = new Map<string, number>()
  for (const { set } of examples) sizes.set(set, (sizes.get(set) ?? 0) + 1)
  const traps = new Set(examples.flatMap((one) => (one.answerable ? [] : [one.set])))
  return examples.map((example) => {
    const ranked = rank(example, scorer)
    const features = confidenceFeatures(example.question, ranked)
    const first = ranked[0]?.right ?? false
    return {
      set: example.set,
      present: example.present,
      answerable: example.answerable,
      natural: !traps.has(example.set),
      variant: example.variant,
      first,
      three: ranked.slice(0, 3).some(({ right }) => right),
      features: features ?? new Float64Array(CONFIDENCE_FEATURES.length),
      right: first,
      // A large set counts for less a question.
      weight: ((sizes.get(example.set) ?? 1) / 1000) ** -0.5,
      fold,
    }
  })
}

function rank(
  { features, right, passages }: Example,
  scorer: Scorer,
): {
  features: Float64Array
  score: number
  right: boolean
  passage: Example['passages'][number]
}[] {
  return inOrder(
    passages.map((passage, at) => {
      const row = Float64Array.from(features.subarray(at * WIDTH, (at + 1) * WIDTH))
      return { features: row, score: predict(scorer, row), right: right[at] === 1, passage }
    }),
  )
}
