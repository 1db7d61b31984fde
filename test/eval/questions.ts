/** Reads question sets in the uniform format: documents, questions, answers as character ranges. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Document } from '../../index/document.ts'
import { documentOf } from '../../index/readers/read.ts'

const QuestionSet = z.object({
  name: z.string(),
  language: z.string(),
  documents: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      answers: z.array(
        z.object({ document: z.string(), start: z.int(), end: z.int(), text: z.string() }),
      ),
      /** Of a question that its document does not answer, the document. */
      about: z.string().optional(),
    }),
  ),
})
export type QuestionSet = z.infer<typeof QuestionSet>

export function readQuestionSet(path: string): QuestionSet {
  return QuestionSet.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** The set's documents as the text reader makes them, with the titles the set gives. */
export function documentsOf(set: QuestionSet): Document[] {
  return set.documents.flatMap(({ id, title, text }) => {
    const { document } = documentOf(`${id}.txt`, text, id)
    if (document === undefined) return []
    return [{ ...document, id, ...(title !== '' && { title: { value: title, inferred: false } }) }]
  })
}

/** Paragraphs of one article share its title; a document without a title is an article of its own. */
export function articleOf(set: QuestionSet, id: string): string {
  const title = set.documents.find((document) => document.id === id)?.title ?? ''
  return title === '' ? id : title
}

/** Whether an article belongs to the fifth that the model is never trained on. */
export function isHeldOut(set: string, article: string): boolean {
  const digest = createHash('sha256').update(`${set}/${article}`).digest()
  return (digest[0] ?? 0) % 5 === 4
}

/** A quote holds an answer when they share half of the shorter of the two. */
export function holds(
  quote: { readonly document: string; readonly start: number; readonly end: number },
  answers: QuestionSet['questions'][number]['answers'],
): boolean {
  return answers.some(({ document, start, end }) => {
    const shared = Math.min(end, quote.end) - Math.max(start, quote.start)
    return (
      document === quote.document && shared >= Math.min(end - start, quote.end - quote.start) / 2
    )
  })
}
