/**
 * The seam of the search engine. An engine knows passages as bags of terms that THE analyzer made;
 * it finds those that share terms with a query and says nothing of what the score means.
 */

import type { ColumnReader, ColumnWriter } from '../snapshot/columns.ts'

/** A document as an engine sees it, or a part of one. */
export interface IndexedDocument {
  readonly documentId: string
  /** The terms of its passages, each once. */
  readonly terms: readonly string[]
  readonly passages: readonly IndexedPassage[]
}

/** A passage as numbers of terms, repeated as often as they occur. */
export interface IndexedPassage {
  /** Unique over all documents. */
  readonly id: number
  readonly text: ArrayLike<number>
  /** Of the document's title and the headings above the passage. */
  readonly headings: ArrayLike<number>
}

export interface QueryTerm {
  readonly term: string
  /** Above 0; 1 for a term of the question as it was asked, less for what stands in for one. */
  readonly weight: number
}

/** Documents that are searched as if there were no others: how rare a term is, is told by them alone. */
export interface Part {
  /** Another number after every change of what is in it. */
  readonly version: number
  /** The names of the sets that its documents are of, for an engine that knows documents by their sets. */
  readonly sets: readonly string[]
  has(documentId: string): boolean
}

/** A term among the passages of a part. */
export interface TermCount {
  /** How many passages have it in their text; those that have it above them only do not count. */
  readonly inText: number
  /** The least id of these; `undefined` when there is none. */
  readonly first: number | undefined
}

export interface SearchOptions {
  /** At most this many hits, best first. */
  readonly limit: number
  /** Nothing else is there; everything is unless told. */
  readonly among?: Part | undefined
  /** Only passages of these documents. Applied before ranking; what is rare is told without it. */
  readonly allows?: ReadonlySet<string> | undefined
}

export interface Hit {
  readonly id: number
  /** Comparable within one search only; no measure of confidence. */
  readonly score: number
}

/** What every engine does: one in this process at once, one elsewhere after a while. */
export interface PassageIndex {
  /** Ids must not be there already. */
  add(document: IndexedDocument): void | Promise<void>
  /** Removes every passage of a document; an unknown id removes nothing. */
  remove(documentId: string): void | Promise<void>
  /** What was added and removed before is found, and not, from now on. */
  settle(): void | Promise<void>
  /**
   * Passages with at least one of the terms, best first, ties by id.
   * @throws VerbatimError 'storage' when it could not look everywhere
   */
  search(query: readonly QueryTerm[], options: SearchOptions): Hit[] | Promise<Hit[]>
  /** A term among the passages of a part. @throws VerbatimError as `search` does */
  count(term: string, among: Part): TermCount | Promise<TermCount>
}

/** What passages are called where several processes share an engine: their numbers are each process's own. */
export interface Names {
  /** The place of a passage in its document, from 0. */
  placeOf(id: number, documentId: string): number
  /** The number of a passage; `undefined` where this process does not have it. */
  idOf(documentId: string, place: number): number | undefined
}

/** How an engine fares that is elsewhere. */
export interface EngineState {
  /** Documents that were read and are not in it yet, or are still in it and gone. */
  readonly behind: number
  /** Why it cannot be searched or written, and what to do. */
  readonly problem: string | undefined
}

/** An engine elsewhere, which several processes share. */
export interface SharedIndex extends PassageIndex {
  /** Noted, and written when it can be; by a process that only searches it is left to others. */
  add(document: IndexedDocument): void
  remove(documentId: string): void
  /** @throws VerbatimError 'storage' when not all that was noted could be written */
  settle(): Promise<void>
  /** Ends when there is room to note more, or writing has to wait. */
  keepUp(): Promise<void>
  /**
   * Writes what it lacks of the documents that were read.
   * @param alsoTakesOut what is none of them is taken out; it is looked at only where something lacks otherwise
   * @throws VerbatimError 'storage' when not all could be written
   */
  compare(alsoTakesOut: boolean): Promise<void>
  search(query: readonly QueryTerm[], options: SearchOptions): Promise<Hit[]>
  count(term: string, among: Part): Promise<TermCount>
  /** Several at once. @throws VerbatimError as `search` does */
  counts(terms: readonly string[], among: Part): Promise<ReadonlyMap<string, TermCount>>
  state(): Promise<EngineState>
  close(): Promise<void>
}

export const isShared = (index: EmbeddedIndex | SharedIndex): index is SharedIndex =>
  'compare' in index

/** An engine in this process: what it does is done at once, and it is saved with the documents. */
export interface EmbeddedIndex extends PassageIndex {
  /** @throws RangeError when an id is already there; nothing is added then. */
  add(document: IndexedDocument): void
  remove(documentId: string): void
  settle(): void
  search(query: readonly QueryTerm[], options: SearchOptions): Hit[]
  count(term: string, among: Part): TermCount
  /** Writes all it holds, in the form of every embedded engine. */
  save(to: ColumnWriter): void
  /**
   * Reads what any embedded engine saved, in place of what it holds; not to be used until it is done.
   * @throws TypeError when something else wrote it
   * @throws RangeError when it is damaged
   */
  restore(from: ColumnReader): void | Promise<void>
}

/** @throws RangeError when an id is there already, or comes twice */
export function refuseKnown(
  passages: readonly IndexedPassage[],
  isKnown: (id: number) => boolean,
): void {
  const ids = new Set<number>()
  for (const { id } of passages) {
    if (ids.has(id) || isKnown(id)) throw new RangeError(`passage ${id} is already indexed`)
    ids.add(id)
  }
}

/** Each term once, by the largest of its weights. */
export function weightsOf(query: readonly QueryTerm[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { term, weight } of query) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  return weights
}
