/**
 * The desk over 10,000 documents: how large and quick its first page is, and how it bears 50 requests a
 * second for two minutes with briefings under way. `SOAK_SHARE=0.1` is a tenth of the documents and time.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import * as z from 'zod'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { prepareDates } from '../../index/dates.ts'
import { engineFor } from '../../index/engines/engines.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import { packQuantities, quantitiesOf } from '../../index/quantities/figure-index.ts'
import { generate } from '../bench/generate.ts'
import { memory } from '../bench/measure.ts'
import { type OpenDesk, openDesk } from '../support/desk.ts'
import { libraryOf } from '../support/library.ts'
import { watchTurns } from '../support/turns.ts'
import type { Check } from './check.ts'

const DOCUMENTS = 10_000
/** Of a document. */
const PASSAGES = 10
const SECONDS = 120
const WARM_SECONDS = 30
const PER_SECOND = 50
const KILOBYTE = 1000
const MEGABYTE = 1_000_000
/** More live memory than at the start, in megabytes. */
const MOST_KEPT = 50

const Loaded = z.object({ times: z.array(z.number()), failures: z.array(z.string()) })

export async function soakWeb(check: (result: Check) => void): Promise<void> {
  const share = Number(process.env['SOAK_SHARE'] ?? 1)
  await prepareDates()
  const passages = DOCUMENTS * PASSAGES * share
  const { documents, questions } = generate(passages, 200)
  const corpus = new WholeCorpus(await engineFor('auto', passages))
  for (const document of documents) {
    // As they come out of the process that reads files.
    const quantities = packQuantities(quantitiesOf(document, extractQuantities), () => true)
    corpus.put(document, quantities === undefined ? {} : { quantities })
  }
  const library = libraryOf(corpus, {
    changes: () =>
      [...corpus.documents.keys()]
        .slice(0, 50)
        .map((id) => ({ id, state: 'new' as const, at: Date.now() })),
  })
  const desk = await openDesk({}, { library })
  try {
    await firstPage(desk, check)
    const paths = pathsOf(questions, documents.length)
    // What is loaded when it is first used, and what is remembered of documents, is there by then.
    await load(desk, paths, WARM_SECONDS * share, () => {})
    await load(desk, paths, SECONDS * share, check)
  } finally {
    await desk.adapter.stop()
  }
}

async function firstPage({ get, bot }: OpenDesk, check: (result: Check) => void): Promise<void> {
  await bot.examples(3)
  const begun = performance.now()
  const bytes = (await (await get('/')).arrayBuffer()).byteLength
  const took = performance.now() - begun
  const parts = await Promise.all(
    ['/assets/desk.css', '/assets/desk.js', '/assets/icon.svg'].map(
      async (path) => (await (await get(path)).arrayBuffer()).byteLength,
    ),
  )
  const all = bytes + parts.reduce((sum, part) => sum + part, 0)
  check({ what: 'first page with all it loads, kB', measured: all / KILOBYTE, most: 100 })
  check({ what: 'first page, ms', measured: took, most: 200 })
}

/** A third ask, the others read and look at lists. */
const pathsOf = (questions: readonly string[], documents: number): string[] =>
  questions.flatMap((question, at) => {
    const q = new URLSearchParams({ q: question }).toString()
    return [
      at % 2 === 0 ? `/turn?${q}` : `/api/v1/ask?${q}`,
      `/documents/${at % documents}.txt`,
      ['/', '/sources', '/api/v1/documents', '/gaps'][at % 4] ?? '/',
    ]
  })

async function load(
  desk: OpenDesk,
  paths: readonly string[],
  seconds: number,
  check: (result: Check) => void,
): Promise<void> {
  const before = memory()
  const turns = watchTurns()
  const spent = process.threadCpuUsage()
  const worker = new Worker(new URL('./web-load.ts', import.meta.url), {
    workerData: { address: desk.address, paths, perSecond: PER_SECOND, seconds },
  })
  const briefing = setInterval(() => void desk.get('/briefings').catch(() => {}), 5000)
  const [message] = (await once(worker, 'message')) as unknown[]
  clearInterval(briefing)
  const { times, failures } = Loaded.parse(message)
  const held = turns.stop()
  const { user, system } = process.threadCpuUsage(spent)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0
  check({
    what: 'requests answered',
    measured: times.length - failures.length,
    least: times.length,
  })
  check({
    what: 'processor time a request, ms',
    measured: (user + system) / 1000 / times.length,
    most: 1000 / PER_SECOND,
  })
  check({ what: 'median, ms', measured: at(0.5) })
  check({ what: '95th percentile, ms', measured: at(0.95), most: 300 })
  check({ what: 'longest, ms', measured: sorted.at(-1) ?? 0 })
  check({ what: 'event loop held, ms of processor time', measured: held, most: 100 })
  const kept = (memory() - before) / MEGABYTE
  check({ what: 'memory kept, MB', measured: kept, most: MOST_KEPT })
}
