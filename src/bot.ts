/** The bot: a message in, a reply out. The one place that catches. */
import type { Corpus } from '../index/corpus.ts'
import { within } from '../index/languages/combined.ts'
import { type Language, mainLanguage } from '../index/languages/packs.ts'
import { phrases } from '../index/languages/phrases.ts'
import type { Document } from '../index/document.ts'
import type { Library } from '../index/library/library.ts'
import type { Message, Request } from './adapter.ts'
import type { AskOptions } from './ask/ask.ts'
import { suggest } from './ask/examples.ts'
import { withoutNoise } from './ask/noise.ts'
import { onScreen } from './ask/screen.ts'
import { citeDocument } from './ask/quotes.ts'
import type { CheckOptions } from './check/check.ts'
import { draftOf } from './check/request.ts'
import { Completions, matching } from './completions.ts'
import type { ChannelScope } from './app/config.ts'
import { contextOf } from './context.ts'
import { type Pipeline, type PipelineOptions, Pipelines } from './pipeline.ts'
import { VerbatimError } from './errors.ts'
import { figuresAsked, figuresRequest } from './figures/request.ts'
import { gapOf, gapsFor, isGap, isListed, reviewGaps } from './gaps.ts'
import type { Logger } from './log.ts'
import { Manager, notice } from './manage.ts'
import { isPlainlyMeant, isThanks } from './manners.ts'
import type { PlatformSetup } from './platform.ts'
import { RateLimit } from './rate-limit.ts'
import { languageOf } from './read/language-of.ts'
import { withReaders } from './reader-address.ts'
import { PageDrawer } from '../index/drawing/drawer.ts'
import { printPage } from './read/page.ts'
import { readDocument } from './read/read.ts'
import type { Nothing, Reply, Source, Sources } from './reply.ts'
import { Digests } from './schedule/digests.ts'
import { isPlainScheduling, isScheduling, ScheduleManager } from './schedule/manage.ts'
import { inLanguage, languageFor, localZone, speechOf } from './speech.ts'
import { scopeOf } from './scope.ts'
import { PER_MINUTE_DEFAULT } from './app/settings.ts'
import { Sight } from './sight.ts'
import { UNREADABLE } from './store/scopes.ts'
import { verify } from './verify.ts'
import { wordingsIn } from './wordings/in-language.ts'
import { commandLine } from './command-line.ts'

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

/** What a caller may ask of one answer. */
export type AnswerOptions = Pick<AskOptions, 'quotes' | 'explain' | 'allows' | 'language'> &
  Pick<CheckOptions, 'progress'>

/** Longer texts are turned back, whatever they ask for: they are mostly pasted by mistake. */
const LONGEST_TEXT = 2000

/** A whole message. */
const asMessage = (words: string): string => `^(?:${words})[?!. ]*$`
const HELP = within(phrases('chat', 'help'), asMessage, 'iu')
const SOURCES = within(phrases('chat', 'sources'), asMessage, 'iu')

/** "brief Moura" */
const BRIEF = within(
  phrases('manners', 'briefs'),
  (words) => String.raw`^(?:${words})(?![\p{L}\p{N}])(?<topic>.*)$`,
  'isu',
)
const WATCHES = within(
  phrases('manners', 'watches'),
  (words) => String.raw`^(?:${words})(?:(?=\s*$)|\s*:|\s)(?<search>.*)$`,
  'isu',
)
const UNWATCHES = within(
  phrases('manners', 'unwatches'),
  (words) => String.raw`^(?:${words})\s(?<search>.*)$`,
  'isu',
)
const GAPS = within(phrases('manners', 'gaps'), asMessage, 'iu')

const silence = (language: Language | undefined): Nothing => ({
  kind: 'nothing',
  question: '',
  reason: wordingsIn(language).chat.welcome,
  unknown: [],
  nearest: [],
  confidence: 0,
  notes: [],
  open: false,
  silent: true,
})

export class Bot {
  /** What destinations are told by their schedules. */
  readonly digests: Digests
  readonly #options: BotOptions
  readonly #pipelines: Pipelines
  readonly #manager: Manager
  readonly #completions = new Completions()
  readonly #drawer = new PageDrawer()
  readonly #unreviewed = new Set<string>()
  #reviewing: Promise<void> = Promise.resolve()
  readonly #rate: RateLimit
  readonly #clock: () => Date
  #reached: readonly Pick<PlatformSetup, 'name' | 'addressed'>[] = []
  /** Of each index, what was told of it at that version. */
  readonly #lists = new WeakMap<
    Corpus,
    { readonly version: number; readonly documents: readonly Source[] }
  >()
  readonly #suggested = new WeakMap<
    Corpus,
    { readonly version: number; readonly count: number; readonly examples: Promise<string[]> }
  >()

  constructor(options: BotOptions) {
    this.#options = options
    this.#clock = options.clock ?? (() => new Date())
    this.#rate = new RateLimit(options.perMinute ?? PER_MINUTE_DEFAULT)
    this.#pipelines = new Pipelines({ ...options, clock: this.#clock })
    const clock = this.#clock
    this.digests = new Digests({ ...options, pipelines: this.#pipelines, clock })
    const { schedules, posts } = options.store
    this.#manager = new Manager({
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
  }

  /** Of the platforms that run, those where a place is named as people name it. */
  reaches(platforms: readonly Pick<PlatformSetup, 'name' | 'addressed'>[]): void {
    this.#reached = platforms
  }

  /** Never rejects: what goes wrong is a reply of kind `failed` and a line in the log. */
  async answer(message: Message, given: AnswerOptions = {}): Promise<Reply> {
    const { log, publicUrl, channels } = this.#options
    const language = languageFor(message, channels) ?? given.language
    const options = language === undefined ? given : { ...given, language }
    try {
      await this.#mayAsk(message, language)
      const sight = await this.#sightOf(message)
      const pipeline = this.#pipelines.of(await sight.view())
      const { reply, dropped } = verify(
        inLanguage(await this.#reply(message, sight, pipeline, options), language),
        pipeline.corpus.documents,
        (id, hash) => this.#options.library.older(id, hash),
      )
      for (const quote of dropped)
        log.error(
          { document: quote.citation.document, start: quote.start, end: quote.end },
          'a quote is not its document’s text and was dropped',
        )
      if (reply.kind === 'nothing' && isGap(reply) && isListed(message))
        await this.#noteGap(message, reply)
      return publicUrl === undefined
        ? reply
        : withReaders(reply, publicUrl, await this.#keysFor(message, sight))
    } catch (error) {
      if (error instanceof VerbatimError)
        return { kind: 'failed', code: error.code, message: error.message }
      log.error({ err: error, message: message.id }, 'answering failed')
      return {
        kind: 'failed',
        code: 'internal',
        message: wordingsIn(language).chat.wentWrong,
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

  /** Whoever has no token of their own reads what a chat cites by a key in its link, and nothing else. */
  async #keysFor(
    { platform }: Message,
    { shown }: Sight,
  ): Promise<(document: string) => string | undefined> {
    const { linkDays = 0, store } = this.#options
    if (linkDays === 0 || platform === 'web' || shown === undefined) return () => undefined
    return store.links.keys(shown, linkDays)
  }

  /** What a message may see: applied before anything is looked up, to every kind of request. */
  async #sightOf(message: Message): Promise<Sight> {
    const { channels, library, store } = this.#options
    const assigned = (place: string) => store.scopes.of(place)
    const scope = await scopeOf(message, { channels, assigned })
    const set =
      message.request !== undefined && 'set' in message.request ? message.request.set : undefined
    return new Sight(library, scope).only(set)
  }

  /** Of whoever sits at the machine. */
  get #whole(): Sight {
    return new Sight(this.#options.library, 'everything')
  }

  async #reply(
    message: Message,
    sight: Sight,
    pipeline: Pipeline,
    options: AnswerOptions,
  ): Promise<Reply> {
    const { request = { kind: 'ask' } } = message
    const { language } = options
    const { answers, chat } = wordingsIn(language)
    if (this.#isStrict(message)) return silence(language)
    if (message.link !== undefined) return this.#linked(message.link, request, pipeline, language)
    const text = message.text.replace(/\p{Cc}+/gu, ' ').trim()
    // A draft has many pages; a check says itself what it takes of them.
    if (text.length > LONGEST_TEXT && draftOf(message) === undefined)
      throw new VerbatimError('question', answers.malformed.tooLong(text.length, LONGEST_TEXT))
    switch (request.kind) {
      case 'manage':
        return this.#manager.run({ ...message, text }, sight)
      case 'add':
        return this.#manager.keep(message, sight, request.name, request.bytes)
      case 'sources':
        return this.#sources(pipeline, sight)
      case 'gaps':
        return gapsFor(message, request, pipeline.corpus, this.#options.store)
      case 'help':
        return this.#help(pipeline, language)
      case 'suggest':
        return { kind: 'suggestions', values: this.#complete(pipeline, sight, request.what, text) }
      case 'feedback':
        await this.#feedback(message, request)
        return notice([chat.noted])
      case 'context':
        return contextOf(pipeline.corpus, request, language)
      case 'read':
        return readDocument(pipeline.corpus, request, this.#options.library, language)
      case 'page':
        return this.#page(request, pipeline, language)
      case 'check':
        this.#needsDocuments(pipeline, message, language)
        return (await pipeline.checker()).check(await draftGiven(message.text, request), options)
      case 'more': {
        const { shown } = request
        const reply = onScreen(await pipeline.asker.ask(text, { ...options, skip: shown }), options)
        if (reply.kind === 'answer') return reply
        return { ...reply, reason: answers.reasons.noMore, nearest: [], open: false }
      }
      case 'figures':
        this.#needsDocuments(pipeline, message, language)
        return this.#figures(message, pipeline, text, options)
      case 'brief':
        if (isScheduling(text)) return this.#manager.run({ ...message, text }, sight)
        this.#needsDocuments(pipeline, message, language)
        return this.#brief(message, pipeline, text, request)
      case 'ask':
        break
    }
    return this.#ask(message, text, sight, pipeline, options)
  }

  /** One document is read by a link, and not even named what there is beside it. */
  async #linked(
    { document }: NonNullable<Message['link']>,
    request: Request,
    pipeline: Pipeline,
    language: Language | undefined,
  ): Promise<Reply> {
    if ((request.kind !== 'read' && request.kind !== 'page') || request.document !== document)
      throw new VerbatimError('documents', wordingsIn(language).chat.oneDocument)
    if (request.kind === 'page') return this.#page(request, pipeline, language)
    const { library } = this.#options
    return { ...(await readDocument(pipeline.corpus, request, library, language)), copies: [] }
  }

  #page(
    request: Extract<Request, { kind: 'page' }>,
    { corpus }: Pipeline,
    language: Language | undefined,
  ): Promise<Reply> {
    return printPage(
      corpus,
      request,
      {
        original: (id) => this.#options.library.original(id),
        draw: (task) => this.#drawer.draw(task),
      },
      language,
    )
  }

  async #ask(
    message: Message,
    asked: string,
    sight: Sight,
    pipeline: Pipeline,
    options: AnswerOptions,
  ): Promise<Reply> {
    const { language } = options
    if (asked === '')
      throw new VerbatimError(
        'question',
        wordingsIn(language).answers.malformed.empty(
          (await this.#examples(pipeline, 1))[0] ?? 'Who …?',
        ),
      )
    const bare = withoutNoise(asked)
    if (isThanks(asked)) return silence(language)
    if (bare === '' && /\p{L}/u.test(asked)) return this.#help(pipeline, language)
    if (HELP.test(bare)) return this.#help(pipeline, language)
    if (SOURCES.test(bare)) return this.#sources(pipeline, sight)
    if (GAPS.test(bare))
      return gapsFor(message, { kind: 'gaps' }, pipeline.corpus, this.#options.store)
    const line = schedulingIn(asked)
    if (line !== undefined && message.unnamed !== true)
      return this.#manager.run({ ...message, text: line }, sight)
    this.#needsDocuments(pipeline, message, language)
    const draft = draftOf(message)
    if (draft !== undefined) return (await pipeline.checker()).check(draft, options)
    const figures = figuresRequest(bare)
    if (figures !== undefined) return this.#figures(message, pipeline, figures, options)
    const topic = BRIEF.exec(bare)?.groups?.['topic']
    if (topic !== undefined) return this.#brief(message, pipeline, topic.trim(), { kind: 'brief' })
    const wanted = await pipeline.conversations.wanted({ ...message, text: asked })
    if (wanted?.kind === 'context') return contextOf(pipeline.corpus, wanted.ref, language)
    if (wanted?.kind === 'figures') return this.#figures(message, pipeline, wanted.text, options)
    if (wanted?.kind === 'brief')
      return this.#brief(message, pipeline, wanted.text, { kind: 'brief' })
    const reply = await pipeline.conversations.answer({ ...message, text: asked }, options)
    // Nobody has named the bot: what it cannot answer may well be said to others.
    if (message.unnamed === true && reply.kind === 'nothing' && !isPlainlyMeant(asked))
      return { ...reply, silent: true, open: false }
    return this.#offerFigures(pipeline, reply, asked, options)
  }

  /** Whether somebody must name the bot where this was said, and has not. */
  #isStrict({ unnamed, platform, channel }: Message): boolean {
    const { channels } = this.#options
    return unnamed === true && channels[`${platform}:${channel}`]?.threads === 'mentions'
  }

  #needsDocuments({ corpus }: Pipeline, message: Message, language: Language | undefined): void {
    if (corpus.documents.size > 0) return
    const { noDocuments, noDocumentsHere } = wordingsIn(language).chat
    const local = message.local === true
    throw new VerbatimError(
      'documents',
      local ? noDocumentsHere(commandLine('add FOLDER')) : noDocuments,
    )
  }

  /** Every figure the documents hold for a request. */
  async #figures(
    message: Message,
    { finder, conversations }: Pipeline,
    request: string,
    { allows, language }: AnswerOptions,
  ): Promise<Reply> {
    if (request === '') throw new VerbatimError('question', wordingsIn(language).figures.say)
    const reply = await finder.find(request, {
      ...(allows !== undefined && { allows }),
      ...(language !== undefined && { language }),
    })
    await conversations.shown(message, 'figures', request, reply)
    return reply
  }

  /** An answer to "how many …" says how to see the figures beside one another. */
  async #offerFigures(
    { finder }: Pipeline,
    reply: Reply,
    asked: string,
    { allows }: AnswerOptions,
  ): Promise<Reply> {
    const request = reply.kind === 'answer' ? figuresAsked(asked) : undefined
    if (reply.kind !== 'answer' || request === undefined) return reply
    const quoted = new Set(reply.quotes.map(({ citation }) => citation.document))
    const found = await finder.find(request, { allows: allows?.intersection(quoted) ?? quoted })
    if (found.kind !== 'figures') return reply
    return { ...reply, figures: request }
  }

  /** Looks which open questions are answered by documents that have come in. Never rejects. */
  review(changed: readonly { readonly id: string }[]): Promise<void> {
    for (const { id } of changed) this.#unreviewed.add(id)
    this.#reviewing = this.#reviewing.then(() => this.#review())
    return this.#reviewing
  }

  async #review(): Promise<void> {
    const fresh = new Set(this.#unreviewed)
    this.#unreviewed.clear()
    if (fresh.size === 0) return
    const { channels, library, store, log } = this.#options
    try {
      await reviewGaps(fresh, {
        gaps: store.gaps,
        pipelineOf: async (gap) => {
          // As a question there would see them.
          const message = { ...gap, id: '', text: '', user: '' }
          const assigned = (place: string) => store.scopes.of(place)
          const sight = new Sight(library, await scopeOf(message, { channels, assigned }))
          return this.#pipelines.of(await sight.view())
        },
      })
    } catch (error) {
      log.error({ err: error }, 'open questions could not be looked at again')
    }
  }

  /** The team's unanswered questions are what to look for next; a lost line must not cost the reply. */
  async #noteGap(message: Message, nothing: Nothing): Promise<void> {
    try {
      await this.#options.store.gaps.add(gapOf(message, nothing, this.#clock()))
    } catch (error) {
      this.#options.log.error({ err: error }, 'the gap log could not be written')
    }
  }

  /** What is new since a day; on a topic, without one, all there is. */
  async #brief(
    message: Message,
    pipeline: Pipeline,
    text: string,
    { since }: Extract<Request, { kind: 'brief' }>,
  ): Promise<Reply> {
    const [{ summarize }, { sinceOf, splitSince }] = await Promise.all([
      import('./summary/summary.ts'),
      import('./since.ts'),
    ])
    const { channels, store, library } = this.#options
    const now = this.#clock()
    const { zone, language } = await speechOf(message, channels, store.schedules)
    const when = { now, zone: zone ?? (message.local === true ? localZone() : 'UTC') }
    const { long, text: said } = extentOf(text)
    const { topic, since: stated } = splitSince(said, when)
    const asked = since === undefined ? stated : sinceOf(since, when)
    // Of a topic, all there is.
    const from = asked ?? (topic === '' ? new Date(now.getTime() - DAY) : undefined)
    const reply = await summarize({
      topic,
      long,
      pipeline,
      changes: from === undefined ? [] : library.changes(from),
      ...(from !== undefined && { since: from }),
      language: language ?? mainLanguage(pipeline.corpus.languages),
      zone: when.zone,
    })
    const request = asked === undefined ? topic : `${topic} since:${asked.toISOString()}`.trim()
    await pipeline.conversations.shown(message, 'brief', request, reply)
    return reply
  }

  async #feedback(
    message: Message,
    { helpful, quotes }: Extract<Request, { kind: 'feedback' }>,
  ): Promise<void> {
    const { platform, channel, user, text } = message
    const at = this.#clock().toISOString()
    await this.#options.store.feedback.add({
      at,
      platform,
      channel,
      user,
      question: text,
      quotes,
      helpful,
      aloud: isListed(message),
    })
  }

  #complete(
    { corpus }: Pipeline,
    { sets }: Sight,
    what: Extract<Request, { kind: 'suggest' }>['what'],
    typed: string,
  ): string[] {
    if (what !== 'sets') return this.#completions.of(corpus, what, typed)
    return matching(sets, typed)
  }

  /** What was read, for whoever sits at the machine. */
  async sources({ explain = false }: { readonly explain?: boolean } = {}): Promise<Sources> {
    return this.#sources(this.#pipelines.of(await this.#whole.view()), this.#whole, explain)
  }

  #sources({ corpus }: Pipeline, { origins, problems }: Sight, explain = false): Sources {
    return {
      kind: 'sources',
      origins: [...origins],
      documents: explain
        ? [...corpus.documents.values()].map((document) => ({
            ...sourceOf(corpus, document),
            evidence: [...(document.evidence ?? [])],
          }))
        : this.#listed(corpus),
      problems: [...problems],
    }
  }

  /** The same list while the documents stay as they are: of thousands it takes a while to make. */
  #listed(corpus: Corpus): Source[] {
    const known = this.#lists.get(corpus)
    if (known?.version === corpus.version) return [...known.documents]
    const { version } = corpus
    const documents = [...corpus.documents.values()].map((document) => sourceOf(corpus, document))
    this.#lists.set(corpus, { version, documents })
    return [...documents]
  }

  /** Questions that the documents answer. */
  async examples(count: number): Promise<string[]> {
    return this.#examples(this.#pipelines.of(await this.#whole.view()), count)
  }

  /** Looked for once while the documents stay as they are: every question is tried before it is told. */
  async #examples({ corpus, asker }: Pipeline, count: number): Promise<string[]> {
    const known = this.#suggested.get(corpus)
    const fits = known !== undefined && known.version === corpus.version && known.count >= count
    const { version } = corpus
    const examples = fits ? known.examples : suggest(corpus, asker, count)
    if (!fits) this.#suggested.set(corpus, { version, count, examples })
    return (await examples).slice(0, count)
  }

  async #help(pipeline: Pipeline, language: Language | undefined): Promise<Reply> {
    const { size } = pipeline.corpus.documents
    return {
      kind: 'help',
      text: [...wordingsIn(language).chat.help(size)],
      examples: await this.#examples(pipeline, 3),
    }
  }
}

/** "surveille choléra", "watch displaced > 200000": as the line of administration that it is. */
function schedulingIn(asked: string): string | undefined {
  if (isPlainScheduling(asked)) return asked
  const watched = WATCHES.exec(asked)?.groups?.['search']
  if (watched !== undefined) return `watch ${watched.trim()}`.trim()
  const unwatched = UNWATCHES.exec(asked)?.groups?.['search']
  return unwatched === undefined ? undefined : `unwatch ${unwatched.trim()}`
}

/** "Moura long": what a briefing is about, and whether it may be more than a screen. */
function extentOf(text: string): { text: string; long: boolean } {
  const rest = text.replace(/(?<![\p{L}\p{N}-])(?:long|détaillée?)$/iu, '').trim()
  return { text: rest, long: rest !== text.trim() }
}

const DAY = 86_400_000

/** As `sources` lists it. */
const sourceOf = (corpus: Corpus, document: Document): Source => ({
  ...citeDocument(document),
  language: languageOf(document),
  length: document.clean.length,
  passages: corpus.passagesOf(document.id).length,
  ...(document.series !== undefined && { series: document.series.label }),
  ...(document.period !== undefined && { covers: { ...document.period } }),
})

/** What reads files is loaded when there is one. */
async function draftGiven(
  text: string,
  { file }: Extract<Request, { kind: 'check' }>,
): Promise<string> {
  if (file === undefined) return text
  const { draftFrom } = await import('./check/draft-file.ts')
  return draftFrom(file.name, file.bytes)
}
