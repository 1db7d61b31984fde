/** Questions over a folder of documents, with answer texts; some that the documents do not answer. */
import { documentsOf } from '../support/library.ts'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { Asker, type Caution } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import { corpusOver } from './engines.ts'
import {
  percentile,
  predict,
  type Prediction,
  share,
  shownLength,
  writePredictions,
} from './measures.ts'

const Line = z.object({
  id: z.string(),
  question: z.string(),
  answers: z.array(z.object({ document: z.string(), text: z.string() })),
})

export interface SeedOptions {
  readonly documents?: string
  readonly predictions?: string
  readonly engine?: string
  readonly caution: Caution
}

/** "Right": a quote holds one of the answer texts and is from its document. A refusal is never right. */
export async function evalSeedQuestions(path: string, options: SeedOptions): Promise<object> {
  if (options.documents === undefined)
    return { kind: 'seed-questions', skipped: 'give the folder of documents: --documents FOLDER' }
  const documents = await documentsOf(options.documents)
  const corpus = await corpusOver(options.engine)
  corpus.add(documents)
  const asker = new Asker({ corpus, model: loadModel(), aliases: {}, caution: options.caution })
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const predictions: Prediction[] = []
  const counts = {
    answerable: 0,
    first: 0,
    three: 0,
    refusedWrongly: 0,
    unanswerable: 0,
    refused: 0,
  }
  for (const line of lines) {
    const { id, question, answers } = Line.parse(JSON.parse(line))
    const prediction = await predict(asker, id, question)
    predictions.push(prediction)
    if (answers.length === 0) {
      counts.unanswerable++
      if (!prediction.answered) counts.refused++
      continue
    }
    counts.answerable++
    if (!prediction.answered) {
      counts.refusedWrongly++
      continue
    }
    const at = prediction.quotes.findIndex((quote) =>
      answers.some(
        (answer) =>
          answer.document === quote.document && plain(quote.text).includes(plain(answer.text)),
      ),
    )
    if (at === 0) counts.first++
    if (at >= 0 && at < 3) counts.three++
  }
  writePredictions(options.predictions, predictions)
  const lengths = predictions.flatMap(({ quotes }) =>
    quotes.slice(0, 3).map(({ text }) => shownLength(text)),
  )
  return {
    kind: 'seed-questions',
    questions: lines.length,
    answerable: counts.answerable,
    first: share(counts.first, counts.answerable),
    withinThree: share(counts.three, counts.answerable),
    refusedWrongly: counts.refusedWrongly,
    unanswerable: counts.unanswerable,
    refusedRightly: counts.refused,
    quoteLength: { median: percentile(lengths, 0.5), p95: percentile(lengths, 0.95) },
  }
}

/** White space, curly quotes and hyphens made alike. */
function plain(text: string): string {
  return text
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
}
