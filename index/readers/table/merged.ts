/** Cells that a sheet shows as one: the first holds the words, the others are empty. */
import type { GridCell, GridRow } from './heads.ts'

/** Rows as the program counts them, columns from 0, the last of both included. */
export interface Merge {
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
}

/** More of them are a picture drawn with cells, no table; so are those over many rows. */
const MOST_MERGES = 2000
const MOST_ROWS = 200

export class Merged {
  readonly #byRow = new Map<number, Merge[]>()
  readonly #words = new Map<Merge, GridCell>()

  constructor(merges: readonly Merge[]) {
    if (merges.length > MOST_MERGES) return
    for (const merge of merges) {
      const [from, to] = merge.rows
      if (to - from > MOST_ROWS) continue
      for (let row = from; row <= to; row++)
        this.#byRow.set(row, [...(this.#byRow.get(row) ?? []), merge])
    }
  }

  /** A row with its cells as wide as they are shown, those that reach down from a row above among them. */
  spread(number: number, cells: GridRow): GridRow {
    const merges = this.#byRow.get(number)
    if (merges === undefined) return cells
    const spread: GridCell[] = cells.map((cell) => {
      const merge = merges.find(
        ({ rows, columns }) => rows[0] === number && columns[0] === cell.column,
      )
      if (merge === undefined) return cell
      const wide = { ...cell, width: merge.columns[1] - merge.columns[0] + 1 }
      this.#words.set(merge, wide)
      return wide
    })
    for (const merge of merges) {
      const words = this.#words.get(merge)
      const taken = cells.some(
        ({ column }) => column >= merge.columns[0] && column <= merge.columns[1],
      )
      if (words !== undefined && merge.rows[0] < number && !taken) spread.push(words)
    }
    return spread.sort((a, b) => a.column - b.column)
  }
}
