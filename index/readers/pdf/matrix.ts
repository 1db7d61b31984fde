/** Affine transforms as PDF writes them: `[a b c d e f]` takes (x, y) to (ax + cy + e, bx + dy + f). */

export type Matrix = readonly [number, number, number, number, number, number]

/** A rectangle of a page seen upright: x to the right, y downwards, in points. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** `inner` first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** Six numbers, however they are held; `undefined` for anything else. */
export function toMatrix(value: unknown): Matrix | undefined {
  const numbers = toNumbers(value)
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined) return undefined
  if (d === undefined || e === undefined || f === undefined) return undefined
  return [a, b, c, d, e, f]
}

/** The finite numbers of an array or a typed array. */
export function toNumbers(value: unknown): number[] {
  const values: readonly unknown[] = Array.isArray(value)
    ? value
    : value instanceof Float32Array || value instanceof Float64Array
      ? [...value]
      : []
  const numbers: number[] = []
  for (const each of values)
    if (typeof each === 'number' && Number.isFinite(each)) numbers.push(each)
  return numbers
}

/** The box around a rectangle after a transform. */
export function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [apply(m, x0, y0), apply(m, x1, y0), apply(m, x0, y1), apply(m, x1, y1)]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  }
}

/** The box around boxes. At least one must be given. */
export const around = (boxes: readonly Box[]): Box => ({
  left: boxes.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
  right: boxes.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
  top: boxes.reduce((least, { top }) => Math.min(least, top), Number.POSITIVE_INFINITY),
  bottom: boxes.reduce((most, { bottom }) => Math.max(most, bottom), Number.NEGATIVE_INFINITY),
})

/** How much of the lower of two boxes lies beside the other, 0 to 1. */
export function beside(a: Box, b: Box): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const least = Math.min(a.bottom - a.top, b.bottom - b.top)
  return least <= 0 ? 0 : Math.max(0, shared / least)
}

/** Whether the middle of `inner` lies in `outer`. */
export const holds = (outer: Box, inner: Box): boolean => {
  const x = (inner.left + inner.right) / 2
  const y = (inner.top + inner.bottom) / 2
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom
}
