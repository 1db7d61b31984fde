/** The best of many, without sorting them all. */

/**
 * The `size`-th largest of `values[at]` over the places; 0 when there are fewer. A heap of the
 * largest so far, its least at the root.
 */
export function thresholdOf(
  places: Uint32Array,
  count: number,
  values: Float64Array,
  size: number,
): number {
  if (count < size || size <= 0) return 0
  const heap = new Float64Array(size)
  for (let at = 0; at < size; at++) heap[at] = values[places[at] ?? 0] ?? 0
  heap.sort()
  for (let at = size; at < count; at++) {
    const value = values[places[at] ?? 0] ?? 0
    if (value > (heap[0] ?? 0)) replaceRoot(heap, value)
  }
  return heap[0] ?? 0
}

function replaceRoot(heap: Float64Array, value: number): void {
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++
    const below = heap[child] ?? 0
    if (below >= value) break
    heap[at] = below
    at = child
  }
  heap[at] = value
}
