/** Panels: coloured or framed boxes whose text belongs together, told by the shapes a page draws. */
import type { Shape } from './glyphs.ts'
import type { Fragment } from './fragments.ts'
import { findLattices, type Lattice } from './lattice.ts'
import { around, type Box, holds } from './matrix.ts'
import type { Extent } from './visible.ts'

export interface Panel extends Box {
  readonly items: readonly Item[]
  /** It is a table drawn with lines. */
  readonly lattice?: Lattice
}

/** What a page is arranged of. */
export type Item = Fragment | Panel

export const isPanel = (item: Item): item is Panel => 'items' in item

/** A line drawn across, as between the rows of a table. */
export const horizontalRules = (shapes: readonly Shape[]): Shape[] =>
  shapes.filter(
    ({ kind, left, right, top, bottom }) =>
      kind !== 'picture' && bottom - top <= 2.5 && right - left >= 20,
  )

/** Smaller boxes are cells, bars of a chart, marks. */
const LEAST_WIDTH = 60
const LEAST_HEIGHT = 14
/** A larger box is the page's own background, in parts of the page. */
const LARGEST = 0.85
/** Boxes closer than this touch, in points. */
const TOUCH = 2
/** More are a map or a chart. */
const MOST = 1500

export function withPanels(
  fragments: readonly Fragment[],
  shapes: readonly Shape[],
  extent: Extent,
): Item[] {
  const lattices = findLattices(fragments, shapes)
  const taken = new Set(lattices.flatMap((lattice) => lattice.fragments))
  const free = taken.size === 0 ? fragments : fragments.filter((fragment) => !taken.has(fragment))
  const boxes = panelBoxes(free, shapes, extent).filter(
    (box) => !lattices.some((lattice) => holds(lattice, box)),
  )
  const nodes = boxes.map((box) => ({ box, items: [] as Item[] }))
  const top: Item[] = []
  const ownerOf = (inner: Box, from: number): Item[] =>
    nodes.slice(from).find(({ box }) => holds(box, inner))?.items ?? top
  for (const fragment of free) ownerOf(fragment, 0).push(fragment)
  for (const lattice of lattices)
    ownerOf(lattice, 0).push({ ...around(lattice.fragments), items: lattice.fragments, lattice })
  for (const [at, { box, items }] of nodes.entries()) {
    const owner = ownerOf(box, at + 1)
    if (items.length === 1) owner.push(...items)
    else if (items.length > 1) owner.push({ ...box, items })
  }
  return top
}

/** The smallest first. */
function panelBoxes(
  fragments: readonly Fragment[],
  shapes: readonly Shape[],
  extent: Extent,
): Box[] {
  const candidates = shapes.filter(
    ({ kind, color, right, left, top, bottom }) =>
      kind !== 'picture' &&
      !(kind === 'fill' && color === '#ffffff') &&
      right - left >= 8 &&
      bottom - top >= 5,
  )
  if (candidates.length > MOST) return []
  return withoutNeighbours(merged(candidates))
    .filter(({ left, right, top, bottom }) => {
      const [width, height] = [right - left, bottom - top]
      return (
        width >= LEAST_WIDTH &&
        height >= LEAST_HEIGHT &&
        width * height <= extent.width * extent.height * LARGEST
      )
    })
    .filter((box) => !fragments.some((fragment) => crosses(fragment, box)))
    .sort((a, b) => areaOf(a) - areaOf(b))
}

/** A background painted line by line or cell by cell is one box. */
function merged(shapes: readonly Shape[]): Shape[] {
  const down = joined(
    shapes,
    (a, b) => near(a.left, b.left) && near(a.right, b.right) && b.top - a.bottom <= TOUCH,
    (a, b) => a.left - b.left || a.right - b.right || a.top - b.top,
  )
  return joined(
    down,
    (a, b) => near(a.top, b.top) && near(a.bottom, b.bottom) && b.left - a.right <= TOUCH,
    (a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left,
  )
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOUCH

function joined(
  shapes: readonly Shape[],
  touches: (a: Shape, b: Shape) => boolean,
  order: (a: Shape, b: Shape) => number,
): Shape[] {
  const kept: Shape[] = []
  for (const shape of [...shapes].sort(order)) {
    const last = kept.at(-1)
    if (last !== undefined && last.color === shape.color && touches(last, shape))
      kept[kept.length - 1] = {
        ...last,
        left: Math.min(last.left, shape.left),
        right: Math.max(last.right, shape.right),
        top: Math.min(last.top, shape.top),
        bottom: Math.max(last.bottom, shape.bottom),
      }
    else kept.push(shape)
  }
  return kept
}

/** Boxes of one height that touch side by side are the cells of a row. */
function withoutNeighbours(boxes: readonly Box[]): Box[] {
  return boxes.filter(
    (box) =>
      !boxes.some(
        (other) =>
          other !== box &&
          (near(other.left, box.right) || near(other.right, box.left)) &&
          Math.min(other.bottom, box.bottom) - Math.max(other.top, box.top) >
            Math.max(other.bottom - other.top, box.bottom - box.top) * 0.7,
      ),
  )
}

/** Whether a fragment lies partly in and partly out: then the box is no panel. */
function crosses(fragment: Fragment, box: Box): boolean {
  const middle = (fragment.top + fragment.bottom) / 2
  if (middle < box.top || middle > box.bottom) return false
  const inside = Math.min(fragment.right, box.right) - Math.max(fragment.left, box.left)
  const width = fragment.right - fragment.left
  return inside > width * 0.15 && inside < width * 0.85
}

const areaOf = ({ left, right, top, bottom }: Box): number => (right - left) * (bottom - top)
