/**
 * Sheets of rows → text and blocks: a row is one line, its cells in order; the row that names the
 * columns is the heading of the rows below it, so that a column and a row's key together find the row.
 */
import type { Block } from '../../clean/blocks.ts'
import type { Place, Span } from '../../document.ts'
import type { FrontMatter } from '../../front-matter.ts'
import type { Reading } from '../reading.ts'
import { filled, findHeader, hasValue } from './header.ts'

export interface Row {
  /** As the program that shows the table counts it, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export interface Sheet {
  /** Absent where a file is one sheet without a name. */
  readonly name?: string
  readonly rows: readonly Row[]
}

const BETWEEN_CELLS = ' | '
/** Longer headings would outweigh the rows below them. */
const LONGEST_HEADING = 600
/** "Sheet1", "Feuil2": a name that nobody gave. */
const UNNAMED = /^(?:sheet|feuil|feuille|tabelle|hoja|foglio|planilha|table)\s?\d*$/iu

export function tableReading(sheets: readonly Sheet[], stated: FrontMatter): Reading {
  const table = new TableText()
  const titles: string[] = []
  for (const { name, rows } of sheets) {
    const prefix = name === undefined ? '' : `${name}, `
    const named = name !== undefined && !UNNAMED.test(name)
    if (named && rows.length > 0) table.heading([table.line([name])], 1)
    for (const part of parts(rows)) {
      const header = findHeader(part)
      const lines = part.map(({ number, cells }) => table.row(cells, `${prefix}row ${number}`))
      for (const [at, line] of lines.entries()) {
        if (header !== undefined && at === header.from)
          table.heading(lines.slice(header.from, header.to), named ? 2 : 1)
        // Further rows of names may be the first of the values after all: they stay quotable.
        if (header?.sure === true && at === header.from) continue
        const { cells = [] } = part[at] ?? {}
        const alone = filled(cells) === 1
        const above = header !== undefined && at < header.from
        if (above && alone) titles.push(cells.join('').trim())
        table.block({ kind: alone ? 'text' : 'list', spans: [line] })
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
    if (filled(row.cells) === 0) continue
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
    if (part.length <= 3 && !part.some(hasValue)) titles.push(...part)
    else {
      joined.push([...titles, ...part])
      titles = []
    }
  }
  return titles.length === 0 ? joined : [...joined, titles]
}

class TableText {
  readonly #lines: string[] = []
  readonly #blocks: Block[] = []
  readonly #places: Place[] = []
  #length = 0

  row(cells: readonly string[], label: string): Span {
    const start = this.#length
    this.#places.push({ kind: 'row', label, start })
    return this.line(cells)
  }

  /** A line of text; cells keep their column, empty ones at its end left out. */
  line(cells: readonly string[]): Span {
    const clean = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim())
    const line = clean.slice(0, clean.findLastIndex((cell) => cell !== '') + 1).join(BETWEEN_CELLS)
    const start = this.#length
    this.#lines.push(line)
    this.#length += line.length + 1
    return { start, end: start + line.length }
  }

  heading(lines: readonly Span[], level: number): void {
    const [first, last] = [lines[0], lines.at(-1)]
    if (first === undefined || last === undefined) return
    const end = Math.min(last.end, first.start + LONGEST_HEADING)
    this.block({ kind: 'heading', spans: [{ start: first.start, end }], level })
  }

  block(block: Block): void {
    this.#blocks.push(block)
  }

  finish(): Pick<Reading, 'text' | 'blocks' | 'places'> {
    return { text: this.#lines.join('\n'), blocks: this.#blocks, places: this.#places }
  }
}
