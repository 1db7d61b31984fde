/** Paragraphs and sentences as two numbers: where one begins, with what it is in the two lowest bits, and its end. */
import type { Paragraph } from '../document.ts'

export const marked = ({ start, list, row }: Paragraph): number =>
  start * 4 + (row === true ? 2 : 0) + (list ? 1 : 0)

export const unmarked = (start: number, end: number): Paragraph => ({
  start: start >>> 2,
  end,
  list: (start & 1) === 1,
  ...((start & 2) === 2 && { row: true }),
})
