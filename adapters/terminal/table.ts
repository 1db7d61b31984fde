/** Cells of inert text side by side, each wrapped within its column. */
import { inertText } from '../../src/inert.ts'
import type { Format, Look } from './look.ts'
import { columnsIn, wrap } from './wrap.ts'

export interface Cell {
  readonly text: string
  readonly formats?: readonly Format[]
}

const GAP = '  '

/** The lines of one row. The last column is not padded. */
export function row(cells: readonly Cell[], widths: readonly number[], look: Look): string[] {
  const columns = cells.map(({ text: raw, formats = [] }, at) => {
    const width = widths[at] ?? 1
    const text = inertText(raw)
    return wrap(text, width).map(({ start, end }) => {
      const line = text.slice(start, end)
      const padding = at === cells.length - 1 ? 0 : width - columnsIn(line)
      return look.style(formats, line) + ' '.repeat(Math.max(0, padding))
    })
  })
  const height = Math.max(0, ...columns.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(
        (lines, at) => lines[line] ?? ' '.repeat(at === columns.length - 1 ? 0 : (widths[at] ?? 1)),
      )
      .join(GAP)
      .trimEnd(),
  )
}

/** Shares the width of a line out by weight; a fixed column has a weight below 0, its width. */
export function widthsOf(weights: readonly number[], whole: number): number[] {
  const fixed = weights.reduce((sum, weight) => sum + Math.max(0, -weight), 0)
  const shared = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0)
  const left = whole - fixed - GAP.length * (weights.length - 1)
  return weights.map((weight) =>
    weight < 0 ? -weight : Math.max(1, Math.floor((left * weight) / shared)),
  )
}
