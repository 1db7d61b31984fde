/** The quotes of a figures reply, each once, with the marks of all figures that stand in it. */
import type { Figures, FigureLine, Figure, Quote } from '../reply.ts'

export interface NumberedQuote {
  readonly source: number
  readonly quote: Quote
}

/** In the order of their numbers. */
export function sourcesOf(reply: Figures): NumberedQuote[] {
  const quotes = new Map<number, Quote>()
  for (const { source, quote } of figuresOf(reply)) {
    const known = quotes.get(source)
    const marks = [...(known?.marks ?? []), ...quote.marks]
    quotes.set(source, { ...(known ?? quote), marks: distinct(marks) })
  }
  return [...quotes]
    .map(([source, quote]) => ({ source, quote }))
    .sort((a, b) => a.source - b.source)
}

const linesOf = ({ groups }: Figures): FigureLine[] => groups.flatMap(({ lines }) => lines)

export const figuresOf = (reply: Figures): Figure[] =>
  linesOf(reply).flatMap(({ figures }) => figures)

const distinct = (marks: Quote['marks']): Quote['marks'] =>
  [...new Map(marks.map((mark) => [`${mark.start}-${mark.end}`, mark])).values()].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
