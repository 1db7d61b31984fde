/** @returns the same numbers with room for `length` of them */
export function grown(from: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(Math.max(length, 16))
  to.set(from)
  return to
}
