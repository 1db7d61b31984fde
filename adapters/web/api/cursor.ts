/** Pages of a list, each with a cursor to the next: opaque, and safe while the list grows. */

export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

/**
 * @param sorted by `keyOf`, ascending; no two have the same
 * @param cursor where the page before has ended; one that nobody gave begins at its place, too
 */
export function pageOf<T>(
  sorted: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Page<T> {
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString()
  const from = after === undefined ? 0 : sorted.findIndex((item) => compare(keyOf(item), after) > 0)
  const items = from === -1 ? [] : sorted.slice(from, from + limit)
  const last = items.at(-1)
  const more = from !== -1 && from + limit < sorted.length
  return {
    items,
    ...(more && last !== undefined && { next: Buffer.from(keyOf(last)).toString('base64url') }),
  }
}

/** By code units: the same everywhere. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
