/** The embedded engines by name. An engine is loaded when it is used, and only then. */
import type { EmbeddedIndex } from './passage-index.ts'

/** `auto` is MiniSearch for as many passages as it answers quickly, the typed postings beyond. */
export const ENGINES = ['auto', 'minisearch', 'postings'] as const
export type Engine = (typeof ENGINES)[number]

/**
 * More passages than this are searched by the typed postings when the engine is `auto`: from here on
 * MiniSearch takes more than twice as long to answer and five times as long to be ready
 * (`npm run bench -- ask`).
 */
export const MOST_FOR_MINISEARCH = 10_000

/**
 * @param passages how many there are to be searched
 * @returns the same function for the same engine
 */
export async function engineFor(engine: Engine, passages: number): Promise<() => EmbeddedIndex> {
  if (engine === 'minisearch' || (engine === 'auto' && passages <= MOST_FOR_MINISEARCH)) {
    const { makeMiniSearch } = await import('./minisearch.ts')
    return makeMiniSearch
  }
  const { makePostings } = await import('./postings/postings-index.ts')
  return makePostings
}
