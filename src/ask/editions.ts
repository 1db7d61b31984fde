/** What a quote's words are in a copy of its document: the same, or a difference that must be seen. */
import type { Span } from '../../index/document.ts'
import type { AnalyzedSentence } from './analyzed.ts'
import { compareSentences, type ReadPassage } from './copies.ts'
import type { Ranked } from './rank.ts'

/** Where a quote comes from. */
export interface Origin {
  /** Its sentence that was found. */
  readonly from: Ranked
  readonly span: Span
  /** All its sentences. */
  readonly sentences: readonly AnalyzedSentence[]
}

export const isWithin =
  ({ start, end }: Span) =>
  ({ sentence }: AnalyzedSentence): boolean =>
    sentence.start >= start && sentence.end <= end

/** Whether a quote already says what another, of a copy, was found for, and nothing at odds with it. */
export function repeats({ from, sentences }: Origin, quoted: Origin): boolean {
  const at = (sentence: AnalyzedSentence, likeness: 'same' | 'differs'): boolean =>
    quoted.sentences.some((other) => compareSentences(sentence, other) === likeness)
  return (
    at(from.sentence, 'same') &&
    sentences.every((sentence) => at(sentence, 'same') || !at(sentence, 'differs'))
  )
}

/**
 * Where a passage of a copy has the sentence that a quote was found for; `whole` when the rest of the
 * quote stands there beside it. None where what stands beside it differs.
 */
export function counterpart(
  { from, sentences }: Origin,
  { passage, sentences: others }: ReadPassage,
): { span: Span; whole: boolean } | undefined {
  const main = sentences.findIndex(
    ({ sentence }) => sentence.start === from.sentence.sentence.start,
  )
  const there = others.findIndex((other) => compareSentences(from.sentence, other) === 'same')
  const found = others[there]
  if (main === -1 || found === undefined) return undefined
  const likeness = new Set(
    sentences.map((sentence, at) => {
      const other = others[there - main + at]
      return other === undefined ? 'other' : compareSentences(sentence, other)
    }),
  )
  if (likeness.has('differs')) return undefined
  const first = others[there - main]?.sentence
  const last = others[there - main + sentences.length - 1]?.sentence
  const { start, end } = found.sentence
  if (first === undefined || last === undefined || likeness.has('other'))
    return { span: { start, end }, whole: false }
  const span = { start: first.start, end: last.end }
  const split = passage.document.clean.slice(span.start, span.end).includes('\n\n')
  return split ? { span: { start, end }, whole: false } : { span, whole: true }
}
