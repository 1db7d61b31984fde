/** Lines → paragraphs, items of lists, key figures with their labels. */
import { endsSentence, startsLowerCase } from '../../clean/lines.ts'
import type { Span } from '../../document.ts'
import { beginsItem, bulletLength } from './bullets.ts'
import type { Fragment } from './fragments.ts'
import { OPEN_END } from './open-end.ts'
import type { Region } from './regions.ts'
import { isKeyFigure, type TableCell } from './tables.ts'

/** Lines that belong together, before it is known what they are to the document. */
export interface Draft {
  kind: 'heading' | 'text' | 'list' | 'note'
  readonly lines: Line[]
  /** Index of the page it begins on. */
  readonly page: number
  readonly panel: number | undefined
  /** A figure with its label, or a row of a table: never joined with anything. */
  readonly closed: boolean
  level?: number
  /** Of the row of a table: its table, and its cells as stretches of its line. */
  readonly row?: DraftRow
}

export interface DraftRow {
  /** One for each table. */
  readonly table: object
  readonly cells: readonly (Span & {
    readonly column: number
    readonly width: number
    readonly height: number
  })[]
}

export interface Line extends Fragment {
  readonly page: number
}

/** Distance of base lines from which on a paragraph ends, compared with the usual one. */
const FURTHER = 1.28
/** Indentation of a first line, in sizes of the font. */
const INDENT = 0.8

export function toDrafts(region: Region, page: number): Draft[] {
  const lines = region.lines.map((line): Line => ({ ...line, page }))
  if (region.kind === 'rows')
    return lines.map((line, at) => ({
      kind: 'list',
      lines: [line],
      page,
      panel: region.panel,
      closed: true,
      row: { table: region, cells: rowCells(line, region.cells?.[at] ?? []) },
    }))
  const pitches = new Pitches(lines)
  const drafts: Draft[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) continue
    const labels = labelsOf(lines, at)
    if (labels > 0) {
      drafts.push({
        kind: 'list',
        lines: lines.slice(at, at + 1 + labels),
        page,
        panel: region.panel,
        closed: true,
      })
      at += labels
      continue
    }
    const draft = drafts.at(-1)
    if (draft !== undefined && !draft.closed && goesOn(draft, line, lines[at + 1], region, pitches))
      draft.lines.push(line)
    else
      drafts.push({
        kind: beginsItem(line.text) || leadsWithFigure(line) ? 'list' : 'text',
        lines: [line],
        page,
        panel: region.panel,
        closed: false,
      })
  }
  return drafts
}

/** Where the cells of a row stand in its line: parted by tabs. */
function rowCells(line: Line, cells: readonly TableCell[]): DraftRow['cells'] {
  let at = 0
  return cells.map(({ column, width, height, words }) => {
    const start = at
    at += words.text.length + 1
    return { start, end: Math.min(at - 1, line.text.length), column, width, height }
  })
}

/** How many lines after a key figure are its label; 0 where there is none. */
function labelsOf(lines: readonly Line[], at: number): number {
  const figure = lines[at]
  const first = lines[at + 1]
  if (figure === undefined || first === undefined) return 0
  if (isKeyFigure(figure, first) && first.top - figure.bottom < figure.size)
    return withCaption(lines, at, 1 + sameStyle(lines, at + 1))
  // The label above: only where the figure is not the next label's.
  const afterwards = lines[at + 2]
  const labelled = isKeyFigure(first, figure) && first.top - figure.bottom < first.size
  return labelled && !isKeyFigure(first, afterwards) ? 1 : 0
}

/** Below a figure and its label may stand, smaller, what the sentence goes on with: "70 %", "of the wells", "were dry". */
function withCaption(lines: readonly Line[], at: number, labels: number): number {
  const [label, caption] = [lines[at + labels], lines[at + labels + 1]]
  const isOne =
    label !== undefined &&
    caption !== undefined &&
    startsLowerCase(caption.text) &&
    !endsSentence(label.text) &&
    caption.size < label.size &&
    caption.top - label.bottom < label.size &&
    caption.left < label.right &&
    label.left < caption.right
  return isOne ? labels + 1 + sameStyle(lines, at + labels + 1) : labels
}

/** Lines after `from` that go on with it: as close, as large. */
function sameStyle(lines: readonly Line[], from: number): number {
  let count = 0
  for (let at = from + 1; at < lines.length; at++) {
    const [above, line] = [lines[at - 1], lines[at]]
    if (above === undefined || line === undefined) break
    const alike =
      Math.abs(line.lead.size - above.lead.size) <= above.size * 0.25 && line.bold === above.bold
    if (!alike || line.base - above.base > above.size * 1.7 || isKeyFigure(line, lines[at + 1]))
      break
    count++
  }
  return count
}

/** "27,932 children vaccinated", the number larger than the words. */
const leadsWithFigure = ({ lead, size, text }: Fragment): boolean =>
  lead.text.length < text.length && /^\d/u.test(lead.text) && lead.size >= size * 1.2

function goesOn(
  draft: Draft,
  line: Line,
  next: Line | undefined,
  region: Region,
  pitches: Pitches,
): boolean {
  const last = draft.lines.at(-1)
  const first = draft.lines[0]
  if (last === undefined || first === undefined) return false
  if (beginsItem(line.text) && !isContinuedNumber(line, last)) return false
  if (leadsWithFigure(line)) return false
  const alike = [line.size, line.lead.size].some(
    (size) => Math.abs(size - last.size) <= last.size * 0.09,
  )
  if (!alike) {
    // A line of small print, or a larger word, within one paragraph.
    if (!startsLowerCase(line.text) || line.base - last.base > pitches.usual(last) * FURTHER)
      return false
  }
  const pitch = line.base - last.base
  if (pitch > pitches.usual(line) * FURTHER && pitch > line.size * 1.3) return false
  const ended = endsSentence(last.text) || last.text.endsWith(':')
  const full = last.right >= widthAt(last, line, next, region) - firstWord(line)
  if (changesWeight(last, line)) {
    // Between a word like "and" and what it joins no heading stands.
    const open = OPEN_END.test(last.text) && Math.abs(line.left - last.left) < 1
    return !ended && full && (open || (draft.lines.length < 3 && startsLowerCase(line.text)))
  }
  if (draft.kind === 'list') {
    const textLeft = first.left
    const begun = bulletLength(first.text) > 0
    if (begun && line.left < textLeft + line.size * 0.3 && line.left < last.left - line.size * 0.5)
      return startsLowerCase(line.text) && !ended
  }
  if (ended && !full) return false
  const indented = line.left - last.left > line.size * INDENT
  return !(ended && indented && draft.kind === 'text')
}

/** "In 2024 there were\n12. The others": a number that a line break put at the start of a line. */
const isContinuedNumber = (line: Line, last: Line): boolean =>
  /^\d{1,2}\.\s/u.test(line.text) &&
  !endsSentence(last.text) &&
  Math.abs(line.left - last.left) < 1 &&
  last.text.length > 40

/** A bold line above others is a heading of theirs. */
const changesWeight = (last: Line, line: Line): boolean =>
  last.bold !== line.bold && line.lead.bold !== last.bold

/** How far to the right lines run around a line. */
const widthAt = (last: Line, line: Line, next: Line | undefined, region: Region): number =>
  region.lines.length < 3
    ? Math.max(last.right, line.right)
    : Math.max(last.right, line.right, next?.right ?? 0)

/** About the width of the first word of a line, with its space. */
function firstWord(line: Fragment): number {
  const length = /^\S+/u.exec(line.text)?.[0].length ?? 0
  return ((line.right - line.left) / Math.max(1, line.text.length)) * (length + 1)
}

/** The usual distance of base lines, by size. */
class Pitches {
  readonly #usual = new Map<number, number>()

  constructor(lines: readonly Fragment[]) {
    const found = new Map<number, number[]>()
    for (const [at, line] of lines.entries()) {
      const above = lines[at - 1]
      if (above === undefined || Math.abs(above.size - line.size) > line.size * 0.09) continue
      const pitch = line.base - above.base
      if (pitch < line.size * 0.8 || pitch > line.size * 2.2) continue
      const key = Math.round(line.size)
      found.set(key, [...(found.get(key) ?? []), pitch])
    }
    for (const [key, pitches] of found) {
      pitches.sort((a, b) => a - b)
      this.#usual.set(key, pitches[Math.floor(pitches.length * 0.35)] ?? 0)
    }
  }

  usual(line: Fragment): number {
    return this.#usual.get(Math.round(line.size)) ?? line.size * 1.25
  }
}
