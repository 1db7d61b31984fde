/**
 * BM25 over a passage and its headings taken together (BM25F: Robertson, Zaragoza and Taylor, Simple
 * BM25 extension to multiple weighted fields, 2004): a term in a heading counts as `heading` of one in
 * the text, before counts are dampened.
 */
import { COUNTS, headingCount, textCount } from './posting.ts'

export interface Bm25 {
  /** How long repeating a term goes on to count. */
  readonly k1: number
  /** 0: length does not matter; 1: a count is taken relative to length. */
  readonly b: number
  /** What a term in a heading counts. */
  readonly heading: number
}

/**
 * For passages of like length, in which repetition and length say little: the values that
 * anserini settled on for MS MARCO's passages.
 */
export const FOR_PASSAGES: Bm25 = { k1: 0.9, b: 0.4, heading: 0.7 }

/** The rarer, the more it says; never below 0. */
export function idf(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5))
}

/** Weighted counts by the lower bits of a posting. */
export function weightedCounts(heading: number): Float64Array {
  return Float64Array.from(
    { length: COUNTS },
    (_, counts) => textCount(counts) + heading * headingCount(counts),
  )
}

/** What a passage's length adds below the line of BM25's fraction. */
export function dampings(lengths: Float64Array, { k1, b }: Bm25, average: number): Float64Array {
  return lengths.map((length) => k1 * (1 - b + (b * length) / (average || 1)))
}
