/** Learns `src/check/judge/model.json` from claims with their evidence. */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { encodeScorer } from '../../src/ask/model.ts'
import { JUDGE_FEATURES } from '../../src/check/judge/features.ts'
import { type JudgeFile, STANCES } from '../../src/check/judge/judge.ts'
import { readClaimPairs } from '../eval/claims.ts'
import { fitJudge } from './judge-model.ts'

/** @param path of the claims */
export function trainJudge(path: string, say: (line: string) => void): void {
  const pairs = readClaimPairs(path)
  say(`${pairs.length} claims`)
  const model = fitJudge(pairs)
  const [supported, contradicted, notStated] = STANCES.map((stance) =>
    encodeScorer(model[stance], JUDGE_FEATURES),
  )
  if (supported === undefined || contradicted === undefined || notStated === undefined) return
  const file: JudgeFile = {
    about: `Learned by npm run train -- judge from ${pairs.length} claims of ${basename(path)}.`,
    scorers: { supported, contradicted, 'not stated': notStated },
  }
  const text = `${JSON.stringify(file, null, 2)}\n`
  writeFileSync(new URL('../../src/check/judge/model.json', import.meta.url), text)
  say(`wrote src/check/judge/model.json, ${Math.round(text.length / 1024)} KB`)
}
