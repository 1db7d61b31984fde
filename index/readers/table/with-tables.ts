/** Blocks of rows → rows with their heads. */
import type { Block } from '../../clean/blocks.ts'
import { type GridRow, readTable } from './heads.ts'

/** A table, and which block each of its rows is. */
export interface FoundTable {
  readonly rows: readonly GridRow[]
  readonly blocks: readonly number[]
}

/** Rows get their cells and heads; rows of heads are no blocks. */
export function withTables(blocks: readonly Block[], tables: readonly FoundTable[]): Block[] {
  const read = new Map<number, Block | undefined>()
  for (const { rows, blocks: own } of tables)
    for (const [at, found] of readTable(rows).entries()) {
      const number = own[at] ?? -1
      const block = blocks[number]
      if (block === undefined || found === 'plain') continue
      read.set(number, found === 'heads' ? undefined : { ...block, kind: 'list', cells: found })
    }
  return blocks.flatMap((block, at) => (read.has(at) ? (read.get(at) ?? []) : block))
}
