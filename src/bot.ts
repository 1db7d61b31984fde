/** The bot: a message in, a reply out. The one place that catches. */
import type { Corpus } from '../index/corpus.ts'
import type { Problem } from '../index/library.ts'
import type { Message } from './adapter.ts'
import { Asker, type AskOptions, type Caution } from './ask/ask.ts'
import { suggest } from './ask/examples.ts'
import { fieldWords } from './ask/field-words.ts'
import { loadModel } from './ask/model.ts'
import { withoutNoise } from './ask/noise.ts'
import { citeDocument } from './ask/quotes.ts'
import { Conversations } from './conversations.ts'
import { VerbatimError } from './errors.ts'
import { FigureFinder } from './figures/finder.ts'
import { figuresAsked, figuresRequest } from './figures/request.ts'
import type { Logger } from './log.ts'
import type { Nothing, Reply, Sources } from './reply.ts'
import type { Store } from './store.ts'
import { verify } from './verify.ts'

export interface BotOptions {
  readonly corpus: Corpus
  /** What was wrong with documents when they were read. */
  readonly problems: readonly Problem[]
  readonly aliases: Readonly<Record<string, string>>
  /** Groups of words that stand for one another, besides those of the field. */
  readonly synonyms?: readonly (readonly string[])[]
  readonly caution: Caution
  readonly log: Logger
  readonly store: Store
  /** How long a conversation is remembered after its last message. */
  readonly rememberHours: number
  readonly clock?: () => Date
}

/** What a caller may ask of one answer. */
export type AnswerOptions = Pick<AskOptions, 'quotes' | 'explain' | 'allows'>

/** Longer questions are turned back: nobody reads them, and they are mostly pasted by mistake. */
const LONGEST_QUESTION = 2000
/** So much of the nearest passage goes into the gap log. */
const NEAREST_LENGTH = 200

export class Bot {
  readonly #options: BotOptions
  readonly #asker: Asker
  readonly #finder: FigureFinder
  readonly #conversations: Conversations
  readonly #clock: () => Date

  constructor(options: BotOptions) {
    this.#options = options
    const { corpus, aliases, caution, store, rememberHours, clock = () => new Date() } = options
    const field = fieldWords(options.synonyms)
    this.#clock = clock
    this.#asker = new Asker({ corpus, aliases, field, caution, model: loadModel(), clock })
    this.#finder = new FigureFinder({ corpus, aliases, field, clock })
    this.#conversations = new Conversations({ asker: this.#asker, store, rememberHours, clock })
  }

  /** Never rejects: what goes wrong is a reply of kind `failed` and a line in the log. */
  async answer(message: Message, options: AnswerOptions = {}): Promise<Reply> {
    const { log, corpus } = this.#options
    try {
      const { reply, dropped } = verify(await this.#reply(message, options), corpus.documents)
      for (const quote of dropped)
        log.error(
          { document: quote.citation.document, start: quote.start, end: quote.end },
          'a quote is not its document’s text and was dropped',
        )
      if (reply.kind === 'nothing' && reply.nearest.length + reply.unknown.length > 0)
        this.#noteGap(message, reply)
      return reply
    } catch (error) {
      if (error instanceof VerbatimError)
        return { kind: 'failed', code: error.code, message: error.message }
      log.error({ err: error, message: message.id }, 'answering failed')
      return {
        kind: 'failed',
        code: 'internal',
        message: 'Something went wrong while looking that up. Try again, or put it in other words.',
      }
    }
  }

  async #reply(message: Message, options: AnswerOptions): Promise<Reply> {
    const asked = message.text.replace(/\p{Cc}+/gu, ' ').trim()
    if (asked === '')
      throw new VerbatimError(
        'question',
        `The question is empty. Ask one, for example: ${(await this.examples(1))[0] ?? 'Who …?'}`,
      )
    if (asked.length > LONGEST_QUESTION)
      throw new VerbatimError(
        'question',
        `The question has ${asked.length} characters; ask in at most ${LONGEST_QUESTION}.`,
      )
    const bare = withoutNoise(asked)
    if (bare === '' && /\p{L}/u.test(asked)) return this.#help()
    if (/^(?:help|aide)[?!. ]*$/iu.test(bare)) return this.#help()
    if (/^(?:sources|documents)[?!. ]*$/iu.test(bare)) return this.sources()
    if (this.#options.corpus.documents.size === 0)
      throw new VerbatimError(
        'documents',
        'There are no documents to answer from. Point the bot at a folder that has some.',
      )
    const figures = figuresRequest(bare)
    if (figures !== undefined) return this.#figures(figures, options)
    const reply = await this.#conversations.answer({ ...message, text: asked }, options)
    return this.#offerFigures(reply, asked, options)
  }

  /** Every figure the documents hold for a request. */
  #figures(request: string, { allows }: AnswerOptions): Promise<Reply> {
    if (request === '')
      throw new VerbatimError(
        'question',
        'Say which figures, for example: figures killed in 2022, or: figures displaced since:2023.',
      )
    return this.#finder.find(request, allows === undefined ? {} : { allows })
  }

  /** An answer to "how many …" says how to see the figures beside one another. */
  async #offerFigures(reply: Reply, asked: string, { allows }: AnswerOptions): Promise<Reply> {
    const request = reply.kind === 'answer' ? figuresAsked(asked) : undefined
    if (reply.kind !== 'answer' || request === undefined) return reply
    const quoted = new Set(reply.quotes.map(({ citation }) => citation.document))
    const found = await this.#finder.find(request, {
      allows: (id) => quoted.has(id) && allows?.(id) !== false,
    })
    if (found.kind !== 'figures') return reply
    return { ...reply, figures: request }
  }

  /** The team's unanswered questions are what to look for next; a lost line must not cost the reply. */
  #noteGap({ platform, channel }: Message, { question, reason, nearest }: Nothing): void {
    const first = nearest[0]
    try {
      this.#options.store.addGap({
        question,
        reason,
        platform,
        channel,
        at: this.#clock().toISOString(),
        ...(first !== undefined && {
          nearest: {
            document: first.citation.document,
            text: first.text.replace(/\s+/gu, ' ').slice(0, NEAREST_LENGTH),
          },
        }),
      })
    } catch (error) {
      this.#options.log.error({ err: error }, 'the gap log could not be written')
    }
  }

  sources(): Sources {
    const { corpus, problems } = this.#options
    return {
      kind: 'sources',
      documents: [...corpus.documents.values()].map((document) => ({
        ...citeDocument(document),
        language: document.language,
        length: document.clean.length,
        passages: corpus.passagesOf(document.id).length,
      })),
      problems: problems.map(({ name, message }) => `${name}: ${message}`),
    }
  }

  /** Questions that the documents answer. */
  examples(count: number): Promise<string[]> {
    return suggest(this.#options.corpus, this.#asker, count)
  }

  async #help(): Promise<Reply> {
    const { size } = this.#options.corpus.documents
    return {
      kind: 'help',
      text: [
        `I answer questions from ${size} ${size === 1 ? 'document' : 'documents'}, in their own words, each quote with where it stands.`,
        'When the documents do not say, I say so and show what comes nearest.',
        'Ask in a whole question or in key words, in English or French. “more” shows further quotes, “who said that?” the speaker, “sources” the documents.',
        '“figures killed in …” lists every figure for a request side by side, those that disagree marked.',
        'Narrow a question: in:title, by:publisher, since:2022-04, before:2023, "exact words", -word.',
      ],
      examples: await this.examples(3),
    }
  }
}
