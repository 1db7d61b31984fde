/** How the bot fares, for whatever watches over it: no question, no text, no name of anybody. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Corpus } from '../index/corpus.ts'
import type { EngineState } from '../index/engines/passage-index.ts'
import type { Answerer } from './adapter.ts'
import type { Store } from './store/store.ts'

/** What the desk tells of it. */
export interface Health {
  /** Whether questions are answered: documents are read, settings are known, platforms have started. */
  isReady(): Promise<boolean>
  /** In the format of Prometheus. */
  metrics(): Promise<string>
  readonly contentType: string
}

export interface MonitorOptions {
  readonly library: {
    readonly corpus: Corpus
    searchState(): Promise<EngineState | undefined>
  }
  readonly store: Pick<Store, 'lost' | 'posts'>
}

/** In seconds: what people notice, and what they leave for. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export class Monitor implements Health {
  readonly #options: MonitorOptions
  readonly #registry = new Registry()
  readonly #answers: Counter<'platform' | 'request' | 'reply'>
  readonly #seconds: Histogram<'request'>
  readonly #platforms: Gauge<'platform'>
  #started = false

  constructor(options: MonitorOptions) {
    this.#options = options
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry, prefix: 'verbatim_' })
    this.#answers = new Counter({
      name: 'verbatim_answers_total',
      help: 'What was answered; the reply “nothing” is a refusal',
      labelNames: ['platform', 'request', 'reply'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'verbatim_answer_seconds',
      help: 'How long an answer takes',
      labelNames: ['request'],
      buckets: BUCKETS,
      registers,
    })
    this.#platforms = new Gauge({
      name: 'verbatim_platform_up',
      help: 'Whether a platform was connected when it was started',
      labelNames: ['platform'],
      registers,
    })
    const gauge = (name: string, help: string, value: () => number | Promise<number>): Gauge =>
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await value())
        },
      })
    gauge('verbatim_documents', 'Documents that are read', () => this.#corpus.documents.size)
    gauge('verbatim_passages', 'Passages that are searched', () => this.#corpus.passages.size)
    gauge('verbatim_search_up', 'Whether all documents can be searched', async () =>
      (await this.#search())?.problem === undefined ? 1 : 0,
    )
    gauge(
      'verbatim_search_behind',
      'Documents still to be written to the search cluster',
      async () => (await this.#search())?.behind ?? 0,
    )
    gauge('verbatim_last_post_seconds', 'When a schedule last posted, since 1970; 0: never', () =>
      this.#lastPost(),
    )
  }

  get #corpus(): Corpus {
    return this.#options.library.corpus
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** The same, counted. */
  counted(answer: Answerer): Answerer {
    return async (message) => {
      const request = message.request?.kind ?? 'ask'
      const stop = this.#seconds.startTimer({ request })
      const reply = await answer(message)
      stop()
      this.#answers.inc({ platform: message.platform, request, reply: reply.kind })
      return reply
    }
  }

  /** Called when every platform has tried. @param running those that are connected */
  started(
    all: readonly { readonly name: string }[],
    running: readonly { readonly name: string }[],
  ): void {
    const up = new Set(running.map(({ name }) => name))
    for (const { name } of all) this.#platforms.set({ platform: name }, up.has(name) ? 1 : 0)
    this.#started = true
  }

  async isReady(): Promise<boolean> {
    if (!this.#started || (await this.#options.store.lost()) !== undefined) return false
    return (await this.#search())?.problem === undefined
  }

  #search(): Promise<EngineState | undefined> {
    return this.#options.library.searchState()
  }

  metrics(): Promise<string> {
    return this.#registry.metrics()
  }

  stop(): void {
    this.#started = false
    this.#registry.clear()
  }

  async #lastPost(): Promise<number> {
    return ((await this.#options.store.posts.lastSent())?.getTime() ?? 0) / 1000
  }
}
