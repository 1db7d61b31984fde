/** How often the judge says of a claim and its evidence what a person said, on articles it has not seen. */
import { writeFileSync } from 'node:fs'
import { STANCES, stanceOf } from '../../src/check/judge/judge.ts'
import { judgeUnseen } from '../train/judge-model.ts'
import { readClaimPairs } from './claims.ts'
import { linesOf, round, share } from './measures.ts'
import { judgePageClaims, PAGE_STANCES } from './page-claims.ts'
import * as z from 'zod'

/** @param path pairs of a claim and its evidence, or claims with the sentences of the page they cite */
export async function evalClaims(
  path: string,
  { predictions }: { readonly predictions?: string },
): Promise<object> {
  const [first] = linesOf(path, z.looseObject({}))
  const isOfPages = first !== undefined && 'supporting' in first
  const judged = isOfPages ? await judgePageClaims(path) : judgePairs(path)
  if (predictions !== undefined)
    writeFileSync(predictions, judged.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const stances: readonly string[] = isOfPages ? PAGE_STANCES : STANCES
  const by = Object.fromEntries(stances.map((stance) => [stance, scores(judged, stance)]))
  const shown = judged.flatMap((one) => one.shown ?? [])
  return {
    kind: 'claims',
    pairs: judged.length,
    accuracy: share(judged.filter(({ label, found }) => label === found).length, judged.length),
    macroF1: round(Object.values(by).reduce((sum, { f1 }) => sum + f1, 0) / stances.length),
    ...(isOfPages && { sentenceInThree: share(shown.filter(Boolean).length, shown.length) }),
    ...by,
  }
}

interface JudgedClaim {
  readonly id: string
  readonly label: string
  readonly found: string
  /** Whether a sentence that supports it is among the first three. */
  readonly shown?: boolean
}

function judgePairs(path: string): JudgedClaim[] {
  const pairs = readClaimPairs(path)
  return judgeUnseen(pairs).map((sure, at) => ({
    id: pairs[at]?.id ?? '',
    label: pairs[at]?.label ?? 'not stated',
    found: stanceOf(sure),
    sure,
  }))
}

function scores(
  judged: readonly JudgedClaim[],
  stance: string,
): { precision: number; recall: number; f1: number } {
  const right = judged.filter(({ label, found }) => label === stance && found === stance).length
  const precision = share(right, judged.filter(({ found }) => found === stance).length)
  const recall = share(right, judged.filter(({ label }) => label === stance).length)
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : round((2 * precision * recall) / sum) }
}
