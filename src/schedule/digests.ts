/** What a destination is told: what it may see, what came in since it was told last, nothing twice. */
import { analyze } from '../../index/analyzer.ts'
import type { Document } from '../../index/document.ts'
import type { Library } from '../../index/library/library.ts'
import type { Passage } from '../../index/passages.ts'
import { plainWording } from '../ask/wording.ts'
import type { ChannelScope } from '../app/config.ts'
import type { Pipeline, Pipelines } from '../pipeline.ts'
import type { Gap, Reply } from '../reply.ts'
import { scopeOf } from '../scope.ts'
import { type Documents, Sight } from '../sight.ts'
import type { Store } from '../store.ts'
import { brief, type SummaryInput } from '../summary/summary.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import { withReaders } from '../reader-address.ts'
import { verify } from '../verify.ts'
import type { Schedule } from './book.ts'
import type { Prepared } from './posts.ts'
import { placed } from './place.ts'
import { type Language, mainLanguage } from '../../index/languages/packs.ts'

export interface DigestsOptions {
  /** Where the desk is reached: citations lead to its reader. */
  readonly publicUrl?: string | undefined
  readonly library: Documents & Pick<Library, 'changes'>
  readonly pipelines: Pipelines
  readonly store: Store
  readonly channels: Readonly<Record<string, ChannelScope>>
  readonly clock: () => Date
}

/** `reply` is left out when nothing is new and that is not to be said. */
export type Computed = Omit<Prepared, 'reply'> & { readonly reply?: Reply }

type Place = Pick<Schedule, 'destination' | 'workspace'>

const DAY = 86_400_000
/** What comes late, or by a clock that goes wrong, is looked for so far back. */
const OVERLAP = 26 * 3_600_000
/** A watch looks so far back after a time in which nobody was there. */
const WATCHED = 7 * DAY
const MOST_GAPS = 20
const MOST_JUDGED = 20_000

export class Digests {
  readonly #options: DigestsOptions
  /** Documents a watch has looked at, and whether they have its topic. */
  readonly #judged = new Map<string, boolean>()

  constructor(options: DigestsOptions) {
    this.#options = options
  }

  /**
   * What a schedule tells now.
   * @param shared with other organisations: they see what is for outsiders only
   */
  async digest(schedule: Schedule, shared = false): Promise<Computed> {
    const { store, library, clock } = this.#options
    const { destination, id, topic, pattern, quiet } = schedule
    const until = clock()
    const pipeline = await this.#pipeline(schedule, shared)
    const shown = store.posts.shown(destination)
    const { since, back } = this.#since(schedule, until)
    const keyOf = (document: string): string => documentKey(pipeline, id, document)
    const changes = library
      .changes(back)
      .filter((one) => pipeline.corpus.documents.has(one.id) && !shown.has(keyOf(one.id)))
    const gaps = store.gapsOf(placed(destination), since, MOST_GAPS)
    const { summary, keys, documents } = await brief({
      pipeline,
      changes,
      since,
      language: languageOf(schedule, pipeline),
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
    const { store, library, clock } = this.#options
    const until = clock()
    const [first] = watches
    if (first === undefined) return { keys: [], since: until, until }
    const pipeline = await this.#pipeline(first, shared)
    const shown = store.posts.shown(first.destination)
    const keys: string[] = []
    const found: { topic: string; changes: SummaryInput['changes']; since: Date }[] = []
    for (const { id, topic = '', from } of watches) {
      const since = new Date(Math.max(from.getTime(), until.getTime() - WATCHED))
      const changes = library
        .changes(since)
        .filter(
          (one) =>
            pipeline.corpus.documents.has(one.id) &&
            !shown.has(documentKey(pipeline, id, one.id)) &&
            this.#has(pipeline, one.id, topic),
        )
      if (changes.length > 0) found.push({ topic, changes, since })
      keys.push(...changes.map((one) => documentKey(pipeline, id, one.id)))
    }
    const since = new Date(Math.min(...found.map((one) => one.since.getTime()), until.getTime()))
    if (found.length === 0) return { keys, since, until }
    const topics = [...new Set(found.map(({ topic }) => topic))]
    const common = {
      pipeline,
      since,
      language: languageOf(first, pipeline),
      isQuoted: (key: string) => shown.has(key),
    }
    const changes = found.flatMap((one) => one.changes)
    // What says a topic's words and nothing more on it is listed all the same.
    const onTopic =
      topics.length > 1 ? undefined : await brief({ ...common, changes, topic: topics.join() })
    const { summary, keys: quoted } =
      onTopic !== undefined && onTopic.documents.length > 0
        ? onTopic
        : await brief({ ...common, changes })
    const title = wordingsIn(summary.language).summaries.watch(topics)
    return { reply: { ...summary, title }, keys: [...keys, ...quoted], since, until }
  }

  /** As it may still be sent: what is gone, or out of the destination's sight by now, is dropped. */
  async check(place: Place, reply: Reply, shared: boolean): Promise<Reply> {
    const { corpus } = await this.#pipeline(place, shared)
    const { reply: checked } = verify(reply, corpus.documents)
    const { publicUrl } = this.#options
    return publicUrl === undefined ? checked : withReaders(checked, publicUrl)
  }

  /** A digest shows what every member of the channel may see, as a question there would. */
  async #pipeline({ destination, workspace }: Place, shared: boolean): Promise<Pipeline> {
    const { channels, store, library, pipelines } = this.#options
    const scope = scopeOf(
      {
        id: '',
        text: '',
        user: '',
        role: shared ? 'outsider' : 'member',
        ...placed(destination),
        ...(workspace !== undefined && { workspace }),
      },
      { channels, assigned: (place) => store.assignedSets(place) },
    )
    return pipelines.of(await new Sight(library, scope).view())
  }

  /** `since` is told; it is looked further back for what was not told. */
  #since({ destination, id }: Schedule, now: Date): { since: Date; back: Date } {
    const told = this.#options.store.posts
      .of(destination, id)
      .filter(({ state }) => state === 'sent' || state === 'empty')
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

  /** Whether a paragraph of the document has every word of a topic. */
  #has({ corpus }: Pipeline, id: string, topic: string): boolean {
    const document = corpus.documents.get(id)
    if (document === undefined) return false
    const key = JSON.stringify([topic, id, document.hash])
    const known = this.#judged.get(key)
    if (known !== undefined) return known
    const has = corpus.passagesOf(id).some((passage) => hasWords(passage, topic))
    if (this.#judged.size >= MOST_JUDGED) this.#judged.clear()
    this.#judged.set(key, has)
    return has
  }
}

const languageOf = ({ language }: Schedule, { corpus }: Pipeline): Language =>
  language ?? mainLanguage(corpus.languages)

/** A new version is a new key. */
const documentKey = ({ corpus }: Pipeline, schedule: number, id: string): string =>
  `document:${schedule}:${id}:${corpus.documents.get(id)?.hash ?? ''}`

function onePerQuestion(gaps: readonly Gap[]): Gap[] {
  const questions = new Map(gaps.map((gap) => [plainWording(gap.question), gap]))
  return [...questions.values()]
}

function hasWords({ document, sentences, heading }: Passage, topic: string): boolean {
  const wanted = termsOf(topic, document.language)
  const texts = sentences.map(({ start, end }) => document.clean.slice(start, end))
  const own = new Set(termsOf([heading, ...texts].join(' '), document.language))
  return wanted.length > 0 && wanted.every((term) => own.has(term))
}

const termsOf = (text: string, language: Document['language']): string[] =>
  analyze(text, language).flatMap(({ stop, terms }) => (stop ? [] : terms.slice(0, 1)))
