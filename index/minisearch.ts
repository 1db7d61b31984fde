/** The embedded engine: MiniSearch behind the seam. The only file that imports it. */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import type {
  Hit,
  IndexedDocument,
  PassageIndex,
  QueryTerm,
  SearchOptions,
} from './passage-index.ts'
import type { ColumnReader, ColumnWriter } from './snapshot/columns.ts'

/** Terms are joined by a character that no term has, and split at it again. */
const SEPARATOR = '\u0001'
/** A term in a heading counts this much of one in the passage itself. */
const HEADING_WEIGHT = 0.4

interface Entry {
  id: number
  documentId: string
  terms: string
  headingTerms: string
}

const OPTIONS: Options<Entry> = {
  fields: ['terms', 'headingTerms'],
  storeFields: ['documentId'],
  tokenize: (text) => (text === '' ? [] : text.split(SEPARATOR)),
  processTerm: (term) => term,
}
/** What `save` writes first. */
const NAME = 'minisearch'

interface Saved {
  readonly name: string
  readonly engine: AsPlainObject
  readonly entries: readonly (readonly [string, Entry[]])[]
}

export class MiniSearchIndex implements PassageIndex {
  /** What was added, by document: only its own text takes an entry out without a trace. */
  #entries = new Map<string, Entry[]>()
  #engine = new MiniSearch<Entry>(OPTIONS)

  add({ documentId, terms, passages }: IndexedDocument): void {
    const ids = new Set<number>()
    for (const { id } of passages) {
      if (ids.has(id) || this.#engine.has(id))
        throw new RangeError(`passage ${id} is already indexed`)
      ids.add(id)
    }
    const joined = (numbers: ArrayLike<number>): string =>
      Array.from(numbers, (number) => terms[number] ?? '').join(SEPARATOR)
    for (const { id, text, headings } of passages) {
      const entry = { id, documentId, terms: joined(text), headingTerms: joined(headings) }
      this.#engine.add(entry)
      const entries = this.#entries.get(documentId)
      if (entries === undefined) this.#entries.set(documentId, [entry])
      else entries.push(entry)
    }
  }

  remove(documentId: string): void {
    for (const entry of this.#entries.get(documentId) ?? []) this.#engine.remove(entry)
    this.#entries.delete(documentId)
  }

  search(query: readonly QueryTerm[], { limit, allows }: SearchOptions): Hit[] {
    const weights = new Map<string, number>()
    for (const { term, weight } of query)
      weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    if (weights.size === 0 || limit <= 0) return []
    const results = this.#engine.search([...weights.keys()].join(SEPARATOR), {
      combineWith: 'OR',
      prefix: false,
      fuzzy: false,
      boost: { terms: 1, headingTerms: HEADING_WEIGHT },
      boostTerm: (term) => weights.get(term) ?? 0,
      ...(allows !== undefined && { filter: (result) => allows(String(result['documentId'])) }),
    })
    return results
      .map(({ id, score }) => ({ id: Number(id), score }))
      .sort((a, b) => b.score - a.score || a.id - b.id)
      .slice(0, limit)
  }

  save(to: ColumnWriter): void {
    to.json({
      name: NAME,
      engine: this.#engine.toJSON(),
      entries: [...this.#entries],
    } satisfies Saved)
  }

  restore(from: ColumnReader): void {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the name vouches for the rest
    const { name, engine, entries } = from.json() as Saved
    if (name !== NAME) throw new TypeError(`saved by ${name}, not by ${NAME}`)
    this.#engine = MiniSearch.loadJS(engine, OPTIONS)
    this.#entries = new Map(entries)
  }
}
