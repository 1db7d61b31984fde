/** Paragraphs and sentences as two numbers: where one begins, with what it is in the lowest bits, and its end. */
import type { Paragraph } from '../document.ts'
import { LANGUAGES } from '../languages/packs.ts'

/** Two bits of what it is; the others number its language, 0 where that is its document's. */
const BITS = 5
const KINDS = 2

export const marked = ({ start, list, row, language }: Paragraph): number =>
  start * 2 ** BITS +
  (language === undefined ? 0 : LANGUAGES.indexOf(language) + 1) * 2 ** KINDS +
  (row === true ? 2 : 0) +
  (list ? 1 : 0)

export function unmarked(mark: number, end: number): Paragraph {
  const language = LANGUAGES[((mark >>> KINDS) & (2 ** (BITS - KINDS) - 1)) - 1]
  return {
    start: mark >>> BITS,
    end,
    list: (mark & 1) === 1,
    ...(language !== undefined && { language }),
    ...((mark & 2) === 2 && { row: true }),
  }
}
