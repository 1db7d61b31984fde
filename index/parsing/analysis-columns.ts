/** Analyses as columns, the way they come back from a child process with their documents. */
import * as z from 'zod'
import type { Analysis } from '../analysis.ts'
import type { Outline, Sentence } from '../passages.ts'
import { type ColumnReader, type ColumnWriter, Cursor } from '../snapshot/columns.ts'
import { marked, unmarked } from '../snapshot/marked-spans.ts'
import { isStep, type Steps } from '../snapshot/steps.ts'

const Rest = z.object({
  headings: z.array(z.string()),
  acronyms: z.array(
    z.array(
      z.object({
        key: z.string(),
        acronym: z.string(),
        longForm: z.string(),
        terms: z.array(z.string()),
      }),
    ),
  ),
})

/** Stands after every term; no term has one. */
const END = '\n'

export function writeAnalyses(to: ColumnWriter, analyses: readonly Analysis[]): void {
  const headings = new Map<string, number>()
  const passages: number[] = []
  for (const analysis of analyses) {
    passages.push(analysis.passages.length)
    for (const { heading, sentences } of analysis.passages) {
      const number = headings.get(heading) ?? headings.size
      headings.set(heading, number)
      passages.push(number, sentences.length)
      for (const sentence of sentences) passages.push(marked(sentence), sentence.end)
    }
  }
  to.json({
    headings: [...headings.keys()],
    acronyms: analyses.map(({ acronyms }) => acronyms),
  })
  to.texts(analyses.map(({ terms }) => terms.map((term) => term + END).join('')))
  to.numbers(passages)
  for (const { written, lengths, order, sample } of analyses)
    for (const numbers of [written, lengths, order, sample]) to.numbers(numbers)
}

/**
 * The analyses of these documents, in their order.
 * @throws RangeError when they are none of these documents
 */
export function* readAnalyses(
  from: ColumnReader,
  documents: readonly { readonly clean: string }[],
): Steps<Analysis[]> {
  const { data } = Rest.safeParse(from.json())
  if (data === undefined) throw new RangeError('an analysis lacks what it needs')
  const { headings, acronyms } = data
  const terms = from.texts()
  const passages = new Cursor(from.numbers())
  const analyses: Analysis[] = []
  for (const [at, { clean }] of documents.entries()) {
    const analysis = {
      passages: yield* readOutlines(passages, headings, clean.length),
      terms: (terms[at] ?? '').split(END).slice(0, -1),
      written: from.numbers(),
      lengths: from.numbers(),
      order: from.numbers(),
      acronyms: acronyms[at] ?? [],
      sample: from.numbers(),
    }
    if (!fits(analysis)) throw new RangeError('an analysis of another document')
    analyses.push(analysis)
  }
  return analyses
}

function* readOutlines(
  from: Cursor,
  headings: readonly string[],
  length: number,
): Steps<Outline[]> {
  const outlines: Outline[] = []
  let done = 0
  for (let left = from.next(); left > 0; left--) {
    const heading = headings[from.next()] ?? ''
    const sentences: Sentence[] = []
    for (let more = from.next(); more > 0; more--) {
      const sentence = unmarked(from.next(), from.next())
      const { start, end } = sentence
      if (start > end || end > length) throw new RangeError('sentences of another document')
      sentences.push(sentence)
      if (isStep(++done)) yield
    }
    outlines.push({ heading, sentences })
  }
  return outlines
}

/** Whoever reads by these numbers does not run on without an end. */
function fits({ passages, terms, written, lengths, order }: Analysis): boolean {
  let sum = 0
  for (let at = 0; at < lengths.length; at++) sum += lengths[at] ?? 0
  let most = -1
  for (let at = 0; at < order.length; at++) most = Math.max(most, order[at] ?? 0)
  return (
    lengths.length === passages.length * 2 &&
    sum === order.length &&
    most < terms.length &&
    written.length % 2 === 0 &&
    written.length <= terms.length * 2
  )
}
