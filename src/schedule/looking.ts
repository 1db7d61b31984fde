/** What a watch looks at, and what it has found. */
import { analyze } from '../../index/analyzer.ts'
import { detectLanguage } from '../../index/languages/language.ts'
import type { Pipeline } from '../pipeline.ts'
import type { Quote, Summary } from '../reply.ts'

export interface Looking {
  readonly pipeline: Pipeline
  /** Ids of the documents that are new. */
  readonly fresh: ReadonlySet<string>
  /** Whether words were shown before. */
  readonly isQuoted: (key: string) => boolean
}

export interface Fired {
  /** Ids of the documents that have it. */
  readonly documents: readonly string[]
  /** As the documents write them. */
  readonly words: readonly string[]
  readonly quotes: readonly Quote[]
  readonly figures: Summary['figures']
}

/** Of one watch in one post. */
export const MOST_QUOTES = 4
const MOST_WORDS = 6

/** Each once, in whichever form comes first: "alert", not "alerts", too. */
export function distinct(words: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const word of words) {
    const key = analyze(word, detectLanguage(word))
      .map(({ terms, folded }) => terms[0] ?? folded)
      .join(' ')
    if (!known.has(key)) known.set(key, word)
  }
  return [...known.values()].slice(0, MOST_WORDS)
}
