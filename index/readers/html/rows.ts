/** A paragraph of a page; and a row of a table as one. */
import type { Block } from '../../clean/blocks.ts'
import type { Span } from '../../document.ts'
import type { Words } from './running-text.ts'

export interface Paragraph extends Words {
  readonly kind: Block['kind']
  /** Depth of a heading. */
  readonly level?: number
  /** It is the row of a table. */
  readonly row: boolean
  /** The page marks it as something beside the text: a note, a newsletter, a credit. */
  readonly aside: boolean
  /** Of the row of a table: the number of its table, and its cells, empty ones too. */
  readonly table?: number
  readonly cells?: readonly RowCell[]
}

/** A cell as a stretch of its row's text. */
interface RowCell extends Span {
  /** How many columns and rows it spans. */
  readonly width: number
  readonly height: number
  readonly head: boolean
}

/** A cell that is being read. */
export interface OpenCell extends Omit<RowCell, 'start' | 'end'> {
  readonly paragraphs: Paragraph[]
}

const BETWEEN_CELLS = ' | '
/** A cell of more words lays out a page; a table of values has short ones. */
const LONGEST_CELL = 600
const MOST_PARAGRAPHS = 8

/** One paragraph, its cells in order; where the table only lays out a page, the paragraphs of its cells. */
export function rowParagraphs(cells: readonly OpenCell[], table: number): readonly Paragraph[] {
  const filled = cells.filter(({ paragraphs }) => paragraphs.length > 0)
  if (filled.length < 2 || filled.some(({ paragraphs }) => laysOut(paragraphs)))
    return filled.flatMap(({ paragraphs }) => paragraphs)
  const last = cells.findLastIndex(({ paragraphs }) => paragraphs.length > 0)
  const shown = cells.slice(0, last + 1)
  const parts = shown.map(({ paragraphs }) => join(paragraphs, ' '))
  let at = -BETWEEN_CELLS.length
  const spans = shown.map(({ width, height, head }, number) => {
    const start = at + BETWEEN_CELLS.length
    at = start + (parts[number]?.text.length ?? 0)
    return { start, end: at, width, height, head }
  })
  return [{ ...join(parts, BETWEEN_CELLS), table, cells: spans }]
}

const laysOut = (cell: readonly Paragraph[]): boolean =>
  cell.length > MOST_PARAGRAPHS ||
  cell.some(({ kind, row }) => kind === 'heading' || row) ||
  cell.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_CELL

function join(parts: readonly Paragraph[], separator: string): Paragraph {
  let text = ''
  const cuts = []
  let linked = 0
  for (const [at, part] of parts.entries()) {
    if (at > 0) text += separator
    const from = text.length
    for (const { start, end } of part.cuts) cuts.push({ start: from + start, end: from + end })
    text += part.text.replace(/\s/gu, ' ')
    linked += part.linked
  }
  const aside = parts.length > 0 && parts.every((part) => part.aside)
  return { kind: 'list', row: true, aside, text, cuts, linked }
}
