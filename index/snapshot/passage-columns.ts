/** Passages as columns, document by document. */
import type { Document } from '../document.ts'
import type { Passage, Sentence } from '../passages.ts'
import { type ColumnReader, type ColumnWriter, Cursor } from './columns.ts'
import { marked, unmarked } from './marked-spans.ts'

/** @param byDocument in the order in which the documents are written */
export function writePassages(to: ColumnWriter, byDocument: readonly (readonly Passage[])[]): void {
  const headings = new Map<string, number>([['', 0]])
  const counts: number[] = []
  const passages: number[] = []
  const sentences: number[] = []
  for (const own of byDocument) {
    counts.push(own.length)
    for (const passage of own) {
      const heading = headings.get(passage.heading) ?? headings.size
      headings.set(passage.heading, heading)
      passages.push(passage.id, heading, passage.sentences.length)
      for (const sentence of passage.sentences) sentences.push(marked(sentence), sentence.end)
    }
  }
  to.texts([...headings.keys()])
  to.numbers(counts)
  to.numbers(passages)
  to.numbers(sentences)
}

/** The passages of each of the documents, in their order. */
export function readPassages(from: ColumnReader, documents: readonly Document[]): Passage[][] {
  const headings = from.texts()
  const counts = from.numbers()
  const passages = new Cursor(from.numbers())
  const sentences = new Cursor(from.numbers())
  return documents.map((document, index) => {
    const own: Passage[] = []
    for (let left = counts[index] ?? 0; left > 0; left--) {
      const id = passages.next()
      const heading = headings[passages.next()] ?? ''
      const spans: Sentence[] = []
      for (let more = passages.next(); more > 0; more--) {
        const start = sentences.next()
        spans.push(unmarked(start, sentences.next()))
      }
      own.push({ id, document, sentences: spans, heading })
    }
    return own
  })
}
