/** "Who said that?": the sentence beside a quote that names who says it. */
import type { Corpus } from '../../index/corpus.ts'
import type { Passage } from '../../index/passages.ts'
import { SAYS } from './says.ts'
import type { QuoteRef } from '../adapter.ts'

/** A named speaker beside a verb of saying, or "according to". */
const NAMED = /\p{Lu}[\p{L}’'-]+/u

export interface Spoken {
  readonly passage: Passage
  /** Index of the sentence among those of the passage. */
  readonly at: number
  /** Whether a verb of saying was found; otherwise the document speaks in its own voice. */
  readonly attributed: boolean
}

/** Looks at the quote's own sentences, then at those before it, then at the one after. */
export function findSpeaker(corpus: Corpus, first: QuoteRef): Spoken | undefined {
  for (const passage of corpus.passagesOf(first.document)) {
    const { map, clean } = passage.document
    const own = passage.sentences.findLastIndex((sentence) => {
      const span = map.toText(sentence)
      return span.start < first.end && span.end > first.start
    })
    if (own < 0) continue
    for (const at of [own, own - 1, own - 2, own - 3, own + 1]) {
      const sentence = passage.sentences[at]
      if (sentence === undefined) continue
      const text = clean.slice(sentence.start, sentence.end)
      if (SAYS.test(text) && NAMED.test(text.slice(1))) return { passage, at, attributed: true }
    }
    return { passage, at: own, attributed: false }
  }
  return undefined
}
