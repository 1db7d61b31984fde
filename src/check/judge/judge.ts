/** Whether a piece of evidence supports a claim, speaks against it, or does not say: three learned scores. */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { decodeScorer, ScorerFile } from '../../ask/model.ts'
import { logistic, predict, type Scorer } from '../../ask/trees.ts'
import { compare, type Compared, JUDGE_FEATURES, type CompareOptions } from './features.ts'
import type { Statement } from './statement.ts'

export const STANCES = ['supported', 'contradicted', 'not stated'] as const
export type Stance = (typeof STANCES)[number]

export const JudgeFile = z.object({
  /** How it came about, for a person. */
  about: z.string(),
  scorers: z.record(z.enum(STANCES), ScorerFile),
})
export type JudgeFile = z.infer<typeof JudgeFile>

/** One scorer a stance, each against the other two. */
export type JudgeModel = Readonly<Record<Stance, Scorer>>

export interface Judged {
  /** Probabilities; together 1. */
  readonly sure: Readonly<Record<Stance, number>>
  readonly compared: Compared
}

export function loadJudge(path: URL | string = new URL('model.json', import.meta.url)): JudgeModel {
  const { scorers } = JudgeFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  const scorer = (stance: Stance): Scorer => decodeScorer(scorers[stance], JUDGE_FEATURES)
  return {
    supported: scorer('supported'),
    contradicted: scorer('contradicted'),
    'not stated': scorer('not stated'),
  }
}

export function judge(
  model: JudgeModel,
  claim: Statement,
  evidence: Statement,
  surroundings: CompareOptions = {},
): Judged {
  const compared = compare(claim, evidence, surroundings)
  return { sure: sureOf(model, compared.row), compared }
}

export function sureOf(model: JudgeModel, row: Float64Array): Record<Stance, number> {
  const odds = STANCES.map((stance) => logistic(predict(model[stance], row)))
  const sum = odds.reduce((all, one) => all + one, 0)
  const [supported = 0, contradicted = 0, notStated = 0] = odds.map((one) => one / sum)
  return { supported, contradicted, 'not stated': notStated }
}

/** The likeliest. A contradiction is a charge: it is made only when it is much the likeliest. */
export function stanceOf(sure: Readonly<Record<Stance, number>>): Stance {
  const { supported, contradicted } = sure
  if (contradicted >= CONTRADICTED && contradicted > supported) return 'contradicted'
  return supported >= SUPPORTED && supported > contradicted ? 'supported' : 'not stated'
}

const CONTRADICTED = 0.5
const SUPPORTED = 0.45
