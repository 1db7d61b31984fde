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
  const seen = new Cells(glyphs.length)
  return glyphs.filter((glyph, at) => {
    if (glyph.text === ' ') return true
    const cell = Math.max(1, Math.round(glyph.size) / 2)
    const reach = glyph.size * HAIR
    const [left, right] = [
      Math.floor((glyph.x - reach) / cell),
      Math.floor((glyph.x + reach) / cell),
    ]
    const [top, bottom] = [
      Math.floor((glyph.y - reach) / cell),
      Math.floor((glyph.y + reach) / cell),
    ]
    for (let column = left; column <= right; column++)
      for (let row = top; row <= bottom; row++)
        for (let other = seen.first(glyph, column, row); other >= 0; other = seen.after(other)) {
          const drawn = glyphs[other]
          if (drawn !== undefined && isRepeat(glyph, drawn)) return false
        }
    seen.add(glyph, at, Math.floor(glyph.x / cell), Math.floor(glyph.y / cell))
    return true
  })
}

/** Which glyphs lie in a cell of the page, as chains of their numbers: a yearbook has millions. */
class Cells {
  static readonly #SIZE = 1 << 14
  /** What a cell holds at most, and what else falls on its place. */
  static readonly #MOST = 24
  readonly #heads = new Int32Array(Cells.#SIZE).fill(-1)
  readonly #counts = new Uint8Array(Cells.#SIZE)
  readonly #next: Int32Array

  constructor(glyphs: number) {
    this.#next = new Int32Array(glyphs)
  }

  /** Below 0 where there is none. */
  first(glyph: Glyph, column: number, row: number): number {
    return this.#heads[this.#placeOf(glyph, column, row)] ?? -1
  }

  after(at: number): number {
    return this.#next[at] ?? -1
  }

  add(glyph: Glyph, at: number, column: number, row: number): void {
    const place = this.#placeOf(glyph, column, row)
    const count = this.#counts[place] ?? 0
    if (count >= Cells.#MOST) return
    this.#counts[place] = count + 1
    this.#next[at] = this.#heads[place] ?? -1
    this.#heads[place] = at
  }

  #placeOf({ text }: Glyph, column: number, row: number): number {
    const letter = text.charCodeAt(0)
    const mixed = Math.imul(letter, 73) ^ Math.imul(column, 1009) ^ Math.imul(row, 9176)
    return (mixed ^ (mixed >>> 14)) & (Cells.#SIZE - 1)
  }
}

const isRepeat = (a: Glyph, b: Glyph): boolean =>
  a.text === b.text &&
  Math.abs(a.x - b.x) <= a.size * HAIR &&
  Math.abs(a.y - b.y) <= a.size * HAIR &&
  Math.abs(a.size - b.size) <= a.size * 0.05
