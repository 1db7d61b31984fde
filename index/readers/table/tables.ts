/**
 * Sheets of rows → text and blocks: a row is one line, its cells in order; what is quoted of it is every
 * filled cell with the names of its column.
 */
import type { Block } from '../../clean/blocks.ts'
import type { Locator, Span } from '../../document.ts'
import type { FrontMatter } from '../../front-matter.ts'
import type { Reading } from '../reading.ts'
import { type GridCell, readTable } from './heads.ts'
import { type Merge, Merged } from './merged.ts'
import { isValue } from './values.ts'

export interface Row {
  /** As the program that shows the table counts it, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export interface Sheet {
  /** Absent where a file is one sheet without a name. */
  readonly name?: string
  readonly rows: readonly Row[]
  readonly merges?: readonly Merge[]
}

const BETWEEN_CELLS = ' | '
/** "Sheet1", "Feuil2": a name that nobody gave. */
const UNNAMED = /^(?:sheet|feuil|feuille|tabelle|hoja|foglio|planilha|table)\s?\d*$/iu
/** Of larger files the rows stand without the names of their columns: these would fill the memory. */
const MOST_CELLS = 400_000

/** Names of columns, or not even these: what an export is that found nothing. */
export const EMPTY_EXPORT =
  'a table without rows, only the names of its columns; export it again with its data'

/** Whether no sheet has more than one row of names. */
export const isEmptyExport = (sheets: readonly Sheet[]): boolean =>
  sheets.every(({ rows }) => {
    const [first, ...others] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    const filled = first?.cells.filter((cell) => cell.trim() !== '') ?? []
    return others.length === 0 && filled.length !== 1 && !filled.some(isValue)
  })

export function tableReading(sheets: readonly Sheet[], stated: FrontMatter): Reading {
  const table = new TableText()
  const titles: string[] = []
  let cells = MOST_CELLS
  for (const { name, rows, merges = [] } of sheets) {
    const prefix = name === undefined ? '' : `${name}, `
    const named = name !== undefined && !UNNAMED.test(name)
    if (named && rows.length > 0)
      table.block({ kind: 'heading', spans: [table.line([name]).span], level: 1 })
    const merged = new Merged(merges)
    for (const part of parts(rows)) {
      const lines = part.map(({ number, cells: own }) => table.row(own, `${prefix}row ${number}`))
      const grid = part.map((row, at) => merged.spread(row.number, lines[at]?.cells ?? []))
      const top = Math.max(
        0,
        grid.findIndex((row) => row.length > 1),
      )
      cells -= grid.reduce((sum, row) => sum + row.length, 0)
      const read = cells > 0 ? readTable(grid) : []
      for (const [at, { span }] of lines.entries()) {
        const own = read[at] ?? 'plain'
        if (own === 'heads') continue
        const alone = grid[at]?.length === 1
        if (alone && at < top) titles.push(grid[at]?.[0]?.text ?? '')
        const kind = alone ? 'text' : 'list'
        const cellsOf = own === 'unsure' ? { unsure: true } : own !== 'plain' && { cells: own }
        table.block({ kind, spans: [span], ...cellsOf })
      }
    }
  }
  return { ...table.finish(), bodyStart: 0, stated, titles }
}

/** Empty rows part one table from the next; where what follows has no header, it goes on with the last. */
function parts(rows: readonly Row[]): Row[][] {
  const found: Row[][] = []
  let last: number | undefined
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    if (last === row.number - 1) found.at(-1)?.push(row)
    else found.push([row])
    last = row.number
  }
  return joinTitles(found)
}

/** Titles and names of columns stand apart from their table as often as not. */
function joinTitles(found: readonly Row[][]): Row[][] {
  const joined: Row[][] = []
  let titles: Row[] = []
  for (const part of found) {
    if (part.length <= 3 && !part.some(({ cells }) => cells.some(isValue))) titles.push(...part)
    else {
      joined.push([...titles, ...part])
      titles = []
    }
  }
  return titles.length === 0 ? joined : [...joined, titles]
}

interface Line {
  readonly span: Span
  /** The filled cells, each for itself. */
  readonly cells: readonly GridCell[]
}

class TableText {
  readonly #lines: string[] = []
  readonly #blocks: Block[] = []
  readonly #places: Locator[] = []
  #length = 0

  row(cells: readonly string[], label: string): Line {
    const start = this.#length
    this.#places.push({ kind: 'row', label, start })
    return this.line(cells)
  }

  /** A line of text; cells keep their column, empty ones at its end left out. */
  line(cells: readonly string[]): Line {
    const clean = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim())
    const kept = clean.slice(0, clean.findLastIndex((cell) => cell !== '') + 1)
    const line = kept.join(BETWEEN_CELLS)
    const start = this.#length
    this.#lines.push(line)
    this.#length += line.length + 1
    const filled: GridCell[] = []
    let at = start
    for (const [column, text] of kept.entries()) {
      const spans = [{ start: at, end: at + text.length }]
      if (text !== '') filled.push({ text, spans, column, width: 1 })
      at += text.length + BETWEEN_CELLS.length
    }
    return { span: { start, end: start + line.length }, cells: filled }
  }

  block(block: Block): void {
    this.#blocks.push(block)
  }

  finish(): Pick<Reading, 'text' | 'blocks' | 'places'> {
    return { text: this.#lines.join('\n'), blocks: this.#blocks, places: this.#places }
  }
}
