/** A quote: its own words as rich text, what the question hit in bold, numbered; the sources, each once. */
import { type Inert, inert } from '../../../src/inert.ts'
import {
  numbersText,
  type Reference,
  type References,
  referencesOf,
  referenceText,
} from '../../../src/references.ts'
import type { Excerpt, Quote } from '../../../src/reply.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { type Inline, line, link, quoted, rich, shown, type Style, text } from '../blocks.ts'
import { whole } from '../../../src/clip.ts'
import { LIMITS, sizeOf } from '../limits.ts'
import { linkOf } from './citation.ts'
import { type Piece, said, together } from './piece.ts'

/** Whatever it is made of, a part of so many characters fits a message. */
const LONGEST_PART = 4000

interface Shape {
  /** Of the quote, told behind it. */
  readonly number?: number
  readonly styles?: readonly Style[]
  readonly language?: Language | undefined
}

export function quotePieces(quote: Quote, { number, styles = [], language }: Shape = {}): Piece[] {
  const { goesOn, wentOn } = wordingsIn(language).windows.shown
  const words = inert(quote.text)
  const mark = number === undefined ? '' : ` [${number}]`
  const parts = partsOf(words, quote.marks, styles)
  return parts.map((elements, at) => ({
    blocks: [
      rich(
        ...(at > 0 ? [line(text(wentOn, 'italic'))] : []),
        quoted(at === parts.length - 1 && mark !== '' ? [...elements, shown(mark)] : elements),
        ...(at < parts.length - 1 ? [line(text(goesOn, 'italic'))] : []),
      ),
    ],
    text: [at === 0 ? `“${words.text}”${mark}` : goesOn],
  }))
}

/** A quote with its source right below: where quotes have no numbers of their own. */
export function quoteWithSource(
  quote: Quote,
  { styles = [], language }: Omit<Shape, 'number'> = {},
): Piece[] {
  const { sources } = referencesOf([{ number: 1, quote }], language)
  const below = sources.map((source): Piece => ({
    blocks: [rich(line(...sourceElements(source)))],
    text: [referenceText(source)],
  }))
  const pieces = quotePieces(quote, { styles, language })
  const last = pieces.at(-1)
  return last === undefined ? below : [...pieces.slice(0, -1), together(last, ...below)]
}

/** So many sources to a block. */
const SOURCES = 8

/** Each source once, with the numbers of its quotes. */
export function referencePieces({ sources, legend }: References, also: string): Piece[] {
  const lines = sources.map((source) => ({
    line: line(
      text(`${numbersText(source.numbers)} `),
      ...sourceElements(source),
      ...(source.also.length === 0 ? [] : [text(` · ${also} ${source.also.join(', ')}`, 'italic')]),
    ),
    heard: `${numbersText(source.numbers)} ${referenceText(source)}`,
  }))
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; at += SOURCES) {
    const some = lines.slice(at, at + SOURCES)
    pieces.push({
      blocks: [rich(...some.map((one) => one.line))],
      text: some.map(({ heard }) => heard),
    })
  }
  return [...pieces, ...(legend === undefined ? [] : [said(legend, 'italic')])]
}

/** The title leads to the source, at the words of its only quote. */
function sourceElements({ citation, quote, numbers, title, rest }: Reference): Inline[] {
  const url = linkOf(citation, numbers.length > 1 ? undefined : quote)
  const head = url === undefined ? text(title) : link(title, url)
  return [head, ...(rest.length > 0 ? [text(` · ${rest.join(' · ')}`)] : [])]
}

/** A stretch of a document that stands around a quote. */
export function excerptPieces({ text: raw }: Excerpt): Piece[] {
  const words = inert(raw)
  return partsOf(words, [], ['italic']).map((elements) => ({
    blocks: [rich(quoted(elements))],
    text: [`“${words.text}”`],
  }))
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
