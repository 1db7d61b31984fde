/** Plain engines and ours on the same passages and questions: what they find, take and hold. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Passage } from '../../index/passages.ts'
import { documentsOf, type QuestionSet, readQuestionSet } from '../eval/questions.ts'
import { ENGINES, type PeerData } from './engines.ts'
import { memory, note, say, table, timeEach } from './measure.ts'

/** @param path a uniform question file, or a folder of them */
export async function benchPeers(path: string): Promise<void> {
  if (!existsSync(path)) {
    say(`skipped: ${path} is not there`)
    return
  }
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path]
  for (const file of files) await benchSet(readQuestionSet(file))
}

async function benchSet(set: QuestionSet): Promise<void> {
  const { data, isRight } = prepare(set)
  const rows: (string | number)[][] = [
    ['engine', 'hit@1', 'hit@3', 'build ms', 'p50 ms', 'p95 ms', 'p99 ms', 'MB'],
  ]
  for (const [name, make] of Object.entries(ENGINES)) {
    note(`${set.name}: ${name} …`)
    const before = memory()
    const from = performance.now()
    const search = await make(data)
    const build = performance.now() - from
    const held = search.bytes ?? memory() - before
    let [first, three] = [0, 0]
    for (const question of set.questions) {
      const rank = (await search(question.question)).findIndex((id) => isRight(id, question))
      if (rank === 0) first++
      if (rank >= 0 && rank < 3) three++
    }
    const { p50, p95, p99 } = await timeEach(set.questions, ({ question }) => search(question), 0)
    const share = (hits: number): string => (hits / set.questions.length).toFixed(3)
    const megabytes = (held / 2 ** 20).toFixed(1)
    rows.push([name, share(first), share(three), Math.round(build), p50, p95, p99, megabytes])
  }
  say(`${set.name}: ${data.passages.length} passages, ${set.questions.length} questions`)
  say(`${table(rows)}\n`)
}

type Asked = QuestionSet['questions'][number]

function prepare(set: QuestionSet): {
  data: PeerData
  isRight: (id: number, question: Asked) => boolean
} {
  const documents = documentsOf(set)
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(documents)
  const passages = [...corpus.passages.values()]
  const [language = 'en'] = corpus.languages
  return {
    data: {
      documents,
      language,
      passages: passages.map((passage) => {
        const { start, end } = rangeOf(passage)
        const { clean, title } = passage.document
        return { id: passage.id, title: title.value, text: clean.slice(start, end) }
      }),
    },
    isRight: (id, { answers }) => {
      const passage = corpus.passages.get(id)
      if (passage === undefined) return false
      const found = passage.document.map.toText(rangeOf(passage))
      return answers.some(
        ({ document, start, end }) =>
          document === passage.document.id && start < found.end && end > found.start,
      )
    },
  }
}

function rangeOf({ sentences }: Passage): { start: number; end: number } {
  return { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 }
}
