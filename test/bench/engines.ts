/** The engines that are measured side by side, each as its own documentation sets it up. */
import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import { Index as FlexIndex } from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { fold, stem } from '../../index/analyzer.ts'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { type Engine, engineFor } from '../../index/engines/engines.ts'
import type { Document, Language } from '../../index/document.ts'
import { Asker } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import { readQuestion } from '../../src/ask/question.ts'
import { queryOf } from '../../src/ask/rank.ts'
import { Fts5, wordsOf } from './fts5.ts'

interface PeerPassage {
  readonly id: number
  readonly title: string
  readonly text: string
}

/** What every engine is given: the passages, and the documents that they are cut from. */
export interface PeerData {
  readonly passages: readonly PeerPassage[]
  readonly documents: readonly Document[]
  readonly language: Language
}

/** The ids of the best passages for a question, best first. */
export interface PeerSearch {
  (question: string): readonly number[] | Promise<readonly number[]>
  /** What it holds, where that is outside of JavaScript's heap and buffers. */
  readonly bytes?: number
}

const LIMIT = 10

export const ENGINES: Readonly<
  Record<string, (data: PeerData) => PeerSearch | Promise<PeerSearch>>
> = {
  'MiniSearch as it comes': ({ passages }) => {
    const engine = new MiniSearch<PeerPassage>({ fields: ['title', 'text'] })
    engine.addAll(passages)
    return (question) => firstIds(engine.search(question).map(({ id }) => id))
  },
  'MiniSearch, our stems': ({ passages, language }) => {
    const engine = new MiniSearch<PeerPassage>({
      fields: ['title', 'text'],
      processTerm: (term) => stem(fold(term), language),
    })
    engine.addAll(passages)
    return (question) => firstIds(engine.search(question).map(({ id }) => id))
  },
  'SQLite FTS5': ({ passages }) => {
    const engine = new Fts5(passages)
    const search = (question: string): number[] => engine.search(wordsOf(question))
    return Object.assign(search, { bytes: engine.bytes })
  },
  lunr: ({ passages }) => {
    const engine = lunr(function () {
      this.field('title')
      this.field('text')
      for (const { id, title, text } of passages) this.add({ id: String(id), title, text })
    })
    // Its query language reads “:”, “~”, “+” and “-” as commands; words are given as words.
    return (question) =>
      firstIds(
        engine
          .query((query) => {
            query.term(lunr.tokenizer(question), {})
          })
          .map(({ ref }) => ref),
      )
  },
  FlexSearch: ({ passages }) => {
    const engine = new FlexIndex()
    for (const { id, title, text } of passages) engine.add(id, `${title}\n${text}`)
    return (question) =>
      engine.search(question, { limit: LIMIT, suggest: true }).map((id) => Number(id))
  },
  Orama: async ({ passages }) => {
    const engine = create({ schema: { title: 'string', text: 'string' } })
    await insertMultiple(
      engine,
      passages.map(({ id, title, text }) => ({ id: String(id), title, text })),
    )
    return async (question) => {
      const { hits } = await searchOrama(engine, { term: question, limit: LIMIT })
      return hits.map(({ id }) => Number(id))
    }
  },
  'Verbatim, minisearch alone': ({ documents }) => alone(documents, 'minisearch'),
  'Verbatim, postings alone': ({ documents }) => alone(documents, 'postings'),
  'Verbatim, whole answers, minisearch': ({ documents }) => whole(documents, 'minisearch'),
  'Verbatim, whole answers, postings': ({ documents }) => whole(documents, 'postings'),
}

async function alone(documents: readonly Document[], engine: Engine): Promise<PeerSearch> {
  const corpus = await corpusOf(documents, engine)
  return async (question) => {
    const hits = await corpus.search(queryOf(readQuestion(question, corpus)), { limit: LIMIT })
    return hits.map(({ id }) => id)
  }
}

async function whole(documents: readonly Document[], engine: Engine): Promise<PeerSearch> {
  const corpus = await corpusOf(documents, engine)
  const asker = new Asker({ corpus, model: loadModel(), aliases: {}, caution: 'normal' })
  return async (question) => {
    const { ranked } = await asker.consider(question)
    return [...new Set(ranked.map(({ passage }) => passage.id))].slice(0, LIMIT)
  }
}

async function corpusOf(documents: readonly Document[], engine: Engine): Promise<WholeCorpus> {
  const corpus = new WholeCorpus(await engineFor(engine, documents.length))
  corpus.add(documents)
  return corpus
}

const firstIds = (ids: readonly unknown[]): number[] => ids.slice(0, LIMIT).map(Number)
