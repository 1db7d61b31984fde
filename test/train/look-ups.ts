/** Learns `src/figures/model.json` from look-ups of annotated figures: which of a report's figures was asked for. */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { encodeScorer } from '../../src/ask/model.ts'
import { predict, type Scorer } from '../../src/ask/trees.ts'
import { EVIDENCE, type LookUpModelFile } from '../../src/figures/evidence.ts'
import { share } from '../eval/measures.ts'
import { boost, type BoostOptions } from './boost.ts'
import { readRequests, type Request } from './requests.ts'
import { softmax } from './softmax.ts'

const OPTIONS: BoostOptions = {
  trees: 160,
  depth: 3,
  rate: 0.06,
  penalty: 5,
  least: 4,
  gain: 0.1,
  features: 0.4,
  groups: 0.7,
  seed: 4,
}
const FOLDS = 5
const WIDTH = EVIDENCE.length

/** @param path of the look-ups */
export async function trainLookUps(path: string, say: (line: string) => void): Promise<void> {
  const requests = await readRequests(path)
  const learned = requests.filter(({ heldOut }) => !heldOut)
  say(`${requests.length} requests, ${learned.length} of them learned from`)
  const reports = [...new Set(learned.map(({ report }) => report))].sort()
  const foldOf = new Map(reports.map((report, at) => [report, at % FOLDS]))
  const firsts: boolean[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const scorer = fit(learned.filter(({ report }) => foldOf.get(report) !== fold))
    const unseen = learned.filter(({ report }) => foldOf.get(report) === fold)
    firsts.push(...unseen.map((request) => isFirst(scorer, request)))
  }
  say(`right first, five folds by report: ${shareOf(firsts)}`)
  const scorer = fit(learned)
  const kept = requests.filter(({ heldOut }) => heldOut)
  say(
    `right first, the fifth that nothing was learned from: ${shareOf(kept.map((one) => isFirst(scorer, one)))}`,
  )
  const file: LookUpModelFile = {
    about: `Learned by npm run train -- lookups from ${learned.length} requests of ${basename(path)}: four fifths of the reports.`,
    scorer: encodeScorer(scorer, EVIDENCE),
  }
  const text = `${JSON.stringify(file, null, 2)}\n`
  writeFileSync(new URL('../../src/figures/model.json', import.meta.url), text)
  say(`wrote src/figures/model.json, ${Math.round(text.length / 1024)} KB`)
}

const shareOf = (all: readonly boolean[]): string =>
  share(all.filter(Boolean).length, all.length).toFixed(3)

export function fit(requests: readonly Request[]): Scorer {
  const rows = requests.flatMap((one) => one.rows)
  const values = new Float32Array(rows.length * WIDTH)
  for (const [at, { evidence }] of rows.entries()) values.set(evidence, at * WIDTH)
  const groups = [0]
  for (const one of requests) groups.push((groups.at(-1) ?? 0) + one.rows.length)
  const table = { rows: rows.length, width: WIDTH, values, groups: Int32Array.from(groups) }
  const right = Uint8Array.from(rows, (row) => (row.right ? 1 : 0))
  const loss = softmax(table.groups, right, new Float64Array(requests.length).fill(1))
  const trees = boost(table, loss, new Float64Array(rows.length), OPTIONS)
  return { bias: 0, weights: new Float64Array(WIDTH), trees }
}

export function isFirst(scorer: Scorer, { rows }: Request): boolean {
  const [first] = rows
    .map(({ evidence, right }) => ({ right, score: predict(scorer, evidence) }))
    .sort((a, b) => b.score - a.score)
  return first?.right === true
}
