/** A page's drawing → its fragments, upright: the main direction of writing first. */
import type { Drawing, Glyph, Shape } from './glyphs.ts'
import { type Fragment, toFragments } from './fragments.ts'
import { wallsOf } from './drawn-lines.ts'
import { toLines } from './lines.ts'
import { horizontalRules } from './panels.ts'
import { withBullets } from './symbol-fonts.ts'
import { type Extent, visibleGlyphs } from './visible.ts'

export interface Layout {
  readonly fragments: readonly Fragment[]
  readonly shapes: readonly Shape[]
  readonly rules: readonly Shape[]
  readonly extent: Extent
  /** Lines written at right angles to the others: captions of an axis, tables set sideways. */
  readonly turned: readonly (readonly Fragment[])[]
  /** Lines written aslant: watermarks. */
  readonly aslant: readonly string[]
  readonly hasPicture: boolean
}

/** @param keep whether fragments keep their letters */
export function toLayout(drawing: Drawing, extent: Extent, keep = false): Layout {
  const glyphs = withBullets(visibleGlyphs(drawing.glyphs, drawing.shapes, extent))
  const angles = byAngle(glyphs)
  const [main = 0] = [...angles].sort((a, b) => b[1].length - a[1].length)[0] ?? []
  const shapes = drawing.shapes.map((shape) => turnBox(shape, main, extent))
  const isWalled = wallsOf(shapes)
  const own = new Map(
    [...angles].map(([angle, list]) => [
      angle,
      toFragments(upright(list, angle, extent), angle === main ? isWalled : undefined, keep),
    ]),
  )
  const turned: Fragment[][] = []
  const aslant: string[] = []
  for (const [angle, fragments] of own) {
    if (angle === main) continue
    if (angle % 90 === 0) turned.push(fragments)
    else aslant.push(...toLines(fragments).map(({ text }) => text))
  }
  return {
    fragments: own.get(main) ?? [],
    shapes,
    rules: horizontalRules(shapes),
    extent: main % 180 === 0 ? extent : { width: extent.height, height: extent.width },
    turned,
    aslant,
    hasPicture: drawing.shapes.some(({ kind }) => kind === 'picture'),
  }
}

/** Glyphs by the direction they are written in, in degrees; nearly upright ones are upright. */
function byAngle(glyphs: readonly Glyph[]): Map<number, Glyph[]> {
  const angles = new Map<number, Glyph[]>()
  for (const glyph of glyphs) {
    const degrees = (Math.atan2(glyph.dy, glyph.dx) * 180) / Math.PI
    const quarter = Math.round(degrees / 90) * 90
    const angle = Math.abs(degrees - quarter) < 8 ? quarter : Math.round(degrees / 5) * 5
    const key = (angle + 360) % 360
    const list = angles.get(key)
    if (list === undefined) angles.set(key, [glyph])
    else list.push(glyph)
  }
  return angles
}

function upright(glyphs: readonly Glyph[], angle: number, extent: Extent): readonly Glyph[] {
  if (angle === 0) return glyphs
  return glyphs.map((glyph) => {
    const [x, y] = turn(glyph.x, glyph.y, angle, extent)
    return { ...glyph, x, y, dx: 1, dy: 0, drawn: glyph }
  })
}

/** Turns the page back about its corner, so that what ran at `angle` runs to the right. */
function turn(
  x: number,
  y: number,
  angle: number,
  { width, height }: Extent,
): readonly [number, number] {
  if (angle === 0) return [x, y]
  if (angle === 90) return [y, width - x]
  if (angle === 180) return [width - x, height - y]
  if (angle === 270) return [height - y, x]
  const radians = (angle * Math.PI) / 180
  return [
    x * Math.cos(radians) + y * Math.sin(radians),
    y * Math.cos(radians) - x * Math.sin(radians),
  ]
}

function turnBox(shape: Shape, angle: number, extent: Extent): Shape {
  if (angle === 0 || angle % 90 !== 0) return shape
  const [x0, y0] = turn(shape.left, shape.top, angle, extent)
  const [x1, y1] = turn(shape.right, shape.bottom, angle, extent)
  return {
    ...shape,
    left: Math.min(x0, x1),
    right: Math.max(x0, x1),
    top: Math.min(y0, y1),
    bottom: Math.max(y0, y1),
  }
}
