/** Question sets in the uniform format: how often the first quotes hold the answer, and what is refused when it is gone. */
import type { Corpus } from '../../index/corpus.ts'
import { Asker, type Caution } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import { corpusOver } from './engines.ts'
import {
  areaUnderCurve,
  percentile,
  predict,
  type Prediction,
  reliability,
  round,
  share,
  shownLength,
  writePredictions,
} from './measures.ts'
import { articleOf, documentsOf, holds, isHeldOut, readQuestionSet } from './questions.ts'

export interface SetOptions {
  readonly predictions?: string
  readonly engine?: string
  readonly caution: Caution
}

/** All documents indexed, every question asked; refusals are counted but do not hide the ranking. */
export async function evalQuestions(path: string, options: SetOptions): Promise<object> {
  const set = readQuestionSet(path)
  const corpus = await corpusOver(options.engine)
  const began = performance.now()
  corpus.add(documentsOf(set))
  const built = performance.now()
  const asker = askerOf(corpus, options)
  const outcomes: { at: number; short: number; heldOut: boolean }[] = []
  const predictions: Prediction[] = []
  const times: number[] = []
  for (const { id, question, answers } of set.questions) {
    const start = performance.now()
    const prediction = await predict(asker, id, question)
    times.push(performance.now() - start)
    predictions.push(prediction)
    if (answers.length === 0) continue
    const at = prediction.quotes.findIndex((quote) => holds(quote, answers))
    outcomes.push({
      at,
      short: isShort(prediction.quotes[at]) ? at : -1,
      heldOut: isHeldOut(set.name, articleOf(set, answers[0]?.document ?? '')),
    })
  }
  writePredictions(options.predictions, predictions)
  const isAnswerable = (_: Prediction, at: number): boolean =>
    (set.questions[at]?.answers.length ?? 0) > 0
  const answerable = predictions.filter(isAnswerable)
  const unanswerable = predictions.filter((one, at) => !isAnswerable(one, at))
  const lengths = predictions.flatMap(({ quotes }) =>
    quotes.slice(0, 1).map(({ text }) => shownLength(text)),
  )
  return {
    kind: 'questions',
    set: set.name,
    documents: set.documents.length,
    ...ranks(outcomes),
    inShortQuotes: ranks(outcomes.map(({ short }) => ({ at: short }))),
    heldOut: ranks(outcomes.filter(({ heldOut }) => heldOut)),
    answered: share(answerable.filter(({ answered }) => answered).length, answerable.length),
    ...(unanswerable.length > 0 && {
      unanswerable: {
        questions: unanswerable.length,
        refused: share(
          unanswerable.filter(({ answered }) => !answered).length,
          unanswerable.length,
        ),
        auc: areaUnderCurve(
          answerable.map(({ confidence }) => confidence),
          unanswerable.map(({ confidence }) => confidence),
        ),
      },
    }),
    quoteLength: { median: percentile(lengths, 0.5), p95: percentile(lengths, 0.95) },
    milliseconds: {
      index: round(built - began),
      p50: round(percentile(times, 0.5)),
      p95: round(percentile(times, 0.95)),
    },
  }
}

/** A reader is shown quotes of at most so many characters; a longer one holds the answer without showing it. */
const SHORT = 400

const isShort = (quote: Prediction['quotes'][number] | undefined): boolean =>
  quote !== undefined && shownLength(quote.text) <= SHORT

/** Every question twice: with its article in the index, and with the article taken out. */
export async function evalAbsent(path: string, options: SetOptions): Promise<object> {
  const set = readQuestionSet(path)
  const documents = documentsOf(set)
  const corpus = await corpusOver(options.engine)
  corpus.add(documents)
  const predictions: Prediction[] = []
  const judged: {
    sure: number
    right: boolean
    present: boolean
    answered: boolean
    heldOut: boolean
  }[] = []
  // A question that nothing answers says nothing of what is lost with its article.
  const answerable = set.questions.filter(({ answers }) => answers.length > 0)
  const byArticle = Map.groupBy(answerable, ({ answers }) =>
    articleOf(set, answers[0]?.document ?? ''),
  )
  for (const [article, questions] of byArticle) {
    const its = documents.filter(({ id }) => articleOf(set, id) === article)
    for (const present of [true, false]) {
      if (!present) for (const { id } of its) corpus.remove(id)
      const asker = askerOf(corpus, options)
      for (const { id, question, answers } of questions) {
        const prediction = await predict(asker, id, question)
        if (!present) predictions.push(prediction)
        const first = prediction.quotes[0]
        judged.push({
          sure: prediction.confidence,
          right: present && first !== undefined && holds(first, answers),
          present,
          answered: prediction.answered,
          heldOut: isHeldOut(set.name, article),
        })
      }
    }
    corpus.add(its)
  }
  writePredictions(options.predictions, predictions)
  const { error, bins } = reliability(judged)
  return {
    kind: 'absent',
    set: set.name,
    ...refusals(judged),
    heldOut: refusals(judged.filter(({ heldOut }) => heldOut)),
    calibrationError: error,
    reliability: bins,
  }
}

type Judged = { sure: number; present: boolean; answered: boolean }

/** Refusal where 90 % of the answerable are answered, and at the threshold that is set. */
function refusals(judged: readonly Judged[]): object {
  const present = judged.filter((one) => one.present)
  const absent = judged.filter((one) => !one.present)
  const threshold = percentile(
    present.map(({ sure }) => sure),
    0.1,
  )
  return {
    questions: present.length,
    refusedAt90: share(absent.filter(({ sure }) => sure < threshold).length, absent.length),
    thresholdAt90: threshold,
    answered: share(present.filter(({ answered }) => answered).length, present.length),
    refused: share(absent.filter(({ answered }) => !answered).length, absent.length),
  }
}

const askerOf = (corpus: Corpus, { caution }: SetOptions): Asker =>
  new Asker({ corpus, model: loadModel(), aliases: {}, caution })

function ranks(outcomes: readonly { readonly at: number }[]): object {
  return {
    questions: outcomes.length,
    first: share(outcomes.filter(({ at }) => at === 0).length, outcomes.length),
    withinThree: share(outcomes.filter(({ at }) => at >= 0 && at < 3).length, outcomes.length),
    withinTen: share(outcomes.filter(({ at }) => at >= 0).length, outcomes.length),
  }
}
