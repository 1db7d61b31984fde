/** Which glyphs of a page a reader sees: none off the page, without ink, or drawn a second time. */
import type { Glyph, Shape } from './glyphs.ts'

export interface Extent {
  readonly width: number
  readonly height: number
}

export function visibleGlyphs(
  glyphs: readonly Glyph[],
  shapes: readonly Shape[],
  extent: Extent,
): Glyph[] {
  const onPage = glyphs.filter((glyph) => isOnPage(glyph, extent) && glyph.size >= 0.5)
  const inked = onPage.filter(({ inkless }) => !inkless)
  // Behind a scanned page stands what was recognised on it, without ink: then it is the text.
  const words = (list: readonly Glyph[]): number => list.filter(({ text }) => text !== ' ').length
  const scanned = words(inked) < words(onPage) * 0.2
  return withoutRepeats(withoutWhite(scanned ? onPage : inked, shapes))
}

function isOnPage({ x, y, dx, dy, width }: Glyph, extent: Extent): boolean {
  const middleX = x + (dx * width) / 2
  const middleY = y + (dy * width) / 2
  return middleX >= 0 && middleX <= extent.width && middleY >= 0 && middleY <= extent.height
}

/** White on nothing is for machines; on a coloured box or on a picture it is for readers. */
function withoutWhite(glyphs: readonly Glyph[], shapes: readonly Shape[]): readonly Glyph[] {
  if (!glyphs.some(({ color }) => isWhite(color))) return glyphs
  const grounds = shapes.filter(({ kind, color }) => kind !== 'stroke' && !isWhite(color))
  return glyphs.filter((glyph) => {
    if (!isWhite(glyph.color)) return true
    const x = glyph.x + (glyph.dx * glyph.width) / 2 + glyph.dy * glyph.size * 0.3
    const y = glyph.y + (glyph.dy * glyph.width) / 2 - glyph.dx * glyph.size * 0.3
    return grounds.some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    )
  })
}

const isWhite = (color: string): boolean => /^#f[c-f]f[c-f]f[c-f]$/iu.test(color)

/** Drawn again a hair's breadth away, a letter looks bold. */
const HAIR = 0.13

function withoutRepeats(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>()
  return glyphs.filter((glyph) => {
    if (glyph.text === ' ') return true
    const cell = Math.max(1, glyph.size / 2)
    const [column, row] = [Math.round(glyph.x / cell), Math.round(glyph.y / cell)]
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const other of seen.get(`${glyph.text} ${column + dx} ${row + dy}`) ?? [])
          if (isRepeat(glyph, other)) return false
    const key = `${glyph.text} ${column} ${row}`
    const cellGlyphs = seen.get(key)
    if (cellGlyphs === undefined) seen.set(key, [glyph])
    else if (cellGlyphs.length < 8) cellGlyphs.push(glyph)
    return true
  })
}

const isRepeat = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.x - b.x) <= a.size * HAIR &&
  Math.abs(a.y - b.y) <= a.size * HAIR &&
  Math.abs(a.size - b.size) <= a.size * 0.05
