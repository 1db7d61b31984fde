/** Lists of words that every word of every text is looked up in. Most are on none of them. */

/** How a word begins and ends and how long it is, in a number below 2 ** 16. */
const endsOf = (text: string, start: number, end: number): number =>
  ((text.charCodeAt(start) & 63) << 10) |
  ((text.charCodeAt(end - 1) & 63) << 4) |
  Math.min(15, end - start)

/** Looks at the ends of a word first: that costs less than to look it up. */
export class WordMap<T> {
  readonly #words: ReadonlyMap<string, T>
  readonly #ends = new Uint8Array(0x1_00_00)

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#words = new Map(entries)
    for (const word of this.#words.keys()) this.#ends[endsOf(word, 0, word.length)] = 1
  }

  keys(): Iterable<string> {
    return this.#words.keys()
  }

  /** False when no word of the list looks like this stretch of the text. */
  mayHave(text: string, start: number, end: number): boolean {
    return this.#ends[endsOf(text, start, end)] === 1
  }

  get(word: string): T | undefined {
    return this.mayHave(word, 0, word.length) ? this.#words.get(word) : undefined
  }

  has(word: string): boolean {
    return this.mayHave(word, 0, word.length) && this.#words.has(word)
  }
}

/** Words by themselves, separated by white space. */
export const wordList = (words: string): WordMap<true> =>
  new WordMap(words.split(/\s+/u).map((word): [string, true] => [word, true]))
