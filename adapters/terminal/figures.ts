/** Figures in a table: disagreement marked, each line with the numbers of its quotes, those below. */
import type { Figure, FigureGroup, FigureLine, Figures } from '../../src/reply.ts'
import { standingsAt } from '../../src/figures/standing.ts'
import { publishedOn, whoSays } from '../../src/figures/who.ts'
import { sourcesOf } from '../../src/figures/sources.ts'
import { referencesOf } from '../../src/references.ts'
import type { Format, Look } from './look.ts'
import { paragraph } from './paragraph.ts'
import { quoteLines, referenceLines } from './quotes.ts'
import { type Cell, row, widthsOf } from './table.ts'

/** Line number, figure, what is counted, who says so, when, source. */
const WEIGHTS = [-4, 22, 26, 30, 22, -4]
/** In a narrower window the cells stand below one another. */
const NARROW = 60
const MARKS = { contradiction: '≠', update: '↻', scope: '⊂', range: '≈' } as const

export function figuresLines(reply: Figures, look: Look): string[] {
  const quotes = sourcesOf(reply).map(({ source, quote }) => ({ number: source, quote }))
  return [
    ...reply.notes.flatMap((note) => paragraph(note, look)),
    ...(reply.notes.length > 0 ? [''] : []),
    ...reply.groups.flatMap((group, at) => groupLines(group, look, at === 0)),
    '',
    ...quotes.flatMap(({ number, quote }) => quoteLines(quote, look, { number })),
    '',
    ...referenceLines(referencesOf(quotes), look, 'also in'),
  ]
}

function groupLines(group: FigureGroup, look: Look, first: boolean): string[] {
  const { label, related, lines } = group
  return [
    ...(first ? [] : ['']),
    ...paragraph(related ? `Also counted there: ${label}` : label, look, ['bold']),
    ...lines.flatMap((line) => [...rowsOf(line, look), ...standingLines(group, line, look)]),
  ]
}

function rowsOf(line: FigureLine, look: Look): string[] {
  const narrow = look.width < NARROW
  const widths = narrow ? [4, look.width - 6] : widthsOf(WEIGHTS, look.width)
  return line.figures.flatMap((figure, at) => {
    const number = at === 0 ? numberOf(line) : ''
    // The same value is told once unless it is worded otherwise.
    const told = at > 0 && figure.wording === line.figures[0]?.wording ? '' : figure.wording
    const cells: Cell[] = [
      { text: told, formats: ['bold'] },
      { text: countedOf(figure) },
      { text: whoSays(figure) },
      { text: whenOf(figure), formats: ['dim'] },
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

/** A part is set back behind what it is part of. */
const numberOf = ({ line, partOf }: FigureLine): string =>
  partOf === undefined ? String(line) : `└ ${line}`

function countedOf({ counted = '', event }: Figure): string {
  const happened = event?.wording ?? ''
  if (counted.toLowerCase().includes(happened.toLowerCase())) return counted
  return counted === '' ? happened : `${counted}, ${happened}`
}

/** The period counted, else when it was published. */
function whenOf(figure: Figure): string {
  const { period } = figure
  if (period !== undefined) return period.wording
  const published = publishedOn(figure)
  return published === '' ? 'undated' : `published ${published}`
}

const FORMATS: Readonly<Record<keyof typeof MARKS, readonly Format[]>> = {
  contradiction: ['bold', 'red'],
  update: [],
  scope: ['dim'],
  range: ['dim'],
}

/** "≠ They disagree: 203 (the ministry) and more than 300 (the league)". */
const standingLines = (group: FigureGroup, line: FigureLine, look: Look): string[] =>
  standingsAt(group, line).flatMap(({ kind, text }) =>
    paragraph(`${MARKS[kind]} ${text}`, look, FORMATS[kind], '      '),
  )
