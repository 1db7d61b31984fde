/**
 * Bands and gutters: a page cut across wherever nothing is drawn, and the bands put together again
 * as long as one gutter, the empty stretch between columns, runs down through them.
 */
import { around, type Box } from './matrix.ts'
import { isPanel, type Item } from './panels.ts'

interface Band extends Box {
  readonly items: readonly Item[]
}

/** An empty stretch from side to side. */
interface Gutter {
  readonly from: number
  readonly to: number
}

/** Bands that share gutters; with none, text in one column. */
export interface Group extends Box {
  readonly bands: readonly Band[]
  readonly gutters: readonly Gutter[]
}

/** Least width of a gutter, in sizes of the text beside it. */
const GUTTER = 0.8
/** A gap this high parts rows of boxes; in sizes of the text. */
const ROW_GAP = 2.2
/** A short line this far below the columns is none of theirs. */
const LOOSE = 1.1

export function toGroups(items: readonly Item[], rules: readonly Box[]): Group[] {
  const bands = toBands(items)
  const separators = separatorsOf(bands, rules)
  const groups: Group[] = []
  let open: Band[] = []
  let gutters: readonly Gutter[] = []
  const close = (): void => {
    if (open.length > 0) groups.push({ ...around(open), bands: open, gutters })
    open = []
    gutters = []
  }
  for (const [at, band] of bands.entries()) {
    const own = isStretched(bands, at) ? [] : guttersOf(band)
    const last = open.at(-1)
    const apart =
      last !== undefined &&
      (band.top - last.bottom > sizeOf(band) * ROW_GAP ||
        separators.some(({ top }) => top > last.bottom - 2 && top < band.top + 4))
    const shared = gutters.length === 0 ? [] : narrowed(gutters, band)
    if (gutters.length > 0 && (apart || shared.length === 0)) close()
    else if (gutters.length === 0 && own.length > 0) close()
    if (open.length === 0) gutters = own
    else if (gutters.length > 0) gutters = shared
    open.push(band)
  }
  close()
  return groups.flatMap((group, at) => withoutTail(group, groups[at + 1]))
}

/** Rules from side to side part a page's head from its columns; more of them are those of a table. */
function separatorsOf(bands: readonly Band[], rules: readonly Box[]): readonly Box[] {
  if (bands.length === 0) return []
  const { left, right, top, bottom } = around(bands)
  const found = rules.filter(
    (rule) =>
      rule.top > top &&
      rule.bottom < bottom &&
      rule.right - rule.left >= (right - left) * 0.8 &&
      rule.left < right &&
      rule.right > left,
  )
  return found.length > 2 ? [] : found
}

/** From top to bottom; what overlaps in height is in one band. */
function toBands(items: readonly Item[]): Band[] {
  const bands: { items: Item[]; box: Box }[] = []
  for (const item of [...items].sort((a, b) => a.top - b.top)) {
    const last = bands.at(-1)
    if (last !== undefined && item.top < last.box.bottom - 0.15 * (item.bottom - item.top)) {
      last.items.push(item)
      last.box = around([last.box, item])
    } else bands.push({ items: [item], box: item })
  }
  return bands.map(({ items: own, box: { left, right, top, bottom } }) => ({
    items: own.sort((a, b) => a.left - b.left),
    left,
    right,
    top,
    bottom,
  }))
}

function guttersOf({ items }: Band): Gutter[] {
  const gutters: Gutter[] = []
  let edge = Number.POSITIVE_INFINITY
  let before: Item | undefined
  for (const item of items) {
    if (before !== undefined && item.left - edge >= leastBetween(before, item))
      gutters.push({ from: edge, to: item.left })
    if (before === undefined || item.right > edge) {
      edge = item.right
      before = item
    }
  }
  return gutters
}

const leastBetween = (a: Item, b: Item): number =>
  GUTTER * Math.min(...[a, b].flatMap((item) => (isPanel(item) ? [] : [item.size])), 12)

/** What is left of gutters beside a band's items. */
function narrowed(gutters: readonly Gutter[], band: Band): Gutter[] {
  const least = sizeOf(band) * GUTTER
  return gutters.flatMap((gutter) => {
    let pieces = [gutter]
    for (const { left, right } of band.items)
      pieces = pieces.flatMap(({ from, to }) => {
        if (right <= from || left >= to) return [{ from, to }]
        return [
          { from, to: left },
          { from: right, to },
        ].filter((piece) => piece.to > piece.from)
      })
    return pieces.filter(({ from, to }) => to - from >= Math.min(least, gutter.to - gutter.from))
  })
}

/** A line whose words a layout pushed apart to fill it, between lines of the same width. */
function isStretched(bands: readonly Band[], at: number): boolean {
  const band = bands[at]
  if (band === undefined || band.items.length > 4) return false
  return [bands[at - 1], bands[at + 1]].some((other) => {
    if (other === undefined || other.items.length !== 1) return false
    const gap = Math.max(other.top - band.bottom, band.top - other.bottom)
    return (
      gap < sizeOf(band) * 0.7 &&
      Math.abs(other.left - band.left) < 2 &&
      Math.abs(other.right - band.right) < 2 &&
      Math.abs(sizeOf(other) - sizeOf(band)) < 1
    )
  })
}

/** The last short lines under columns belong to what comes next when they stand apart from them. */
function withoutTail(group: Group, next: Group | undefined): Group[] {
  const { bands, gutters } = group
  const [first] = gutters
  if (first === undefined || next === undefined || next.gutters.length > 0) return [group]
  let keep = bands.length
  while (keep > 1 && bands[keep - 1]?.items.every(({ right }) => right <= first.from) === true)
    keep--
  for (; keep < bands.length; keep++) {
    const [above, below] = [bands[keep - 1], bands[keep]]
    if (above === undefined || below === undefined) continue
    if (below.top - above.bottom > sizeOf(below) * LOOSE) break
  }
  if (keep === bands.length) return [group]
  const [columns, tail] = [bands.slice(0, keep), bands.slice(keep)]
  return [
    { ...around(columns), bands: columns, gutters },
    { ...around(tail), bands: tail, gutters: [] },
  ]
}

/** The usual size of the text of a band. */
export function sizeOf({ items }: { readonly items: readonly Item[] }): number {
  const sizes = items.flatMap((item) => (isPanel(item) ? [] : [item.size])).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 10
}
