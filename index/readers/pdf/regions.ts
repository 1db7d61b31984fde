/**
 * The reading order of a page: columns one after another, rows of a table across, panels each for
 * itself. Found by cutting the page along the white space between its fragments.
 */
import { type Fragment, joinFragments } from './fragments.ts'
import { toLines } from './lines.ts'
import { around, type Box } from './matrix.ts'
import { isPanel, type Item } from './panels.ts'
import { type Group, toGroups } from './bands.ts'
import { isTable, type TableCell, tableRows } from './tables.ts'

/** Lines of running text, or rows of a table: each a fragment, cells parted by tabs. */
export interface Region extends Box {
  readonly kind: 'lines' | 'rows'
  readonly lines: readonly Fragment[]
  /** Which panel it stands in; regions outside of any have none. */
  readonly panel: number | undefined
  /** Of rows: the cells of each. */
  readonly cells?: readonly (readonly TableCell[])[]
}

export function toRegions(items: readonly Item[], rules: readonly Box[]): Region[] {
  const arranger = new Arranger(rules)
  arranger.arrange(items, undefined, 0)
  return arranger.regions
}

/** Boxes within boxes within columns; deeper is a drawing. */
const DEEPEST = 24

class Arranger {
  readonly regions: Region[] = []
  readonly #rules: readonly Box[]
  #panels = 0

  constructor(rules: readonly Box[]) {
    this.#rules = rules
  }

  arrange(items: readonly Item[], panel: number | undefined, depth: number): void {
    if (depth > DEEPEST)
      return this.#lines(
        items.filter((item) => !isPanel(item)),
        panel,
      )
    for (const group of toGroups(items, this.#rules)) {
      if (group.gutters.length === 0) this.#column(group, panel, depth)
      else if (isTable(group, this.#rules)) this.#table(tableRows(group, this.#rules), panel)
      else for (const column of columnsOf(group)) this.arrange(column, panel, depth + 1)
    }
  }

  #column({ bands }: Group, panel: number | undefined, depth: number): void {
    let open: Fragment[] = []
    const close = (): void => {
      this.#lines(open, panel)
      open = []
    }
    for (const item of bands.flatMap((band) => band.items)) {
      if (!isPanel(item)) {
        open.push(item)
        continue
      }
      close()
      if (item.lattice !== undefined) {
        this.#table(item.lattice.rows, panel)
        continue
      }
      this.arrange(item.items, ++this.#panels, depth + 1)
    }
    close()
  }

  #lines(items: readonly Item[], panel: number | undefined): void {
    this.#push('lines', toLines(items.flatMap((item) => (isPanel(item) ? [] : [item]))), panel)
  }

  #table(cells: readonly (readonly TableCell[])[], panel: number | undefined): void {
    const lines = cells.map((row) =>
      joinFragments(
        row.map(({ words }) => words),
        '\t',
      ),
    )
    if (lines.length > 0) this.regions.push({ kind: 'rows', lines, panel, cells, ...around(lines) })
  }

  #push(kind: Region['kind'], lines: readonly Fragment[], panel: number | undefined): void {
    if (lines.length > 0) this.regions.push({ kind, lines, panel, ...around(lines) })
  }
}

/** The items of each column, from left to right. */
function columnsOf({ bands, gutters }: Group): Item[][] {
  const columns: Item[][] = [[], ...gutters.map(() => [])]
  for (const item of bands.flatMap((band) => band.items)) {
    const middle = (item.left + item.right) / 2
    columns[gutters.filter(({ from, to }) => middle > (from + to) / 2).length]?.push(item)
  }
  return columns.filter((column) => column.length > 0)
}
