/** Stretches of a page's text → where they stand on the page, as far as that can be told. */
import type { Span } from '../span.ts'
import type { Fragment } from '../readers/pdf/fragments.ts'
import type { Glyph } from '../readers/pdf/glyphs.ts'
import type { Layout } from '../readers/pdf/layout.ts'
import { around, type Box } from '../readers/pdf/matrix.ts'
import { Located, solid } from './locate.ts'

/** A stretch of the page's text within one line, in points from the page's upper left corner. */
interface Mark extends Box, Span {}

export interface Marks {
  readonly marks: Mark[]
  /** Whether all of the stretches is marked. */
  readonly whole: boolean
}

interface Line extends Span {
  readonly text: string
}

/** @param layout with its letters kept */
export function marksOn(layout: Layout, pageText: string, spans: readonly Span[]): Marks {
  const located = new Located([...layout.fragments, ...layout.turned.flat()])
  const lines = linesOf(pageText)
  const marks: Mark[] = []
  let whole = true
  let last: Fragment | undefined
  for (const [at, line] of lines.entries()) {
    const parts = spans.flatMap((span) => within(line, span))
    if (parts.length === 0) continue
    const near = last ?? anchorOf(lines, at, located)
    const fragments = located.of(line.text, near)
    last = fragments.at(-1) ?? last
    for (const part of parts) {
      const found = partMarks(line, part, fragments)
      marks.push(...found)
      whole &&= isWhole(pageText, found, line, part)
    }
  }
  return { marks, whole }
}

function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const one = { text: line, start, end: start + line.length }
    start = one.end + 1
    return one
  })
}

/** What a line has of a stretch, as offsets in the line. */
function within({ text, start, end }: Line, span: Span): Span[] {
  const [from, to] = [Math.max(span.start, start) - start, Math.min(span.end, end) - start]
  return from < to && text.slice(from, to).trim() !== '' ? [{ start: from, end: to }] : []
}

const isWhole = (text: string, marks: readonly Mark[], line: Line, part: Span): boolean =>
  solid(marks.map(({ start, end }) => text.slice(start, end)).join('')) ===
  solid(line.text.slice(part.start, part.end))

/** The nearest line before, or else after, that stands on the page just once. */
function anchorOf(lines: readonly Line[], at: number, located: Located): Fragment | undefined {
  const order = [...lines.slice(0, at).reverse(), ...lines.slice(at + 1)]
  for (const { text } of order) {
    const only = text === '' ? undefined : located.only(text)
    if (only !== undefined) return only
  }
  return undefined
}

/** A mark for each fragment that the stretch reaches into. */
function partMarks(line: Line, part: Span, fragments: readonly Fragment[]): Mark[] {
  const places = placesOf(line.text)
  let from = 0
  return fragments.flatMap((fragment): Mark[] => {
    const own = places.slice(from, (from += solid(fragment.text).length))
    const wanted = own.flatMap((place, at) => (place >= part.start && place < part.end ? [at] : []))
    const [first] = wanted
    const last = wanted.at(-1)
    if (first === undefined || last === undefined) return []
    const glyphs = lettersAt(fragment, wanted, wanted.length === own.length)
    if (glyphs.length === 0) return []
    const [start = 0, end = 0] = [own[first], own[last]]
    return [
      {
        ...around(glyphs.map(boxOf)),
        start: line.start + start,
        end: line.start + end + 1,
      },
    ]
  })
}

/** Where each character that parts no words stands in a line. */
const placesOf = (line: string): number[] =>
  [...line.matchAll(/\S/gu)].flatMap(({ index, 0: { length } }) =>
    Array.from({ length }, (_, at) => index + at),
  )

/** The glyphs of some characters of a fragment; none where they cannot be told. */
function lettersAt(
  { text, letters = [] }: Fragment,
  wanted: readonly number[],
  all: boolean,
): readonly Glyph[] {
  if (all) return letters
  const byCharacter = letters.flatMap((letter) =>
    Array.from({ length: solid(letter.text).length }, () => letter),
  )
  // Lines from right to left were put in the order they are read.
  if (letters.map((letter) => solid(letter.text)).join('') !== solid(text)) return []
  return wanted.flatMap((at) => byCharacter[at] ?? [])
}

/** Above and below the base line, in sizes of the font. */
const ASCENT = 0.8
const DESCENT = 0.22

function boxOf(letter: Glyph): Box {
  const { x, y, dx, dy, width, size } = letter.drawn ?? letter
  const corners = [ASCENT, -DESCENT].flatMap((height) =>
    [0, width].map((along) => ({
      x: x + dx * along + dy * size * height,
      y: y + dy * along - dx * size * height,
    })),
  )
  const [xs, ys] = [corners.map((one) => one.x), corners.map((one) => one.y)]
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  }
}
