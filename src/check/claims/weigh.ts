/** Evidence weighed for a claim: how much each sentence is about it, and what it says to it. */
import type { Corpus } from '../../../index/corpus.ts'
import type { FieldWords } from '../../ask/field-words.ts'
import { aboutness } from '../about.ts'
import type { Evidence } from '../evidence.ts'
import { type Judged, judge, type JudgeModel } from '../judge/judge.ts'
import type { Statement } from '../judge/statement.ts'

export interface Weighing {
  readonly corpus: Corpus
  readonly field: FieldWords
  readonly model: JudgeModel
}

export interface Weighed extends Judged {
  readonly evidence: Evidence
  /** How much of what the claim is about it is about too, from 0 to 1. */
  readonly about: number
  /** The same of the sentence alone, without what it stands under. */
  readonly alone: number
}

const NOTHING: ReadonlySet<string> = new Set()

/** What is most about the claim first. */
export const weigh = (
  claim: Statement,
  evidence: readonly Evidence[],
  { corpus, field, model }: Weighing,
): Weighed[] =>
  evidence
    .map((one): Weighed => ({
      evidence: one,
      about: aboutness(claim, one, corpus, field),
      alone: aboutness(claim, { statement: one.statement, context: NOTHING }, corpus, field),
      ...judge(model, claim, one.statement, { context: one.context, field }),
    }))
    .sort((a, b) => b.about - a.about)
