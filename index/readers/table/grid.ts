/** Rows as they come → a grid: which column a cell stands in, and what reaches down from a row above. */
import type { Span } from '../../document.ts'
import type { GridCell, GridRow } from './heads.ts'

/** A cell, empty ones too. */
export interface LooseCell {
  readonly text: string
  readonly spans: readonly Span[]
  readonly width: number
  readonly height: number
  readonly head?: boolean
  /** Where it is known; else the next that is free. */
  readonly column?: number
}

interface Reaching {
  readonly cell: GridCell
  left: number
}

export class Grid {
  readonly rows: GridRow[] = []
  /** Cells that reach down, by their column, and how many rows they still do. */
  readonly #down = new Map<number, Reaching>()

  add(cells: readonly LooseCell[]): void {
    const row: GridCell[] = []
    const fresh: [number, Reaching][] = []
    let next = 0
    /** Takes the cells that reach down up to a column, and further ones that stand right beside these. */
    const takeDown = (to: number): void => {
      for (const [column, above] of [...this.#down].sort(([a], [b]) => a - b)) {
        if (column < next || column > Math.max(to, next)) continue
        row.push(above.cell)
        if (--above.left === 0) this.#down.delete(column)
        next = column + above.cell.width
      }
    }
    for (const { text, spans, width, height, head, column: known } of cells) {
      takeDown(known ?? next)
      const column = known ?? next
      const cell = { text, spans, column, width, ...(head !== undefined && { head }) }
      const filled = text.trim() !== '' && spans.length > 0
      if (filled) row.push(cell)
      next = column + width
      if (filled && height > 1) fresh.push([column, { cell, left: height - 1 }])
    }
    takeDown(Number.POSITIVE_INFINITY)
    for (const [column, below] of fresh) this.#down.set(column, below)
    this.rows.push(row.sort((a, b) => a.column - b.column))
  }
}
