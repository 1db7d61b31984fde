/** The mark of a footnote right after a figure or what it counts: "13,000 members.9". */
import type { Span } from '../../document.ts'
import type { Phrase } from '../counted/noun-phrase.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'

export function footnoteAfter(
  tokens: readonly Token[],
  found: Found,
  phrase: Phrase | undefined,
): Span | undefined {
  return (phrase === undefined ? undefined : markAt(tokens, phrase.to)) ?? markAt(tokens, found.to)
}

function markAt(tokens: readonly Token[], at: number): Span | undefined {
  const stop = tokens[at]
  const next = stop?.kind === 'mark' && /^[.,;:)”"]$/u.test(stop.text) && !stop.spaced ? at + 1 : at
  const mark = tokens[next]
  if (mark?.kind !== 'number' || mark.spaced || !/^[1-9]\d{0,2}$/u.test(mark.text)) return undefined
  const after = tokens[next + 1]
  // More digits, a unit or a letter behind it: it is something else.
  if (after !== undefined && !after.spaced && after.kind !== 'mark') return undefined
  return { start: mark.start, end: mark.end }
}
