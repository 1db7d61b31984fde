/** What a destination is told: what it may see, what came in since it was told last, nothing twice. */
import type { Library } from '../../index/library/library.ts'
import { plainWording } from '../ask/wording.ts'
import type { ChannelScope } from '../app/config.ts'
import { keysFor } from '../links.ts'
import type { Pipeline, Pipelines } from '../pipeline.ts'
import type { Gap, Reply } from '../reply.ts'
import { type Documents, type Sight, sightOf } from '../sight.ts'
import type { Store } from '../store/store.ts'
import { brief, type SummaryInput } from '../summary/summary.ts'
import { withReaders } from '../reader-address.ts'
import { verify } from '../verify.ts'
import { alertOf, type FiredWatch } from './alert.ts'
import { isAtOnce, isWatch, type Schedule } from './book.ts'
import { fire } from './fired.ts'
import type { Prepared } from './posts.ts'
import { WATCHES } from './due.ts'
import { HERE, placed } from './place.ts'
import { type Language, mainLanguage } from '../../index/languages/packs.ts'

export interface DigestsOptions {
  /** Where the desk is reached: citations lead to its reader. */
  readonly publicUrl?: string | undefined
  /** So long links open their document to whoever has no token; 0 for never. */
  readonly linkDays?: number
  readonly library: Documents & Pick<Library, 'changes'>
  readonly pipelines: Pipelines
  readonly store: Store
  readonly channels: Readonly<Record<string, ChannelScope>>
  readonly clock: () => Date
}

/** `reply` is left out when nothing is new and that is not to be said. */
export type Computed = Omit<Prepared, 'reply'> & { readonly reply?: Reply }

type Place = Pick<Schedule, 'destination' | 'workspace' | 'place'>

const DAY = 86_400_000
/** What comes late, or by a clock that goes wrong, is looked for so far back. */
const OVERLAP = 26 * 3_600_000
/** A watch looks so far back after a time in which nobody was there. */
const WATCHED = 7 * DAY
const MOST_GAPS = 20
const MOST_PASSED_OVER = 20_000

export class Digests {
  readonly #options: DigestsOptions
  /** Documents that have nothing for a watch, beside what was shown where it posts. */
  readonly #passedOver = new Set<string>()

  constructor(options: DigestsOptions) {
    this.#options = options
  }

  /**
   * What a schedule tells now.
   * @param shared with other organisations: they see what is for outsiders only
   */
  async digest(schedule: Schedule, shared = false): Promise<Computed> {
    if (isWatch(schedule)) return this.alert([schedule], shared)
    const { store, library, clock } = this.#options
    const { destination, id, topic, pattern, quiet } = schedule
    const until = clock()
    const pipeline = await this.#pipeline(schedule, shared)
    const shown = await store.posts.shown(destination)
    const { since, back } = await this.#since(schedule, until)
    const keyOf = (document: string): string => documentKey(pipeline, id, document)
    const changes = library
      .changes(back)
      .filter((one) => pipeline.corpus.documents.has(one.id) && !shown.has(keyOf(one.id)))
    const gaps = await store.gaps.of(placed(schedule.place ?? destination), since, MOST_GAPS)
    const { summary, keys, documents } = await brief({
      pipeline,
      changes,
      since,
      language: this.#languageOf(schedule, pipeline),
      isQuoted: (key) => shown.has(key),
      gaps: onePerQuestion(gaps),
      ...(topic !== undefined && { topic }),
      ...(pattern !== undefined && { zone: pattern.zone }),
    })
    const told = topic === undefined ? changes.map((one) => one.id) : documents
    const computed = { keys: [...keys, ...told.map(keyOf)], since, until }
    return quiet && documents.length === 0 && summary.gaps.length === 0
      ? computed
      : { ...computed, reply: summary }
  }

  /** What new documents have for the watches of one destination; no reply when they have nothing. */
  async alert(watches: readonly Schedule[], shared = false): Promise<Computed> {
    const until = this.#options.clock()
    const [first] = watches
    if (first === undefined) return { keys: [], since: until, until }
    const pipeline = await this.#pipeline(first, shared)
    const isShown = await this.#shown(first)
    const keys: string[] = []
    const found: FiredWatch[] = []
    const changes: SummaryInput['changes'][number][] = []
    let oldest = until
    for (const watch of watches) {
      const since = await this.#watchedSince(watch, until)
      const mine = this.#fresh(watch, since, pipeline, isShown)
      const fired = await this.#fire(watch, mine, pipeline, isShown)
      if (fired === undefined) continue
      if (since < oldest) oldest = since
      found.push(fired)
      changes.push(...mine)
      keys.push(...fired.documents.map((id) => documentKey(pipeline, watch.id, id)))
    }
    if (found.length === 0) return { keys, since: until, until }
    const post = await alertOf(found, changes, pipeline, this.#languageOf(first, pipeline))
    return { reply: post.reply, keys: [...keys, ...post.keys], since: oldest, until }
  }

  #languageOf({ language, place, destination }: Schedule, { corpus }: Pipeline): Language {
    const own = this.#options.channels[place ?? destination]?.language
    return language ?? own ?? mainLanguage(corpus.languages)
  }

  async #shown({ destination }: Schedule): Promise<(key: string) => boolean> {
    const shown = await this.#options.store.posts.shown(destination)
    return (key) => shown.has(key)
  }

  /** One that posts at a time goes on from its last post. */
  async #watchedSince(watch: Schedule, until: Date): Promise<Date> {
    if (watch.destination === HERE) return this.#lookedSince(watch, until)
    const back = isAtOnce(watch)
      ? new Date(until.getTime() - WATCHED)
      : (await this.#since(watch, until)).back
    return watch.from > back ? watch.from : back
  }

  /** Whoever looks themselves may look again after months: since they did, or since it was made. */
  async #lookedSince({ from }: Schedule, until: Date): Promise<Date> {
    const posts = await this.#options.store.posts.of(HERE, WATCHES)
    const looked = posts
      .filter(({ state }) => state === 'sent' || state === 'empty')
      .flatMap(({ until: to }) => to?.getTime() ?? [])
      .filter((to) => to <= until.getTime())
    if (looked.length === 0) return from
    const back = new Date(Math.max(...looked) - OVERLAP)
    return back > from ? back : from
  }

  /** What came in and was neither shown nor found to have nothing. */
  #fresh(
    { id }: Schedule,
    since: Date,
    pipeline: Pipeline,
    isShown: (key: string) => boolean,
  ): SummaryInput['changes'] {
    return this.#options.library.changes(since).filter((one) => {
      const key = documentKey(pipeline, id, one.id)
      return pipeline.corpus.documents.has(one.id) && !isShown(key) && !this.#passedOver.has(key)
    })
  }

  async #fire(
    { id, search = '' }: Schedule,
    changes: SummaryInput['changes'],
    pipeline: Pipeline,
    isQuoted: (key: string) => boolean,
  ): Promise<FiredWatch | undefined> {
    if (changes.length === 0) return undefined
    const fresh = new Set(changes.map((change) => change.id))
    const fired = await fire(search, { pipeline, fresh, isQuoted, today: this.#options.clock() })
    const have = new Set(fired?.documents)
    if (this.#passedOver.size >= MOST_PASSED_OVER) this.#passedOver.clear()
    for (const one of fresh)
      if (!have.has(one)) this.#passedOver.add(documentKey(pipeline, id, one))
    return fired === undefined ? undefined : { ...fired, search }
  }

  /** As it may still be sent: what is gone, or out of the destination's sight by now, is dropped. */
  async check(place: Place, reply: Reply, shared: boolean): Promise<Reply> {
    const { pipelines, publicUrl, linkDays = 0, store } = this.#options
    const sight = await this.#sight(place, shared)
    const { corpus } = pipelines.of(await sight.view())
    const { reply: checked } = verify(reply, corpus.documents)
    if (publicUrl === undefined) return checked
    const { platform } = placed(place.destination)
    return withReaders(checked, publicUrl, await keysFor(platform, sight, linkDays, store.links))
  }

  async #pipeline(to: Place, shared: boolean): Promise<Pipeline> {
    const sight = await this.#sight(to, shared)
    return this.#options.pipelines.of(await sight.view())
  }

  /** A digest shows what every member of the channel may see, as a question there would. */
  #sight({ workspace, ...to }: Place, shared: boolean): Promise<Sight> {
    return sightOf(
      {
        id: '',
        text: '',
        user: '',
        role: shared ? 'outsider' : 'member',
        local: to.destination === HERE,
        ...placed(to.place ?? to.destination),
        ...(workspace !== undefined && { workspace }),
      },
      this.#options,
    )
  }

  /** `since` is told; it is looked further back for what was not told. */
  async #since({ destination, id }: Schedule, now: Date): Promise<{ since: Date; back: Date }> {
    const posts = await this.#options.store.posts.of(destination, id)
    const told = posts.filter(({ state }) => state === 'sent' || state === 'empty')
    const last = told
      .flatMap(({ until }) => until ?? [])
      .filter((until) => until <= now)
      .sort((a, b) => b.getTime() - a.getTime())[0]
    if (last === undefined) {
      const since = new Date(now.getTime() - DAY)
      return { since, back: since }
    }
    const first = Math.min(...told.flatMap(({ since }) => since?.getTime() ?? []))
    return { since: last, back: new Date(Math.max(first, last.getTime() - OVERLAP)) }
  }
}

/** A new version is a new key. */
const documentKey = ({ corpus }: Pipeline, schedule: number, id: string): string =>
  `document:${schedule}:${id}:${corpus.documents.get(id)?.hash ?? ''}`

function onePerQuestion(gaps: readonly Gap[]): Gap[] {
  const questions = new Map(gaps.map((gap) => [plainWording(gap.question), gap]))
  return [...questions.values()]
}
