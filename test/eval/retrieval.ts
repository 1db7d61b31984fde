/**
 * Document retrieval on test collections: nDCG@10, MAP and recall@100 of the project's document search
 * beside plain engines on the same documents. A collection is a folder with `documents.jsonl` (id,
 * title, text), `queries.jsonl` (id, text) and `relevance.tsv` (query, document, grade).
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Document, Language } from '../../index/document.ts'
import { DocumentSearch } from './documents/document-search.ts'
import { documentOf } from '../../index/readers/read.ts'
import { round } from './measures.ts'
import {
  DEPTH,
  type MakeSearch,
  plainSearches,
  type RetrievalDocument,
  type Search,
} from './plain-searches.ts'
import { VerbatimError } from '../../src/errors.ts'

export interface RetrievalOptions {
  /** Only the search of this name; all unless told. */
  readonly engine?: string
  /** A file for what our own search found: a line of JSON a query, documents best first. */
  readonly predictions?: string
}

const FILES = ['documents.jsonl', 'queries.jsonl', 'relevance.tsv']

const DocumentLine = z.object({ id: z.string(), title: z.string(), text: z.string() })
const QueryLine = z.object({ id: z.string(), text: z.string() })

interface Collection {
  readonly documents: readonly RetrievalDocument[]
  readonly queries: readonly { readonly id: string; readonly text: string }[]
  /** Query → document → grade above 0. */
  readonly relevant: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Takes what was found for a query. */
type Keep = (id: string, documents: readonly string[]) => void

interface Measured {
  readonly ndcg10: number
  readonly map: number
  readonly recall100: number
}

/** @param path a collection, or a folder of them */
export async function evalRetrieval(path: string, options: RetrievalOptions = {}): Promise<object> {
  const folders = isCollection(path)
    ? [path]
    : readdirSync(path)
        .map((name) => join(path, name))
        .filter((folder) => isCollection(folder))
        .sort()
  if (folders.length === 0)
    return { kind: 'retrieval', skipped: `no ${FILES.join(', ')} in ${path}` }
  const collections: Record<string, object> = {}
  const lines: string[] = []
  for (const folder of folders) {
    const collection = basename(folder)
    const keep = (id: string, documents: readonly string[]): void =>
      void lines.push(`${JSON.stringify({ collection, id, documents })}\n`)
    collections[collection] = await evalCollection(readCollection(folder), options, keep)
  }
  if (options.predictions !== undefined) writeFileSync(options.predictions, lines.join(''))
  return { kind: 'retrieval', collections }
}

async function evalCollection(
  collection: Collection,
  { engine }: RetrievalOptions,
  keep: Keep,
): Promise<object> {
  const queries = collection.queries.filter(({ id }) => collection.relevant.has(id))
  const results: Record<string, Measured> = {}
  const searches: Record<string, MakeSearch> = { verbatim: ownSearch, ...plainSearches }
  if (engine !== undefined && searches[engine] === undefined)
    throw new VerbatimError(
      'usage',
      `There is no search “${engine}”; there are ${Object.keys(searches).join(', ')}.`,
    )
  for (const [name, make] of Object.entries(searches))
    if (engine === undefined || engine === name)
      results[name] = await measure(
        make(collection.documents),
        queries,
        collection.relevant,
        name === 'verbatim' ? keep : () => {},
      )
  const { verbatim, ...plain } = results
  const best = Math.max(...Object.values(plain).map(({ ndcg10 }) => ndcg10))
  return {
    documents: collection.documents.length,
    queries: queries.length,
    ...(verbatim !== undefined &&
      Number.isFinite(best) && { aboveBestPlain: round(verbatim.ndcg10 / best - 1) }),
    ...results,
  }
}

/** The project's own way: through the readers, the corpus and its document search. */
function ownSearch(documents: readonly RetrievalDocument[]): Search {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(documents.flatMap((one) => toDocument(one) ?? []))
  const search = new DocumentSearch(corpus)
  const [language = 'en'] = corpus.languages satisfies ReadonlySet<Language>
  return async (query) =>
    (await search.search(query, language, { limit: DEPTH })).map(({ documentId }) => documentId)
}

function toDocument({ id, title, text }: RetrievalDocument): Document | undefined {
  const { document } = documentOf(`${id}.txt`, text.trim() === '' ? title : text, id)
  return document && { ...document, id, title: { value: title, inferred: false } }
}

async function measure(
  search: Search,
  queries: Collection['queries'],
  relevant: Collection['relevant'],
  keep: Keep,
): Promise<Measured> {
  let [ndcg, map, recall] = [0, 0, 0]
  for (const { id, text } of queries) {
    const grades = relevant.get(id) ?? new Map<string, number>()
    const found = await search(text)
    keep(id, found)
    const gains = found.map((document) => grades.get(document) ?? 0)
    ndcg += gain(gains) / gain([...grades.values()].sort((a, b) => b - a))
    map += averagePrecision(gains, grades.size)
    recall += gains.slice(0, 100).filter((grade) => grade > 0).length / grades.size
  }
  const mean = (total: number): number => round(total / queries.length)
  return { ndcg10: mean(ndcg), map: mean(map), recall100: mean(recall) }
}

const gain = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0)

function averagePrecision(gains: readonly number[], relevant: number): number {
  let hits = 0
  let total = 0
  for (const [at, grade] of gains.entries()) if (grade > 0) total += ++hits / (at + 1)
  return total / relevant
}

const isCollection = (path: string): boolean => FILES.every((file) => existsSync(join(path, file)))

function readCollection(folder: string): Collection {
  const lines = (name: string): string[] =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
  const relevant = new Map<string, Map<string, number>>()
  for (const line of lines('relevance.tsv')) {
    const [query = '', document = '', grade = '1'] = line.split('\t')
    if (!(Number(grade) > 0)) continue
    const grades = relevant.get(query) ?? new Map<string, number>()
    relevant.set(query, grades.set(document, Number(grade)))
  }
  return {
    documents: lines('documents.jsonl').map((line) => DocumentLine.parse(JSON.parse(line))),
    queries: lines('queries.jsonl').map((line) => QueryLine.parse(JSON.parse(line))),
    relevant,
  }
}
