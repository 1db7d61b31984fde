/** The first lines of a text as they stand there: whose it is, its title, its date. */
import { endsSentence } from '../clean/lines.ts'

const MOST_LINES = 12
const LONGEST_LINE = 150
/** A sentence of so many characters ends them. */
const LONGEST_SENTENCE = 60

export function letterheadOf(text: string): string[] {
  const lines: string[] = []
  for (const raw of text.slice(0, MOST_LINES * LONGEST_LINE).split(/[\t\n\f\r]+/u)) {
    const line = raw.replace(/\s+/gu, ' ').replace(/^#+ /u, '').trim()
    const isText =
      line.length > LONGEST_LINE || (line.length > LONGEST_SENTENCE && endsSentence(line))
    if (isText || lines.length === MOST_LINES) break
    if (line !== '') lines.push(line)
  }
  return lines
}
