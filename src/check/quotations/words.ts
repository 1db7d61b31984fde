/** A text as bare words: what two wordings are compared by. Case, accents, marks and spaces are no words. */
import { fold } from '../../../index/analyzer.ts'
import type { Document, Span } from '../../../index/document.ts'

export interface BareWord extends Span {
  readonly bare: string
}

const WORD = /\d+(?:[.,\u00A0\u202F]\d+)*|\p{L}[\p{L}\p{M}]*/gu

export function bareWords(text: string): BareWord[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    bare: bare(word),
  }))
}

const bare = (word: string): string =>
  /^\d/u.test(word) ? word.replace(/[,.\u00A0\u202F](?=\d{3}(?:\D|$))/gu, '') : fold(word)

/** All words of a document's reading text in one string, a blank on either side of each. */
export interface Worded {
  readonly document: Document
  readonly joined: string
  /** Of each word: where it begins in `joined`, and where it stands in the reading text. */
  readonly at: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

function worded(document: Document): Worded {
  const words = bareWords(document.clean)
  const at = new Uint32Array(words.length)
  let length = 1
  for (const [index, word] of words.entries()) {
    at[index] = length
    length += word.bare.length + 1
  }
  return {
    document,
    joined: ` ${words.map((word) => word.bare).join(' ')} `,
    at,
    starts: Uint32Array.from(words, ({ start }) => start),
    ends: Uint32Array.from(words, ({ end }) => end),
  }
}

/** A run of words of a document, `to` exclusive. */
export interface Run {
  readonly in: Worded
  readonly from: number
  readonly to: number
}

/** Where these words stand in this order with nothing between them, from a word of the document on. */
export function findRun(text: Worded, words: readonly string[], from = 0): Run | undefined {
  const needle = ` ${words.join(' ')} `
  const start = Math.max(0, (text.at[from] ?? text.joined.length) - 1)
  const index = text.joined.indexOf(needle, start)
  if (index < 0) return undefined
  const first = wordAt(text.at, index + 1)
  return { in: text, from: first, to: first + words.length }
}

/** Which word begins at an offset of `joined`. */
function wordAt(at: Uint32Array, offset: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The first word that ends after an offset of the reading text. */
export function wordFrom({ ends }: Worded, offset: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Of the reading text. */
export const spanOfRun = ({ in: text, from, to }: Run): Span => ({
  start: text.starts[from] ?? 0,
  end: text.ends[to - 1] ?? 0,
})

/** So many documents are remembered as words. */
const REMEMBERED = 64

/** Documents as words, the last ones kept: a draft quotes the same few again and again. */
export class WordedDocuments {
  readonly #known = new Map<Document, Worded>()

  of(document: Document): Worded {
    const known = this.#known.get(document) ?? worded(document)
    this.#known.delete(document)
    this.#known.set(document, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest)
    return known
  }
}
