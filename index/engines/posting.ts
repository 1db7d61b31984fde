/**
 * A posting: which passage has a term and how often, in one 32-bit number, so that a list of postings
 * is a typed array. From the top: 24 bits for the passage's place in the index, 5 for how often its
 * text has the term, 3 for its headings. Counts beyond are cut: they no longer change a score much.
 */

/** So many passages fit. */
export const MOST_PASSAGES = 2 ** 24
const MOST_IN_TEXT = 31
const MOST_IN_HEADINGS = 7
/** Different lower bits of a posting, which hold both counts; `value >>> 8` is the place. */
export const COUNTS = 256

export function posting(place: number, inText: number, inHeadings: number): number {
  return (place * COUNTS + countsOf(inText, inHeadings)) >>> 0
}

/** Both counts as one number below `COUNTS`. */
export function countsOf(inText: number, inHeadings: number): number {
  return (Math.min(inText, MOST_IN_TEXT) << 3) | Math.min(inHeadings, MOST_IN_HEADINGS)
}

export const textCount = (counts: number): number => counts >>> 3
export const headingCount = (counts: number): number => counts & 7
