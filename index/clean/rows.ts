/**
 * Rows of tables in the reading text: every cell with its heads before it, "Zone: Mweka · Confirmed
 * cases: 0". Heads and cells are the document's own words, each from where it stands; only what parts
 * them is put in.
 */
import type { Document, Paragraph, Span } from '../document.ts'
import type { CleanText, Piece } from '../offset-map.ts'

/** A cell with the heads of its column, the outermost first; stretches of the original text. */
export interface Cell {
  readonly heads: readonly (readonly Span[])[]
  readonly spans: readonly Span[]
}

const AFTER_HEADS = ': '
const BETWEEN_HEADS = ', '
const BETWEEN_CELLS = ' · '
/** All that is ever put between the pieces of a row. */
export const PUT_BETWEEN: ReadonlySet<string> = new Set([
  AFTER_HEADS,
  BETWEEN_HEADS,
  BETWEEN_CELLS,
  '',
])

export function keepRow(out: CleanText, cells: readonly Cell[]): void {
  for (const [at, { heads, spans }] of cells.entries()) {
    if (at > 0) out.separate(BETWEEN_CELLS)
    for (const [number, head] of heads.entries()) {
      if (number > 0) out.separate(BETWEEN_HEADS)
      for (const span of head) out.keep(span.start, span.end, true)
    }
    if (heads.length > 0) out.separate(AFTER_HEADS)
    for (const span of spans) out.keep(span.start, span.end)
  }
}

/** A cell of a row in the reading text; `head` is absent where its column has none. */
export interface CleanCell {
  readonly head?: Span
  readonly value: Span
}

/** The cells of a row, in offsets of `Document.clean`. */
export function cellsOf({ map }: Pick<Document, 'map'>, row: Paragraph): CleanCell[] {
  const cells: { heads: Piece[]; own: Piece[] }[] = []
  let end = row.start
  for (const piece of map.pieces(row)) {
    const cell = cells.at(-1)
    const parted = piece.at > end
    const goesOn =
      cell !== undefined && (piece.head ? cell.own.length === 0 : !parted || cell.own.length === 0)
    const into = goesOn ? cell : { heads: [], own: [] }
    if (!goesOn) cells.push(into)
    if (piece.head) into.heads.push(piece)
    else into.own.push(piece)
    end = endOf(piece)
  }
  return cells.flatMap(({ heads, own }) => {
    const value = spanOf(own)
    const head = spanOf(heads)
    return value === undefined ? [] : [{ value, ...(head !== undefined && { head }) }]
  })
}

const endOf = ({ at, start, end }: Piece): number => at + end - start

function spanOf(pieces: readonly Piece[]): Span | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)]
  return first === undefined || last === undefined
    ? undefined
    : { start: first.at, end: endOf(last) }
}
