/**
 * Which cells of a table are the heads of which others: rows of names at the top, the wider ones over
 * the narrower ones, and names that stand once for several rows. Where that is not sure there are none.
 */
import type { Cell } from '../../clean/rows.ts'
import type { Span } from '../../document.ts'
import { isDay, isValue, isYear } from './values.ts'

/** A filled cell. */
export interface GridCell {
  readonly text: string
  /** Where the document's text has it; of a cell that reaches down from a row above, there. */
  readonly spans: readonly Span[]
  /** The first column it stands in, from 0, and how many it spans. */
  readonly column: number
  readonly width: number
  /** The file itself calls it a head. */
  readonly head?: boolean
}

/** From left to right. */
export type GridRow = readonly GridCell[]

/**
 * Of each row of a table: its cells with their heads; or that it is a row of heads; that its values have no
 * sure heads; or that it is a line of words.
 */
export type ReadRow = readonly Cell[] | 'heads' | 'unsure' | 'plain'

/** Of one table, with what titles may stand above it. */
export function readTable(rows: readonly GridRow[]): ReadRow[] {
  const top = Math.max(
    0,
    rows.findIndex((row) => row.length > 1),
  )
  const heads = findHeads(rows.slice(top))
  return rows.map((row, at) => {
    if (at < top) return 'plain'
    if (heads.rows.has(at - top)) return 'heads'
    if (row.length < 2) return 'plain'
    if (heads.rows.size === 0)
      return row.length > 2 && row.some(({ text }) => isValue(text)) ? 'unsure' : 'plain'
    return row.map((cell) => ({ heads: heads.of(cell).map(shortened), spans: cell.spans }))
  })
}

interface Heads {
  /** Rows of heads or tags: no rows of the table. */
  readonly rows: ReadonlySet<number>
  /** The outermost first; none for a cell whose column has no name. */
  readonly of: (cell: GridCell) => readonly GridCell[]
}

const NONE: Heads = { rows: new Set(), of: () => [] }

/** "Killed", below it "men | women", below that "2022 | 2023"; and a row of tags. */
const MOST_HEAD_ROWS = 4
const SAMPLE = 200
/** A longer name is a sentence. */
const LONGEST_NAME = 160
const LONGEST_SHOWN = 100

function findHeads(rows: readonly GridRow[]): Heads {
  const sample = rows.slice(0, SAMPLE)
  const tags = sample.slice(0, MOST_HEAD_ROWS + 1).findIndex(isTagRow)
  const count = tags === -1 ? headRows(sample) : tags
  const from = tags === -1 ? count : tags + 1
  if (count === 0 || from >= rows.length) return NONE
  const heads = rows.slice(0, count)
  const spread = heads.map((row, at) => spreadOver(row, heads[at + 1], sample.slice(from)))
  if (!namesColumns(spread, sample.slice(from))) return NONE
  const again = repeats(rows, heads, from)
  return {
    rows: new Set([...Array.from({ length: from }, (_, at) => at), ...again]),
    of: ({ column, width }) => headsOf(spread, column, width),
  }
}

/** A tag of the Humanitarian Exchange Language: "#adm1+name". */
const TAG = /^#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z0-9_]+)*$/iu

const isTagRow = (row: GridRow): boolean =>
  row.length > 0 && row.filter(({ text }) => TAG.test(text.trim())).length > row.length / 2

/** How many rows at the top are names, with rows of values below them. */
function headRows(rows: readonly GridRow[]): number {
  const marked = rows.findIndex((row) => !row.every(({ head }) => head === true))
  if (marked > 0 && marked <= MOST_HEAD_ROWS) return marked
  const first = rows.findIndex((row) => row.some(({ text }) => isValue(text)) && !namesDays(row))
  if (first === 0) return 0
  if (first === -1 || first > MOST_HEAD_ROWS || !hasValueColumn(rows.slice(first)))
    return looksNamed(rows) ? 1 : 0
  // A row of words below the names is as likely the first of the rows.
  let count = 1
  while (count < first && isOver(rows[count - 1] ?? [], rows[count] ?? [])) count++
  return count
}

/** "Indicator | 21/09/2025 | 22/09/2025": days as names of columns. */
function namesDays([first, ...others]: GridRow): boolean {
  const days = first !== undefined && isDay(first.text) ? [first, ...others] : others
  return days.length >= 2 && days.every(({ text }) => isDay(text))
}

/** Whether values stand below the name of a column, and hardly anything else. */
function hasValueColumn(rows: readonly GridRow[]): boolean {
  const counts = new Map<number, { values: number; all: number }>()
  for (const { text, column } of rows.flat()) {
    const count = counts.get(column) ?? { values: 0, all: 0 }
    count.all++
    if (isValue(text)) count.values++
    counts.set(column, count)
  }
  const least = Math.min(2, rows.length)
  return [...counts.values()].some(({ values, all }) => values >= least && values >= all * 0.7)
}

/** Whether one row of names stands over another: it spans several, or the lower ones need it, or are its codes. */
function isOver(upper: GridRow, lower: GridRow): boolean {
  const names = lower.map(({ text }) => text.trim().toLowerCase())
  return (
    lower.length > upper.length ||
    upper.some(({ width }) => width > 1) ||
    new Set(names).size < names.length ||
    upper.filter(({ text }) => isYear(text)).length > 1 ||
    lower.filter(({ text }) => isYear(text)).length > 1 ||
    lower.every(({ text }) => /^[a-z0-9]+(?:_[a-z0-9]+)+$/u.test(text.trim()))
  )
}

/** A table of words: its first row names every column, each once, in fewer words than stand below. */
function looksNamed(rows: readonly GridRow[]): boolean {
  const [first, ...below] = rows
  if (first === undefined || first.length < 2 || below.length < 2) return false
  const names = first.map(({ text }) => text.trim().toLowerCase())
  if (new Set(names).size < names.length || names.some((name) => name.length > 40)) return false
  const widest = below.reduce((most, row) => Math.max(most, row.length), 0)
  const isOwn = below.every((row) =>
    row.every(({ text }) => !names.includes(text.trim().toLowerCase())),
  )
  return first.length >= widest && isOwn && first.some(({ head }) => head === true)
}

/** Nearly every column with values has a name, and no name is a sentence or a value. */
function namesColumns(heads: readonly GridRow[], below: readonly GridRow[]): boolean {
  if (heads.some((row) => row.some(({ text }) => text.length > LONGEST_NAME))) return false
  // "ND | ND | ND" names nothing.
  const names = (heads.at(-1) ?? []).map(({ text }) => text.trim())
  if (names.length > 1 && new Set(names).size === 1 && heads.length === 1) return false
  const columns = new Map<number, number>()
  let all = 0
  let unnamed = 0
  for (const row of below)
    for (const { text, column, width } of row) {
      if (!isValue(text)) continue
      all++
      columns.set(column, (columns.get(column) ?? 0) + 1)
      if (headsOf(heads, column, width).length === 0) unnamed++
    }
  return columns.size === 0 ? heads.length > 0 : unnamed <= all * 0.2
}

function headsOf(heads: readonly GridRow[], column: number, width: number): GridCell[] {
  const found: GridCell[] = []
  for (const row of heads) {
    const name = row.find(
      (head) => head.column < column + width && column < head.column + head.width,
    )
    // A name that reaches down over two rows is one.
    if (name !== undefined && found.at(-1)?.text !== name.text) found.push(name)
  }
  return found
}

/** A name as long as a sentence is shown in part: of several stretches the first, up to the end of a word. */
function shortened({ spans, text }: GridCell): readonly Span[] {
  const [first] = spans
  if (text.length <= LONGEST_SHOWN || first === undefined) return spans
  const cut = text.lastIndexOf(' ', LONGEST_SHOWN)
  return [
    { start: first.start, end: Math.min(first.end, first.start + (cut > 0 ? cut : LONGEST_SHOWN)) },
  ]
}

/**
 * A name over several columns that was typed into the first of them reaches up to the next name, but only
 * where the names below it need one: they come again, or are years.
 */
function spreadOver(row: GridRow, below: GridRow | undefined, values: readonly GridRow[]): GridRow {
  if (below === undefined || row.some(({ width }) => width > 1)) return row
  const names = below.map(({ text }) => text.trim().toLowerCase())
  const needed = new Set(names).size < names.length || names.filter(isYear).length > 1
  if (!needed) return row
  const last = Math.max(...[below, ...values].map((one) => one.at(-1)?.column ?? 0))
  return row.map((cell, at) => {
    const named = below.some(({ column }) => column === cell.column)
    const next = row[at + 1]?.column ?? last + 1
    return named ? { ...cell, width: Math.max(1, next - cell.column) } : cell
  })
}

/** Rows further down that are the heads again, as on every page of a long table. */
function repeats(rows: readonly GridRow[], heads: readonly GridRow[], from: number): number[] {
  const known = new Set(heads.map(wordingOf))
  return rows.flatMap((row, at) => (at >= from && known.has(wordingOf(row)) ? [at] : []))
}

const wordingOf = (row: GridRow): string =>
  row.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join('|')
