/**
 * Time, processes and a platform by script: runners that share a store, are killed wherever it hurts,
 * and a platform that keeps what it took and knows a key again.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Document } from '../../index/document.ts'
import type { Change } from '../../index/library/manifest.ts'
import type { Adapter } from '../../src/adapter.ts'
import { Bot, type BotOptions } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import { Runner, type Timers } from '../../src/schedule/runner.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import type { Store } from '../../src/store/store.ts'
import { libraryOf } from './library.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Where a process dies: before it sends, after the platform took it, before it is written down. */
export type Fatal = 'computing' | 'before' | 'accepted' | 'answered'

export interface Posted {
  readonly to: string
  readonly key: string
  readonly reply: Reply
  readonly at: Date
}

export interface Process {
  readonly bot: Bot
  readonly store: Store
  readonly runner: Runner
  /** As SIGKILL: nothing of it happens any more. */
  readonly kill: () => void
}

type Post = Parameters<Adapter['post']>
type Receipt = Awaited<ReturnType<Adapter['post']>>

export interface Platform extends Pick<Adapter, 'name' | 'post'> {
  /** The next post is taken, and nothing that its adapter does after that happens. */
  cutOff?(): void
}

interface Timer {
  readonly at: number
  readonly call: () => void
}

export class ScheduleWorld {
  readonly corpus = new WholeCorpus(makeMiniSearch)
  readonly changes: Change[] = []
  /** Channels that other organisations read. */
  readonly shared = new Set<string>()
  readonly posted: Posted[] = []
  /** Every call of `post` that came in, those of keys known too. */
  calls = 0
  /** What the next posts die or fail of. */
  readonly fatal: Fatal[] = []
  readonly failing: ('taken' | 'refused')[] = []
  /** Milliseconds since 1970. */
  now: number
  readonly #path: string
  readonly #catchUp: number
  readonly #timers = new Set<Timer>()
  readonly #living = new Set<Process>()

  constructor(start: string, { path = ':memory:', catchUp = 6 * HOUR } = {}) {
    this.now = Date.parse(start)
    this.#path = path
    this.#catchUp = catchUp
  }

  readonly clock = (): Date => new Date(this.now)

  /** What comes in now. */
  add(documents: readonly Document[], at = this.now): void {
    this.corpus.add(documents)
    this.changes.push(...documents.map(({ id }) => ({ id, state: 'new' as const, at })))
    for (const { runner } of this.#living) runner.look()
  }

  remove(id: string): void {
    this.corpus.remove(id)
  }

  /** @param platform one that keeps what it took, in memory, unless told */
  start(over: Partial<BotOptions> = {}, platform: Platform = this.#platform): Process {
    const store = sqliteStore(this.#path, this.clock)
    const log = createLog('silent')
    const own = new Set<Timer>()
    let dead = false
    const library = libraryOf(this.corpus, {
      view: async () => {
        if (this.fatal[0] === 'computing') await this.#die(process)
        if (dead) await NEVER
        return this.corpus
      },
      changes: (since) =>
        this.changes.filter(({ id, at }) => at > since.getTime() && this.corpus.documents.has(id)),
    })
    const known = { aliases: {}, caution: 'normal' as const, rememberHours: 1, channels: {} }
    const bot = new Bot({
      perMinute: 1_000_000,
      ...known,
      library,
      log,
      store,
      clock: this.clock,
      ...over,
    })
    const timers: Timers = {
      after: (milliseconds, call) => {
        const timer = { at: this.now + milliseconds, call: () => (dead ? undefined : call()) }
        this.#timers.add(timer)
        own.add(timer)
        return () => this.#timers.delete(timer)
      },
    }
    const { digests } = bot
    const runner = new Runner({
      adapters: [
        {
          name: platform.name,
          post: (...post) => this.#post(post, platform, process),
          isShared: (channel) => Promise.resolve(this.shared.has(channel)),
        },
      ],
      digests,
      store,
      log,
      clock: this.clock,
      timers,
      catchUp: this.#catchUp,
      lookEvery: LOOK,
    })
    const kill = (): void => {
      if (dead) return
      dead = true
      this.#living.delete(process)
      for (const timer of own) this.#timers.delete(timer)
      store.close().catch(() => {})
    }
    const process: Process = { bot, store, runner, kill }
    this.#living.add(process)
    runner.start()
    return process
  }

  get alive(): number {
    return this.#living.size
  }

  /** Goes on, from timer to timer; until everybody is dead. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds
    await this.settle()
    while (this.alive > 0) {
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0]
      if (next === undefined || next.at > end) break
      this.#timers.delete(next)
      this.now = Math.max(this.now, next.at)
      next.call()
      await this.settle()
    }
    if (this.alive > 0) this.now = Math.max(this.now, end)
  }

  /** All that can be done now is done. */
  async settle(): Promise<void> {
    for (const { runner } of this.#living) await Promise.race([runner.idle(), this.#death(runner)])
  }

  async #death(runner: Runner): Promise<void> {
    while ([...this.#living].some((process) => process.runner === runner)) await turn()
  }

  async #post(post: Post, platform: Platform, process: Process): Promise<Receipt> {
    this.calls++
    const failure = this.failing.shift()
    const fatal = this.fatal[0] === 'computing' ? undefined : this.fatal[0]
    if (failure === 'refused') throw new Error('the platform is down')
    if (fatal === 'before') return this.#die(process)
    if (fatal === 'accepted') {
      platform.cutOff?.()
      await platform.post(...post).catch(() => {})
      return this.#die(process)
    }
    const receipt = await platform.post(...post)
    if (fatal === 'answered') return this.#die(process)
    if (failure === 'taken') throw new Error('the answer was lost')
    return receipt
  }

  /** As adapters promise: the same key twice is one post. */
  readonly #platform: Platform = {
    name: 'slack',
    post: (to, reply, key) => {
      if (!this.posted.some((post) => post.key === key))
        this.posted.push({ to, key, reply, at: this.clock() })
      return Promise.resolve({ id: key })
    },
  }

  #die(process: Process): Promise<never> {
    this.fatal.shift()
    process.kill()
    return NEVER
  }
}

/** Rarer than in earnest: a day passes sooner. */
const LOOK = 20 * 60_000

const NEVER = new Promise<never>(() => {})
