/**
 * Scheduled posts by a process of its own, to be killed: `node schedule-child.ts`, all it needs in the
 * environment. Its clock leaps from one thing to do to the next, and is told on standard output.
 */
import { flushCompileCache } from 'node:module'
import { pino } from 'pino'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Change } from '../../index/library/manifest.ts'
import type { Adapter } from '../../src/adapter.ts'
import { Pipelines } from '../../src/pipeline.ts'
import { Digests } from '../../src/schedule/digests.ts'
import { Runner } from '../../src/schedule/runner.ts'
import { libraryOf } from './library.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { documentFrom } from './library.ts'
import { newsOf } from './news.ts'

const DAY = 86_400_000
const { PLATFORM, API: apiUrl = '', TOKEN = '', APP = '', STORE = '' } = process.env
const until = Number(process.env['UNTIL'])
let now = Number(process.env['NOW'])
const clock = (): Date => new Date(now)

const log = pino({ level: 'silent' })
const store = sqliteStore(STORE, clock)
const { ledger, memory, inbox } = store
const shared = { apiUrl, ledger, memory, inbox, log, clock }
const timing = { backoff: 5, longestBackoff: 200, timeout: 2000, settle: 50 }

const adapter = PLATFORM === 'slack' ? await slack() : await discord()
await adapter.start(() => Promise.reject(new Error('nobody asks')))

const corpus = new WholeCorpus(makeMiniSearch)
const changes: Change[] = []
// What came in before a post that is not finished yet stands in it.
let read = now - 2 * DAY
comeIn()

const library = libraryOf(corpus, {
  view: () => {
    process.stdout.write('computing\n')
    return Promise.resolve(corpus)
  },
  changes: (since: Date) => changes.filter(({ at }) => at > since.getTime()),
})
const known = { aliases: {}, caution: 'normal' as const, rememberHours: 1, store, clock }
const digests = new Digests({
  library,
  pipelines: new Pipelines(known),
  store,
  channels: {},
  clock,
})
const waiting = new Set<{ readonly at: number; readonly call: () => void }>()
const timers = {
  after: (milliseconds: number, call: () => void) => {
    const timer = { at: now + milliseconds, call }
    waiting.add(timer)
    return () => void waiting.delete(timer)
  },
}
const lookEvery = 20 * 60_000
const options = { adapters: [adapter], digests, store, log, clock, timers, lookEvery }
const runner = new Runner({ ...options, catchUp: 6 * 3_600_000 })

// The next start, after a kill, reads the code in half the time.
flushCompileCache()
runner.start()
await runner.idle()
while (now < until) {
  const next = [...waiting].sort((a, b) => a.at - b.at)[0]
  if (next === undefined) throw new Error('nothing is left to do')
  waiting.delete(next)
  now = Math.max(now, next.at)
  process.stdout.write(`${now}\n`)
  comeIn()
  next.call()
  await runner.idle()
}
await runner.stop()
await adapter.stop()
await store.close()

/** Every midnight two documents, the same in every process. */
function comeIn(): void {
  for (; read <= now; read += DAY) {
    const day = Math.floor(read / DAY)
    const documents = newsOf(day, 2).map(({ name, text }) => documentFrom(name, text))
    corpus.add(documents)
    changes.push(...documents.map(({ id }) => ({ id, state: 'new' as const, at: day * DAY })))
  }
}

async function slack(): Promise<Adapter> {
  const { Slack } = await import('../../adapters/slack/adapter.ts')
  const tokens = { botToken: TOKEN, appToken: APP, mode: 'socket' as const }
  return new Slack({ ...shared, ...tokens, timing: { ...timing, interval: 5 } })
}

async function discord(): Promise<Adapter> {
  const { Discord } = await import('../../adapters/discord/adapter.ts')
  return new Discord({ ...shared, token: TOKEN, timing: { ...timing, identify: 5 } })
}
