/** Plain text → blocks: lines joined to paragraphs, furniture and footnotes out. */
import type { Block } from '../clean/blocks.ts'
import { findMarks, findNotes } from '../clean/footnotes.ts'
import { findFurniture } from '../clean/furniture.ts'
import { endsBroken, keepsHyphen, wordsOf } from '../clean/hyphens.ts'
import {
  endsSentence,
  isListItem,
  isPageNumber,
  type Line,
  looksLikeHeading,
  splitLines,
  startsLowerCase,
} from '../clean/lines.ts'
import { isNoise } from '../clean/noise.ts'
import { without } from '../clean/spans.ts'
import type { Span } from '../document.ts'
import { readFrontMatter } from '../front-matter.ts'
import { decodedReader } from './decoded.ts'
import type { Reader, Reading } from './reading.ts'

const decodedText = decodedReader(textReading)

export const readTextFile: Reader = async (input) => {
  const found = await decodedText(input)
  const isOnlyNoise = 'readings' in found && found.readings.every(({ text }) => isNoise(text))
  return isOnlyNoise
    ? { reason: 'no words, only the noise of a scanner; run its pages through OCR again' }
    : found
}

export function textReading(text: string): { reading: Reading; problems: readonly string[] } {
  const { matter, bodyStart, problems } = readFrontMatter(text)
  // Offsets count from the start of the file, its front matter blanked out.
  const body = bodyStart === 0 ? text : ' '.repeat(bodyStart) + text.slice(bodyStart)
  const { blocks, headers } = readText(body)
  return {
    reading: { text, bodyStart, blocks, stated: matter, titles: headers, places: [] },
    problems,
  }
}

interface Draft {
  kind: Block['kind']
  lines: Line[]
}

/** What stands between two neighbouring lines of running text. */
type Gap = 'none' | 'blank' | 'furniture'

export interface TextBlocks {
  readonly blocks: readonly Block[]
  /** Running headers, from the first page on: the best guess at a title a layout gives. */
  readonly headers: readonly string[]
}

export function readText(text: string): TextBlocks {
  const lines = splitLines(text)
  const furniture = findFurniture(lines)
  const { isNote, numbers } = findNotes(lines, text, furniture)
  const width = wrapWidth(lines, furniture)

  const drafts: Draft[] = []
  let gap: Gap = 'blank'
  for (const [at, line] of lines.entries()) {
    if (line.trimmed === '') {
      if (gap === 'none') gap = 'blank'
      continue
    }
    if (furniture[at] || isNote[at]) {
      gap = 'furniture'
      continue
    }
    const draft = drafts.at(-1)
    const alone = (gap !== 'none' || width === undefined) && nextIsGap(lines, furniture, isNote, at)
    const ended = gap !== 'none' || endsSentence(lines[at - 1]?.trimmed ?? '')
    const joins =
      draft !== undefined &&
      (goesOn(draft, line, gap, width) || (gap !== 'furniture' && goesOnWithItem(draft, lines, at)))
    if (joins) draft.lines.push(line)
    else
      drafts.push({
        kind: kindOf(line, alone, ended ? lines[at + 1] : undefined, width),
        lines: [line],
      })
    gap = 'none'
  }

  keepBareHeadings(drafts)
  const words = lines.some((line) => endsBroken(line.trimmed)) ? wordsOf(lines) : new Set<string>()
  const inRunningText = runningText(drafts)
  const marks = findMarks(text, numbers, (offset) => !inRunningText(offset))
  const levels = headingLevels(drafts)
  const blocks = drafts.map((draft): Block => {
    const spans = without(joinLines(text, draft.lines, words), marks)
    return draft.kind === 'heading'
      ? { kind: 'heading', spans, level: levels.get(headingText(draft)) ?? 1 }
      : { kind: draft.kind, spans }
  })
  return { blocks, headers: runningHeaders(lines, furniture) }
}

/** The column at which the file's lines were wrapped, or `undefined` when a line is a paragraph. */
function wrapWidth(lines: readonly Line[], furniture: readonly boolean[]): number | undefined {
  const lengths: number[] = []
  let pairs = 0
  let carriedOn = 0
  for (const [at, { trimmed }] of lines.entries()) {
    if (trimmed === '' || furniture[at]) continue
    lengths.push(trimmed.length)
    const above = lines[at - 1]?.trimmed ?? ''
    if (above === '' || furniture[at - 1]) continue
    pairs++
    if (startsLowerCase(trimmed) && !endsSentence(above)) carriedOn++
  }
  // Headlines below one another are as even as wrapped lines, but none goes on in lower case.
  if (carriedOn === 0 || carriedOn < pairs * (lengths.length < 6 ? 0.5 : 0.1)) return undefined
  lengths.sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  const full = lengths.filter((length) => length >= width * 0.8 && length <= width * 1.1).length
  return width <= 160 && full >= Math.min(4, lengths.length / 2) && full >= lengths.length * 0.15
    ? width
    : undefined
}

function kindOf(
  line: Line,
  alone: boolean,
  next: Line | undefined,
  width: number | undefined,
): Block['kind'] {
  if (isListItem(line.trimmed)) return 'list'
  if (!looksLikeHeading(line.trimmed)) return 'text'
  if (alone) return 'heading'
  const leads =
    width === undefined &&
    (next?.trimmed.length ?? 0) > line.trimmed.length &&
    endsSentence(next?.trimmed ?? '')
  return leads ? 'heading' : 'text'
}

/** Whether `line` goes on with the paragraph before it. */
function goesOn(draft: Draft, line: Line, gap: Gap, width: number | undefined): boolean {
  const last = draft.lines.at(-1)?.trimmed ?? ''
  const next = line.trimmed
  if (draft.kind === 'heading')
    return gap !== 'furniture' && /\b(?:and|of|the|et|de)$/iu.test(last) && next.length < 60
  if (isListItem(next)) return false
  const full = width !== undefined && last.length >= width * 0.8
  const ended = endsSentence(last) && !/(?:^|\s|\()(?:\p{L}\.){2,}$/u.test(last)
  if (gap === 'none') {
    if (width === undefined) return !endsSentence(last) && startsLowerCase(next)
    return !(ended && last.length < width * 0.6 && !startsLowerCase(next))
  }
  if (startsLowerCase(next)) return !ended && !last.endsWith(':')
  if (/(?:,|\b(?:and|or|of|the|in|for|to|against|et|ou|de|des|la|le|les))$/iu.test(last))
    return true
  return gap === 'furniture' && full && !endsSentence(last) && next.length >= width * 0.5
}

/** The rest of a list item that a layout pushed a line down: before the next item, or closer to this one than to what follows. */
function goesOnWithItem(draft: Draft, lines: readonly Line[], at: number): boolean {
  const last = draft.lines.at(-1)?.trimmed ?? ''
  if (draft.kind !== 'list' || endsSentence(last) || isListItem(lines[at]?.trimmed ?? ''))
    return false
  const blanksBefore = blanks(lines, at, -1)
  if (blanksBefore > 1 || (lines[at]?.trimmed.length ?? 0) > 60) return false
  const number = Number(/^\d+/u.exec(draft.lines[0]?.trimmed ?? '')?.[0] ?? Number.NaN)
  const next = lines[at + blanks(lines, at, 1) + 1]?.trimmed ?? ''
  if (next.startsWith(`${number + 1}.`)) return true
  const oneWord = !/\s/u.test(lines[at]?.trimmed ?? '')
  return oneWord && blanks(lines, at, 1) > blanksBefore + 1
}

/** Empty lines beside a line. */
function blanks(lines: readonly Line[], at: number, step: number): number {
  let count = 0
  while (lines[at + step * (count + 1)]?.trimmed === '') count++
  return count
}

function nextIsGap(
  lines: readonly Line[],
  furniture: readonly boolean[],
  isNote: readonly boolean[],
  at: number,
): boolean {
  const next = lines[at + 1]
  return (
    next === undefined ||
    next.trimmed === '' ||
    furniture[at + 1] === true ||
    isNote[at + 1] === true
  )
}

/** The lines' stretches joined to one paragraph: line ends kept as white space, broken words mended. */
function joinLines(text: string, lines: readonly Line[], words: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (next === undefined) {
      spans.push(line)
      continue
    }
    if (endsBroken(line.trimmed)) {
      const head = line.trimmed.slice(0, -1)
      const keeps = !line.trimmed.endsWith('\u00AD') && keepsHyphen(head, next.trimmed, words)
      spans.push({ start: line.start, end: line.end - (keeps ? 0 : 1) })
      continue
    }
    // One white-space character of the original stands for the line end.
    const space = text.slice(line.end).search(/\S/u) > 0 ? 1 : 0
    const whole = /^\s*$/u.test(text.slice(line.end, next.start)) && next.start - line.end <= 4
    spans.push({ start: line.start, end: whole ? next.start : line.end + space })
  }
  return spans
}

function runningText(drafts: readonly Draft[]): (offset: number) => boolean {
  const lines = drafts.filter((draft) => draft.kind !== 'heading').flatMap((draft) => draft.lines)
  let at = 0
  return (offset) => {
    while (at < lines.length && (lines[at]?.end ?? 0) < offset) at++
    return (lines[at]?.start ?? Number.POSITIVE_INFINITY) < offset
  }
}

const headingText = (draft: Draft): string => draft.lines.map((line) => line.trimmed).join(' ')

/** A heading that recurs is a subheading of those that do not: "Main policies" under each topic. */
function headingLevels(drafts: readonly Draft[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const draft of drafts)
    if (draft.kind === 'heading')
      counts.set(headingText(draft), (counts.get(headingText(draft)) ?? 0) + 1)
  return new Map([...counts].map(([text, count]) => [text, count > 1 ? 2 : 1]))
}

/**
 * A heading with nothing under it is text after all: a short line, an item of a list. Only the first,
 * which may be the title, and one above a subheading stay headings; where there is nothing else,
 * none does.
 */
function keepBareHeadings(drafts: Draft[]): void {
  if (drafts.every((draft) => draft.kind === 'heading')) {
    for (const draft of drafts) draft.kind = 'text'
    return
  }
  const levels = headingLevels(drafts)
  const level = (draft: Draft | undefined): number =>
    draft?.kind === 'heading' ? (levels.get(headingText(draft)) ?? 1) : 0
  const first = drafts.findIndex((draft) => draft.kind === 'heading')
  for (const [at, draft] of drafts.entries()) {
    if (draft.kind !== 'heading') continue
    const next = drafts[at + 1]
    const above = next?.kind === 'heading' && level(next) <= level(draft)
    if (next === undefined || (above && at !== first)) draft.kind = 'text'
  }
}

/** Lines beside page numbers that are not running text. */
function runningHeaders(lines: readonly Line[], furniture: readonly boolean[]): string[] {
  const found: string[] = []
  for (const [at, line] of lines.entries()) {
    if (!furniture[at] || isPageNumber(line.trimmed) || !looksLikeHeading(line.trimmed)) continue
    const beside = [-3, -2, -1, 1, 2, 3].some((step) => {
      const text = lines[at + step]?.trimmed
      return text !== undefined && text !== '' && isPageNumber(text)
    })
    if (beside && !found.includes(line.trimmed)) found.push(line.trimmed)
  }
  return found
}
