import { detached } from './detached.ts'

/** So many words are remembered at most; a power of two. */
const SIZE = 1 << 17
/** Longer words hardly come again. */
const LONGEST = 40

/**
 * What was made of words, found by their letters where they stand in a text: no word that is known is
 * cut out of it. Of two words that share a place the later one stays.
 */
export class WordCache<T> {
  readonly #make: (word: string) => T
  // With holes: to fill them takes longer than a short run has.
  readonly #words: (string | undefined)[] = []
  readonly #made: (T | undefined)[] = []

  /** @param make depends on the word alone */
  constructor(make: (word: string) => T) {
    this.#make = make
    this.#words.length = SIZE
    this.#made.length = SIZE
  }

  get(text: string, start: number, end: number): T {
    if (end - start > LONGEST) return this.#make(text.slice(start, end))
    let hash = 0
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
    const place = (hash ^ (hash >>> 15)) & (SIZE - 1)
    const word = this.#words[place] ?? ''
    const made = this.#made[place]
    if (made !== undefined && isAt(word, text, start, end)) return made
    const fresh = detached(text.slice(start, end))
    const found = this.#make(fresh)
    this.#words[place] = fresh
    this.#made[place] = found
    return found
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}
