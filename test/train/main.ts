/**
 * `npm run train -- FOLDER`: learns `src/ask/model.json` from the question sets in a folder and reports
 * what it reaches on articles it has not seen. `npm run train -- judge FILE`: learns
 * `src/check/judge/model.json` from claims with their evidence. `npm run train -- lookups FILE`: learns
 * `src/figures/model.json` from look-ups of figures. The same data gives the same model.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { THRESHOLDS } from '../../src/ask/ask.ts'
import { CONFIDENCE_FEATURES } from '../../src/ask/confidence.ts'
import { FEATURES } from '../../src/ask/features/features.ts'
import { encodeScorer, type ModelFile } from '../../src/ask/model.ts'
import { type QuestionSet, readQuestionSet } from '../eval/questions.ts'
import { buildExamples, type Example } from './examples.ts'
import { trainJudge } from './judge.ts'
import { learn } from './learn.ts'
import { trainLookUps } from './look-ups.ts'
import { reportQuoted } from './quoted.ts'
import { atThreshold, report } from './report.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const [, , folder, path = ''] = process.argv
if (folder === 'judge' && path !== '') {
  trainJudge(path, say)
  process.exit()
}
if (folder === 'lookups' && path !== '') {
  await trainLookUps(path, say)
  process.exit()
}
if (folder === undefined || folder.startsWith('-')) {
  say(
    'Give the folder of the question sets: npm run train -- FOLDER; the claims: npm run train -- judge FILE; or the look-ups: npm run train -- lookups FILE',
  )
  process.exit(2)
}

const examples: Example[] = []
const sets: QuestionSet[] = []
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const set = readQuestionSet(join(folder, file))
  sets.push(set)
  examples.push(...(await buildExamples(set)))
  say(`${set.name}: ${set.questions.length} questions`)
}

const { model, folds, heldOut, unseenBy } = learn(examples, say)
const learnedFrom = examples.filter((one) => one.present && !one.heldOut && !one.variant)
for (const line of report('Five folds by article', folds)) say(line)
for (const line of report('The fifth that nothing was learned from', heldOut)) say(line)
say('All of it, each article by a ranker that has not seen it, in quotes')
for (const set of sets) say(await reportQuoted(set, unseenBy, model))
for (const [caution, threshold] of Object.entries(THRESHOLDS))
  say(`caution ${caution}, from ${threshold}: ${atThreshold(folds, threshold)}`)

const written: ModelFile = {
  about:
    `Learned by npm run train from ${learnedFrom.length} questions of ` +
    `${[...new Set(learnedFrom.map(({ set }) => set))].join(', ')}: four fifths of the articles.`,
  rank: encodeScorer(model.rank, FEATURES),
  confidence: encodeScorer(model.confidence, CONFIDENCE_FEATURES),
}
const text = `${JSON.stringify(written, null, 2)}\n`
writeFileSync(new URL('../../src/ask/model.json', import.meta.url), text)
say(`wrote src/ask/model.json, ${Math.round(text.length / 1024)} KB`)
