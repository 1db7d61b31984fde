/** Lines of a table that a reader left as text, “Oss | 41 | 7”, as the table that they are. */
import type { Document, Paragraph, Span } from '../../index/document.ts'
import type { Block } from '../reply.ts'
import type { Stretches } from './stretches.ts'

const BETWEEN = ' | '

/** Whether a paragraph is a line of such a table; two alike beside one another make one. */
export const isPiped = ({ clean }: Document, { start, end, list, row }: Paragraph): boolean =>
  list && row !== true && clean.slice(start, end).includes(BETWEEN)

interface Line {
  readonly line: Paragraph
  readonly cells: readonly Span[]
}

/** @param lines that stand one after another; one with another number of cells begins another table */
export function pipedTables(
  document: Document,
  lines: readonly Paragraph[],
  stretches: Stretches,
): Block[] {
  const tables: Line[][] = []
  for (const line of lines) {
    const cells = cellsOf(document, line)
    const table = tables.at(-1)
    if (table?.[0]?.cells.length === cells.length) table.push({ line, cells })
    else tables.push([{ line, cells }])
  }
  return tables.map((table) => tableOf(document, table, stretches))
}

function tableOf(document: Document, table: readonly Line[], stretches: Stretches): Block {
  const [first, second] = table
  const headed =
    first !== undefined && second !== undefined && isRuled(document, first.line, second.line)
  return {
    kind: 'table',
    heads: (first?.cells ?? []).map(({ start, end }) =>
      headed ? document.clean.slice(start, end) : '',
    ),
    rows: table.slice(headed ? 1 : 0).map(({ line, cells }) => ({
      marked: stretches.isMarked(line),
      cells: cells.flatMap((cell, column) =>
        cell.start < cell.end ? [{ column, stretch: stretches.of(cell) }] : [],
      ),
    })),
  }
}

function cellsOf({ clean }: Document, { start, end }: Paragraph): Span[] {
  let at = start
  return clean
    .slice(start, end)
    .split(BETWEEN)
    .map((cell) => {
      const span = { start: at, end: at + cell.length }
      at = span.end + BETWEEN.length
      return span
    })
}

/** Whether the document rules a line between the two, as Markdown does below heads. */
function isRuled(document: Document, first: Paragraph, second: Paragraph): boolean {
  const between = document.text.slice(
    document.map.toText(first).end,
    document.map.toText(second).start,
  )
  return /-{3}/u.test(between)
}
