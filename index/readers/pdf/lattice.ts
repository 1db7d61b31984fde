/**
 * Tables that a page draws with lines: the lines that touch are a lattice, its meshes are cells, and
 * where a line is missing between two meshes they are one.
 */
import { type Fragment, joinFragments } from './fragments.ts'
import type { Shape } from './glyphs.ts'
import { toLines } from './lines.ts'
import type { IsWalled } from './runs.ts'
import type { TableCell } from './tables.ts'
import { isValue } from '../table/values.ts'
import { around, type Box } from './matrix.ts'

export interface Lattice extends Box {
  /** From top to bottom; a cell stands in the row it begins in. Rows without any are left out. */
  readonly rows: readonly (readonly TableCell[])[]
  readonly fragments: readonly Fragment[]
}

/** Thicker shapes are bars and boxes, shorter ones are marks; in points. */
const THICKEST = 2.5
const SHORTEST = 3
/** Lines this close are one. */
const NEAR = 3
/** More lines are a drawing. */
const MOST_LINES = 6000
const MOST_MESHES = 8000
/** A cell of more characters lays a page out. */
const LONGEST_CELL = 500

interface Segment {
  /** Of a line across its height, of one down its distance from the left. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Lines down the page part the words on either side of them. */
export function wallsOf(shapes: readonly Shape[]): IsWalled {
  const byBand = new Map<number, Segment[]>()
  const shaded = withShades(shapes)
  const drawn = joinedSegments(segmentsOf(shaded, 'down'))
  const shown = shownByCuts(segmentsOf(shaded, 'across'))
  if (drawn.length + shown.length > MOST_LINES) return () => false
  const isShown = new Set(shown)
  for (const segment of [...drawn, ...shown])
    for (let band = bandOf(segment.from); band <= bandOf(segment.to); band++) {
      const others = byBand.get(band)
      if (others === undefined) byBand.set(band, [segment])
      else others.push(segment)
    }
  return (left, right, y, size) =>
    byBand.get(bandOf(y))?.some((segment) => {
      const { at, from, to } = segment
      const parts = at > left && at < right && from <= y && to >= y
      return parts && (right - left > size * WIDER_THAN_WORDS || !isShown.has(segment))
    }) === true
}

/** Words of one phrase stand closer, in sizes of the font. */
const WIDER_THAN_WORDS = 0.5

const bandOf = (y: number): number => Math.floor(y / 20)

export function findLattices(fragments: readonly Fragment[], drawn: readonly Shape[]): Lattice[] {
  const shapes = withShades(drawn)
  const across = joinedSegments(segmentsOf(shapes, 'across'))
  const down = linesDown(shapes)
  if (across.length < 3 || down.length < 1 || across.length + down.length > MOST_LINES) return []
  return components(across, down).flatMap((lines) =>
    latticesOf(lines.across, lines.down, fragments),
  )
}

/** More painted boxes are a picture. */
const MOST_SHADES = 1200

/** The shapes, and a frame for each cell that is painted beside or over another. */
function withShades(shapes: readonly Shape[]): Shape[] {
  const boxes = shapes.filter(
    ({ kind, left, right, top, bottom }) =>
      kind === 'fill' && right - left >= 8 && bottom - top >= 7 && bottom - top <= HIGHEST_ROW,
  )
  if (boxes.length > MOST_SHADES) return [...shapes]
  const outer = boxes.filter(
    (box) =>
      !boxes.some(
        (other) =>
          other !== box &&
          other.left <= box.left &&
          other.right >= box.right &&
          other.top <= box.top + 1 &&
          other.bottom >= box.bottom - 1 &&
          other.right - other.left > box.right - box.left + 1,
      ),
  )
  const cells = outer.filter((box) =>
    outer.some(
      (other) =>
        Math.abs(other.top - box.top) <= 1 &&
        Math.abs(other.bottom - box.bottom) <= 1 &&
        (Math.abs(other.left - box.right) <= NEAR || Math.abs(other.right - box.left) <= NEAR),
    ),
  )
  return [...shapes, ...cells.map((box): Shape => ({ ...box, kind: 'stroke' }))]
}

function segmentsOf(shapes: readonly Shape[], way: 'across' | 'down'): Segment[] {
  const found: Segment[] = []
  for (const { kind, left, right, top, bottom } of shapes) {
    if (kind === 'picture') continue
    const [thick, long] =
      way === 'across' ? [bottom - top, right - left] : [right - left, bottom - top]
    const [from, to] = way === 'across' ? [left, right] : [top, bottom]
    const [first, last] = way === 'across' ? [top, bottom] : [left, right]
    if (thick <= THICKEST) {
      if (long >= SHORTEST) found.push({ at: (first + last) / 2, from, to })
    } else if (kind === 'stroke' && long >= SHORTEST)
      // A frame is four lines.
      found.push({ at: first, from, to }, { at: last, from, to })
  }
  return found
}

/** Lines down, those that are drawn and those that show in how the lines across are cut. */
function linesDown(shapes: readonly Shape[]): Segment[] {
  const drawn = segmentsOf(shapes, 'down')
  return joinedSegments([...drawn, ...shownByCuts(segmentsOf(shapes, 'across'))])
}

/** Pieces of the borders of cells are longer than the dashes of a line. */
const SHORTEST_BORDER = 8
/** Rows are no higher than this, in points. */
const HIGHEST_ROW = 140

/**
 * Programs draw the border of every cell for itself. Where two lines across, one below the other, are
 * cut at the same place, the cells between them are parted there, with or without a line.
 */
function shownByCuts(segments: readonly Segment[]): Segment[] {
  const levels: { at: number; parts: Segment[] }[] = []
  for (const segment of [...segments].sort((a, b) => a.at - b.at)) {
    if (segment.to - segment.from < SHORTEST_BORDER) continue
    const level = levels.at(-1)
    if (level !== undefined && segment.at - level.at <= NEAR) level.parts.push(segment)
    else levels.push({ at: segment.at, parts: [segment] })
  }
  if (levels.length > MOST_LEVELS) return []
  const cut = levels.map(({ at, parts }) => ({ at, cuts: cutsOf(parts) }))
  const found: Segment[] = []
  for (const [above, { at: from, cuts }] of cut.entries())
    for (const x of cuts) {
      const below = cut.slice(above + 1).find(({ at }, step) => {
        const level = levels[above + 1 + step]
        return (
          at > from && level?.parts.some((part) => part.from < x && part.to > x - NEAR) === true
        )
      })
      if (below === undefined || below.at - from > HIGHEST_ROW) continue
      if (below.cuts.some((other) => Math.abs(other - x) <= NEAR))
        found.push({ at: x, from, to: below.at })
    }
  return found
}

/** More lines across are a drawing. */
const MOST_LEVELS = 400

/** Where pieces of a line across touch one another. */
function cutsOf(parts: readonly Segment[]): number[] {
  const sorted = [...parts].sort((a, b) => a.from - b.from)
  return edges(
    sorted.flatMap((part, at) => {
      const next = sorted.slice(at + 1).find(({ to }) => to > part.to + NEAR)
      return next !== undefined && Math.abs(next.from - part.to) <= NEAR
        ? [(next.from + part.to) / 2]
        : []
    }),
  )
}

/** Pieces of one line put together. */
function joinedSegments(segments: readonly Segment[]): Segment[] {
  const lines: { at: number; parts: Segment[] }[] = []
  for (const segment of [...segments].sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1)
    if (line !== undefined && segment.at - line.at <= NEAR / 2) line.parts.push(segment)
    else lines.push({ at: segment.at, parts: [segment] })
  }
  return lines.flatMap(({ at, parts }) => {
    const joined: Segment[] = []
    for (const { from, to } of parts.sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1)
      if (last !== undefined && from <= last.to + NEAR)
        joined[joined.length - 1] = { at, from: last.from, to: Math.max(last.to, to) }
      else joined.push({ at, from, to })
    }
    return joined
  })
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
  const words = new Map<number, Fragment[]>()
  for (const fragment of inside) {
    const root = meshes.at(
      (fragment.left + fragment.right) / 2,
      (fragment.top + fragment.bottom) / 2,
    )
    words.set(root, [...(words.get(root) ?? []), fragment])
  }
  const cells = [...words].map(([root, own]): Mesh => {
    const joined = joinFragments(toLines(own), ' ')
    return { ...meshes.extent(root), words: joined, fragments: own }
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
    const rows = new Map<number, Mesh[]>()
    for (const cell of own) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
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

function edges(values: readonly number[], near = NEAR): number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - (found.at(-1) ?? 0) > near) found.push(value)
  return found
}

/** The meshes of a lattice, those without a line between them put together. */
class Meshes {
  readonly #xs: readonly number[]
  readonly #ys: readonly number[]
  readonly #columns: number
  readonly #parent: number[]

  constructor(
    xs: readonly number[],
    ys: readonly number[],
    across: readonly Segment[],
    down: readonly Segment[],
  ) {
    this.#xs = xs
    this.#ys = ys
    this.#columns = xs.length - 1
    const rows = ys.length - 1
    this.#parent = Array.from({ length: this.#columns * rows }, (_, at) => at)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < this.#columns; column++) {
        const mesh = row * this.#columns + column
        const x = middle(xs, column)
        const y = middle(ys, row)
        if (column + 1 < this.#columns && !covers(down, xs[column + 1] ?? 0, y))
          this.#join(mesh, mesh + 1)
        if (row + 1 < rows && !covers(across, ys[row + 1] ?? 0, x))
          this.#join(mesh, mesh + this.#columns)
      }
  }

  /** The cell at a point, by the number of its first mesh. */
  at(x: number, y: number): number {
    const column = Math.max(
      0,
      this.#xs.findLastIndex((edge) => edge <= x),
    )
    const row = Math.max(
      0,
      this.#ys.findLastIndex((edge) => edge <= y),
    )
    return this.#root(row * this.#columns + Math.min(column, this.#columns - 1))
  }

  extent(root: number): { row: number; column: number; width: number; height: number } {
    const own = this.#parent.flatMap((_, at) => (this.#root(at) === root ? [at] : []))
    const columns = own.map((at) => at % this.#columns)
    const rows = own.map((at) => Math.floor(at / this.#columns))
    const [row, column] = [Math.min(...rows), Math.min(...columns)]
    return {
      row,
      column,
      width: Math.max(...columns) - column + 1,
      height: Math.max(...rows) - row + 1,
    }
  }

  #root(mesh: number): number {
    let at = mesh
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) at = up
    return at
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.#root(one), this.#root(other)]
    this.#parent[Math.max(a, b)] = Math.min(a, b)
  }
}

const middle = (values: readonly number[], at: number): number =>
  ((values[at] ?? 0) + (values[at + 1] ?? 0)) / 2

const covers = (segments: readonly Segment[], at: number, point: number): boolean =>
  segments.some(
    (segment) => Math.abs(segment.at - at) <= NEAR && segment.from <= point && segment.to >= point,
  )
