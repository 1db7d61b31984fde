/** The rows of one sheet, read as they come: cells by their column, as they are shown. */
import { Unreadable } from '../reading.ts'
import type { Merge } from '../table/merged.ts'
import type { Row } from '../table/tables.ts'
import { readXml, xmlText } from '../xml.ts'
import { display } from './display.ts'
import type { Workbook } from './workbook.ts'

/** Columns of the widest sheet that the program makes. */
const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576
/** More are a picture drawn with cells. */
const MOST_MERGES = 10_000

/**
 * `budget` is how many characters may still be shown, empty cells counted as one.
 * @throws Unreadable when its XML is dangerous, or when it shows too much
 */
export function readRows(
  bytes: Uint8Array,
  path: string,
  workbook: Workbook,
  budget: { left: number },
): { rows: Row[]; merges: Merge[] } {
  const rows: Row[] = []
  const merges: Merge[] = []
  let row: { number: number; cells: string[] } | undefined
  let cell: { column: number; type: string; style: number } | undefined
  let column = 0
  let value = ''
  let keeps = false
  let phonetic = false
  readXml(xmlText(bytes, path), path, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes.get('r') ?? (rows.at(-1)?.number ?? 0) + 1)
        row = { number: number >= 1 && number <= MOST_ROWS ? number : rows.length + 1, cells: [] }
        column = 0
      } else if (name === 'c') {
        column = columnOf(attributes.get('r')) ?? column + 1
        cell = {
          column,
          type: attributes.get('t') ?? 'n',
          style: Number(attributes.get('s') ?? 0),
        }
        value = ''
      } else if (name === 'mergeCell') {
        const merge = merges.length < MOST_MERGES ? mergeOf(attributes.get('ref')) : undefined
        if (merge !== undefined) merges.push(merge)
      } else if (name === 'rPh') phonetic = true
      else if (name === 'v' || (name === 't' && !phonetic)) keeps = true
    },
    text(text) {
      if (keeps) value += text
    },
    close(name) {
      if (name === 'v' || name === 't') keeps = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c' && cell !== undefined && row !== undefined) {
        const shown = shownOf(value, cell, workbook)
        if (shown !== '' && cell.column <= MOST_COLUMNS) {
          budget.left -= shown.length + Math.max(0, cell.column - row.cells.length)
          if (budget.left < 0)
            throw new Unreadable('shows too much text; split it into several files')
          while (row.cells.length < cell.column) row.cells.push('')
          row.cells[cell.column - 1] = shown
        }
        cell = undefined
      } else if (name === 'row' && row !== undefined) {
        if (row.cells.length > 0) rows.push(row)
        row = undefined
      }
    },
  })
  return { rows: rows.sort((a, b) => a.number - b.number), merges }
}

/** Formulas stand with the value they had when the file was saved. */
function shownOf(
  value: string,
  { type, style }: { type: string; style: number },
  { words, formats, since1904 }: Workbook,
): string {
  if (type === 's') return words[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return ''
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/u, '')
  if (type === 'n') return display(value, formats[style] ?? 'General', since1904)
  return value
}

/** "B2:D3" → columns 1 to 3, rows 2 to 3. */
function mergeOf(reference: string | undefined): Merge | undefined {
  const [from = '', to = from] = reference?.split(':') ?? []
  const [left, right] = [columnOf(from), columnOf(to)]
  const [top, bottom] = [from, to].map((cell) => Number(cell.replace(/^[A-Z]+/u, '')))
  if (left === undefined || right === undefined || !top || !bottom || bottom < top || right < left)
    return undefined
  return { rows: [top, bottom], columns: [left - 1, right - 1] }
}

/** "BC12" → 55. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/u.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return Buffer.from(letters).reduce((sum, letter) => sum * 26 + letter - 64, 0)
}
