/** A quote: its own words as a block quote, what the question hit in bold, and below it where it stands. */
import { inert } from '../../../src/inert.ts'
import type { Citation, Excerpt, Quote } from '../../../src/reply.ts'
import { LIMITS } from '../limits.ts'
import { EMPTY, fitting, italic, type Span, withBold } from '../markdown.ts'
import { citationLine } from './citation.ts'
import type { Piece } from './piece.ts'

/** Wording that is everywhere does not fill the screen. */
const MOST_ALSO = 3
/** With more hits than that, bold says nothing. */
const MOST_MARKS = 40
/** Of what stands below a quote. */
const LONGEST_BELOW = 3000
/** What a part of a quote may take, escaped: bold and the words around it come on top. */
const LONGEST_PART = 3600

const GOES_ON = italic('The quote goes on …')
const WENT_ON = italic('… the quote goes on:')

/** @param head stays with the beginning of the quote */
export function quotePieces(quote: Quote, head = ''): Piece[] {
  const below = [citationLine(quote.citation, quote), ...alsoLines(quote)].join('\n')
  const above = head === '' ? '' : `${head}\n`
  const parts = partsOf(quote.text, quote.marks)
  const [only = ''] = parts
  const all = `${above}> ${only}\n${below}`
  if (parts.length === 1 && all.length <= LIMITS.embedDescription)
    return [{ text: all, card: true }]
  return [
    ...parts.map((part, at): Piece => ({
      text: [
        ...(at === 0 ? (head === '' ? [] : [head]) : [WENT_ON]),
        `> ${part}`,
        ...(at < parts.length - 1 ? [GOES_ON] : []),
      ].join('\n'),
      card: true,
    })),
    { text: below, card: true },
  ]
}

/** A stretch of a document that stands around a quote. */
export const excerptPieces = ({ text }: Excerpt): Piece[] =>
  partsOf(text, []).map((part) => ({ text: `> ${part}`, card: true }))

function alsoLines({ also }: Quote): string[] {
  const lines: string[] = []
  let length = 0
  for (const citation of also.slice(0, MOST_ALSO)) {
    const line = alsoLine(citation)
    length += line.length
    if (length > LONGEST_BELOW / 2) break
    lines.push(line)
  }
  const rest = also.length - lines.length
  if (rest > 0) {
    const documents = rest === 1 ? 'document' : 'documents'
    lines.push(
      italic(
        lines.length > 0 ? `and in ${rest} more ${documents}` : `also in ${rest} ${documents}`,
      ),
    )
  }
  return lines
}

const alsoLine = (citation: Citation): string => `${italic('also in')} ${citationLine(citation)}`

/** The whole quote where it fits an embed, else cut between sentences or words. */
function partsOf(raw: string, marks: Quote['marks']): string[] {
  const { text, at } = inert(raw)
  if (text === '') return [EMPTY]
  const placed = marks.map(({ start, end }) => ({ start: at(start), end: at(end) }))
  const shown = placed.length > MOST_MARKS ? [] : placed
  return cutsOf(text).map((stretch) => withBold(text, stretch, shown))
}

function cutsOf(text: string): Span[] {
  const cuts: Span[] = []
  for (let start = 0; start < text.length;) {
    const rest = text.slice(start, start + fitting(text.slice(start), LONGEST_PART))
    const length = start + rest.length >= text.length ? rest.length : cutIn(rest)
    cuts.push({ start, end: start + length })
    start += length
  }
  return cuts
}

/** Behind the last sentence, else the last space, else anywhere but within a character. */
function cutIn(rest: string): number {
  const half = rest.length / 2
  const sentence = /^[\s\S]*[.!?…]["”’»)]* /u.exec(rest)?.[0].length ?? 0
  if (sentence > half) return sentence
  const space = rest.lastIndexOf(' ') + 1
  return space > half ? space : rest.length
}
