/** How wide a text is when drawn, near enough to break it into lines, without a browser. */

/** Widths in the size of the font, of the widest character of each class in DejaVu Sans Condensed. */
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’|!()[\]tfI ]/u, 0.36],
  [/[mwMW@%—&]/u, 0.9],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u,
    1,
  ],
  [/\p{Lu}/u, 0.7],
  [/\p{M}/u, 0],
]
const REST = 0.58

export function widthOf(text: string, size: number): number {
  let width = 0
  for (const char of text) width += CLASSES.find(([pattern]) => pattern.test(char))?.[1] ?? REST
  return width * size
}

/** Lines no wider than `width`, at most `most`; what does not fit ends in an ellipsis. */
export function breakLines(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((each) => pieces(each, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shorten(lines.slice(most - 1).join(' '), width, size)]
}

function shorten(text: string, width: number, size: number): string {
  const chars = Array.from(text)
  while (chars.length > 0 && widthOf(`${chars.join('')}…`, size) > width) chars.pop()
  return `${chars.join('').trimEnd()}…`
}

/** A word wider than a line is cut. */
function pieces(word: string, width: number, size: number): string[] {
  if (widthOf(word, size) <= width) return [word]
  const found: string[] = []
  let piece = ''
  for (const char of word) {
    if (piece !== '' && widthOf(piece + char, size) > width) {
      found.push(piece)
      piece = ''
    }
    piece += char
  }
  return piece === '' ? found : [...found, piece]
}
