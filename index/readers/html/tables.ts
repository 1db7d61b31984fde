/** Rows of HTML → tables with heads. */
import type { Block } from '../../clean/blocks.ts'
import { without } from '../../clean/spans.ts'
import type { Span } from '../../document.ts'
import { Grid } from '../table/grid.ts'
import { withTables } from '../table/with-tables.ts'
import type { Paragraph } from './rows.ts'

export class Tables {
  readonly #tables = new Map<number, { readonly grid: Grid; readonly blocks: number[] }>()

  /** @param start of the row in the text; `cuts` of the text are no part of it; `block` is the number of its block */
  row(
    { table, cells, text }: Paragraph,
    start: number,
    cuts: readonly Span[],
    block: number,
  ): void {
    if (table === undefined || cells === undefined) return
    const known = this.#tables.get(table) ?? { grid: new Grid(), blocks: [] }
    this.#tables.set(table, known)
    known.blocks.push(block)
    known.grid.add(
      cells.map(({ start: from, end, ...rest }) => ({
        ...rest,
        text: text.slice(from, end),
        spans: without([{ start: start + from, end: start + end }], cuts),
      })),
    )
  }

  read(text: string, blocks: readonly Block[]): Block[] {
    return withTables(
      text,
      blocks,
      [...this.#tables.values()].map(({ grid, blocks: own }) => ({ rows: grid.rows, blocks: own })),
    )
  }
}
