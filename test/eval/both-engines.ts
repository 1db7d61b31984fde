/** One question set over both embedded engines: whether a reader would see the same. */
import { Asker } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import { corpusOver } from './engines.ts'
import { documentsOf, readQuestionSet } from './questions.ts'

export async function evalEngines(path: string): Promise<object> {
  const set = readQuestionSet(path)
  const documents = documentsOf(set)
  const [one, other] = await Promise.all(
    (['minisearch', 'postings'] as const).map(async (engine) => {
      const corpus = await corpusOver(engine)
      corpus.add(documents)
      return new Asker({ corpus, model: loadModel(), aliases: {}, caution: 'normal' })
    }),
  )
  let [first, all] = [0, 0]
  for (const { question } of set.questions) {
    const [mini, typed] = [await quotesOf(one, question), await quotesOf(other, question)]
    if (mini[0] === typed[0]) first++
    if (mini.join('\n') === typed.join('\n')) all++
  }
  const count = set.questions.length
  return {
    kind: 'engines',
    set: set.name,
    questions: count,
    sameFirst: first / count,
    sameAll: all / count,
  }
}

/** Each by its document and place. */
async function quotesOf(asker: Asker | undefined, question: string): Promise<string[]> {
  const quotes = (await asker?.consider(question, { quotes: 3 }))?.quotes ?? []
  return quotes.map(({ quote: { citation, start, end } }) => `${citation.document} ${start} ${end}`)
}
