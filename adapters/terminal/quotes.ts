/** Quotes behind a bar, what the question hit in bold, numbered; the sources, each once, below them. */
import { inert } from '../../src/inert.ts'
import {
  citationText,
  numbersText,
  type Reference,
  type References,
  referenceText,
} from '../../src/references.ts'
import type { Excerpt, Quote } from '../../src/reply.ts'
import { shownAddress } from '../shared/citation.ts'
import type { Format, Look } from './look.ts'
import { paragraph } from './paragraph.ts'
import { wrap } from './wrap.ts'

const INDENT = '  '
const BAR = '│ '
/** Before what only stands beside a quote. */
const BESIDE = '┊ '

/** @param number of the quote, told behind it */
export function quoteLines(
  quote: Quote,
  look: Look,
  { number, formats = [] }: { number?: number; formats?: readonly Format[] } = {},
): string[] {
  const { text: words, at } = inert(quote.text)
  const text = number === undefined ? words : `${words} [${number}]`
  const marks = quote.marks.map(({ start, end }) => ({ start: at(start), end: at(end) }))
  const bar = look.style(['dim'], BAR)
  const lines = wrap(text, look.width - BAR.length).map(
    ({ start, end }) =>
      bar +
      runs(start, end, marks)
        .map((run) =>
          look.style(run.marked ? [...formats, 'bold'] : formats, text.slice(run.start, run.end)),
        )
        .join(''),
  )
  return [...lines, ...explanationLines(quote, look)]
}

/** A quote with its source right below: where quotes have no numbers of their own. */
export const quoteWithSource = (
  quote: Quote,
  look: Look,
  formats: readonly Format[] = [],
): string[] => [
  ...quoteLines(quote, look, { formats }),
  ...paragraph(citationText(quote.citation), look, ['dim'], INDENT),
]

/** What stands beside a quote, marked as no part of it. */
export const besideLines = (excerpt: Excerpt | undefined, look: Look): string[] =>
  excerpt === undefined
    ? []
    : paragraph(excerpt.text, { ...look, width: look.width - BESIDE.length }, ['dim']).map(
        (line) => look.style(['dim'], BESIDE) + line,
      )

export function referenceLines(
  { sources, legend }: References,
  look: Look,
  also: string,
): string[] {
  return [
    ...sources.flatMap((source) => sourceLines(source, look, also)),
    ...(legend === undefined ? [] : paragraph(legend, look, ['dim'])),
  ]
}

function sourceLines(source: Reference, look: Look, also: string): string[] {
  const url = shownAddress(source.citation)
  const line = `${numbersText(source.numbers)} ${referenceText(source)}`
  return [
    ...paragraph(line, look),
    ...(url === undefined ? [] : paragraph(url, look, ['dim'], INDENT)),
    ...(source.also.length === 0
      ? []
      : paragraph(`${also} ${source.also.join(', ')}`, look, ['dim'], INDENT)),
  ]
}

function explanationLines({ explanation }: Quote, look: Look): string[] {
  return (explanation ?? []).flatMap(({ feature, value, contribution }) =>
    paragraph(`${feature} ${value.toFixed(3)} → ${contribution.toFixed(3)}`, look, ['dim'], INDENT),
  )
}

interface Run {
  readonly start: number
  readonly end: number
  readonly marked: boolean
}

/** Cuts a line where marking begins and ends. Marks may overlap or lie outside it. */
function runs(start: number, end: number, marks: readonly { start: number; end: number }[]): Run[] {
  const cuts = new Set([start, end])
  for (const mark of marks)
    for (const cut of [mark.start, mark.end]) if (cut > start && cut < end) cuts.add(cut)
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? start
    const marked = marks.some((mark) => mark.start <= from && mark.end >= to)
    return { start: from, end: to, marked }
  })
}
