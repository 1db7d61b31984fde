/**
 * What every embedded engine writes into a snapshot: the postings of each term and the passages that
 * they name. One form for all, so that a set of documents that has grown goes over to the engine for
 * large ones when it is loaded.
 */
import type { ColumnReader, ColumnWriter } from '../snapshot/columns.ts'

/** Passages in the order they came: a posting names a passage by its place in it. */
export interface SavedPassages {
  readonly ids: Float64Array
  /** How many terms each has in its text and in its headings. */
  readonly inText: Uint32Array
  readonly inHeadings: Uint32Array
  /** The number of its document, which is a place in `documentIds`. */
  readonly documents: Uint32Array
  /** The first stands for no document. */
  readonly documentIds: readonly string[]
}

export interface SavedIndex extends SavedPassages {
  readonly terms: readonly string[]
  /** How many postings each term has. */
  readonly lengths: Uint32Array<ArrayBuffer>
  /** The postings of one term after those of another, as `posting` packs them. */
  readonly data: Uint32Array<ArrayBuffer>
}

/** What is written first. */
const FORM = 'postings of terms'

export function writeSaved(to: ColumnWriter, saved: SavedIndex): void {
  to.json({ name: FORM })
  to.texts(saved.terms)
  to.numbers(saved.lengths)
  to.numbers(saved.data)
  to.floats(saved.ids)
  to.numbers(saved.inText)
  to.numbers(saved.inHeadings)
  to.numbers(saved.documents)
  to.texts(saved.documentIds)
}

/**
 * @throws TypeError when another engine wrote it
 * @throws RangeError when the columns do not go together
 */
export function readSaved(from: ColumnReader): SavedIndex {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the name vouches for the rest
  const { name } = from.json() as { name: string }
  if (name !== FORM) throw new TypeError(`saved as ${name}, not as ${FORM}`)
  const saved = {
    terms: from.texts(),
    lengths: from.numbers(),
    data: from.numbers(),
    ids: from.floats(),
    inText: from.numbers(),
    inHeadings: from.numbers(),
    documents: from.numbers(),
    documentIds: from.texts(),
  }
  check(saved)
  return saved
}

function check({ terms, lengths, data, ...passages }: SavedIndex): void {
  const { ids, inText, inHeadings, documents, documentIds } = passages
  const postings = lengths.reduce((sum, length) => sum + length, 0)
  const count = ids.length
  const goTogether =
    terms.length === lengths.length &&
    new Set(terms).size === terms.length &&
    postings === data.length &&
    [inText, inHeadings, documents].every(({ length }) => length === count) &&
    new Set(ids).size === count &&
    documents.every((number) => number > 0 && number < documentIds.length) &&
    data.every((value) => value >>> 8 < count)
  if (!goTogether) throw new RangeError('the saved postings and passages do not go together')
}
