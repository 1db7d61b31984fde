/** What a model reaches as a reader sees it: not by sentences, but by the quotes made of them. */
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { Asker } from '../../src/ask/ask.ts'
import type { Model } from '../../src/ask/model.ts'
import type { Scorer } from '../../src/ask/trees.ts'
import { predict, share } from '../eval/measures.ts'
import { articleOf, documentsOf, holds, type QuestionSet } from '../eval/questions.ts'
import { articleKey } from './examples.ts'

/**
 * Asks every question of a set, each of a ranker that has not seen its article.
 * @param unseenBy the ranker of each article
 */
export async function reportQuoted(
  set: QuestionSet,
  unseenBy: ReadonlyMap<string, Scorer>,
  { confidence }: Model,
): Promise<string> {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(documentsOf(set))
  const askers = new Map<Scorer, Asker>()
  const places: number[] = []
  for (const { id, question, answers } of set.questions) {
    if (answers.length === 0) continue
    const rank = unseenBy.get(articleKey(set, articleOf(set, answers[0]?.document ?? '')))
    if (rank === undefined) throw new Error(`nobody has learned without question ${id}`)
    const asker =
      askers.get(rank) ??
      new Asker({ corpus, model: { rank, confidence }, aliases: {}, caution: 'normal' })
    askers.set(rank, asker)
    const { quotes } = await predict(asker, id, question)
    places.push(quotes.findIndex((quote) => holds(quote, answers)))
  }
  const first = share(places.filter((at) => at === 0).length, places.length)
  const three = share(places.filter((at) => at >= 0 && at < 3).length, places.length)
  return `  ${set.name}: ${places.length} questions, first ${first.toFixed(3)}, within three ${three.toFixed(3)}`
}
