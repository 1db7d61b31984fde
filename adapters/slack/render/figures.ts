/** Figures in a table: disagreement marked, each line with the number of its quote, those below. */
import type { KnownBlock, TableBlock } from '@slack/types'
import type { Figure, FigureGroup, FigureLine, Figures } from '../../../src/reply.ts'
import { standingsAt } from '../../../src/figures/standing.ts'
import { referencesOf } from '../../../src/references.ts'
import { sourcesOf } from '../../../src/figures/sources.ts'
import { whoSays } from '../../../src/figures/who.ts'
import { line, rich, text } from '../blocks.ts'
import { clip } from '../../../src/clip.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import type { Wordings } from '../../../src/wordings/wordings.ts'
import { countedOf, numberOf, SIGNS, whenOf } from '../../shared/figure-cells.ts'
import { LIMITS, sizeOf } from '../limits.ts'
import { type Piece, said } from './piece.ts'
import { quotePieces, referencePieces } from './quote.ts'

/** A cell is to be taken in at a glance; its quote stands below in full. */
const LONGEST_CELL = 150

export interface Surface {
  /** Modals and the App Home have no tables. */
  readonly tables: boolean
}

export function figuresPieces(reply: Figures, { tables }: Surface): Piece[] {
  const quotes = sourcesOf(reply).map(({ source, quote }) => ({ number: source, quote }))
  const { figures: words, references } = wordingsIn(reply.language)
  const rows = reply.groups.flatMap((group) =>
    group.lines.flatMap((one) => rowsOf(one, group, words)),
  )
  return [
    ...reply.notes.map((note) => said(note, 'italic')),
    ...(tables ? tablePieces(rows, reply.description, words) : rows.map(rowPiece)),
    ...quotes.flatMap(({ number, quote }) =>
      quotePieces(quote, { number, language: reply.language }),
    ),
    ...referencePieces(referencesOf(quotes, reply.language), references.also),
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
function rowsOf(one: FigureLine, group: FigureGroup, words: Wordings['figures']): Row[] {
  const { label, related } = group
  const labels = standingsAt(group, one, words)
  const others = labels.map((other) => `${SIGNS[other.kind]} ${other.text}`).join('; ')
  const conflict = labels.some(({ kind }) => kind === 'contradiction')
  return one.figures.map((figure, at) => ({
    figure: [numberOf(one), clip(figure.wording, LONGEST_CELL), `[${figure.source}]`],
    // Of a line that several give, it is told once in full.
    others:
      at > 0 && conflict
        ? `${SIGNS.contradiction} ${words.asAbove}`
        : at > 0
          ? ''
          : clip(others, LONGEST_CELL),
    what: clip(
      [countedIn(figure, label), related ? words.related(label) : label]
        .filter((part) => part !== '')
        .join(' · '),
      LONGEST_CELL,
    ),
    who: clip(`${whoSays(figure, words)} · ${whenOf(figure, words)}`, LONGEST_CELL),
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
function tablePieces(
  rows: readonly Row[],
  description: string,
  { columns }: Wordings['figures'],
): Piece[] {
  const tables: Row[][] = []
  for (const row of rows) {
    const last = tables.at(-1)
    if (last !== undefined && fits([...last, row], columns)) last.push(row)
    else tables.push([row])
  }
  return tables.map((own, at) => ({
    blocks: [tableOf(own, columns)],
    text: at === 0 ? [description] : own.map(heard),
  }))
}

/** Leaves room for what stands above it. */
const LONGEST_TABLE = LIMITS.blocksTogether * 0.75

const fits = (rows: readonly Row[], columns: readonly string[]): boolean =>
  rows.length < LIMITS.tableRows &&
  sizeOf([tableOf(rows, columns)]) <= LONGEST_TABLE &&
  rows.reduce((sum, row) => sum + heard(row).length, 0) <= LIMITS.tableText / 2

/** More columns a phone cuts off; what stands against a figure is told below it. */
const tableOf = (rows: readonly Row[], columns: readonly string[]): TableBlock => ({
  type: 'table',
  column_settings: columns.map(() => ({ is_wrapped: true })),
  rows: [
    columns.map((name) => rich(line(text(name, 'bold')))),
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
