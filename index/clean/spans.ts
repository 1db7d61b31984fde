/** Stretches of text, and what is cut out of them. */
import type { Span } from '../document.ts'

/** `spans` less the stretches `cuts`; both in order, the cuts may overlap. */
export function without(spans: readonly Span[], cuts: readonly Span[]): Span[] {
  if (cuts.length === 0) return [...spans]
  const kept: Span[] = []
  let first = firstReaching(cuts, spans[0]?.start ?? 0)
  for (const span of spans) {
    let from = span.start
    while (first < cuts.length && (cuts[first]?.end ?? 0) <= span.start) first++
    for (let at = first; at < cuts.length; at++) {
      const cut = cuts[at]
      if (cut === undefined || cut.start >= span.end) break
      if (cut.start > from) kept.push({ start: from, end: cut.start })
      from = Math.max(from, cut.end)
    }
    if (from < span.end) kept.push({ start: from, end: span.end })
  }
  return kept
}

/** Index of the first of `cuts` that ends after `offset`. */
function firstReaching(cuts: readonly Span[], offset: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cuts[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** `spans` without the white space at both ends of the whole. */
export function trimSpans(text: string, spans: readonly Span[]): Span[] {
  const kept = spans.filter((span) => span.end > span.start)
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    const start = first.end - text.slice(first.start, first.end).trimStart().length
    if (start < first.end) {
      kept[0] = { start, end: first.end }
      break
    }
    kept.shift()
  }
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const end = last.start + text.slice(last.start, last.end).trimEnd().length
    if (end > last.start) {
      kept[kept.length - 1] = { start: last.start, end }
      break
    }
    kept.pop()
  }
  return kept
}

/** Characters that print nothing: soft hyphens, zero-width spaces, word joiners, stray byte-order marks. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]+/gu

/** Where `text` has characters that nobody sees but that part a word from itself. */
export function invisible(text: string): Span[] {
  return [...text.matchAll(INVISIBLE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
