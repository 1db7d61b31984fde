/** Figures in a table: disagreement marked, each line with the number of its quote, those below. */
import type { KnownBlock, TableBlock } from '@slack/types'
import type { Figure, FigureGroup, FigureLine, Figures } from '../../../src/reply.ts'
import { labelWordings } from '../../../src/figures/describe.ts'
import { sourcesOf } from '../../../src/figures/sources.ts'
import { publishedOn, whoSays } from '../../../src/figures/who.ts'
import { clip, line, rich, text } from '../blocks.ts'
import { LIMITS, sizeOf } from '../limits.ts'
import { type Piece, said, together } from './piece.ts'
import { quotePieces } from './quote.ts'

const MARKS = { contradiction: '≠', update: '↻', scope: '⊂', range: '≈' } as const
const COLUMNS = [
  'What',
  'Line',
  'Figure',
  'Counted',
  'Who says so',
  'When',
  'Quote',
  'Against others',
]
/** A cell is to be taken in at a glance; its quote stands below in full. */
const LONGEST_CELL = 150

export interface Surface {
  /** Modals and the App Home have no tables. */
  readonly tables: boolean
}

export function figuresPieces(reply: Figures, { tables }: Surface): Piece[] {
  const sources = sourcesOf(reply)
  const rows = reply.groups.flatMap((group) => group.lines.flatMap((one) => rowsOf(one, group)))
  return [
    ...reply.notes.map((note) => said(note, 'italic')),
    ...(tables ? tablePieces(rows, reply.description) : rows.map(rowPiece)),
    ...sources.flatMap(({ source, quote }, at) => {
      const [first, ...rest] = quotePieces(quote)
      const number = said(`[${source}]`, 'bold')
      const head = sources.length === 1 ? 'Source' : 'Sources'
      const top = at === 0 ? [said(head, 'bold'), number] : [number]
      return first === undefined ? top : [together(...top, first), ...rest]
    }),
  ]
}

interface Row {
  readonly cells: readonly string[]
  /** It cannot be true together with another one. */
  readonly conflict: boolean
}

/** Every row says all of itself: a reader of the screen may come to it from anywhere. */
function rowsOf(one: FigureLine, { label, related }: FigureGroup): Row[] {
  const labels = labelWordings(one)
  const others = labels.map(({ kind, text: words }) => `${MARKS[kind]} ${words}`).join('; ')
  return one.figures.map((figure) => ({
    cells: [
      related ? `Also counted there: ${label}` : label,
      one.partOf === undefined ? String(one.line) : `└ ${one.line}`,
      figure.wording,
      countedOf(figure),
      whoSays(figure),
      whenOf(figure),
      `[${figure.source}]`,
      others,
    ].map((cell) => clip(cell, LONGEST_CELL)),
    conflict: labels.some(({ kind }) => kind === 'contradiction'),
  }))
}

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
    text: at === 0 ? [description] : own.map(({ cells }) => cells.join(' · ')),
  }))
}

/** Leaves room for what stands above it. */
const LONGEST_TABLE = LIMITS.blocksTogether * 0.75

const fits = (rows: readonly Row[]): boolean =>
  rows.length < LIMITS.tableRows &&
  sizeOf([tableOf(rows)]) <= LONGEST_TABLE &&
  rows.reduce((sum, { cells }) => sum + cells.join('').length, 0) <= LIMITS.tableText / 2

const tableOf = (rows: readonly Row[]): TableBlock => ({
  type: 'table',
  column_settings: COLUMNS.map(() => ({ is_wrapped: true })),
  rows: [
    COLUMNS.map((name) => rich(line(text(name, 'bold')))),
    ...rows.map(({ cells, conflict }) =>
      cells.map((cell, at) =>
        at === 2 || (conflict && at === cells.length - 1)
          ? rich(line(text(cell, 'bold')))
          : { type: 'raw_text' as const, text: cell === '' ? '–' : cell },
      ),
    ),
  ],
})

/** The same without a table, a figure a line. */
function rowPiece({ cells, conflict }: Row): Piece {
  const [what = '', number = '', wording = '', ...rest] = cells
  const others = rest.pop() ?? ''
  const details = rest.filter((cell) => cell !== '').join(' · ')
  const block: KnownBlock = rich(
    line(text(`${what} · ${number}: `), text(wording, 'bold'), text(` · ${details}`)),
    ...(others === '' ? [] : [line(text(others, conflict ? 'bold' : 'italic'))]),
  )
  return { blocks: [block], text: [cells.join(' · ')] }
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
