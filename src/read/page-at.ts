/** Where a place of a document's text is found in its file. */
import type { Document } from '../../index/document.ts'

/** The number of the last place that begins at an offset or before it; -1 where none does. */
export function lastUpTo(places: Document['places'], offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The page that an offset in the document's text stands on, from 1; nothing where it has no pages. */
export function pageAt({ places }: Document, offset: number): number | undefined {
  const at = Math.max(0, lastUpTo(places, offset))
  return places[at]?.kind === 'page' ? at + 1 : undefined
}
