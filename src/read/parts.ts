/** A long document in parts: each begins with a paragraph, and is as much as one reads at a time. */
import type { Document, Paragraph } from '../../index/document.ts'

/** In characters. */
const LENGTH = 20_000

const known = new WeakMap<Document, readonly number[]>()

/** Of each part, the number of its first paragraph. */
export function partsOf(document: Document): readonly number[] {
  const parts = known.get(document) ?? splitUp(document.paragraphs)
  known.set(document, parts)
  return parts
}

function splitUp(paragraphs: readonly Paragraph[]): readonly number[] {
  const firsts = [0]
  let length = 0
  for (const [at, { start, end }] of paragraphs.entries()) {
    if (length > 0 && length + end - start > LENGTH) {
      firsts.push(at)
      length = 0
    }
    length += end - start
  }
  return firsts
}

/** The part that a stretch of the reading text begins in, from 1. */
export function partAt(document: Document, offset: number): number {
  const at = document.paragraphs.findLastIndex(({ start }) => start <= offset)
  return Math.max(1, partsOf(document).findLastIndex((first) => first <= at) + 1)
}
