/** Tables among the columns of a page: cells that are read across. */
import { endsSentence, startsLowerCase } from '../../clean/lines.ts'
import { type Fragment, joinFragments } from './fragments.ts'
import { around, type Box } from './matrix.ts'
import { isPanel, type Item } from './panels.ts'
import { toLines } from './lines.ts'
import { type Group, sizeOf } from './strips.ts'

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
  const { strips } = group
  if (strips.some(({ items }) => items.some(isPanel))) return false
  const columns = cellsOf(
    group,
    strips.flatMap(({ items }) => items),
  ).map((cells) => toLines(cells))
  const filled = columns.filter((lines) => lines.length > 0)
  if (filled.filter(holdsKeyFigures).length >= 2) return false
  const across = rulesWithin(group, rules).length
  if (across >= 2) return true
  if (filled.filter(isProse).length >= 2) return false
  const figures = filled.some((lines) => lines.filter(isFigureLine).length >= lines.length * 0.5)
  if (!figures && filled.some(runsOn)) return false
  const whole = strips.filter((strip) => filledCells(group, strip.items) >= 2)
  if (strips.length === 1)
    return filled.length >= 3 || filled.some((lines) => lines.some(({ text }) => isFigure(text)))
  const aligned = whole.filter((strip) => isAligned(cellsOf(group, strip.items)))
  return whole.length >= strips.length * 0.5 && aligned.length >= whole.length * 0.6
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
  for (const strip of group.strips) {
    const row = rows.at(-1)
    const ruled = borders.some((border) => border > bottom - 1 && border < strip.top + 3)
    const close = strip.top - bottom < sizeOf(strip) * 0.45
    if (row !== undefined && !ruled && close && goesOn(group, row, strip.items))
      row.push(...strip.items)
    else rows.push([...strip.items])
    bottom = strip.bottom
  }
  return rows.map((row) =>
    cellsOf(group, row).flatMap((cell, column) =>
      cell.length === 0
        ? []
        : [{ column, width: 1, height: 1, words: joinFragments(toLines(cell), ' ') }],
    ),
  )
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
function cellsOf({ corridors }: Group, items: readonly Item[]): Fragment[][] {
  const cells: Fragment[][] = [[], ...corridors.map(() => [])]
  for (const item of items) {
    if (isPanel(item)) continue
    const middle = (item.left + item.right) / 2
    cells[corridors.filter(({ from, to }) => middle > (from + to) / 2).length]?.push(item)
  }
  return cells
}

/** Rules inside a group that cross a corridor. */
function rulesWithin({ corridors, top, bottom }: Group, rules: readonly Box[]): Box[] {
  const found = rules.filter(
    (rule) =>
      rule.top > top + 2 &&
      rule.bottom < bottom - 2 &&
      corridors.some(({ from, to }) => rule.left <= from && rule.right >= to),
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
