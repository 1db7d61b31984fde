/**
 * Makes foreign text harmless to display on one line: nothing in it moves a cursor, sets a colour,
 * hides or turns round its neighbours. Keeps the way back, so that marks still land on their words.
 */

export interface Inert {
  readonly text: string
  /** From an offset in the raw text to the offset in `text`. */
  readonly at: (offset: number) => number
}

/**
 * White space (line ends of hard-wrapped documents too) becomes one space, invisible characters go,
 * and a control character is shown as its picture: `ESC` as `␛`.
 */
export function inert(raw: string): Inert {
  const offsets: number[] = []
  let text = ''
  let gap = false
  for (const char of raw) {
    const shown = show(char)
    if (shown === ' ') gap = text !== ''
    else if (shown !== '' && gap) {
      text += ' '
      gap = false
    }
    for (let unit = 0; unit < char.length; unit++) offsets.push(text.length)
    if (shown !== ' ') text += shown
  }
  return { text, at: (offset) => offsets[offset] ?? text.length }
}

export const inertText = (raw: string): string => inert(raw).text

/** A stretch of a line: the white space at its ends parts it from its neighbours, and stays as one space. */
export function inertStretch(raw: string): string {
  const words = inertText(raw)
  if (words === '') return /\s/u.test(raw) ? ' ' : ''
  return `${/^\s/u.test(raw) ? ' ' : ''}${words}${/\s$/u.test(raw) ? ' ' : ''}`
}

/** Zero-width and bidirectional controls, soft hyphens, tags, annotation marks: all that is unseen. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb]/u
const SPACE = /[\s\u0085]/u
const CONTROL = /\p{Cc}/u
const HALF = /\p{Cs}/u

function show(char: string): string {
  if (UNSEEN.test(char)) return ''
  if (SPACE.test(char)) return ' '
  if (CONTROL.test(char)) return picture(char.charCodeAt(0))
  return HALF.test(char) ? '\ufffd' : char
}

/** Unicode has pictures of the ASCII controls; the later ones share the replacement character. */
function picture(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}

/** Controls and marks of direction that a terminal or an editor would obey, in what JSON writes plain. */
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** JSON of which nothing is obeyed on its way: the same values, escaped. */
export const inertJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
