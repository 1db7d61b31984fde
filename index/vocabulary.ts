/** The terms of a corpus: how many passages have each, how it is written, and which are spelt alike. */
import { distance } from 'fastest-levenshtein'
import { detached } from './detached.ts'
import type { ColumnReader, ColumnWriter } from './snapshot/columns.ts'

/** The terms of documents, as whoever reads a question asks for them. */
export interface Words {
  /** How many passages have the term; 0 when none. */
  frequency(term: string): number
  /** One way the documents write it; `undefined` when none has it. */
  written(term: string): string | undefined
  /**
   * Terms spelt like one that no passage has, nearest first, at most `limit`: one edit for terms of
   * four characters, two from eight on. Numbers have no neighbours.
   */
  nearest(term: string, limit: number): Near[]
}

export interface Near {
  readonly term: string
  readonly distance: number
}

interface Entry {
  readonly term: string
  passages: number
  /** One way the documents write it, for messages. */
  readonly written: string
}

interface Bucket {
  readonly terms: string[]
  /** Of each term, the letters it has, as `lettersOf` counts them. */
  readonly letters: number[]
}

/** So many terms may linger in the buckets. */
const FEW_GONE = 1000

export class Vocabulary implements Words {
  readonly #entries = new Map<string, Entry>()
  /** Terms by length and first character: spelling mistakes rarely touch both. */
  #buckets = new Map<string, Bucket>()
  /** Terms that stand in a bucket though no passage has them any more. */
  readonly #gone = new Set<string>()

  get size(): number {
    return this.#entries.size
  }

  /**
   * Counts passages that have `term`; `written` is asked for when it is new.
   * @returns the same term, as it is kept: it is found sooner wherever else it is kept, too
   */
  add(term: string, passages: number, written: () => string): string {
    const entry = this.#entries.get(term)
    if (entry !== undefined) {
      entry.passages += passages
      return entry.term
    }
    const own = detached(term)
    this.#entries.set(own, { term: own, passages, written: detached(written()) })
    if (!this.#gone.delete(own)) put(this.#buckets, own)
    return own
  }

  remove(term: string): void {
    const entry = this.#entries.get(term)
    if (entry === undefined) return
    if (--entry.passages > 0) return
    this.#entries.delete(term)
    this.#gone.add(term)
    if (this.#gone.size > FEW_GONE && this.#gone.size > this.#entries.size) this.#sortAgain()
  }

  frequency(term: string): number {
    return this.#entries.get(term)?.passages ?? 0
  }

  written(term: string): string | undefined {
    return this.#entries.get(term)?.written
  }

  /** @param frequency how many passages count that have a term; one that none has is not found */
  nearest(
    term: string,
    limit: number,
    frequency: (term: string) => number = (one) => this.frequency(one),
  ): Near[] {
    const length = term.length
    if (length < 4 || length > 30 || /\d/u.test(term)) return []
    const most = length < 8 ? 1 : 2
    const found: (Near & { readonly passages: number })[] = []
    const firsts = new Set([term[0] ?? '', term[1] ?? ''])
    const own = lettersOf(term)
    for (let size = length - most; size <= length + most; size++)
      for (const first of firsts) {
        const bucket = this.#buckets.get(`${size}${first}`)
        if (bucket === undefined) continue
        for (let at = 0; at < bucket.letters.length; at++) {
          // One edit takes at most one letter away and brings at most one.
          if (bitsOf((bucket.letters[at] ?? 0) ^ own) > most * 2) continue
          const candidate = bucket.terms[at] ?? ''
          const edits = distance(term, candidate)
          if (edits > most || candidate === term || !this.#entries.has(candidate)) continue
          const passages = frequency(candidate)
          if (passages > 0) found.push({ term: candidate, distance: edits, passages })
        }
      }
    return found
      .sort(
        (a, b) => a.distance - b.distance || b.passages - a.passages || (a.term < b.term ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ term: one, distance: edits }) => ({ term: one, distance: edits }))
  }

  save(to: ColumnWriter): void {
    to.texts([...this.#entries.keys()])
    to.texts([...this.#entries.values()].map(({ written }) => written))
    to.numbers([...this.#entries.values()].map(({ passages }) => passages))
  }

  static restore(from: ColumnReader): Vocabulary {
    const vocabulary = new Vocabulary()
    const terms = from.texts()
    const written = from.texts()
    const counts = from.numbers()
    for (const [at, term] of terms.entries())
      vocabulary.#entries.set(term, {
        term,
        passages: counts[at] ?? 0,
        written: written[at] ?? term,
      })
    vocabulary.#sortAgain()
    return vocabulary
  }

  #sortAgain(): void {
    this.#buckets = new Map()
    this.#gone.clear()
    for (const term of this.#entries.keys()) put(this.#buckets, term)
  }
}

function put(buckets: Map<string, Bucket>, term: string): void {
  const key = `${term.length}${term[0] ?? ''}`
  const bucket = buckets.get(key)
  if (bucket === undefined) buckets.set(key, { terms: [term], letters: [lettersOf(term)] })
  else {
    bucket.terms.push(term)
    bucket.letters.push(lettersOf(term))
  }
}

/** The set of letters of a term in 32 bits; letters that share a bit only let a term pass too much. */
function lettersOf(term: string): number {
  let letters = 0
  for (let at = 0; at < term.length; at++) letters |= 1 << (term.charCodeAt(at) & 31)
  return letters
}

/** How many bits are set. */
function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55_55_55_55)
  bits = (bits & 0x33_33_33_33) + ((bits >>> 2) & 0x33_33_33_33)
  return Math.imul((bits + (bits >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24
}
