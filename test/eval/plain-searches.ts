/** Plain engines that document search is compared with: MiniSearch with our stems, SQLite's FTS5. */
import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import { fold, indexTerms, stem } from '../../index/analyzer.ts'

export interface RetrievalDocument {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Finds the ids of documents, best first, at most `DEPTH`. */
export type Search = (query: string) => Promise<string[]> | string[]
export type MakeSearch = (documents: readonly RetrievalDocument[]) => Search

/** So many documents of a search count. */
export const DEPTH = 1000

export const plainSearches: Readonly<Record<string, MakeSearch>> = {
  'minisearch-stemmed': (documents) => {
    const engine = new MiniSearch<RetrievalDocument>({
      fields: ['title', 'text'],
      processTerm: (term) => stem(fold(term), 'en'),
    })
    engine.addAll(documents)
    return (query) => miniSearch(engine, query)
  },
  /** The same without function words, which is kinder to it. */
  'minisearch-analyzed': (documents) => {
    const engine = new MiniSearch<RetrievalDocument>({
      fields: ['title', 'text'],
      tokenize: (text) => indexTerms(text, 'en'),
      processTerm: (term) => term,
    })
    engine.addAll(documents)
    return (query) => miniSearch(engine, query)
  },
  fts5: (documents) => {
    const search = fts5(documents)
    return (query) => search(words(query))
  },
  /** Its query without function words. */
  'fts5-content': (documents) => {
    const search = fts5(documents)
    return (query) => search(words(contentOf(query)))
  },
}

function miniSearch(engine: MiniSearch<RetrievalDocument>, query: string): string[] {
  return engine
    .search(query)
    .slice(0, DEPTH)
    .map(({ id }) => String(id))
}

function fts5(documents: readonly RetrievalDocument[]): (words: readonly string[]) => string[] {
  const database = new DatabaseSync(':memory:')
  database.exec(
    "create virtual table documents using fts5(id unindexed, title, text, tokenize = 'porter')",
  )
  const insert = database.prepare('insert into documents values (?, ?, ?)')
  for (const { id, title, text } of documents) insert.run(id, title, text)
  const select = database.prepare(
    `select id from documents where documents match ? order by bm25(documents) limit ${DEPTH}`,
  )
  return (asked) => {
    if (asked.length === 0) return []
    const rows = select.all(asked.map((word) => `"${word}"`).join(' OR '))
    return rows.map(({ id }) => String(id))
  }
}

const words = (text: string): string[] => [
  ...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
]

/** The words whose analysis leaves a term. */
function contentOf(text: string): string {
  return words(text)
    .filter((word) => indexTerms(word, 'en').length > 0)
    .join(' ')
}
