/** The meshes between lines, those without a line between them put together to cells. */
import { NEAR, type Segment } from './drawn-lines.ts'

/** Where a cell begins and how many meshes it reaches over. */
export interface Extent {
  readonly row: number
  readonly column: number
  readonly width: number
  readonly height: number
}

export class Meshes {
  readonly #xs: readonly number[]
  readonly #ys: readonly number[]
  readonly #columns: number
  readonly #parent: number[]

  constructor(
    xs: readonly number[],
    ys: readonly number[],
    across: readonly Segment[],
    down: readonly Segment[],
  ) {
    this.#xs = xs
    this.#ys = ys
    this.#columns = xs.length - 1
    const rows = ys.length - 1
    this.#parent = Array.from({ length: this.#columns * rows }, (_, at) => at)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < this.#columns; column++) {
        const mesh = row * this.#columns + column
        const x = middle(xs, column)
        const y = middle(ys, row)
        if (column + 1 < this.#columns && !covers(down, xs[column + 1] ?? 0, y))
          this.#join(mesh, mesh + 1)
        if (row + 1 < rows && !covers(across, ys[row + 1] ?? 0, x))
          this.#join(mesh, mesh + this.#columns)
      }
  }

  /** The cell at a point, by the number of its first mesh. */
  at(x: number, y: number): number {
    const column = Math.max(
      0,
      this.#xs.findLastIndex((edge) => edge <= x),
    )
    const row = Math.max(
      0,
      this.#ys.findLastIndex((edge) => edge <= y),
    )
    return this.#root(row * this.#columns + Math.min(column, this.#columns - 1))
  }

  /** Of every cell, by the number of its first mesh. */
  extents(): Map<number, Extent> {
    const cells = Map.groupBy(this.#parent.keys(), (mesh) => this.#root(mesh))
    return new Map(
      [...cells].map(([root, own]) => {
        const columns = own.map((at) => at % this.#columns)
        const rows = own.map((at) => Math.floor(at / this.#columns))
        const [row, column] = [Math.min(...rows), Math.min(...columns)]
        const width = Math.max(...columns) - column + 1
        return [root, { row, column, width, height: Math.max(...rows) - row + 1 }]
      }),
    )
  }

  #root(mesh: number): number {
    let at = mesh
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) at = up
    return at
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.#root(one), this.#root(other)]
    this.#parent[Math.max(a, b)] = Math.min(a, b)
  }
}

const middle = (values: readonly number[], at: number): number =>
  ((values[at] ?? 0) + (values[at + 1] ?? 0)) / 2

const covers = (segments: readonly Segment[], at: number, point: number): boolean =>
  segments.some(
    (segment) => Math.abs(segment.at - at) <= NEAR && segment.from <= point && segment.to >= point,
  )
