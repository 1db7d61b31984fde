/**
 * The lines that a page shows: drawn ones, the frames of painted cells, and those that show only in how
 * the borders of cells are cut.
 */
import type { Shape } from './glyphs.ts'
import type { IsWalled } from './runs.ts'

/** Thicker shapes are bars and boxes, shorter ones are marks; in points. */
const THICKEST = 2.5
const SHORTEST = 3
/** Lines this close are one. */
export const NEAR = 3
/** More lines are a drawing. */
const MOST_LINES = 6000

export interface Segment {
  /** Of a line across its height, of one down its distance from the left. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Lines across and down; none where there are so many that they are a drawing. */
export function drawnLines(drawn: readonly Shape[]): { across: Segment[]; down: Segment[] } {
  const shapes = withShades(drawn)
  const across = joinedSegments(segmentsOf(shapes, 'across'))
  const down = linesDown(shapes)
  return across.length + down.length > MOST_LINES ? { across: [], down: [] } : { across, down }
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

/** The values, those that are near one another once. */
export function edges(values: readonly number[], near = NEAR): number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - (found.at(-1) ?? 0) > near) found.push(value)
  return found
}
