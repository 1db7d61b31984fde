/** SQLite's full-text search as a person would set it up: porter stems, BM25, any of the words. */
import { DatabaseSync } from 'node:sqlite'

export class Fts5 {
  readonly #database = new DatabaseSync(':memory:')
  readonly #select

  constructor(
    passages: Iterable<{ readonly id: number; readonly title: string; readonly text: string }>,
  ) {
    this.#database.exec(
      "create virtual table passages using fts5(title, text, tokenize = 'porter')",
    )
    const insert = this.#database.prepare(
      'insert into passages (rowid, title, text) values (?, ?, ?)',
    )
    this.#database.exec('begin')
    for (const { id, title, text } of passages) insert.run(id, title, text)
    this.#database.exec('commit')
    this.#select = this.#database.prepare(
      'select rowid as id from passages where passages match ? order by rank limit 10',
    )
  }

  /** The ten best with any of the words. */
  search(words: readonly string[]): number[] {
    if (words.length === 0) return []
    return this.#select
      .all(words.map((word) => `"${word}"`).join(' OR '))
      .map(({ id }) => Number(id))
  }

  /** Bytes of the whole database. */
  get bytes(): number {
    const pages = this.#database.prepare('pragma page_count').get()?.['page_count']
    const size = this.#database.prepare('pragma page_size').get()?.['page_size']
    return Number(pages) * Number(size)
  }

  close(): void {
    this.#database.close()
  }
}

export const wordsOf = (text: string): string[] => [
  ...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
]
