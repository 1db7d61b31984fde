/** What is asked for, and who answers it: a request of an adapter, or what is said in words. */
import type { Language } from '../index/languages/packs.ts'
import type { Library } from '../index/library/library.ts'
import type { Message, Request } from './adapter.ts'
import type { AskOptions } from './ask/ask.ts'
import { withoutNoise } from './ask/noise.ts'
import { onScreen } from './ask/screen.ts'
import type { CheckOptions } from './check/check.ts'
import { draftOf } from './check/request.ts'
import type { ChannelScope } from './app/config.ts'
import { briefingFor } from './briefing.ts'
import { contextOf } from './context.ts'
import type { Pipeline } from './pipeline.ts'
import { VerbatimError } from './errors.ts'
import { figuresAsked, figuresRequest } from './figures/request.ts'
import { gapsFor, isListed } from './gaps.ts'
import { type Manager, notice } from './manage.ts'
import { isPlainlyMeant, isThanks } from './manners.ts'
import type { Overview } from './overview.ts'
import { PageDrawer } from '../index/drawing/drawer.ts'
import { printPage } from './read/page.ts'
import { readDocument } from './read/read.ts'
import type { Nothing, Reply } from './reply.ts'
import { briefIn, overviewIn, schedulingIn } from './said-requests.ts'
import { isScheduling } from './schedule/manage.ts'
import type { Sight } from './sight.ts'
import type { Store } from './store/store.ts'
import { wordingsIn } from './wordings/in-language.ts'
import { commandLine } from './command-line.ts'

/** Longer texts are turned back, whatever they ask for: they are mostly pasted by mistake. */
const LONGEST_TEXT = 2000

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

/** What a caller may ask of one answer. */
export type AnswerOptions = Pick<AskOptions, 'quotes' | 'explain' | 'allows' | 'language'> &
  Pick<CheckOptions, 'progress'>

interface ResponderOptions {
  readonly library: Pick<Library, 'changes' | 'original' | 'versions' | 'older'>
  readonly channels: Readonly<Record<string, ChannelScope>>
  readonly store: Pick<Store, 'schedules' | 'gaps' | 'feedback'>
  readonly clock: () => Date
  readonly manager: Manager
  readonly overview: Overview
}

export class Responder {
  readonly #options: ResponderOptions
  readonly #drawer = new PageDrawer()

  constructor(options: ResponderOptions) {
    this.#options = options
  }

  /** @throws VerbatimError what the person is told instead */
  async reply(
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
        return this.#options.manager.run({ ...message, text }, sight)
      case 'add':
        return this.#options.manager.keep(message, sight, request.name, request.bytes)
      case 'sources':
        return this.#options.overview.sources(pipeline, sight)
      case 'gaps':
        return gapsFor(message, request, pipeline.corpus, this.#options.store)
      case 'help':
        return this.#options.overview.help(pipeline, language)
      case 'suggest':
        return {
          kind: 'suggestions',
          values: this.#options.overview.complete(pipeline, sight, request.what, text),
        }
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
        return (await pipeline.checker()).check(
          await draftGiven(message.text, request, language),
          options,
        )
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
        if (isScheduling(text)) return this.#options.manager.run({ ...message, text }, sight)
        this.#needsDocuments(pipeline, message, language)
        return this.#brief({ message, text, since: request.since }, pipeline)
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
          (await this.#options.overview.examples(pipeline, 1))[0] ?? 'Who …?',
        ),
      )
    const bare = withoutNoise(asked)
    if (isThanks(asked)) return silence(language)
    const isGreeting = bare === '' && /\p{L}/u.test(asked)
    const list = isGreeting ? 'help' : overviewIn(bare)
    if (list === 'help') return this.#options.overview.help(pipeline, language)
    if (list === 'sources') return this.#options.overview.sources(pipeline, sight)
    if (list === 'gaps')
      return gapsFor(message, { kind: 'gaps' }, pipeline.corpus, this.#options.store)
    const line = schedulingIn(asked)
    if (line !== undefined && message.unnamed !== true)
      return this.#options.manager.run({ ...message, text: line }, sight)
    this.#needsDocuments(pipeline, message, language)
    const draft = draftOf(message)
    if (draft !== undefined) return (await pipeline.checker()).check(draft, options)
    const figures = figuresRequest(bare)
    if (figures !== undefined) return this.#figures(message, pipeline, figures, options)
    const topic = briefIn(bare)
    if (topic !== undefined) return this.#brief({ message, text: topic }, pipeline)
    const wanted = await pipeline.conversations.wanted({ ...message, text: asked })
    if (wanted?.kind === 'context') return contextOf(pipeline.corpus, wanted.ref, language)
    if (wanted?.kind === 'figures') return this.#figures(message, pipeline, wanted.text, options)
    if (wanted?.kind === 'brief') return this.#brief({ message, text: wanted.text }, pipeline)
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

  #brief(asked: Parameters<typeof briefingFor>[0], pipeline: Pipeline): Promise<Reply> {
    return briefingFor(asked, pipeline, this.#options, this.#options.clock())
  }

  async #feedback(
    message: Message,
    { helpful, quotes }: Extract<Request, { kind: 'feedback' }>,
  ): Promise<void> {
    const { platform, channel, user, text } = message
    const at = this.#options.clock().toISOString()
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
}

/** What reads files is loaded when there is one. */
async function draftGiven(
  text: string,
  { file }: Extract<Request, { kind: 'check' }>,
  language: Language | undefined,
): Promise<string> {
  if (file === undefined) return text
  const { draftFrom } = await import('./check/draft-file.ts')
  return draftFrom(file.name, file.bytes, undefined, language)
}
