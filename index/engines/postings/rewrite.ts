/** What an index holds, written anew without the passages that were removed. */
import { Places } from './places.ts'
import { Pool } from './pool.ts'
import { COUNTS } from '../posting.ts'

export interface Held {
  /** Term → list in the pool, in the order of the lists. */
  readonly terms: Map<string, number>
  readonly pool: Pool
  readonly places: Places
}

/** The order of passages and of terms stays; terms that no passage has any more go. */
export function withoutRemoved(old: Held): Held {
  const places = new Places()
  const moved = new Uint32Array(old.places.count)
  for (let place = 0; place < old.places.count; place++)
    if (!old.places.isRemoved(place))
      moved[place] = places.add(
        old.places.id(place),
        old.places.documentId(place),
        old.places.inText(place),
        old.places.inHeadings(place),
      )
  const pool = new Pool(old.pool.data.length, old.terms.size)
  const terms = new Map<string, number>()
  for (const [term, list] of old.terms) {
    const kept = keptOf(list, old, moved)
    if (kept.length === 0) continue
    const to = pool.addList(kept.length)
    terms.set(term, to)
    for (const value of kept) pool.push(to, value)
  }
  return { terms, pool, places }
}

function keptOf(list: number, { pool, places }: Held, moved: Uint32Array): number[] {
  const kept: number[] = []
  const start = pool.start(list)
  for (let at = start; at < start + pool.length(list); at++) {
    const value = pool.data[at] ?? 0
    const place = value >>> 8
    if (!places.isRemoved(place)) kept.push((moved[place] ?? 0) * COUNTS + (value % COUNTS))
  }
  return kept
}
