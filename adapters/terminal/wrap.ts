/** Breaks a line into lines of a width, as spans, so that marks keep their places. */

export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Lines of at most `width` columns. Breaks at spaces; a word wider than a line is cut, so that
 * nothing leaves the frame it is shown in.
 * @param text words parted by single spaces
 */
export function wrap(text: string, width: number): Span[] {
  const lines: Span[] = []
  let line: { start: number; end: number; columns: number } | undefined
  for (const piece of pieces(text, width)) {
    const gap = line !== undefined && piece.start > line.end ? 1 : 0
    if (line !== undefined && line.columns + gap + piece.columns <= width) {
      line.end = piece.end
      line.columns += gap + piece.columns
    } else {
      if (line !== undefined) lines.push({ start: line.start, end: line.end })
      line = { ...piece }
    }
  }
  if (line !== undefined) lines.push({ start: line.start, end: line.end })
  return lines
}

interface Piece extends Span {
  readonly columns: number
}

function* pieces(text: string, width: number): Generator<Piece> {
  for (const match of text.matchAll(/[^ ]+/g)) {
    let start = match.index
    let end = start
    let columns = 0
    for (const char of match[0]) {
      const wide = columnsOf(char)
      if (columns > 0 && columns + wide > width) {
        yield { start, end, columns }
        start = end
        columns = 0
      }
      end += char.length
      columns += wide
    }
    yield { start, end, columns }
  }
}

const COMBINING = /\p{M}/u
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u

/** Columns a text takes on most terminals. */
export function columnsIn(text: string): number {
  let columns = 0
  for (const char of text) columns += columnsOf(char)
  return columns
}

/** Columns a character takes. */
function columnsOf(char: string): number {
  if (COMBINING.test(char)) return 0
  return WIDE.test(char) ? 2 : 1
}
