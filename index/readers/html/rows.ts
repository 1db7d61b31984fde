/** A paragraph of a page; and a row of a table as one. */
import type { Block } from '../../clean/blocks.ts'
import type { Words } from './running-text.ts'

export interface Paragraph extends Words {
  readonly kind: Block['kind']
  /** Depth of a heading. */
  readonly level?: number
  /** It is the row of a table. */
  readonly row: boolean
  /** The page marks it as something beside the text: a note, a newsletter, a credit. */
  readonly aside: boolean
}

const BETWEEN_CELLS = ' | '
/** A cell of more words lays out a page; a table of values has short ones. */
const LONGEST_CELL = 600
const MOST_PARAGRAPHS = 8

/** One paragraph, its cells in order; where the table only lays out a page, the paragraphs of its cells. */
export function rowParagraphs(cells: readonly (readonly Paragraph[])[]): readonly Paragraph[] {
  const filled = cells.filter((cell) => cell.length > 0)
  if (filled.length < 2 || filled.some(laysOut)) return filled.flat()
  const last = cells.findLastIndex((cell) => cell.length > 0)
  return [
    join(
      cells.slice(0, last + 1).map((cell) => join(cell, ' ')),
      BETWEEN_CELLS,
    ),
  ]
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
