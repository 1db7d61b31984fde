/**
 * What an answer costs as the documents grow: a whole answer of the bot beside SQLite FTS5's bare
 * search for any of the words, on the same passages in the same process; building, memory.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'
import { indexTerms } from '../../index/analyzer.ts'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { type Engine, engineFor, ENGINES } from '../../index/engines/engines.ts'
import { saveSnapshot } from '../../index/snapshot/snapshot.ts'
import { Asker } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import { Fts5, wordsOf } from './fts5.ts'
import { type Generated, generate } from './generate.ts'
import { memory, note, say, table, timeEach } from './measure.ts'
import { recombine } from './recombine.ts'

const QUESTIONS = 400

const execute = promisify(execFile)
/** What `ready.ts` prints. */
const Ready = z.object({ ready: z.number(), bytes: z.number() })

/**
 * @param from a question file whose passages are recombined; made-up words when there is none
 * @param only this engine; each when there is none
 */
export async function benchAsk(
  sizes: readonly number[],
  from?: string,
  only?: string,
): Promise<void> {
  const rows: (string | number)[][] = [
    [
      'passages',
      'engine',
      'answer p50',
      'p95',
      'p99',
      'FTS5 p50',
      'p95',
      'p99',
      'FTS5 + stop p95',
      'p95 / FTS5 p95',
      'build s',
      'ready ms',
      'snapshot MB',
      'KB a passage',
      'KB restored',
    ],
  ]
  for (const size of sizes) {
    note(`${size} passages …`)
    const make = (): Generated =>
      from === undefined ? generate(size, QUESTIONS) : recombine(from, size, QUESTIONS)
    for (const engine of ENGINES.filter((one) => one !== 'auto' && (only ?? one) === one)) {
      const row = await benchSize(make, engine)
      note(row.join(' '))
      rows.push(row)
    }
  }
  say(`${QUESTIONS} questions; documents ${from ?? 'made up'}; milliseconds.`)
  say(table(rows))
}

async function benchSize(make: () => Generated, engine: Engine): Promise<(string | number)[]> {
  const before = memory()
  const { documents, questions } = make()
  const corpus = new WholeCorpus(await engineFor(engine, 0))
  const from = performance.now()
  corpus.add(documents)
  const build = (performance.now() - from) / 1000
  const asker = new Asker({ corpus, model: loadModel(), aliases: {}, caution: 'normal' })
  const answers = await timeEach(questions, (question) => asker.ask(question))
  const bytes = (memory() - before) / corpus.passages.size
  const { ready, bytes: restored, size } = await timeSnapshot(corpus, engine)
  const fts5 = new Fts5(passagesOf(corpus))
  const content = questions.map((question) =>
    wordsOf(question).filter((word) => indexTerms(word, 'en').length > 0),
  )
  const bare = await timeEach(content, (words) => fts5.search(words))
  const all = await timeEach(questions.slice(0, 60).map(wordsOf), (words) => fts5.search(words), 5)
  fts5.close()
  return [
    String(corpus.passages.size),
    engine,
    answers.p50,
    answers.p95,
    answers.p99,
    bare.p50,
    bare.p95,
    bare.p99,
    all.p95,
    answers.p95 / bare.p95,
    build,
    Math.round(ready),
    size / 2 ** 20,
    bytes / 1024,
    restored / corpus.passages.size / 1024,
  ]
}

/** How long a saved corpus takes until it can be asked, in a process that starts with it. */
async function timeSnapshot(
  corpus: WholeCorpus,
  engine: Engine,
): Promise<z.infer<typeof Ready> & { size: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const path = join(folder, 'corpus')
  try {
    await saveSnapshot(path, corpus)
    const script = fileURLToPath(new URL('ready.ts', import.meta.url))
    const { stdout } = await execute(process.execPath, [script, path, engine])
    return { ...Ready.parse(JSON.parse(stdout)), size: (await stat(path)).size }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function* passagesOf(corpus: WholeCorpus): Generator<{ id: number; title: string; text: string }> {
  for (const { id, document, sentences } of corpus.passages.values())
    yield {
      id,
      title: document.title.value,
      text: document.clean.slice(sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0),
    }
}
