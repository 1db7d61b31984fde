/** A quote: its own words as rich text, what the question hit in bold, and below it where it stands. */
import type { RichTextSection } from '@slack/types'
import { type Inert, inert } from '../../../src/inert.ts'
import type { Citation, Excerpt, Quote } from '../../../src/reply.ts'
import { line, quoted, rich, shown, type Style, text, whole } from '../blocks.ts'
import { LIMITS, sizeOf } from '../limits.ts'
import { citationElements, citationText } from './citation.ts'
import type { Piece } from './piece.ts'

/** Wording that is everywhere does not fill the screen. */
const MOST_ALSO = 3
/** Whatever it is made of, a part of so many characters fits a message. */
const LONGEST_PART = 4000

export function quotePieces(quote: Quote, styles: readonly Style[] = []): Piece[] {
  const words = inert(quote.text)
  const below = [line(...citationElements(quote.citation, quote)), ...alsoLines(quote.also)]
  const heard = [`“${words.text}”`, citationText(quote.citation)]
  const parts = partsOf(words, quote.marks, styles)
  const blocks = parts.map((elements, at) =>
    rich(
      ...(at > 0 ? [line(text('… the quote goes on:', 'italic'))] : []),
      quoted(elements),
      ...(at < parts.length - 1 ? [line(text('The quote goes on …', 'italic'))] : []),
    ),
  )
  const [only] = blocks
  const one = rich(...(only?.elements ?? []), ...below)
  if (blocks.length === 1 && sizeOf([one]) <= LIMITS.blocksTogether)
    return [{ blocks: [one], text: heard }]
  if (blocks.length === 1) return [{ blocks: [...blocks, rich(...below)], text: heard }]
  return [...blocks, rich(...below)].map((block, at) => ({
    blocks: [block],
    text: at === 0 ? heard : ['The quote goes on.'],
  }))
}

/** A stretch of a document that stands around a quote. */
export function excerptPieces({ text: raw }: Excerpt): Piece[] {
  const words = inert(raw)
  return partsOf(words, [], ['italic']).map((elements) => ({
    blocks: [rich(quoted(elements))],
    text: [`“${words.text}”`],
  }))
}

function alsoLines(also: readonly Citation[]): RichTextSection[] {
  const rest = also.length - MOST_ALSO
  return [
    ...also
      .slice(0, MOST_ALSO)
      .map((citation) => line(text('also in ', 'italic'), ...citationElements(citation))),
    ...(rest > 0
      ? [line(text(`and in ${rest} more ${rest === 1 ? 'document' : 'documents'}`, 'italic'))]
      : []),
  ]
}

type Marks = Quote['marks']
type Elements = Parameters<typeof quoted>[0]

/** The whole quote where it fits a message, else cut between sentences or words. */
function partsOf({ text: words, at }: Inert, marks: Marks, styles: readonly Style[]): Elements[] {
  const placed = marks.map(({ start, end }) => ({ start: at(start), end: at(end) }))
  if (words === '') return [[text('')]]
  const all = elementsOf(words, 0, words.length, placed, styles)
  if (sizeOf([rich(quoted(all))]) <= LIMITS.blocksTogether) return [all]
  return cutsOf(words).map(({ start, end }) => elementsOf(words, start, end, placed, styles))
}

function cutsOf(words: string): { start: number; end: number }[] {
  const cuts: { start: number; end: number }[] = []
  for (let start = 0; start < words.length;) {
    const rest = words.slice(start, start + LONGEST_PART)
    const length = start + rest.length >= words.length ? rest.length : cutIn(rest)
    cuts.push({ start, end: start + length })
    start += length
  }
  return cuts
}

/** Behind the last sentence, else the last space, else anywhere but within a character. */
function cutIn(rest: string): number {
  const sentence = /^[\s\S]*[.!?…]["”’»)]* /u.exec(rest)?.[0].length ?? 0
  if (sentence > LONGEST_PART / 2) return sentence
  const space = rest.lastIndexOf(' ') + 1
  return space > LONGEST_PART / 2 ? space : whole(rest).length
}

/** Text elements that, one after the other, are the stretch: bold where marked. */
function elementsOf(
  words: string,
  start: number,
  end: number,
  marks: Marks,
  styles: readonly Style[],
): Elements {
  const places = [start, ...cutsAt(start, end, marks), end]
  const runs = places.slice(1).map((to, at) => ({ from: places[at] ?? start, to }))
  const marked = runs.length <= LIMITS.richTextElements
  return (marked ? runs : [{ from: start, to: end }]).flatMap(({ from, to }) => {
    const bold = marked && marks.some((mark) => mark.start <= from && mark.end >= to)
    const own: Style[] = bold ? [...styles, 'bold'] : [...styles]
    return chunks(words.slice(from, to)).map((chunk) => shown(chunk, ...own))
  })
}

/** Where bold begins and ends. Marks may overlap or lie outside. */
function cutsAt(start: number, end: number, marks: Marks): number[] {
  const cuts = marks.flatMap((mark) => [mark.start, mark.end])
  return [...new Set(cuts)].filter((cut) => cut > start && cut < end).sort((a, b) => a - b)
}

function chunks(words: string): string[] {
  const found: string[] = []
  for (let from = 0; from < words.length; from += found.at(-1)?.length ?? words.length)
    found.push(whole(words.slice(from, from + LIMITS.richText)))
  return found
}
