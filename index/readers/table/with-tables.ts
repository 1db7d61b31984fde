/** Blocks of rows → rows with their heads. */
import { type Block, blockText } from '../../clean/blocks.ts'
import { type GridRow, readTable } from './heads.ts'

/** A table, and which block each of its rows is. */
export interface FoundTable {
  readonly rows: readonly GridRow[]
  readonly blocks: readonly number[]
}

/** "Table 2: …", "Tableau IV. …": what a table is of. */
const CAPTION = /^(?:table|tableau|tabla|tabelle|tabela|tavola|cuadro|quadro)\s+(?:\d|[ivxlc]+\b)/iu
const LONGEST_CAPTION = 300

/** Rows get their cells and heads; rows of heads are no blocks. */
export function withTables(
  text: string,
  blocks: readonly Block[],
  tables: readonly FoundTable[],
): Block[] {
  const read = new Map<number, Block | undefined>()
  for (const { rows, blocks: own } of continued(tables)) {
    const beside = [blocks[(own[0] ?? 0) - 1], blocks[(own.at(-1) ?? -2) + 1]]
    const caption = beside.flatMap((block) => captionOf(text, block) ?? [])[0]
    for (const [at, found] of readTable(rows).entries()) {
      const number = own[at] ?? -1
      const block = blocks[number]
      if (block === undefined || found === 'plain') continue
      const row: Block = {
        ...block,
        kind: 'list',
        ...(found === 'unsure' ? { unsure: true } : found !== 'heads' && { cells: found }),
      }
      const captioned = caption === undefined ? row : { ...row, caption }
      read.set(number, found === 'heads' ? undefined : captioned)
    }
  }
  return blocks.flatMap((block, at) => (read.has(at) ? (read.get(at) ?? []) : block))
}

/** A table that goes on over the end of a page has its heads where it began. */
function continued(tables: readonly FoundTable[]): FoundTable[] {
  const joined: { rows: GridRow[]; blocks: number[]; width: number; hasHeads: boolean }[] = []
  for (const { rows, blocks } of tables) {
    const last = joined.at(-1)
    const width = widthOf(rows)
    const hasHeads = readTable(rows).includes('heads')
    const follows = blocks[0] === (last?.blocks.at(-1) ?? Number.NaN) + 1
    if (last?.hasHeads === true && follows && last.width === width && !hasHeads) {
      last.rows.push(...rows)
      last.blocks.push(...blocks)
    } else joined.push({ rows: [...rows], blocks: [...blocks], width, hasHeads })
  }
  return joined
}

const widthOf = (rows: readonly GridRow[]): number =>
  rows.reduce((most, row) => Math.max(most, ...row.map(({ column, width }) => column + width)), 0)

function captionOf(text: string, block: Block | undefined): string | undefined {
  if (block === undefined || block.kind === 'heading' || block.cells !== undefined) return undefined
  const words = blockText(text, block)
  return words.length <= LONGEST_CAPTION && CAPTION.test(words) ? words : undefined
}
