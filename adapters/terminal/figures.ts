/** Figures in a table: disagreement marked, each line with the numbers of its quotes, those below. */
import type { FigureGroup, FigureLine, Figures } from '../../src/reply.ts'
import { type Standing, standingsAt } from '../../src/figures/standing.ts'
import { whoSays } from '../../src/figures/who.ts'
import { sourcesOf } from '../../src/figures/sources.ts'
import { referencesOf } from '../../src/references.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'
import { countedOf, numberOf, SIGNS, whenOf } from '../shared/figure-cells.ts'
import type { Format, Look } from './look.ts'
import { paragraph } from './paragraph.ts'
import { quoteLines, referenceLines } from './quotes.ts'
import { type Cell, row, widthsOf } from './table.ts'

/** Line number, figure, what is counted, who says so, when, source. */
const WEIGHTS = [-4, 22, 26, 30, 22, -4]
/** In a narrower window the cells stand below one another. */
const NARROW = 60

export function figuresLines(reply: Figures, look: Look): string[] {
  const quotes = sourcesOf(reply).map(({ source, quote }) => ({ number: source, quote }))
  const { figures: words, references } = wordingsIn(reply.language)
  return [
    ...reply.notes.flatMap((note) => paragraph(note, look)),
    ...(reply.notes.length > 0 ? [''] : []),
    ...reply.groups.flatMap((group, at) => groupLines(group, look, { words, first: at === 0 })),
    '',
    ...quotes.flatMap(({ number, quote }) => quoteLines(quote, look, { number })),
    '',
    ...referenceLines(referencesOf(quotes, reply.language), look, references.also),
  ]
}

function groupLines(
  group: FigureGroup,
  look: Look,
  { words, first }: { readonly words: Wordings['figures']; readonly first: boolean },
): string[] {
  const { label, related, lines } = group
  return [
    ...(first ? [] : ['']),
    ...paragraph(related ? words.related(label) : label, look, ['bold']),
    ...lines.flatMap((line) => [
      ...rowsOf(line, look, words),
      ...standingsAt(group, line, words).flatMap((one) => standingLines(one, look)),
    ]),
  ]
}

function rowsOf(line: FigureLine, look: Look, words: Wordings['figures']): string[] {
  const narrow = look.width < NARROW
  const widths = narrow ? [4, look.width - 6] : widthsOf(WEIGHTS, look.width)
  return line.figures.flatMap((figure, at) => {
    const number = at === 0 ? numberOf(line) : ''
    // The same value is told once unless it is worded otherwise.
    const told = at > 0 && figure.wording === line.figures[0]?.wording ? '' : figure.wording
    const cells: Cell[] = [
      { text: told, formats: ['bold'] },
      { text: countedOf(figure) },
      { text: whoSays(figure, words) },
      { text: whenOf(figure, words), formats: ['dim'] },
      { text: `[${figure.source}]` },
    ]
    if (!narrow) return row([{ text: number }, ...cells], widths, look)
    const [value = { text: '' }, ...rest] = cells
    const text = rest.map((cell) => cell.text).filter((cell) => cell !== '')
    return [
      ...row([{ text: number }, value], widths, look),
      ...row([{ text: '' }, { text: text.join(' · ') }], widths, look),
    ]
  })
}

const FORMATS: Readonly<Record<keyof typeof SIGNS, readonly Format[]>> = {
  contradiction: ['bold', 'red'],
  update: [],
  scope: ['dim'],
  range: ['dim'],
}

/** "≠ They disagree: 203 (the ministry) and more than 300 (the league)". */
const standingLines = ({ kind, text }: Standing, look: Look): string[] =>
  paragraph(`${SIGNS[kind]} ${text}`, look, FORMATS[kind], '      ')
