/**
 * Documents of any number made of the passages of real ones, shuffled, with the questions that were
 * asked about these: real words, names and phrases in real proportions.
 */
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Document } from '../../index/document.ts'
import { documentOf } from '../../index/readers/read.ts'
import { documentsOf, readQuestionSet } from '../eval/questions.ts'
import { pick, randomOf } from '../support/random.ts'
import type { Generated } from './generate.ts'

const PASSAGES_A_DOCUMENT = 10

/** @param file a uniform question file */
export function recombine(file: string, passages: number, questions: number, seed = 1): Generated {
  const random = randomOf(seed)
  const set = readQuestionSet(file)
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(documentsOf(set))
  const titles = [...corpus.documents.values()].map(({ title }) => title.value)
  const texts = [...corpus.passages.values()].map(({ document, sentences }) =>
    document.clean.slice(sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0),
  )
  const documents: Document[] = []
  for (let at = 0; at * PASSAGES_A_DOCUMENT < passages; at++) {
    const text = Array.from({ length: PASSAGES_A_DOCUMENT }, () => pick(texts, random)).join('\n\n')
    const { document } = documentOf(`${at}.txt`, text, String(at))
    const title = { value: pick(titles, random), inferred: false }
    if (document !== undefined) documents.push({ ...document, title })
  }
  return {
    documents,
    questions: Array.from({ length: questions }, () => pick(set.questions, random).question),
  }
}
