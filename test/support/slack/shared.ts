/** Two bots on one store, one or the other killed now and then: what people asked and what was due. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createLog } from '../../../src/log.ts'
import { readPattern } from '../../../src/schedule/pattern.ts'
import { postgresStore } from '../../../src/store/postgres/store.ts'
import type { Store } from '../../../src/store/store.ts'
import { randomOf } from '../random.ts'
import type { Said } from '../slack-double.ts'
import type { Bench } from './harness.ts'
import { isJson } from './limits.ts'
import { repliesTo, until } from './scenarios.ts'

export interface Wanted {
  readonly questions: number
  readonly posts: number
  readonly kills: number
  /** Milliseconds between two questions. */
  readonly every: number
}

export interface SharedOut {
  /** Questions with no reply, and with more than one. */
  readonly unanswered: number
  readonly twice: number
  /** Due and neither posted nor said to be unknown; posted more than once; said to be sent and not there. */
  readonly missing: number
  readonly doubled: number
  readonly untrue: number
  readonly kills: number
}

const PROGRAM = fileURLToPath(new URL('shared-child.ts', import.meta.url))
const PATIENCE = 120_000

export async function sharedOut(
  bench: Bench,
  url: string,
  { questions, posts, kills, every }: Wanted,
  seed = 1,
): Promise<SharedOut> {
  const random = randomOf(seed)
  const store = await postgresStore(url, { log: createLog('silent') })
  const { id } = await store.schedules.add({
    destination: 'slack:C1',
    pattern: readPattern('daily 00:00 UTC').pattern,
    quiet: false,
  })
  const slots = Array.from({ length: posts }, (_, at) => ({
    destination: 'slack:C1',
    schedule: id,
    date: `run ${at}`,
  }))
  const children = [await start(bench, url), await start(bench, url)]
  try {
    const said: Said[] = []
    const deliveries: Promise<void>[] = []
    for (let at = 0; at < Math.max(questions, posts); at++) {
      if (at < questions) {
        const one = bench.double.mention(`C${at % 10}`, 'U1', `well ${at}?`)
        said.push(one)
        deliveries.push(one.deliver())
      }
      const slot = slots[at]
      if (slot !== undefined) await store.posts.open(slot, new Date())
      await sleep(every)
      if ((at + 1) % Math.ceil(Math.max(questions, posts) / (kills + 1)) !== 0) continue
      const which = random() < 0.5 ? 0 : 1
      await sleep(random() * 300)
      children[which]?.kill('SIGKILL')
      children[which] = await start(bench, url)
    }
    await Promise.all(deliveries)
    await until(() => repliesTo(bench, said).every((count) => count > 0), PATIENCE)
    const end = performance.now() + PATIENCE
    while ((await unfinished(store, id)) > 0 && performance.now() < end) await sleep(100)
    // Whatever would come twice has had the time to.
    await sleep(3000)
    const replies = repliesTo(bench, said)
    const told = await Promise.all(slots.map((slot) => store.posts.get(slot)))
    const times = slots.map(({ date }) => postsOf(bench, `/${id}/${date}/first`))
    return {
      unanswered: replies.filter((count) => count === 0).length,
      twice: replies.filter((count) => count > 1).length,
      missing: told.filter((post, at) => post?.state !== 'unknown' && times[at] === 0).length,
      doubled: times.filter((count) => count > 1).length,
      untrue: told.filter((post, at) => post?.state === 'sent' && times[at] === 0).length,
      kills,
    }
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await store.close()
  }
}

const unfinished = async (store: Store, schedule: number): Promise<number> =>
  (await store.posts.unfinished()).filter((post) => post.schedule === schedule).length

/** How many messages stand there that were sent for a key with these words in it. */
const postsOf = ({ double }: Bench, words: string): number =>
  double.workspace.said().filter(({ metadata }) => {
    const payload = isJson(metadata) ? metadata['event_payload'] : undefined
    return isJson(payload) && String(payload['key']).includes(`${words}/`)
  }).length

async function start({ double }: Bench, store: string): Promise<ChildProcess> {
  const { apiUrl: API, botToken: BOT, appToken: APP } = double
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, API, BOT, APP, STORE: store },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
