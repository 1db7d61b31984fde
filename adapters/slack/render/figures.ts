/** Figures in a table: disagreement marked, each line with the number of its quote, those below. */
import type { KnownBlock, TableBlock } from '@slack/types'
import type { Figure, FigureGroup, FigureLine, Figures } from '../../../src/reply.ts'
import { standingsAt } from '../../../src/figures/standing.ts'
import { referencesOf } from '../../../src/references.ts'
import { sourcesOf } from '../../../src/figures/sources.ts'
import { publishedOn, whoSays } from '../../../src/figures/who.ts'
import { line, rich, text } from '../blocks.ts'
import { clip } from '../../../src/clip.ts'
import { LIMITS, sizeOf } from '../limits.ts'
import { type Piece, said } from './piece.ts'
import { quotePieces, referencePieces } from './quote.ts'

const MARKS = { contradiction: '≠', update: '↻', scope: '⊂', range: '≈' } as const
/** More columns than these a phone cuts off; what stands against a figure is told below it. */
const COLUMNS = ['Of what', 'Figure', 'Who says so, when']
/** A cell is to be taken in at a glance; its quote stands below in full. */
const LONGEST_CELL = 150

export interface Surface {
  /** Modals and the App Home have no tables. */
  readonly tables: boolean
}

export function figuresPieces(reply: Figures, { tables }: Surface): Piece[] {
  const quotes = sourcesOf(reply).map(({ source, quote }) => ({ number: source, quote }))
  const rows = reply.groups.flatMap((group) => group.lines.flatMap((one) => rowsOf(one, group)))
  return [
    ...reply.notes.map((note) => said(note, 'italic')),
    ...(tables ? tablePieces(rows, reply.description) : rows.map(rowPiece)),
    ...quotes.flatMap(({ number, quote }) => quotePieces(quote, { number })),
    ...referencePieces(referencesOf(quotes), 'also in'),
  ]
}

interface Row {
  /** "└ 2", as written, "[3]". */
  readonly figure: readonly [number: string, wording: string, source: string]
  /** "≠ They disagree: 203 (the ministry) and more than 300 (the league)" */
  readonly others: string
  readonly what: string
  readonly who: string
  /** It cannot be true together with another one. */
  readonly conflict: boolean
}

/** Every row says all of itself: a reader of the screen may come to it from anywhere. */
function rowsOf(one: FigureLine, group: FigureGroup): Row[] {
  const { label, related } = group
  const labels = standingsAt(group, one)
  const others = labels.map(({ kind, text: words }) => `${MARKS[kind]} ${words}`).join('; ')
  const conflict = labels.some(({ kind }) => kind === 'contradiction')
  return one.figures.map((figure, at) => ({
    figure: [
      one.partOf === undefined ? String(one.line) : `└ ${one.line}`,
      clip(figure.wording, LONGEST_CELL),
      `[${figure.source}]`,
    ],
    // Of a line that several give, it is told once in full.
    others:
      at > 0 && conflict
        ? `${MARKS.contradiction} as above`
        : at > 0
          ? ''
          : clip(others, LONGEST_CELL),
    what: clip(
      [countedIn(figure, label), related ? `also counted there: ${label}` : label]
        .filter((part) => part !== '')
        .join(' · '),
      LONGEST_CELL,
    ),
    who: clip(`${whoSays(figure)} · ${whenOf(figure)}`, LONGEST_CELL),
    conflict,
  }))
}

/** What the label says is not said again. */
function countedIn(figure: Figure, label: string): string {
  const parts = label.toLowerCase().split(' · ')
  const isSaid = (words: string): boolean => parts.includes(words.toLowerCase())
  const { counted = '', event } = figure
  const whole = event?.wording !== undefined && isSaid(event.wording) ? counted : countedOf(figure)
  return isSaid(whole) ? '' : whole
}

const heard = ({ figure, others, what, who }: Row): string =>
  [what, figure.join(' '), who, others].filter((part) => part !== '').join(' · ')

/** As many rows a table as it takes, each table in a message of its own. */
function tablePieces(rows: readonly Row[], description: string): Piece[] {
  const tables: Row[][] = []
  for (const row of rows) {
    const last = tables.at(-1)
    if (last !== undefined && fits([...last, row])) last.push(row)
    else tables.push([row])
  }
  return tables.map((own, at) => ({
    blocks: [tableOf(own)],
    text: at === 0 ? [description] : own.map(heard),
  }))
}

/** Leaves room for what stands above it. */
const LONGEST_TABLE = LIMITS.blocksTogether * 0.75

const fits = (rows: readonly Row[]): boolean =>
  rows.length < LIMITS.tableRows &&
  sizeOf([tableOf(rows)]) <= LONGEST_TABLE &&
  rows.reduce((sum, row) => sum + heard(row).length, 0) <= LIMITS.tableText / 2

const tableOf = (rows: readonly Row[]): TableBlock => ({
  type: 'table',
  column_settings: COLUMNS.map(() => ({ is_wrapped: true })),
  rows: [
    COLUMNS.map((name) => rich(line(text(name, 'bold')))),
    ...rows.map((row) => [cellOf(row.what), rich(...figureLines(row)), cellOf(row.who)]),
  ],
})

const cellOf = (words: string) => ({
  type: 'raw_text' as const,
  text: words === '' ? '–' : words,
})

function figureLines({ figure: [number, wording, source], others, conflict }: Row) {
  return [
    line(text(`${number} · `), text(wording, 'bold'), text(` ${source}`)),
    ...(others === '' ? [] : [line(text(others, conflict ? 'bold' : 'italic'))]),
  ]
}

/** The same without a table, a figure a line. */
function rowPiece(row: Row): Piece {
  const [first, ...rest] = figureLines(row)
  const block: KnownBlock = rich(
    ...(first === undefined ? [] : [first]),
    line(text(`${row.what} · ${row.who}`)),
    ...rest,
  )
  return { blocks: [block], text: [heard(row)] }
}

function countedOf({ counted = '', event }: Figure): string {
  const happened = event?.wording ?? ''
  if (counted.toLowerCase().includes(happened.toLowerCase())) return counted
  return counted === '' ? happened : `${counted}, ${happened}`
}

/** The period counted, else when it was published. */
function whenOf(figure: Figure): string {
  if (figure.period !== undefined) return figure.period.wording
  const published = publishedOn(figure)
  return published === '' ? 'undated' : `published ${published}`
}
