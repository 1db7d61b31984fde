/**
 * Page numbers. "Page 3 of 12" says what it is; a bare "12" is one only when it stands alone and
 * counts on with its neighbours, stands beside a running header, or cuts a sentence in two. Any
 * other bare number is a figure: sheets of key figures put them on lines of their own.
 */
import {
  endsSentence,
  isBareNumber,
  isPageNumber,
  isUrl,
  type Line,
  startsLowerCase,
} from './lines.ts'
import { isFurnitureText } from './wordings.ts'

/** How far the numbers of neighbouring pages may lie apart: a picture page may carry none. */
const STEP = 2

/** A line this long was filled before the page ended. */
const FULL = 50

/** Indexes of the lines that are page numbers. `repeated` counts how often each line stands there. */
export function findPageNumbers(
  lines: readonly Line[],
  repeated: ReadonlyMap<string, number>,
): Set<number> {
  const found = new Set<number>()
  const bare: { at: number; number: number }[] = []
  for (const [at, { trimmed }] of lines.entries()) {
    if (!isPageNumber(trimmed)) continue
    if (!isBareNumber(trimmed)) found.add(at)
    else if (isAlone(lines, at)) bare.push({ at, number: Number(trimmed) })
  }
  for (const [index, { at, number }] of bare.entries()) {
    const next = (bare[index + 1]?.number ?? Number.NaN) - number
    const previous = number - (bare[index - 1]?.number ?? Number.NaN)
    const counts = (next > 0 && next <= STEP) || (previous > 0 && previous <= STEP)
    if (counts || isBesideBreak(lines, at, repeated)) found.add(at)
  }
  return found
}

/** Index of the nearest line with text in the direction of `step`; out of range when there is none. */
export function nextLine(lines: readonly Line[], from: number, step: number): number {
  let at = from + step
  while (lines[at]?.trimmed === '') at += step
  return at
}

function isAlone(lines: readonly Line[], at: number): boolean {
  return [at - 1, at + 1].every((beside) => {
    const text = lines[beside]?.trimmed ?? ''
    return text === '' || isUrl(text) || isFurnitureText(text)
  })
}

/** Whether a page break is at hand: the file's edge, a line that recurs, or a sentence cut in two. */
function isBesideBreak(
  lines: readonly Line[],
  at: number,
  repeated: ReadonlyMap<string, number>,
): boolean {
  const before = lines[nextLine(lines, at, -1)]?.trimmed
  const afterAt = nextLine(lines, at, 1)
  const after = lines[afterAt]?.trimmed
  if (before === undefined || after === undefined) return true
  const recurs = (text: string): boolean => (repeated.get(text) ?? 0) >= 2 && !endsSentence(text)
  if (recurs(before) || recurs(after)) return true
  // "…, which", 12, running header, "goes on here": what follows the header starts in lower case.
  const unfinished = isUrl(before) || (before.length >= FULL && !endsSentence(before))
  if (!unfinished) return false
  const next = lines[nextLine(lines, afterAt, 1)]?.trimmed ?? ''
  return startsLowerCase(after) || (!endsSentence(after) && startsLowerCase(next))
}
