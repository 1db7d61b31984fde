/**
 * The best passages for a query without scoring every passage that has one of its terms. Lists come in
 * the order of what they can add, the most first: rare terms find the candidates; once what is left
 * cannot lift a new passage among the best, the common terms only score the candidates that are
 * there (MaxScore: Turtle and Flood, Query evaluation: strategies and optimizations, 1995). The hits
 * and their order are those of scoring everything.
 */
import type { Hit } from '../passage-index.ts'
import { thresholdOf } from '../top.ts'

/** The postings of one term of the query. */
export interface QueryList {
  /** Where it lies in the data. */
  readonly start: number
  readonly length: number
  /** How many of them are of passages that count: what is removed or of no part does not. */
  readonly having: number
  /** What the term says: the query's weight times its idf. */
  readonly weight: number
  /** The most it adds to any passage. */
  readonly bound: number
}

/** What is searched; arrays go by a passage's place. */
export interface Searched {
  readonly data: Uint32Array
  readonly dampings: Float64Array
  /** Weighted count of a posting's lower bits. */
  readonly counts: Float64Array
  /** Whether a passage must not be found; undefined when all may. */
  readonly isClosed: ((place: number) => boolean) | undefined
  readonly idOf: (place: number) => number
  /** 0 everywhere before and after. */
  readonly scores: Float64Array
  /** Room for every place. */
  readonly touched: Uint32Array
}

export interface Found {
  /** Best first, ties by id. */
  readonly hits: readonly Hit[]
  /** Postings looked at. */
  readonly read: number
}

/**
 * No query reads more postings than this to find candidates, and a few more to score them: what a
 * question made of words that are in every passage may cost. No sensible question comes near.
 */
const MOST_READ = 3_000_000
/** For what rounding takes away: a bound must not be missed by a last digit. */
const SAFE = 1 - 1e-9

/** @param lists by bound, the largest first */
export function findBest(lists: readonly QueryList[], on: Searched, limit: number): Found {
  const { scores, touched } = on
  let count = 0
  let read = 0
  let at = 0
  let bounds = 0
  let remaining = sum(lists, ({ bound }) => bound)
  let unread = sum(lists, ({ having }) => having)
  let weighed = 0
  let threshold = 0
  for (; at < lists.length; at++) {
    const list = lists[at]
    if (list === undefined) break
    if (weighed > 0 && weighed + list.having > MOST_READ) break
    // A threshold is worth its cost only when it can end the search for candidates.
    if (remaining < bounds && count < unread) {
      threshold = thresholdOf(touched, count, scores, limit)
      if (remaining < threshold * SAFE) break
    }
    count = scoreAll(list, on, count)
    read += list.length
    weighed += list.having
    unread -= list.having
    bounds += list.bound
    remaining -= list.bound
  }
  const all = touched.subarray(0, count)
  let places = all
  if (at < lists.length) places = places.slice().sort()
  for (; at < lists.length; at++) {
    const list = lists[at]
    if (list === undefined) break
    const least = thresholdOf(places, places.length, scores, limit) * SAFE - remaining
    if (least > 0) places = keep(places, scores, least)
    read += scoreSome(list, on, places)
    remaining = Math.max(0, remaining - list.bound)
  }
  const hits = bestOf(places, on, limit)
  for (let index = 0; index < count; index++) scores[all[index] ?? 0] = 0
  return { hits, read }
}

/** Where very many tie for the last places, their ids decide before any of them is made a hit. */
function bestOf(places: Uint32Array, { scores, idOf }: Searched, limit: number): Hit[] {
  const last = thresholdOf(places, places.length, scores, limit)
  const hits: Hit[] = []
  const level = new Float64Array(places.length)
  let ties = 0
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0
    const score = scores[place] ?? 0
    if (score > last) hits.push({ id: idOf(place), score })
    else if (score === last) level[ties++] = idOf(place)
  }
  hits.sort((a, b) => b.score - a.score || a.id - b.id)
  const ids = level.subarray(0, ties).sort()
  for (const id of ids.subarray(0, limit - hits.length)) hits.push({ id, score: last })
  return hits
}

/** Adds a list to every passage it has; returns how many places are touched now. */
function scoreAll(list: QueryList, on: Searched, touchedBefore: number): number {
  const { data, dampings, counts, isClosed, scores, touched } = on
  const { weight } = list
  const end = list.start + list.length
  let count = touchedBefore
  for (let at = list.start; at < end; at++) {
    const value = data[at] ?? 0
    const place = value >>> 8
    const score = scores[place] ?? 0
    if (score === 0) {
      if (isClosed?.(place) === true) continue
      touched[count++] = place
    }
    const times = counts[value & 255] ?? 0
    scores[place] = score + (weight * times) / (times + (dampings[place] ?? 0))
  }
  return count
}

/** Adds a list to the given places, in order, alone. Returns how many postings it looked at. */
function scoreSome(list: QueryList, on: Searched, places: Uint32Array): number {
  const { data, dampings, counts, scores } = on
  const { weight } = list
  const end = list.start + list.length
  const steps = Math.ceil(Math.log2(list.length + 1))
  if (places.length * steps >= list.length) {
    for (let at = list.start; at < end; at++) {
      const value = data[at] ?? 0
      const place = value >>> 8
      const score = scores[place] ?? 0
      if (score === 0) continue
      const times = counts[value & 255] ?? 0
      scores[place] = score + (weight * times) / (times + (dampings[place] ?? 0))
    }
    return list.length
  }
  let from = list.start
  for (const place of places) {
    let high = end
    while (from < high) {
      const middle = (from + high) >>> 1
      if ((data[middle] ?? 0) >>> 8 < place) from = middle + 1
      else high = middle
    }
    if (from === end) break
    const value = data[from] ?? 0
    if (value >>> 8 !== place) continue
    const times = counts[value & 255] ?? 0
    scores[place] = (scores[place] ?? 0) + (weight * times) / (times + (dampings[place] ?? 0))
  }
  return places.length * steps
}

/** The places that score at least so much, moved to the front of the same array. */
function keep(places: Uint32Array, scores: Float64Array, least: number): Uint32Array {
  let count = 0
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0
    if ((scores[place] ?? 0) >= least) places[count++] = place
  }
  return places.subarray(0, count)
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}
