/**
 * Tables that a page draws with lines: the lines that touch are a lattice, its meshes are cells, and
 * where a line is missing between two meshes they are one.
 */
import { type Fragment, joinFragments } from './fragments.ts'
import { drawnLines, edges, NEAR, type Segment } from './drawn-lines.ts'
import type { Shape } from './glyphs.ts'
import { toLines } from './lines.ts'
import { Meshes } from './meshes.ts'
import type { TableCell } from './tables.ts'
import { isValue } from '../table/values.ts'
import { around, type Box } from './matrix.ts'

export interface Lattice extends Box {
  /** From top to bottom; a cell stands in the row it begins in. Rows without any are left out. */
  readonly rows: readonly (readonly TableCell[])[]
  readonly fragments: readonly Fragment[]
}

const MOST_MESHES = 8000
/** A cell of more characters lays a page out. */
const LONGEST_CELL = 500

export function findLattices(fragments: readonly Fragment[], drawn: readonly Shape[]): Lattice[] {
  const { across, down } = drawnLines(drawn)
  if (across.length < 3 || down.length < 1) return []
  return components(across, down).flatMap((lines) =>
    latticesOf(lines.across, lines.down, fragments),
  )
}

interface Lines {
  readonly across: Segment[]
  readonly down: Segment[]
}

/** Lines that touch one another. */
function components(across: readonly Segment[], down: readonly Segment[]): Lines[] {
  const open = new Set<Segment>([...across, ...down])
  const isAcross = new Set(across)
  const found: Lines[] = []
  for (const first of open) {
    open.delete(first)
    const lines: Lines = { across: [], down: [] }
    const next = [first]
    for (let line = next.pop(); line !== undefined; line = next.pop()) {
      const lies = isAcross.has(line)
      ;(lies ? lines.across : lines.down).push(line)
      for (const other of lies ? down : across)
        if (open.has(other) && touches(line, other)) {
          open.delete(other)
          next.push(other)
        }
    }
    if (lines.across.length >= 2 && lines.down.length >= 1) found.push(lines)
  }
  return found
}

const touches = (one: Segment, other: Segment): boolean =>
  other.at >= one.from - NEAR &&
  other.at <= one.to + NEAR &&
  one.at >= other.from - NEAR &&
  one.at <= other.to + NEAR

function latticesOf(
  across: readonly Segment[],
  down: readonly Segment[],
  fragments: readonly Fragment[],
): Lattice[] {
  const ys = edges(across.map(({ at }) => at))
  const xs = edges([
    ...down.map(({ at }) => at),
    // A table may be open on its sides.
    Math.min(...across.map(({ from }) => from)),
    Math.max(...across.map(({ to }) => to)),
  ])
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 2 || rows < 2 || columns * rows > MOST_MESHES) return []
  const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 }
  const inside = fragments.filter(
    ({ left, right, top, bottom }) =>
      (left + right) / 2 > box.left &&
      (left + right) / 2 < box.right &&
      (top + bottom) / 2 > box.top &&
      (top + bottom) / 2 < box.bottom,
  )
  const meshes = new Meshes(xs, ys, across, down)
  const words = Map.groupBy(inside, ({ left, right, top, bottom }) =>
    meshes.at((left + right) / 2, (top + bottom) / 2),
  )
  const extents = meshes.extents()
  const cells = [...words].flatMap(([root, own]): Mesh[] => {
    const extent = extents.get(root)
    const joined = joinFragments(toLines(own), ' ')
    return extent === undefined ? [] : [{ ...extent, words: joined, fragments: own }]
  })
  return parted(cells, columns).flatMap((own) => toLattice(own) ?? [])
}

/** A filled cell, where it begins and how far it reaches. */
interface Mesh extends TableCell {
  readonly row: number
  readonly fragments: readonly Fragment[]
}

/**
 * The tables of a lattice, row by row. A layout draws its boxes with the same lines: cells of running
 * text are none of a table, and where no border goes on from one row to the next another table begins.
 */
function parted(cells: readonly Mesh[], columns: number): Mesh[][][] {
  const long = cells.filter(({ words }) => words.text.length > LONGEST_CELL)
  const left = cells.filter((cell) => !long.includes(cell))
  // Beside a box of running text, each side is for itself.
  const sides = edges(
    [0, columns, ...long.flatMap(({ column, width }) => [column, column + width])],
    0,
  )
  return sides.slice(0, -1).flatMap((from, at) => {
    const to = sides[at + 1] ?? columns
    const own = left.filter(({ column, width }) => column >= from && column + width <= to)
    const rows = Map.groupBy(own, ({ row }) => row)
    return tablesOf(
      [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.column - b.column)),
      from,
    )
  })
}

function tablesOf(rows: readonly Mesh[][], from: number): Mesh[][][] {
  const tables: { readonly rows: Mesh[][]; borders: ReadonlySet<number> }[] = []
  for (const row of rows) {
    const borders = new Set(
      row
        .flatMap(({ column, width }) => [column, column + width])
        .filter((border) => border > from),
    )
    if (row.length > 1) borders.delete(Math.max(...borders))
    else borders.clear()
    const last = tables.at(-1)
    const goesOn =
      last !== undefined &&
      (borders.size === 0 ||
        last.borders.size === 0 ||
        [...borders].some((border) => last.borders.has(border)))
    if (!goesOn) tables.push({ rows: [row], borders })
    else {
      last.rows.push(row)
      if (borders.size > 0)
        last.borders = new Set([
          ...borders,
          ...(row.length < last.borders.size ? last.borders : []),
        ])
    }
  }
  return tables.map((table) => table.rows)
}

function toLattice(rows: readonly Mesh[][]): Lattice | undefined {
  // A line of words over or under the table is no row of it.
  const first = rows.findIndex((row) => row.length > 1)
  const last = rows.findLastIndex((row) => row.length > 1)
  if (first === -1) return undefined
  const own = rows.slice(first, last + 1).flatMap(byLines)
  const columns = Math.max(...own.flat().map(({ column, width }) => column + width))
  const start = Math.min(...own.flat().map(({ column }) => column))
  if (!isTable(own, columns - start)) return undefined
  const fragments = own.flat().flatMap((cell) => cell.fragments)
  const cells = own.map((row) =>
    row.map(({ column, width, height, words }) => ({
      column: column - start,
      width,
      height,
      words,
    })),
  )
  return { ...around(fragments), rows: cells, fragments }
}

/** Rows between which no line is drawn: as many lines in every cell, of values most of them. */
function byLines(row: readonly Mesh[]): Mesh[][] {
  const lines = row.map(({ fragments }) => toLines(fragments))
  const [first] = lines
  if (first === undefined || first.length < 2 || row.length < 2) return [[...row]]
  const level = lines.every(
    (own) =>
      own.length === first.length &&
      own.every((line, at) => Math.abs(line.base - (first[at]?.base ?? 0)) <= NEAR),
  )
  const values = lines.filter((own) => own.some(({ text }) => isValue(text))).length
  if (!level || values < (row.length - 1) * 0.6) return [[...row]]
  return first.map((_, at) =>
    row.flatMap((cell, column) => {
      const words = lines[column]?.[at]
      return words === undefined
        ? []
        : [{ ...cell, words, fragments: at === 0 ? cell.fragments : [] }]
    }),
  )
}

/** Rows of several cells, most of them: a drawing has words here and there, a box has one row. */
const isTable = (rows: readonly (readonly TableCell[])[], columns: number): boolean =>
  rows.length >= 2 &&
  rows.filter((row) => row.length >= 2).length >= rows.length * 0.6 &&
  rows.filter((row) => row.reduce((sum, { width }) => sum + width, 0) >= columns * 0.5).length >=
    rows.length * 0.5
