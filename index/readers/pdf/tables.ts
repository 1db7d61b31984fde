/** Tables among the columns of a page: cells that are read across. */
import { endsSentence, startsLowerCase } from '../../clean/lines.ts'
import { type Fragment, joinFragments } from './fragments.ts'
import { around, type Box } from './matrix.ts'
import { isPanel, type Item } from './panels.ts'
import { toLines } from './lines.ts'
import { type Group, sizeOf } from './bands.ts'

/** A filled cell of a table. */
export interface TableCell {
  readonly column: number
  /** How many columns and rows it spans. */
  readonly width: number
  readonly height: number
  readonly words: Fragment
}

/** Words a line and how much of the column they fill, for running text. */
const PROSE_WORDS = 3
const PROSE_FILL = 0.6

/** Whether the columns of a group are those of a table. */
export function isTable(group: Group, rules: readonly Box[]): boolean {
  const { bands } = group
  if (bands.some(({ items }) => items.some(isPanel))) return false
  const columns = cellsOf(
    group,
    bands.flatMap(({ items }) => items),
  ).map((cells) => toLines(cells))
  const filled = columns.filter((lines) => lines.length > 0)
  if (filled.filter(holdsKeyFigures).length >= 2) return false
  const across = rulesWithin(group, rules).length
  if (across >= 2) return true
  if (filled.filter(isProse).length >= 2) return false
  const figures = filled.some((lines) => lines.filter(isFigureLine).length >= lines.length * 0.5)
  if (!figures && filled.some(runsOn)) return false
  const whole = bands.filter((band) => filledCells(group, band.items) >= 2)
  if (bands.length === 1)
    return filled.length >= 3 || filled.some((lines) => lines.some(({ text }) => isFigure(text)))
  const aligned = whole.filter((band) => isAligned(cellsOf(group, band.items)))
  return whole.length >= bands.length * 0.5 && aligned.length >= whole.length * 0.6
}

const isFigureLine = ({ text }: Fragment): boolean => isFigure(text)

/** Whether most lines of a column go on with the sentence of the line above. */
function runsOn(lines: readonly Fragment[]): boolean {
  let count = 0
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1]
    if (above !== undefined && startsLowerCase(line.text) && !endsSentence(above.text)) count++
  }
  return lines.length >= 3 && count >= (lines.length - 1) * 0.5
}

/** Whether the cells of a row begin on one height, or are centred on one. */
function isAligned(cells: readonly (readonly Fragment[])[]): boolean {
  const filled = cells.filter((cell) => cell.length > 0)
  const tops = filled.map((cell) => Math.min(...cell.map(({ base }) => base)))
  const boxes = filled.map((cell) => around(cell))
  const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2)
  const size = Math.max(...filled.flat().map((fragment) => fragment.size))
  return spread(tops) <= size * 0.35 || spread(middles) <= size * 0.4
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

/** The filled cells of each row. */
export function tableRows(group: Group, rules: readonly Box[]): TableCell[][] {
  const borders = rulesWithin(group, rules).map(({ top }) => top)
  const rows: Item[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const band of group.bands) {
    const row = rows.at(-1)
    const ruled = borders.some((border) => border > bottom - 1 && border < band.top + 3)
    const close = band.top - bottom < sizeOf(band) * 0.45
    if (row !== undefined && !ruled && close && goesOn(group, row, band.items))
      row.push(...band.items)
    else rows.push([...band.items])
    bottom = band.bottom
  }
  return inColumns(rows, group)
}

/**
 * The cells of each row. The rows with figures tell where the columns are: names above them may be wider,
 * and stand over several.
 */
function inColumns(rows: readonly (readonly Item[])[], group: Group): TableCell[][] {
  const fragments = rows.map((row) => row.flatMap((item) => (isPanel(item) ? [] : [item])))
  const columns = columnsOf(fragments.filter((row) => row.some(({ text }) => isFigure(text))))
  if (columns.length <= 1) return rows.map((row) => toCells(cellsOf(group, row)))
  return headsJoined(fragments, columns).map((row) => {
    const cells = new Map<number, { own: Fragment[]; last: number }>()
    for (const fragment of row) {
      const [first, last] = columnsAt(fragment, columns)
      const cell = cells.get(first)
      if (cell === undefined) cells.set(first, { own: [fragment], last })
      else {
        cell.own.push(fragment)
        cell.last = Math.max(cell.last, last)
      }
    }
    return [...cells]
      .sort(([a], [b]) => a - b)
      .map(([column, { own, last }]) => ({
        column,
        width: last - column + 1,
        height: 1,
        words: joinFragments(toLines(own), ' '),
      }))
  })
}

const toCells = (cells: readonly (readonly Fragment[])[]): TableCell[] =>
  cells.flatMap((cell, column) =>
    cell.length === 0
      ? []
      : [{ column, width: 1, height: 1, words: joinFragments(toLines(cell), ' ') }],
  )

interface Column {
  readonly left: number
  readonly right: number
}

/** Where fragments of all these rows stand one under the other. */
function columnsOf(rows: readonly (readonly Fragment[])[]): Column[] {
  const columns: { left: number; right: number }[] = []
  for (const { left, right, size } of rows.flat().sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last !== undefined && left < last.right + size * 0.25)
      last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

/** The first and the last column that a fragment stands over; the nearest where it is over none. */
function columnsAt({ left, right }: Fragment, columns: readonly Column[]): [number, number] {
  const over = columns.flatMap((column, at) => {
    const shared = Math.min(right, column.right) - Math.max(left, column.left)
    return shared > Math.min(right - left, column.right - column.left) * 0.35 ? [at] : []
  })
  const [first] = over
  if (first !== undefined) return [first, over.at(-1) ?? first]
  const middle = (left + right) / 2
  const nearest = columns.reduce(
    (best, column, at) => (away(column, middle) < away(columns[best], middle) ? at : best),
    0,
  )
  return [nearest, nearest]
}

const away = (column: Column | undefined, x: number): number =>
  column === undefined ? Number.POSITIVE_INFINITY : Math.abs((column.left + column.right) / 2 - x)

/** So many lines of names make one row of heads. */
const MOST_HEAD_LINES = 4

/** The lines of names above the figures as one row, where none of them stands over several columns. */
function headsJoined(
  rows: readonly (readonly Fragment[])[],
  columns: readonly Column[],
): (readonly Fragment[])[] {
  const first = rows.findIndex((row) => row.some(({ text }) => isFigure(text)))
  if (first < 2) return [...rows]
  let from = first
  while (from > 0 && first - from < MOST_HEAD_LINES) {
    const row = rows[from - 1] ?? []
    const below = rows[from] ?? []
    const size = Math.max(...row.map((fragment) => fragment.size))
    const gap = around(below).top - around(row).bottom
    const wide = row.some(
      (fragment) => columnsAt(fragment, columns)[0] < columnsAt(fragment, columns)[1],
    )
    if (wide || (from < first && gap > size * 0.8) || row.length === 0) break
    from--
  }
  return first - from < 2
    ? [...rows]
    : [...rows.slice(0, from), rows.slice(from, first).flat(), ...rows.slice(first)]
}

/** A row's further lines: some cells go on, the first column's or another's is empty, no figures begin. */
function goesOn(group: Group, row: readonly Item[], items: readonly Item[]): boolean {
  const cells = cellsOf(group, items)
  if (cells.some((cell) => cell.some(({ text }) => isFigure(text)))) return false
  const before = filledCells(group, row)
  const now = cells.filter((cell) => cell.length > 0).length
  return now < before || (cells[0]?.length === 0 && now <= before)
}

const filledCells = (group: Group, items: readonly Item[]): number =>
  cellsOf(group, items).filter((cell) => cell.length > 0).length

/** The fragments of each column. */
function cellsOf({ gutters }: Group, items: readonly Item[]): Fragment[][] {
  const cells: Fragment[][] = [[], ...gutters.map(() => [])]
  for (const item of items) {
    if (isPanel(item)) continue
    const middle = (item.left + item.right) / 2
    cells[gutters.filter(({ from, to }) => middle > (from + to) / 2).length]?.push(item)
  }
  return cells
}

/** Rules inside a group that cross a gutter. */
function rulesWithin({ gutters, top, bottom }: Group, rules: readonly Box[]): Box[] {
  const found = rules.filter(
    (rule) =>
      rule.top > top + 2 &&
      rule.bottom < bottom - 2 &&
      gutters.some(({ from, to }) => rule.left <= from && rule.right >= to),
  )
  return found.filter(
    (rule, at) => !found.slice(0, at).some((other) => Math.abs(other.top - rule.top) < 3),
  )
}

function isProse(lines: readonly Fragment[]): boolean {
  if (lines.length < 3) return false
  const { left, right } = around(lines)
  const words = lines.reduce((sum, { text }) => sum + (text.match(/\p{L}{2,}/gu)?.length ?? 0), 0)
  const fill = lines.reduce((sum, line) => sum + (line.right - line.left), 0)
  return words >= lines.length * PROSE_WORDS && fill >= (right - left) * lines.length * PROSE_FILL
}

/** A figure alone: "1,234", "45%", "US$ 3.2 million", "50K*". */
const isFigure = (text: string): boolean =>
  text.length <= 24 &&
  /^[~≈<>≤≥+–-]?\s*(?:(?:US|C|A)?[$€£¥]\s*)?\d[\d.,\s/–-]*(?:%|\s?(?:k|m|bn|mn|million|billion|thousand|millions?|milliards?|mille)\b)?[+*†]*$/iu.test(
    text,
  )

/** How much larger than its label a key figure is printed. */
const KEY_FIGURE = 1.25

export const isKeyFigure = (figure: Fragment, label: Fragment | undefined): boolean =>
  label !== undefined &&
  isFigure(figure.text) &&
  !isFigure(label.text) &&
  figure.size >= label.size * KEY_FIGURE

/** Big figures above or below their labels: a panel of key figures, read down. */
function holdsKeyFigures(lines: readonly Fragment[]): boolean {
  return lines.some(
    (line, at) => isKeyFigure(line, lines[at + 1]) || isKeyFigure(line, lines[at - 1]),
  )
}
