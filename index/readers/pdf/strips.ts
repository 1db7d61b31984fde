/**
 * Strips and corridors: a page cut across wherever nothing is drawn, and the strips put together again
 * as long as one empty corridor runs down through them — the gutter between columns.
 */
import { around, type Box } from './matrix.ts'
import { isPanel, type Item } from './panels.ts'

interface Strip extends Box {
  readonly items: readonly Item[]
}

/** An empty stretch from side to side. */
interface Corridor {
  readonly from: number
  readonly to: number
}

/** Strips that share corridors; with none, text in one column. */
export interface Group extends Box {
  readonly strips: readonly Strip[]
  readonly corridors: readonly Corridor[]
}

/** Least width of a corridor, in sizes of the text beside it. */
const CORRIDOR = 0.8
/** A gap this high parts rows of boxes; in sizes of the text. */
const ROW_GAP = 2.2
/** A short line this far below the columns is none of theirs. */
const LOOSE = 1.1

export function toGroups(items: readonly Item[], rules: readonly Box[]): Group[] {
  const strips = toStrips(items)
  const separators = separatorsOf(strips, rules)
  const groups: Group[] = []
  let open: Strip[] = []
  let corridors: readonly Corridor[] = []
  const close = (): void => {
    if (open.length > 0) groups.push({ ...around(open), strips: open, corridors })
    open = []
    corridors = []
  }
  for (const [at, strip] of strips.entries()) {
    const own = isStretched(strips, at) ? [] : corridorsOf(strip)
    const last = open.at(-1)
    const apart =
      last !== undefined &&
      (strip.top - last.bottom > sizeOf(strip) * ROW_GAP ||
        separators.some(({ top }) => top > last.bottom - 2 && top < strip.top + 4))
    const shared = corridors.length === 0 ? [] : narrowed(corridors, strip)
    if (corridors.length > 0 && (apart || shared.length === 0)) close()
    else if (corridors.length === 0 && own.length > 0) close()
    if (open.length === 0) corridors = own
    else if (corridors.length > 0) corridors = shared
    open.push(strip)
  }
  close()
  return groups.flatMap((group, at) => withoutTail(group, groups[at + 1]))
}

/** Rules from side to side part a page's head from its columns; more of them are those of a table. */
function separatorsOf(strips: readonly Strip[], rules: readonly Box[]): readonly Box[] {
  if (strips.length === 0) return []
  const { left, right, top, bottom } = around(strips)
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

/** From top to bottom; what overlaps in height is in one strip. */
function toStrips(items: readonly Item[]): Strip[] {
  const strips: { items: Item[]; box: Box }[] = []
  for (const item of [...items].sort((a, b) => a.top - b.top)) {
    const last = strips.at(-1)
    if (last !== undefined && item.top < last.box.bottom - 0.15 * (item.bottom - item.top)) {
      last.items.push(item)
      last.box = around([last.box, item])
    } else strips.push({ items: [item], box: item })
  }
  return strips.map(({ items: own, box: { left, right, top, bottom } }) => ({
    items: own.sort((a, b) => a.left - b.left),
    left,
    right,
    top,
    bottom,
  }))
}

function corridorsOf({ items }: Strip): Corridor[] {
  const corridors: Corridor[] = []
  let edge = Number.POSITIVE_INFINITY
  let before: Item | undefined
  for (const item of items) {
    if (before !== undefined && item.left - edge >= leastBetween(before, item))
      corridors.push({ from: edge, to: item.left })
    if (before === undefined || item.right > edge) {
      edge = item.right
      before = item
    }
  }
  return corridors
}

const leastBetween = (a: Item, b: Item): number =>
  CORRIDOR * Math.min(...[a, b].flatMap((item) => (isPanel(item) ? [] : [item.size])), 12)

/** What is left of corridors beside a strip's items. */
function narrowed(corridors: readonly Corridor[], strip: Strip): Corridor[] {
  const least = sizeOf(strip) * CORRIDOR
  return corridors.flatMap((corridor) => {
    let pieces = [corridor]
    for (const { left, right } of strip.items)
      pieces = pieces.flatMap(({ from, to }) => {
        if (right <= from || left >= to) return [{ from, to }]
        return [
          { from, to: left },
          { from: right, to },
        ].filter((piece) => piece.to > piece.from)
      })
    return pieces.filter(
      ({ from, to }) => to - from >= Math.min(least, corridor.to - corridor.from),
    )
  })
}

/** A line whose words a layout pushed apart to fill it, between lines of the same width. */
function isStretched(strips: readonly Strip[], at: number): boolean {
  const strip = strips[at]
  if (strip === undefined || strip.items.length > 4) return false
  return [strips[at - 1], strips[at + 1]].some((other) => {
    if (other === undefined || other.items.length !== 1) return false
    const gap = Math.max(other.top - strip.bottom, strip.top - other.bottom)
    return (
      gap < sizeOf(strip) * 0.7 &&
      Math.abs(other.left - strip.left) < 2 &&
      Math.abs(other.right - strip.right) < 2 &&
      Math.abs(sizeOf(other) - sizeOf(strip)) < 1
    )
  })
}

/** The last short lines under columns belong to what comes next when they stand apart from them. */
function withoutTail(group: Group, next: Group | undefined): Group[] {
  const { strips, corridors } = group
  const [first] = corridors
  if (first === undefined || next === undefined || next.corridors.length > 0) return [group]
  let keep = strips.length
  while (keep > 1 && strips[keep - 1]?.items.every(({ right }) => right <= first.from) === true)
    keep--
  for (; keep < strips.length; keep++) {
    const [above, below] = [strips[keep - 1], strips[keep]]
    if (above === undefined || below === undefined) continue
    if (below.top - above.bottom > sizeOf(below) * LOOSE) break
  }
  if (keep === strips.length) return [group]
  const [columns, tail] = [strips.slice(0, keep), strips.slice(keep)]
  return [
    { ...around(columns), strips: columns, corridors },
    { ...around(tail), strips: tail, corridors: [] },
  ]
}

/** The usual size of the text of a strip. */
export function sizeOf({ items }: { readonly items: readonly Item[] }): number {
  const sizes = items.flatMap((item) => (isPanel(item) ? [] : [item.size])).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 10
}
