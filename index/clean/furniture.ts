/**
 * Page furniture: what a web page or a layout puts around an article and no reader would call part
 * of it. Judged line by line, by wording, by repetition and by place.
 *
 * What is taken for furniture can never be quoted, so a wording that prose may use as well counts
 * only where no paragraph is going on.
 */
import {
  endsSentence,
  isBareNumber,
  isPageNumber,
  isUrl,
  type Line,
  startsLowerCase,
} from './lines.ts'
import { findPageNumbers, nextLine } from './page-numbers.ts'
import { endsArticle, isFurnitureText, isStock } from './wordings.ts'

/** Marks the lines of `lines` that are furniture. */
export function findFurniture(lines: readonly Line[]): boolean[] {
  const repeated = countRepeats(lines)
  const pageNumbers = findPageNumbers(lines, repeated)
  const furniture: boolean[] = []
  for (const [at, { trimmed }] of lines.entries()) {
    const worded =
      isStock(trimmed) || (isFurnitureText(trimmed) && !isInParagraph(lines, furniture, at))
    furniture.push(
      trimmed !== '' &&
        (isUrl(trimmed) ||
          pageNumbers.has(at) ||
          worded ||
          ((repeated.get(trimmed) ?? 0) >= 3 &&
            !endsSentence(trimmed) &&
            trimmed.split(/\s+/u).length >= 7)),
    )
  }
  markRunningHeaders(lines, furniture, repeated)
  markContinuations(lines, furniture)
  markTail(lines, furniture)
  return furniture
}

/** A line this long that ends no sentence was wrapped: the next one goes on with it. */
const WRAPPED = 50

/** Whether a line goes on with the running text of the line above it. */
function isInParagraph(lines: readonly Line[], furniture: readonly boolean[], at: number): boolean {
  const above = lines[at - 1]?.trimmed ?? ''
  if (above === '' || furniture[at - 1] === true || endsSentence(above)) return false
  return above.length >= WRAPPED || startsLowerCase(lines[at]?.trimmed ?? '')
}

function countRepeats(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { trimmed } of lines)
    if (trimmed !== '') counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1)
  return counts
}

/** A line alone beside a page number is a running header when it recurs or cuts a sentence in two. */
function markRunningHeaders(
  lines: readonly Line[],
  furniture: boolean[],
  repeated: ReadonlyMap<string, number>,
): void {
  for (const [at, line] of lines.entries()) {
    if (furniture[at] !== true || !isPageNumber(line.trimmed)) continue
    for (const step of [-1, 1]) {
      const beside = nextLine(lines, at, step)
      const text = lines[beside]?.trimmed
      if (text === undefined || furniture[beside] || text.length > 120 || endsSentence(text))
        continue
      if ((lines[beside + step]?.trimmed ?? '') !== '') continue
      const after = lines[nextLine(lines, Math.max(at, beside), 1)]?.trimmed ?? ''
      if ((repeated.get(text) ?? 0) >= 2 || startsLowerCase(after)) furniture[beside] = true
    }
  }
}

/** A short line that goes on in lower case after furniture belongs to it. */
function markContinuations(lines: readonly Line[], furniture: boolean[]): void {
  for (const [at, line] of lines.entries()) {
    if (line.trimmed === '' || furniture[at] || !startsLowerCase(line.trimmed)) continue
    const before = nextLine(lines, at, -1)
    const text = lines[before]?.trimmed ?? ''
    const promotes = furniture[before] && !isUrl(text) && isFurnitureText(text)
    if (promotes && line.trimmed.length <= 80 && !cutsSentence(lines, furniture, before))
      furniture[at] = true
  }
}

/** Lines to look back over furniture. */
const FURTHEST = 40

/** Whether the furniture at `at` stands in the middle of a sentence that goes on after it. */
function cutsSentence(lines: readonly Line[], furniture: readonly boolean[], at: number): boolean {
  let before = at
  while (before > at - FURTHEST && (furniture[before] === true || lines[before]?.trimmed === ''))
    before--
  const text = lines[before]?.trimmed ?? ''
  return text.length >= WRAPPED && !endsSentence(text)
}

/**
 * After the last full paragraph, whatever follows furniture is furniture: related posts,
 * advertisements. A whole sentence goes only where the article is known to be over.
 */
function markTail(lines: readonly Line[], furniture: boolean[]): void {
  const last = lines.findLastIndex(
    (line, at) => !furniture[at] && line.trimmed.length >= 120 && endsSentence(line.trimmed),
  )
  if (last < 0) return
  let seen = false
  let over = false
  for (let at = last + 1; at < lines.length; at++) {
    const text = lines[at]?.trimmed ?? ''
    if (text === '') continue
    if (furniture[at]) {
      seen ||= isFurnitureText(text)
      over ||= endsArticle(text)
    } else if (seen && (over || !isSentence(text)) && !isBareNumber(text)) furniture[at] = true
  }
}

const isSentence = (text: string): boolean =>
  endsSentence(text) && text.split(/\s+/u).length >= 5 && !startsLowerCase(text)
