/** One message after another: what a follow-up leans on, kept apart by channel and thread. */
import type { Language } from '../index/languages/packs.ts'
import type { Message, QuoteRef } from './adapter.ts'
import type { Asker, AskOptions } from './ask/ask.ts'
import { contentWords, continueRequest, isLeaning, meaningOf, type Turn } from './ask/follow-up.ts'
import { withoutNoise } from './ask/noise.ts'
import { onScreen } from './ask/screen.ts'
import { sourcesOf } from './figures/sources.ts'
import type { Answer, Nothing, Quote, Reply } from './reply.ts'
import { quotesOfSummary } from './summary/shown.ts'
import type { KeptTurn, TurnBook } from './store/conversations.ts'
import { wordingsIn } from './wordings/in-language.ts'

export interface ConversationsOptions {
  readonly asker: Asker
  readonly turns: TurnBook
  readonly rememberHours: number
  readonly clock: () => Date
}

/** A follow-up leans on at most so many earlier questions. */
const LONGEST_CONTEXT = 2

/** What a follow-up wants that is no answer to a question. */
export type Wanted =
  | { readonly kind: 'figures' | 'brief'; readonly text: string }
  | { readonly kind: 'context'; readonly ref: QuoteRef }

export class Conversations {
  readonly #options: ConversationsOptions

  constructor(options: ConversationsOptions) {
    this.#options = options
  }

  /** What a message makes of the last thing shown, where that is no question of its own. */
  async wanted(message: Message): Promise<Wanted | undefined> {
    const last = (await this.#last(message))?.turn
    if (last === undefined) return undefined
    const text = withoutNoise(message.text)
    const meaning = meaningOf(text, last)
    if (meaning.kind === 'pick') {
      const ref = last.quotes.at(meaning.at)
      return ref === undefined ? undefined : { kind: 'context', ref }
    }
    if (last.kind === undefined) return undefined
    if (meaning.kind === 'more')
      return last.kind === 'brief'
        ? { kind: 'brief', text: `${last.question} long`.trim() }
        : undefined
    // "Why?" is a question about it; "and in Mopti?" wants the same of another place.
    if (meaning.kind !== 'continued' || !isLeaning(text)) return undefined
    return { kind: last.kind, text: continueRequest(text, last.question) }
  }

  /** Figures or a briefing are on the screen now, and the next message may go on from them. */
  async shown(
    message: Message,
    kind: NonNullable<Turn['kind']>,
    request: string,
    reply: Reply,
  ): Promise<void> {
    const quotes =
      reply.kind === 'figures'
        ? sourcesOf(reply).map(({ quote }) => quote)
        : reply.kind === 'summary'
          ? quotesOfSummary(reply)
          : []
    const { turns, clock } = this.#options
    const turn = { question: request, context: [], shown: quotes.length, quotes: refsOf(quotes) }
    await turns.save(conversationOf(message), { ...turn, kind }, clock())
  }

  async #last(message: Message): Promise<KeptTurn | undefined> {
    return this.#options.turns.last(conversationOf(message), await this.#oldest())
  }

  async answer(message: Message, options: AskOptions): Promise<Answer | Nothing> {
    const { asker, turns, clock } = this.#options
    const kept = await this.#last(message)
    const last = kept?.turn
    const meaning = meaningOf(withoutNoise(message.text), last)
    if (kept !== undefined && meaning.kind === 'more') {
      const more = await this.#more(message, kept, options)
      // Somebody else was shown these meanwhile, or something else was asked.
      return more ?? this.answer(message, options)
    }
    if (last !== undefined && meaning.kind === 'speaker') {
      const reply = asker.speaker(last, message.text, options.language)
      if (reply !== undefined) return reply
    }
    const context =
      last !== undefined && meaning.kind === 'continued'
        ? [...last.context, last.question].slice(-LONGEST_CONTEXT)
        : []
    const reply = onScreen(await this.#ask(message.text, context, options), options)
    // What nobody could answer is still what "and in 2021?" would go on from.
    await turns.save(conversationOf(message), turnOf(message.text, context, reply), clock())
    return reply
  }

  /** What comes behind what was shown; `undefined` where the conversation has gone on meanwhile. */
  async #more(
    message: Message,
    kept: KeptTurn,
    options: AskOptions,
  ): Promise<Answer | Nothing | undefined> {
    const { asker, turns, clock } = this.#options
    const { turn: last } = kept
    if (last.kind === 'figures') return noMore(last, { confidence: 1 }, options.language)
    const skip = last.shown
    const reply = onScreen(
      await asker.ask(last.question, { ...options, context: last.context, skip }),
      options,
    )
    if (reply.kind === 'nothing' || reply.quotes.length === 0)
      return noMore(last, reply, options.language)
    const turn = { ...last, shown: skip + reply.quotes.length, quotes: refsOf(reply.quotes) }
    const goesOn = await turns.goOn(conversationOf(message), kept, turn, clock())
    return goesOn ? reply : undefined
  }

  /** A question that says enough by itself is also asked by itself, and the surer reading taken. */
  async #ask(
    text: string,
    context: readonly string[],
    options: AskOptions,
  ): Promise<Answer | Nothing> {
    const { asker } = this.#options
    const alone = context.length === 0 || contentWords(text) > 1
    const leaning = await asker.ask(text, { ...options, context })
    if (context.length === 0 || !alone) return leaning
    const standing = await asker.ask(text, options)
    return standing.confidence > leaning.confidence ? standing : leaning
  }

  /** Conversations whose last message is older are forgotten. */
  async #oldest(): Promise<Date> {
    const { turns, rememberHours, clock } = this.#options
    const oldest = new Date(clock().getTime() - rememberHours * 3_600_000)
    await turns.forget(oldest)
    return oldest
  }
}

/** In a thread all speak of one thing; in a channel without threads each user has their own. */
function conversationOf({ platform, channel, thread, user }: Message): string {
  return JSON.stringify(
    thread === undefined
      ? [platform, channel, 'user', user]
      : [platform, channel, 'thread', thread],
  )
}

function turnOf(question: string, context: readonly string[], reply: Answer | Nothing): Turn {
  const quotes = reply.kind === 'answer' ? reply.quotes : reply.nearest
  const first = reply.kind === 'answer' ? reply.quotes[0] : undefined
  return {
    question,
    context,
    shown: reply.kind === 'answer' ? reply.quotes.length : 0,
    quotes: refsOf(quotes),
    ...(first !== undefined && {
      first: { document: first.citation.document, start: first.start, end: first.end },
    }),
  }
}

const refsOf = (quotes: readonly Quote[]): QuoteRef[] =>
  quotes.map(({ citation, start, end }) => ({ document: citation.document, start, end }))

function noMore(
  { question, shown }: Turn,
  { confidence }: { confidence: number },
  language: Language | undefined,
): Nothing {
  const { reasons } = wordingsIn(language).answers
  return {
    kind: 'nothing',
    question,
    reason: shown === 0 ? reasons.noLast : reasons.noMoreOfLast,
    unknown: [],
    nearest: [],
    confidence,
    notes: [],
    open: false,
  }
}
