/** Figures in a code block that a phone shows whole; disagreement marked, the quotes below. */
import { standingsAt } from '../../../src/figures/standing.ts'
import { referencesOf } from '../../../src/references.ts'
import { sourcesOf } from '../../../src/figures/sources.ts'
import { whoSays } from '../../../src/figures/who.ts'
import type { FigureGroup, FigureLine, Figures } from '../../../src/reply.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import type { Wordings } from '../../../src/wordings/wordings.ts'
import { clip } from '../../shared/clip.ts'
import { countedOf, numberOf, SIGNS, whenOf } from '../../shared/figure-cells.ts'
import { wrap } from '../../terminal/wrap.ts'
import { codeBlock, inCode } from '../markdown.ts'
import { type Piece, said } from './piece.ts'
import { quotePieces, referencePieces } from './quote.ts'

/** Columns that a phone shows of a code block without scrolling. */
const WIDTH = 38
const INDENT = 4
/** A cell is to be taken in at a glance; its quote stands below in full. */
const LONGEST_CELL = 150
/** Of a code block, so that it fits a message beside a line or two. */
const LONGEST_BLOCK = 1700

export function figuresPieces(reply: Figures): Piece[] {
  const quotes = sourcesOf(reply).map(({ source, quote }) => ({ number: source, quote }))
  const { figures: words, references } = wordingsIn(reply.language)
  const entries = reply.groups.flatMap((group, at) => entriesOf(group, at, words))
  return [
    ...reply.notes.map((note) => said(note, 'italic')),
    ...blocksOf(entries).map((lines) => ({ text: codeBlock(lines) })),
    ...quotes.flatMap(({ number, quote }) =>
      quotePieces(quote, { number, language: reply.language }),
    ),
    ...referencePieces(referencesOf(quotes, reply.language), references.also, reply.language),
  ]
}

/** A figure, or what a group is called: lines that stay together. */
type Entry = readonly string[]

/** As many entries to a block as it takes. */
function blocksOf(entries: readonly Entry[]): string[][] {
  const blocks: string[][] = []
  let length = 0
  for (const entry of entries) {
    const own = entry.join('\n').length + 1
    const last = blocks.at(-1)
    if (last !== undefined && length + own <= LONGEST_BLOCK) {
      last.push(...entry)
      length += own
    } else {
      blocks.push([...entry])
      length = own
    }
  }
  return blocks
}

function entriesOf(group: FigureGroup, at: number, words: Wordings['figures']): Entry[] {
  const { label, related, lines } = group
  const head = [...(at === 0 ? [] : ['']), ...wrapped(related ? words.related(label) : label, 0)]
  const [first = [], ...rest] = lines.flatMap((line) => figureEntries(line, group, words))
  // A heading stays with the first of what it heads.
  return [[...head, ...first], ...rest]
}

function figureEntries(line: FigureLine, group: FigureGroup, words: Wordings['figures']): Entry[] {
  const others = standingsAt(group, line, words).flatMap(({ kind, text }) =>
    wrapped(`${SIGNS[kind]} ${text}`, INDENT),
  )
  return line.figures.map((figure, at) => {
    const number = at === 0 ? numberOf(line) : ''
    const [wording = '', ...more] = wrapped(figure.wording, INDENT)
    const source = [
      clip(whoSays(figure, words), LONGEST_CELL),
      clip(whenOf(figure, words), LONGEST_CELL / 2),
    ]
    const details = [countedOf(figure), `${source.join(' · ')} [${figure.source}]`]
    return [
      // Where the number is too wide for its column, the figure begins behind it.
      `${number.padEnd(INDENT - 1)} ${wording.trimStart()}`,
      ...more,
      ...details.filter((cell) => cell !== '').flatMap((cell) => wrapped(cell, INDENT)),
      ...(at === line.figures.length - 1 ? others : []),
    ]
  })
}

/** Lines of foreign text within a width, set back. */
function wrapped(raw: string, indent: number): string[] {
  const words = clip(raw, 2 * LONGEST_CELL) || '–'
  return wrap(words, WIDTH - indent).map(
    ({ start, end }) => ' '.repeat(indent) + inCode(words.slice(start, end)),
  )
}
