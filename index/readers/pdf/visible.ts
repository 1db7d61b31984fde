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
  const seen = new Map<string, Map<number, Glyph[]>>()
  return glyphs.filter((glyph) => {
    if (glyph.text === ' ') return true
    const cell = Math.max(1, Math.round(glyph.size) / 2)
    const reach = glyph.size * HAIR
    const known = seen.get(glyph.text) ?? new Map<number, Glyph[]>()
    seen.set(glyph.text, known)
    const [left, right] = [glyph.x - reach, glyph.x + reach].map((x) => Math.floor(x / cell))
    const [top, bottom] = [glyph.y - reach, glyph.y + reach].map((y) => Math.floor(y / cell))
    for (let column = left ?? 0; column <= (right ?? 0); column++)
      for (let row = top ?? 0; row <= (bottom ?? 0); row++)
        for (const other of known.get(column * WIDEST + row) ?? [])
          if (isRepeat(glyph, other)) return false
    const key = Math.floor(glyph.x / cell) * WIDEST + Math.floor(glyph.y / cell)
    const near = known.get(key)
    if (near === undefined) known.set(key, [glyph])
    else if (near.length < 8) near.push(glyph)
    return true
  })
}

/** More than a page has rows of cells. */
const WIDEST = 1 << 20

const isRepeat = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.x - b.x) <= a.size * HAIR &&
  Math.abs(a.y - b.y) <= a.size * HAIR &&
  Math.abs(a.size - b.size) <= a.size * 0.05
