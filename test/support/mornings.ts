/** A channel whose documents come in one day after another, and what it is posted every morning. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Document } from '../../index/document.ts'
import type { Change } from '../../index/library/manifest.ts'
import { readFile } from '../../index/readers/read.ts'
import { Bot } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import type { Reply, Summary } from '../../src/reply.ts'
import { readPattern } from '../../src/schedule/pattern.ts'
import { Runner } from '../../src/schedule/runner.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { libraryOf } from './library.ts'

const DAY = 86_400_000

/** What came in a day, and what was posted the morning after. */
export interface Morning {
  readonly date: string
  readonly documents: readonly Document[]
  readonly post: Reply | undefined
}

/** One day a list of documents; the last day has none. */
export async function mornings(days: readonly (readonly Document[])[]): Promise<Morning[]> {
  let now = Date.UTC(2026, 0, 5, 7)
  const clock = () => new Date(now)
  const corpus = new WholeCorpus(makeMiniSearch)
  const changes: Change[] = []
  const store = sqliteStore(':memory:', clock)
  const library = libraryOf(corpus, {
    changes: (since) => changes.filter(({ at }) => at > since.getTime()),
  })
  const log = createLog('silent')
  const known = { aliases: {}, caution: 'normal' as const, rememberHours: 1, channels: {} }
  const bot = new Bot({ ...known, library, log, store, clock })
  const posts: Reply[] = []
  const adapter = {
    name: 'slack',
    isShared: () => Promise.resolve(false),
    post: (_to: string, reply: Reply, key: string) => {
      posts.push(reply)
      return Promise.resolve({ id: key })
    },
  }
  await store.schedules.add({
    destination: 'slack:C1',
    pattern: readPattern('daily 08:00 UTC').pattern,
    quiet: false,
  })
  const timers = { after: () => () => {} }
  const { digests } = bot
  const runner = new Runner({
    adapters: [adapter],
    digests,
    store,
    log,
    clock,
    timers,
    catchUp: DAY / 4,
  })
  const told: Morning[] = []
  for (const documents of [...days, []]) {
    // In the evening they come in; in the morning they are told.
    now += DAY / 2
    corpus.add(documents)
    changes.push(...documents.map(({ id }) => ({ id, state: 'new' as const, at: now })))
    now += DAY / 2 + 3_600_000
    runner.look()
    await runner.idle()
    told.push({ date: clock().toISOString().slice(0, 10), documents, post: posts.pop() })
    now -= 3_600_000
  }
  await runner.stop()
  await store.close()
  return told
}

/** The documents of a folder's files, the oldest first. */
export async function datedDocuments(folder: string, pattern: RegExp): Promise<Document[]> {
  const documents: Document[] = []
  for (const name of readdirSync(folder)
    .filter((one) => pattern.test(one))
    .sort()) {
    const found = await readFile({ name, bytes: readFileSync(join(folder, name)) })
    documents.push(...(found.documents ?? []))
  }
  const date = ({ date: own }: Document): string => own?.value ?? ''
  return documents.sort((a, b) => (date(a) < date(b) ? -1 : 1))
}

export const summaryOf = ({ post }: Morning): Summary => {
  if (post?.kind !== 'summary') throw new Error('no summary was posted')
  return post
}
