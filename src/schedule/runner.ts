/**
 * Posts what is due, each once: one timer to the next run, one row a post, the same key again when
 * nobody knows how a post ended.
 */
import type { Adapter } from '../adapter.ts'
import type { Logger } from '../log.ts'
import type { Store } from '../store/store.ts'
import { isAtOnce, type Schedule } from './book.ts'
import type { Computed, Digests } from './digests.ts'
import { dueOf, nextOf, WATCHES, watchSlot } from './due.ts'
import { placed } from './place.ts'
import { LEASE, type Post, type Slot } from './posts.ts'
import { wordingsIn } from '../wordings/in-language.ts'

export interface RunnerOptions {
  /** Those that run; schedules of other platforms are left to who runs them. */
  readonly adapters: readonly Posting[]
  readonly digests: Digests
  readonly store: Pick<Store, 'schedules' | 'posts'>
  readonly log: Logger
  /** Milliseconds after its time that a post is still made up for. */
  readonly catchUp: number
  /** Clocks jump and other processes write: it is looked again at least so often, in milliseconds. */
  readonly lookEvery?: number
  readonly clock?: () => Date
  readonly timers?: Timers
}

type Posting = Pick<Adapter, 'name' | 'post' | 'isShared'>

export interface Timers {
  /** Calls once after so many milliseconds; what is returned forgets it. */
  after(milliseconds: number, call: () => void): () => void
}

const LOOK = 60_000
/** Until a failed post is tried again: longer every time. */
const AGAIN = 60_000
const LONGEST_AGAIN = 1_800_000

/** Kept as it stands; told in other languages as it is read. */
const NOBODY = wordingsIn().schedules.line.nobody

export class Runner {
  readonly #options: RunnerOptions
  readonly #clock: () => Date
  readonly #timers: Timers
  readonly #adapters: ReadonlyMap<string, Posting>
  /** Destination → what is under way there; one thing after the other. */
  readonly #under = new Map<string, Promise<void>>()
  readonly #queued = new Set<string>()
  /** Schedule → when it was looked at, and its next run then. */
  readonly #looked = new Map<number, { same: string; at: number; next: number }>()
  #forgetTimer: (() => void) | undefined
  #forgetBook: (() => void) | undefined
  #looking: Promise<void> | undefined
  /** Asked for while it was looked. */
  #again = false
  #stopped = false

  constructor(options: RunnerOptions) {
    this.#options = options
    this.#clock = options.clock ?? (() => new Date())
    this.#timers = options.timers ?? TIMERS
    this.#adapters = new Map(options.adapters.map((adapter) => [adapter.name, adapter]))
  }

  start(): void {
    this.#forgetBook = this.#options.store.schedules.onChange(() => this.look())
    this.look()
  }

  /** What is being sent is sent to its end. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#forgetBook?.()
    this.#forgetTimer?.()
    await this.idle()
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#looking !== undefined || this.#under.size > 0)
      await Promise.all([this.#looking, ...this.#under.values()])
  }

  /** Begins what is due now, and sets the timer to what is next. */
  look(): void {
    if (this.#stopped) return
    this.#again = true
    this.#looking ??= this.#lookWhileAsked()
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      await this.#look()
    }
    this.#looking = undefined
  }

  /** Never rejects. */
  async #look(): Promise<void> {
    this.#forgetTimer?.()
    const now = this.#clock()
    let next = now.getTime() + (this.#options.lookEvery ?? LOOK)
    try {
      const { store } = this.#options
      const schedules = (await store.schedules.list()).filter(({ destination }) =>
        this.#adapters.has(placed(destination).platform),
      )
      for (const schedule of schedules) next = Math.min(next, await this.#due(schedule, now))
      await this.#watches(schedules, now)
      for (const post of await store.posts.unfinished())
        if (this.#adapters.has(placed(post.destination).platform)) this.#queue(post)
    } catch (error) {
      this.#options.log.error({ err: error }, 'schedules could not be looked at; trying again')
    }
    if (this.#stopped) return
    this.#forgetTimer = this.#timers.after(Math.max(1, next - now.getTime()), () => this.look())
  }

  /** @returns when it is due next, in milliseconds since 1970 */
  async #due(schedule: Schedule, now: Date): Promise<number> {
    const { store, catchUp, log } = this.#options
    const time = now.getTime()
    const same = JSON.stringify(schedule)
    const looked = this.#looked.get(schedule.id)
    // Nothing is due between a look and the next run, unless the clock was set back.
    if (looked?.same === same && looked.at <= time && time < looked.next) return looked.next
    const due = await dueOf(schedule, { posts: store.posts, now, catchUp })
    if (due?.late === true) {
      await store.posts.missed(due.slot, due.at, NOBODY)
      log.warn({ ...due.slot }, 'a scheduled post was missed')
    } else if (due !== undefined) await store.posts.open(due.slot, due.at)
    const next = nextOf(schedule, now)
    this.#looked.set(schedule.id, { same, at: time, next })
    return next
  }

  /** Opened only when there is something: computing decides whether it is sent. */
  async #watches(schedules: readonly Schedule[], now: Date): Promise<void> {
    const watching = schedules.filter((one) => isAtOnce(one) && !one.paused)
    for (const destination of new Set(watching.map((one) => one.destination))) {
      const slot = await watchSlot(destination, this.#options.store.posts, now)
      if (slot === undefined) continue
      this.#run(destination, `watch ${nameOf(slot)}`, async () => {
        const found = await this.#options.digests.alert(
          await this.#watchesOf(destination),
          await this.#isShared(destination),
        )
        if (found.reply === undefined) return
        await this.#options.store.posts.open(slot, now)
        await this.#post(slot)
      })
    }
  }

  async #watchesOf(destination: string): Promise<Schedule[]> {
    const all = await this.#options.store.schedules.list(destination)
    return all.filter((one) => isAtOnce(one) && !one.paused)
  }

  #queue(slot: Slot): void {
    this.#run(slot.destination, nameOf(slot), () => this.#post(slot))
  }

  /** Never rejects. */
  #run(destination: string, name: string, work: () => Promise<void>): void {
    if (this.#queued.has(name)) return
    this.#queued.add(name)
    const before = this.#under.get(destination) ?? Promise.resolve()
    const mine = before
      .then(() => (this.#stopped ? undefined : work()))
      .catch((error: unknown) => {
        this.#options.log.error({ err: error, destination }, 'a scheduled post failed')
      })
      .finally(() => {
        this.#queued.delete(name)
        if (this.#under.get(destination) === mine) this.#under.delete(destination)
      })
    this.#under.set(destination, mine)
  }

  async #post(slot: Slot): Promise<void> {
    const { store, catchUp, log } = this.#options
    const post = await store.posts.claim(slot)
    if (post === undefined) return
    const late = this.#clock().getTime() - post.due.getTime() > catchUp
    if (late && post.state === 'pending') {
      await store.posts.missed(slot, post.due, post.note ?? NOBODY)
      log.warn({ ...slot }, 'a scheduled post was missed')
      return
    }
    if (late || (post.state !== 'pending' && post.reply === undefined)) {
      await store.posts.giveUp(slot)
      log.error({ ...slot, note: post.note }, 'nobody knows whether a post was sent; look there')
      return
    }
    const stopRenewing = this.#renewing(slot)
    try {
      await this.#bring(slot, post)
    } finally {
      stopRenewing()
    }
  }

  /** Computed unless it was before, checked, sent, written down. */
  async #bring(slot: Slot, post: Post): Promise<void> {
    const { store, digests } = this.#options
    let { reply } = post
    if (post.state === 'pending') {
      const computed = await this.#compute(slot, post)
      if (computed === undefined) return
      if (computed.reply === undefined) {
        await store.posts.empty(slot, computed.since, computed.until)
        return
      }
      reply = computed.reply
      if (!(await store.posts.sending(slot, { ...computed, reply }))) return
    } else if (!(await store.posts.sending(slot))) return
    if (reply === undefined) return
    try {
      const { channel, platform } = placed(slot.destination)
      const schedule = await store.schedules.get(slot.schedule)
      const place = schedule ?? (await this.#watchesOf(slot.destination))[0] ?? slot
      const adapter = this.#adapters.get(platform)
      if (adapter === undefined) return
      const checked = await digests.check(place, reply, await this.#isShared(slot.destination))
      const { id } = await adapter.post(channel, checked, nameOf(slot))
      await store.posts.sent(slot, id)
    } catch (error) {
      const again = new Date(this.#clock().getTime() + waitOf(post.attempts))
      await store.posts.failed(slot, messageOf(error), again)
      this.#options.log.error({ err: error, ...slot, again }, 'a post failed; it is tried again')
    }
  }

  /** `undefined` when nothing is left to be posted. */
  async #compute(slot: Slot, post: Post): Promise<Computed | undefined> {
    const { store, digests } = this.#options
    try {
      const shared = await this.#isShared(slot.destination)
      if (slot.schedule === WATCHES) {
        const found = await digests.alert(await this.#watchesOf(slot.destination), shared)
        if (found.reply === undefined) await store.posts.drop(slot)
        return found.reply === undefined ? undefined : found
      }
      const schedule = await store.schedules.get(slot.schedule)
      if (schedule === undefined) await store.posts.drop(slot)
      return schedule === undefined ? undefined : await digests.digest(schedule, shared)
    } catch (error) {
      const again = new Date(this.#clock().getTime() + waitOf(post.attempts))
      await store.posts.postpone(slot, messageOf(error), again)
      throw error
    }
  }

  async #isShared(destination: string): Promise<boolean> {
    const { platform, channel } = placed(destination)
    const all = await this.#options.store.schedules.list(destination)
    const owner = all.find((one) => one.owner)?.owner
    return (await this.#adapters.get(platform)?.isShared(channel, owner)) ?? true
  }

  #renewing(slot: Slot): () => void {
    const renew = (): void => {
      const { store, log } = this.#options
      store.posts
        .renew(slot)
        .catch((error: unknown) => log.warn({ err: error, ...slot }, 'a lease was not renewed'))
      forget = this.#timers.after(LEASE / 4, renew)
    }
    let forget = this.#timers.after(LEASE / 4, renew)
    return () => forget()
  }
}

/** The key of a post, the same in every process and after every restart. */
const nameOf = ({ destination, schedule, date }: Slot): string =>
  `${destination}/${schedule}/${date}`

const waitOf = (attempts: number): number => Math.min(AGAIN * 2 ** attempts, LONGEST_AGAIN)

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const TIMERS: Timers = {
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}
