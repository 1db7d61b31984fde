/** How often the judge says of a claim and its evidence what a person said, on articles it has not seen. */
import { writeFileSync } from 'node:fs'
import { type Stance, STANCES, stanceOf } from '../../src/check/judge/judge.ts'
import { judgeUnseen } from '../train/judge-model.ts'
import { readClaimPairs } from './claims.ts'
import { round, share } from './measures.ts'

export function evalClaims(
  path: string,
  { predictions }: { readonly predictions?: string },
): object {
  const pairs = readClaimPairs(path)
  const judged = judgeUnseen(pairs).map((sure, at) => ({
    id: pairs[at]?.id ?? '',
    label: pairs[at]?.label ?? 'not stated',
    found: stanceOf(sure),
    sure,
  }))
  if (predictions !== undefined)
    writeFileSync(predictions, judged.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const by = Object.fromEntries(STANCES.map((stance) => [stance, scores(judged, stance)]))
  return {
    kind: 'claims',
    pairs: pairs.length,
    accuracy: share(judged.filter(({ label, found }) => label === found).length, judged.length),
    macroF1: round(Object.values(by).reduce((sum, { f1 }) => sum + f1, 0) / STANCES.length),
    ...by,
  }
}

function scores(
  judged: readonly { readonly label: Stance; readonly found: Stance }[],
  stance: Stance,
): { precision: number; recall: number; f1: number } {
  const right = judged.filter(({ label, found }) => label === stance && found === stance).length
  const precision = share(right, judged.filter(({ found }) => found === stance).length)
  const recall = share(right, judged.filter(({ label }) => label === stance).length)
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : round((2 * precision * recall) / sum) }
}
