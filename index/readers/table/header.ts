/** Which rows of a table name its columns. */
import type { Row } from './tables.ts'

export interface Header {
  /** Rows, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** Whether the rows below differ from it, as values differ from names. */
  readonly sure: boolean
}

/** A header stands near the top; so many rows tell how wide the table is and where its numbers are. */
const NEAR_TOP = 12
const SAMPLE = 200
/** "Killed", below it "men | women", below that codes for machines. */
const MOST_ROWS = 3

export function findHeader(rows: readonly Row[]): Header | undefined {
  const sample = rows.slice(0, SAMPLE)
  const width = median(sample.map(({ cells }) => filled(cells)))
  if (width < 2) return undefined
  const wide = ({ cells }: Row): boolean => filled(cells) >= Math.max(2, width * 0.6)
  const from = sample.findIndex(wide)
  const first = sample[from]
  if (first === undefined || from >= NEAR_TOP || !names(first) || from === rows.length - 1)
    return undefined
  const below = sample.slice(from + 1)
  const valued = below.filter((row) => hasValue(row)).length
  if (valued < below.length / 2) return { from, to: from + 1, sure: false }
  let to = from + 1
  // In a table of few rows, a row without values is one of them.
  while (to < from + MOST_ROWS && to < sample.length - MOST_ROWS) {
    const row = sample[to]
    if (row === undefined || filled(row.cells) < 2 || !names(row) || valued === below.length) break
    to++
  }
  return { from, to, sure: true }
}

/** Cells that hold something. */
export const filled = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.trim() === '' ? sum : sum + 1), 0)

/** Names of columns are words; years are names as well. */
const names = (row: Row): boolean => !hasValue(row)

export const hasValue = ({ cells }: Row): boolean => cells.some((cell) => isValue(cell.trim()))

const YEAR = /^(?:19|20)\d{2}$/u
/** "1,200", "-3.5 %", "$ 12", "2024-05-01", "3/4/2024". */
const VALUE = /^[^\p{L}\d]{0,3}\d[\d\s.,:/’'-]*\s?[%€$£]?$/u

const isValue = (cell: string): boolean => VALUE.test(cell) && !YEAR.test(cell)

function median(counts: readonly number[]): number {
  return [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
}
