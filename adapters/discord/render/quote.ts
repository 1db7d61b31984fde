/** A quote: its own words as a block quote, what the question hit in bold, numbered; the sources, each once. */
import { inert } from '../../../src/inert.ts'
import {
  numbersText,
  type Reference,
  type References,
  referencesOf,
} from '../../../src/references.ts'
import type { Excerpt, Quote } from '../../../src/reply.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { sourceUrl } from '../../shared/citation.ts'
import { bold, EMPTY, escape, fitting, italic, link, type Span, withBold } from '../markdown.ts'
import type { Piece } from './piece.ts'

/** With more hits than that, bold says nothing. */
const MOST_MARKS = 40
/** Of each part of what stands below quotes, escaped. */
const LONGEST_BELOW = 900
/** What a part of a quote may take, escaped: bold and the words around it come on top. */
const LONGEST_PART = 3600

interface Shape {
  /** Of the quote, told behind it. */
  readonly number?: number
  /** Stays with the beginning of the quote. */
  readonly head?: string
  readonly language?: Language | undefined
}

export function quotePieces(quote: Quote, { number, head = '', language }: Shape = {}): Piece[] {
  const { goesOn, wentOn } = wordingsIn(language).windows.shown
  const parts = partsOf(quote.text, quote.marks)
  const mark = number === undefined ? '' : ` \\[${number}\\]`
  return parts.map((part, at): Piece => ({
    text: [
      ...(at === 0 ? (head === '' ? [] : [head]) : [italic(wentOn)]),
      `> ${part}${at === parts.length - 1 ? mark : ''}`,
      ...(at < parts.length - 1 ? [italic(goesOn)] : []),
    ].join('\n'),
    card: true,
  }))
}

/** A quote with its source right below: where quotes have no numbers of their own. */
export function quoteWithSource(
  quote: Quote,
  { head = '', language }: Omit<Shape, 'number'> = {},
): Piece[] {
  const { sources } = referencesOf([{ number: 1, quote }], language)
  const below = sources.map((source): Piece => ({ text: sourceText(source, language), card: true }))
  return [...quotePieces(quote, { head, language }), ...below]
}

/** Each source once, with the numbers of its quotes. */
export const referencePieces = (
  { sources, legend }: References,
  also: string,
  language?: Language,
): Piece[] =>
  [
    ...sources.map((source) => {
      const others = source.also.length === 0 ? '' : ` · ${also} ${source.also.join(', ')}`
      const numbers = escape(numbersText(source.numbers), LONGEST_BELOW)
      return `${numbers} ${sourceText(source, language)}${italicOf(others)}`
    }),
    ...(legend === undefined ? [] : [italic(legend)]),
  ].map((text) => ({ text, card: true }))

const italicOf = (words: string): string =>
  words === '' ? '' : ` ${italic(escape(words, LONGEST_BELOW))}`

/** "**Title** · Publisher · 2022-05-11 · p. 3 · [open](<…>)" */
function sourceText(
  { citation, quote, numbers, title, rest }: Reference,
  language: Language | undefined,
): string {
  const { open, openThere } = wordingsIn(language).windows.buttons
  const url = sourceUrl(citation, numbers.length > 1 ? undefined : quote)
  return [
    bold(escape(title, LONGEST_BELOW)),
    ...(rest.length === 0 ? [] : [escape(rest.join(' · '), LONGEST_BELOW)]),
    ...(url === undefined ? [] : [link(url.includes('#') ? openThere : open, url)]),
  ].join(' · ')
}

/** A stretch of a document that stands around a quote. */
export const excerptPieces = ({ text }: Excerpt): Piece[] =>
  partsOf(text, []).map((part) => ({ text: `> ${part}`, card: true }))

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
