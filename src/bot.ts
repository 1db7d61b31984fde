/** The bot: a message in, a reply out. The one place that catches. */
import type { Language } from '../index/languages/packs.ts'
import type { Library } from '../index/library/library.ts'
import type { Message } from './adapter.ts'
import type { ChannelScope } from './app/config.ts'
import { type PipelineOptions, Pipelines } from './pipeline.ts'
import { VerbatimError } from './errors.ts'
import { isGap, isListed } from './gaps.ts'
import { keysFor } from './links.ts'
import type { Logger } from './log.ts'
import { Manager } from './manage.ts'
import { OpenQuestions } from './open-questions.ts'
import { Overview } from './overview.ts'
import type { PlatformSetup } from './platform.ts'
import { RateLimit } from './rate-limit.ts'
import { withReaders } from './reader-address.ts'
import type { Reply, Sources } from './reply.ts'
import { type AnswerOptions, Responder } from './responder.ts'
import { Digests } from './schedule/digests.ts'
import { ScheduleManager } from './schedule/manage.ts'
import { inLanguage, languageFor } from './speech.ts'
import { PER_MINUTE_DEFAULT } from './app/settings.ts'
import { Sight, sightOf } from './sight.ts'
import { UNREADABLE } from './store/scopes.ts'
import { verify } from './verify.ts'
import { wordingsIn } from './wordings/in-language.ts'

export interface BotOptions extends Omit<PipelineOptions, 'clock'> {
  readonly library: Pick<
    Library,
    | 'corpus'
    | 'view'
    | 'problems'
    | 'sources'
    | 'sets'
    | 'countOf'
    | 'add'
    | 'remove'
    | 'refresh'
    | 'uploads'
    | 'changes'
    | 'original'
    | 'versions'
    | 'older'
  >
  /** What channels see, from the configuration. */
  readonly channels: Readonly<Record<string, ChannelScope>>
  readonly log: Logger
  /** Where the desk is reached: citations lead to its reader. */
  readonly publicUrl?: string | undefined
  /** So long links out of chats open their document to whoever has no token; 0 for never. */
  readonly linkDays?: number
  /** So many questions of one person in a minute. */
  readonly perMinute?: number
  readonly clock?: () => Date
}

export class Bot {
  /** What destinations are told by their schedules. */
  readonly digests: Digests
  readonly #options: BotOptions
  readonly #pipelines: Pipelines
  readonly #responder: Responder
  readonly #overview = new Overview()
  readonly #open: OpenQuestions
  readonly #rate: RateLimit
  readonly #clock: () => Date
  #reached: readonly Pick<PlatformSetup, 'name' | 'addressed'>[] = []

  constructor(options: BotOptions) {
    this.#options = options
    this.#clock = options.clock ?? (() => new Date())
    this.#rate = new RateLimit(options.perMinute ?? PER_MINUTE_DEFAULT)
    this.#pipelines = new Pipelines({ ...options, clock: this.#clock })
    const clock = this.#clock
    const shared = { ...options, pipelines: this.#pipelines, clock }
    this.digests = new Digests(shared)
    this.#open = new OpenQuestions(shared)
    const { schedules, posts } = options.store
    const manager = new Manager({
      ...options,
      clock,
      schedules: new ScheduleManager({
        schedules,
        posts,
        digests: this.digests,
        clock,
        destinationOf: (typed) => {
          const at = this.#reached.find(({ addressed }) => addressed?.test(typed) === true)
          return at === undefined ? undefined : `${at.name}:${typed}`
        },
      }),
    })
    this.#responder = new Responder({ ...options, clock, manager, overview: this.#overview })
  }

  /** Of the platforms that run, those where a place is named as people name it. */
  reaches(platforms: readonly Pick<PlatformSetup, 'name' | 'addressed'>[]): void {
    this.#reached = platforms
  }

  /** Never rejects: what goes wrong is a reply of kind `failed` and a line in the log. */
  async answer(heard: Message, given: AnswerOptions = {}): Promise<Reply> {
    const { log, publicUrl, linkDays = 0, channels, store } = this.#options
    const language = languageFor(heard, channels) ?? given.language
    const told = language === undefined ? {} : { language }
    const [message, options] = [
      { ...heard, ...told },
      { ...given, ...told },
    ]
    try {
      await this.#mayAsk(message, language)
      const sight = await this.#sightOf(message)
      const pipeline = this.#pipelines.of(await sight.view())
      const { reply, dropped } = verify(
        inLanguage(await this.#responder.reply(message, sight, pipeline, options), language),
        pipeline.corpus.documents,
        (id, hash) => this.#options.library.older(id, hash),
      )
      for (const quote of dropped)
        log.error(
          { document: quote.citation.document, start: quote.start, end: quote.end },
          'a quote is not its document’s text and was dropped',
        )
      if (reply.kind === 'nothing' && isGap(reply) && isListed(message))
        await this.#open.note(message, reply)
      return publicUrl === undefined
        ? reply
        : withReaders(
            reply,
            publicUrl,
            await keysFor(message.platform, sight, linkDays, store.links),
          )
    } catch (error) {
      if (error instanceof VerbatimError)
        return { kind: 'failed', code: error.code, message: error.message, ...told }
      log.error({ err: error, message: message.id }, 'answering failed')
      return {
        kind: 'failed',
        code: 'internal',
        message: wordingsIn(language).chat.wentWrong,
        ...told,
      }
    }
  }

  /**
   * Whoever does not know what a channel may see says nothing there.
   * @throws VerbatimError
   */
  async #mayAsk(message: Message, language: Language | undefined): Promise<void> {
    if (message.local === true) return
    if ((await this.#options.store.lost()) !== undefined)
      throw new VerbatimError('settings', UNREADABLE)
    const { request, platform, user } = message
    if (request?.kind === 'suggest') return
    // A page is looked at beside what was asked.
    const person = `${platform}:${user}${request?.kind === 'page' ? ':page' : ''}`
    if (!this.#rate.allows(person, this.#clock().getTime()))
      throw new VerbatimError('rate', wordingsIn(language).chat.tooOften)
  }

  /** What a message may see: applied before anything is looked up, to every kind of request. */
  async #sightOf(message: Message): Promise<Sight> {
    const set =
      message.request !== undefined && 'set' in message.request ? message.request.set : undefined
    return (await sightOf(message, this.#options)).only(set, message.language)
  }

  /** Of whoever sits at the machine. */
  get #whole(): Sight {
    return new Sight(this.#options.library, 'everything')
  }

  /** Looks which open questions are answered by documents that have come in. Never rejects. */
  review(changed: readonly { readonly id: string }[]): Promise<void> {
    return this.#open.review(changed)
  }

  /** What was read, for whoever sits at the machine. */
  async sources({ explain = false }: { readonly explain?: boolean } = {}): Promise<Sources> {
    return this.#overview.sources(
      this.#pipelines.of(await this.#whole.view()),
      this.#whole,
      explain,
    )
  }

  /** Questions that the documents answer. */
  async examples(count: number): Promise<string[]> {
    return this.#overview.examples(this.#pipelines.of(await this.#whole.view()), count)
  }
}
