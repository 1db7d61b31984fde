/** Bullets that a font of symbols draws for a letter: "b On 30 June …" where the page shows a square. */
import type { Font, Glyph } from './glyphs.ts'

const BULLET = '•'
const LETTER = /^[a-z]$/u
/** What an item of a list begins with. */
const BEGINS = /^[\p{Lu}“"«‘]$/u
/** In sizes of the font: how far off its text a bullet stands at most, and how far what stands before it. */
const FAR = 5
/** So much off the base line is another line. */
const ANOTHER_LINE = 0.4

/** The glyphs, those of a font that has no other on the page and only begins lines with it as bullets. */
export function withBullets(glyphs: readonly Glyph[]): readonly Glyph[] {
  const solid = glyphs.filter(({ text }) => text.trim() !== '')
  const fonts = Map.groupBy(solid, ({ font }) => font)
  const symbols = new Set<Font>()
  for (const [font, own] of fonts) {
    const [first] = own
    if (
      first !== undefined &&
      fonts.size > 1 &&
      LETTER.test(first.text) &&
      own.every((one) => one.text === first.text) &&
      own.every((one) => beginsLine(one, solid))
    )
      symbols.add(font)
  }
  if (symbols.size === 0) return glyphs
  return glyphs.map((glyph) =>
    symbols.has(glyph.font) && glyph.text.trim() !== '' ? { ...glyph, text: BULLET } : glyph,
  )
}

function beginsLine(bullet: Glyph, solid: readonly Glyph[]): boolean {
  const reach = bullet.size * FAR
  let next: Glyph | undefined
  for (const other of solid) {
    if (other === bullet || Math.abs(other.y - bullet.y) > bullet.size * ANOTHER_LINE) continue
    if (other.x < bullet.x) {
      if (bullet.x - (other.x + other.width) < bullet.size) return false
    } else if (other.x - bullet.x < reach && (next === undefined || other.x < next.x)) next = other
  }
  return next !== undefined && next.font !== bullet.font && BEGINS.test(next.text)
}
