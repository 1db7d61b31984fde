/** Footnotes: small print at the foot of a column that begins with a mark of the text, and those marks. */
import type { Span } from '../../document.ts'
import type { Body } from './headings.ts'
import type { Box } from './matrix.ts'
import type { Draft, Line } from './paragraphs.ts'

const NUMBERS = /^\d{1,3}(?:[,–-]\d{1,3})*$/u
const SIGNS = /^[*†‡§¶]{1,3}$/u
const NOTE_START = /^(\d{1,3}|[*†‡§¶]{1,3})[.)]?\s*(?=[\p{L}"“‘(«]|https?:)/u

/** A line of a table of contents: "Shelter ........ 12". */
const CONTENTS = /(?<![.…_]\s?)(?:\.\s?|…\s?|_){6,}\s*[\divxlc]{1,5}$/iu

/** Marks the notes and the table of contents among the drafts of one page, in place. `marks` are those of the whole document. */
export function markNotes(
  drafts: readonly Draft[],
  marks: ReadonlySet<string>,
  rules: readonly Box[],
  body: Body,
): void {
  let above: Draft | undefined
  for (const draft of drafts) {
    if (draft.lines.some(({ text }) => CONTENTS.test(text))) draft.kind = 'note'
    if (draft.closed || draft.kind === 'heading' || draft.panel !== undefined) continue
    const [first] = draft.lines
    if (first === undefined || Math.max(...draft.lines.map(({ size }) => size)) > body.size * 0.94)
      continue
    if (!isAtFoot(draft, drafts, body)) continue
    const number = NOTE_START.exec(first.text)?.[1]
    const marked = number !== undefined && marks.has(number)
    const ruled = number !== undefined && isBelowShortRule(first, rules)
    const follows =
      above?.kind === 'note' &&
      first.left < (above.lines[0]?.right ?? 0) &&
      first.top > (above.lines.at(-1)?.top ?? 0)
    if (marked || ruled || follows) draft.kind = 'note'
    above = draft
  }
}

/** Raised numbers and signs of running text: what notes may begin with. */
export function raisedMarks(lines: Iterable<Pick<Line, 'text' | 'raised'>>): Set<string> {
  const marks = new Set<string>()
  for (const { text, raised } of lines)
    for (const { start, end } of raised)
      if (start > 0) for (const mark of text.slice(start, end).split(/[,–-]/u)) marks.add(mark)
  return marks
}

/** Where the marks of notes stand in a line; exponents and units stay. */
export function marksIn({ text, raised }: Line, notes: ReadonlySet<string>): Span[] {
  return raised.filter(({ start, end }) => {
    const mark = text.slice(start, end).trim()
    if (start === 0 || !(NUMBERS.test(mark) || SIGNS.test(mark))) return false
    const before = text.slice(0, start).trimEnd()
    // An exponent stands right at its number.
    if (/\d\s$/u.test(text.slice(0, start)) && /^\s/u.test(text.slice(end))) return true
    if (/\d$/u.test(before)) return mark.split(/[,–-]/u).every((each) => notes.has(each))
    if (/(?:^|[\s\d/])(?:[kcdmµ]?m|ft|mi|in|yd|ha|s)$/u.test(before) && /^[23]$/u.test(mark))
      return false
    return /[\p{L}.,;:!?)\]"”’»%]$/u.test(before)
  })
}

/** Numbers and signs that notes of the document begin with. */
export function noteMarks(drafts: readonly Draft[]): Set<string> {
  const marks = new Set<string>()
  for (const { kind, lines } of drafts) {
    const mark = kind === 'note' ? NOTE_START.exec(lines[0]?.text ?? '')?.[1] : undefined
    if (mark !== undefined) marks.add(mark)
  }
  return marks
}

/** Nothing of the text's size stands below it in its column. */
function isAtFoot(draft: Draft, drafts: readonly Draft[], body: Body): boolean {
  const [first] = draft.lines
  if (first === undefined) return false
  const left = Math.min(...draft.lines.map((line) => line.left))
  const right = Math.max(...draft.lines.map((line) => line.right))
  return !drafts.some((other) =>
    other.lines.some(
      (line) =>
        line.top > first.top &&
        line.left < right &&
        line.right > left &&
        line.size > body.size * 0.94,
    ),
  )
}

const isBelowShortRule = (first: Line, rules: readonly Box[]): boolean =>
  rules.some(
    ({ left, right, bottom }) =>
      bottom <= first.top + 3 &&
      first.top - bottom < 24 &&
      Math.abs(left - first.left) < 12 &&
      right - left >= 40 &&
      right - left <= 240,
  )
