/** Questions with answers → training examples: every candidate sentence's features, and which answer. */
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Document } from '../../index/document.ts'
import type { Asked } from '../../src/ask/confidence.ts'
import { type Candidate, candidates, FEATURES } from '../../src/ask/features/features.ts'
import { matcher } from '../../src/ask/match.ts'
import { readQuestion } from '../../src/ask/question.ts'
import { Ranker } from '../../src/ask/rank.ts'
import { articleOf, documentsOf, isHeldOut, type QuestionSet } from '../eval/questions.ts'
import type { RankExample } from './rank-model.ts'
import { variantOf } from './variants.ts'

/** A question's candidate sentences, without what only the ranking needs. */
export interface Example extends RankExample {
  /** Examples of one article are never split between training and testing. */
  readonly article: string
  /** Whether its article belongs to the fifth that is never learned from. */
  readonly heldOut: boolean
  /** Whether the article that answers is in the index. */
  readonly present: boolean
  /** Whether anything answers it at all; its article is there all the same. */
  readonly answerable: boolean
  /** Asked as people type it, made from another example: learned from, not reported. */
  readonly variant: boolean
  readonly question: Asked
  /** Of each row, its passage and document. */
  readonly passages: readonly { readonly id: number; readonly document: { readonly id: string } }[]
}

/** A sentence answers when it has this much of the answer. */
const ENOUGH = 0.3
const UNTRAINED = { bias: 0, weights: new Float64Array(0), trees: [] }

/** An article's name among those of all sets. */
export const articleKey = ({ name }: QuestionSet, article: string): string => `${name}/${article}`

/** The examples of a set, each once with its article there and once without. */
export async function buildExamples(set: QuestionSet): Promise<Example[]> {
  const documents = documentsOf(set)
  const articles = Map.groupBy(documents, ({ id }) => articleOf(set, id))
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(documents)
  const ranker = new Ranker(corpus, { rank: UNTRAINED, confidence: UNTRAINED })
  const examples: Example[] = []
  const byArticle = Map.groupBy(set.questions, ({ answers, about }) =>
    articleOf(set, answers[0]?.document ?? about ?? ''),
  )
  for (const [article, questions] of byArticle) {
    const about = {
      set: set.name,
      article: articleKey(set, article),
      heldOut: isHeldOut(set.name, article),
    }
    const its: readonly Document[] = articles.get(article) ?? []
    for (const present of [true, false]) {
      if (!present) for (const { id } of its) corpus.remove(id)
      for (const { id, question, answers } of questions) {
        const answerable = answers.length > 0
        // A question that nothing answers says nothing of an article that is gone.
        if (!answerable && !present) continue
        const variant = about.heldOut ? undefined : variantOf(question, id)
        for (const text of variant === undefined ? [question] : [question, variant]) {
          const read = await example(text, present ? answers : [], corpus, ranker)
          examples.push({ ...about, present, answerable, variant: text !== question, ...read })
        }
      }
    }
    corpus.add(its)
  }
  return examples
}

type Answers = QuestionSet['questions'][number]['answers']

async function example(
  text: string,
  answers: Answers,
  corpus: WholeCorpus,
  ranker: Ranker,
): Promise<Pick<Example, 'question' | 'features' | 'right' | 'passages'>> {
  const question = readQuestion(text, corpus)
  const found = candidates(matcher(question), await ranker.find(question))
  const features = new Float32Array(found.length * FEATURES.length)
  for (const [row, candidate] of found.entries())
    features.set(candidate.features, row * FEATURES.length)
  const { kind, units, unseen } = question
  return {
    question: {
      kind,
      unseen,
      units: units.map(({ idf, name, known, alternatives }) => ({
        idf,
        name,
        known,
        alternatives: alternatives.map(({ via }) => ({ via })),
      })),
    },
    features,
    right: Uint8Array.from(found, (candidate) => (answersIt(candidate, answers) ? 1 : 0)),
    passages: found.map(({ passage }) => ({
      id: passage.id,
      document: { id: passage.document.id },
    })),
  }
}

function answersIt({ passage, sentence }: Candidate, answers: Answers): boolean {
  const span = passage.document.map.toText(sentence.sentence)
  return answers.some(({ document, start, end }) => {
    const shared = Math.min(end, span.end) - Math.max(start, span.start)
    return document === passage.document.id && shared >= Math.max(1, (end - start) * ENOUGH)
  })
}
