/** Rows of the reading text, “Zone: Gao · Dry wells: 12”, as the table that they were taken from. */
import { type CleanCell, cellsOf } from '../../index/clean/rows.ts'
import type { Document, Paragraph } from '../../index/document.ts'
import type { Block } from '../reply.ts'
import type { Stretches } from './stretches.ts'

type Table = Extract<Block, { kind: 'table' }>

interface ReadRow {
  readonly row: Paragraph
  /** A name for each cell's column, the same head twice in a row told apart. */
  readonly keys: readonly string[]
  readonly cells: readonly CleanCell[]
}

/** @param rows that stand one after another */
export function tablesOf(
  document: Document,
  rows: readonly Paragraph[],
  stretches: Stretches,
): Table[] {
  const groups: { columns: string[]; rows: ReadRow[] }[] = []
  for (const row of rows.map((one) => readRow(document, one))) {
    const group = groups.at(-1)
    if (group === undefined || !shares(group.columns, row.keys))
      groups.push({ columns: [...row.keys], rows: [row] })
    else {
      group.rows.push(row)
      for (const [at, key] of row.keys.entries())
        if (!group.columns.includes(key)) insert(group.columns, key, row.keys[at - 1])
    }
  }
  return groups.map(({ columns, rows: own }) => ({
    kind: 'table',
    heads: columns.map(headOf),
    rows: own.map((row) => tableRow(document, row, columns, stretches)),
  }))
}

function readRow(document: Document, row: Paragraph): ReadRow {
  const cells = cellsOf(document, row)
  const seen = new Map<string, number>()
  const keys = cells.map(({ head }) => {
    const text = head === undefined ? '' : document.clean.slice(head.start, head.end)
    const count = seen.get(text) ?? 0
    seen.set(text, count + 1)
    return `${count}${PARTING}${text}`
  })
  return { row, cells, keys }
}

const PARTING = '\u0000'

const headOf = (key: string): string => key.slice(key.indexOf(PARTING) + 1)

/** Rows of one table have most of their columns in common. */
const shares = (columns: readonly string[], keys: readonly string[]): boolean =>
  keys.filter((key) => columns.includes(key)).length * 2 >= Math.min(columns.length, keys.length)

/** Right behind the column that it stands behind in its row. */
function insert(columns: string[], key: string, before: string | undefined): void {
  columns.splice(before === undefined ? 0 : columns.indexOf(before) + 1, 0, key)
}

function tableRow(
  document: Document,
  { row, cells, keys }: ReadRow,
  columns: readonly string[],
  stretches: Stretches,
): Table['rows'][number] {
  const { start } = document.map.toText(row)
  const place = document.places.findLast((one) => one.start <= start)
  return {
    ...(place?.kind === 'row' && { label: place.label }),
    marked: stretches.isMarked(row),
    cells: cells.map(({ value }, at) => ({
      column: columns.indexOf(keys[at] ?? ''),
      stretch: stretches.of(value),
    })),
  }
}
