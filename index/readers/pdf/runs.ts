/** Glyphs → runs: stretches of one style on one base line. */
import type { Glyph } from './glyphs.ts'
import type { Box } from './matrix.ts'

/** Glyphs of one style and base line, close to one another. */
export interface Run extends Box {
  readonly text: string
  readonly base: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly color: string
  readonly artifact: boolean
  readonly spaceBefore: boolean
  readonly spaceAfter: boolean
  /** Its glyphs but for spaces, in the order of `text`; only where they are kept. */
  readonly letters?: readonly Glyph[]
}

/** Above and below the base line, in sizes of the font. */
const ASCENT = 0.74
const DESCENT = 0.2
/** A gap this wide parts words, one that wide parts fragments; in sizes of the font. */
export const WORD_GAP = 0.17
export const FRAGMENT_GAP = 0.85

/**
 * Whether a line is drawn down between two places at a height: what stands on its sides are cells apart.
 * A line that only shows in how others are cut parts nothing closer than words of a `size` stand.
 */
export type IsWalled = (left: number, right: number, y: number, size: number) => boolean

/** @param keep whether runs keep their letters: much memory, for whoever marks something on the page */
export function toRuns(glyphs: readonly Glyph[], isWalled: IsWalled, keep = false): Run[] {
  const runs: Run[] = []
  let open: Glyph[] = []
  let spaced = false
  const close = (): void => {
    if (open.some(({ text }) => text !== ' ')) runs.push(toRun(open, spaced, keep))
    spaced = open.at(-1)?.text === ' '
    open = []
  }
  for (const glyph of glyphs) {
    const last = open.at(-1)
    const walled = last !== undefined && glyph.text !== ' ' && isApart(open, glyph, isWalled)
    if (last !== undefined && (walled || !follows(last, glyph))) {
      close()
      if (Math.abs(last.y - glyph.y) > last.size * 0.5) spaced = false
    }
    open.push(glyph)
  }
  close()
  return runs
}

/** Whether a line is drawn between a glyph and the word before it. */
function isApart(open: readonly Glyph[], glyph: Glyph, isWalled: IsWalled): boolean {
  const last = open.findLast(({ text }) => text !== ' ')
  if (last === undefined) return false
  const right = last.x + last.width
  return (
    glyph.x - right > glyph.size * 0.1 &&
    isWalled(right - 0.5, glyph.x + 0.5, glyph.y - glyph.size * 0.3, glyph.size)
  )
}

function follows(last: Glyph, glyph: Glyph): boolean {
  const gap = glyph.x - (last.x + last.width)
  return (
    Math.abs(glyph.y - last.y) < last.size * 0.05 &&
    Math.abs(glyph.size - last.size) < last.size * 0.05 &&
    glyph.font.bold === last.font.bold &&
    glyph.font.italic === last.font.italic &&
    glyph.color === last.color &&
    gap > -last.size * 0.4 &&
    gap < last.size * FRAGMENT_GAP
  )
}

function toRun(glyphs: readonly Glyph[], spaced: boolean, keep: boolean): Run {
  const solid = glyphs.filter(({ text }) => text.trim() !== '')
  const [first] = solid
  const last = solid.at(-1)
  const { y = 0, size = 0, font, color = '', artifact = false } = first ?? {}
  const left = first?.x ?? 0
  const right = (last?.x ?? 0) + (last?.width ?? 0)
  return {
    text: wordsOf(glyphs, size),
    left,
    right,
    top: y - size * ASCENT,
    bottom: y + size * DESCENT,
    base: y,
    size,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    color,
    artifact,
    spaceBefore: spaced || glyphs[0]?.text === ' ',
    spaceAfter: glyphs.at(-1)?.text === ' ',
    ...(keep && { letters: solid }),
  }
}

/** Words parted by their spaces or, where there are none, by gaps wider than those between the letters. */
function wordsOf(glyphs: readonly Glyph[], size: number): string {
  const gaps: number[] = []
  let before: Glyph | undefined
  for (const glyph of glyphs) {
    // Leaders of dots have gaps of their own.
    const letter = LETTER.test(glyph.text) ? glyph : undefined
    if (before !== undefined && letter !== undefined) gaps.push(letter.x - before.x - before.width)
    before = letter
  }
  const usual = gaps.length < 4 ? 0 : (gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0)
  const wide = Math.max(0, usual) + size * WORD_GAP
  let text = ''
  let end: number | undefined
  for (const glyph of glyphs) {
    if (end !== undefined && glyph.x - end > wide && !text.endsWith(' ') && glyph.text !== ' ')
      text += ' '
    if (glyph.text !== ' ' || !text.endsWith(' ')) text += glyph.text
    end = glyph.x + glyph.width
  }
  return text.trim()
}

const LETTER = /[\p{L}\p{N}]/u
