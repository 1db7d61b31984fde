/** One message after another: what a follow-up leans on, kept apart by channel and thread. */
import type { Message } from './adapter.ts'
import type { Asker, AskOptions } from './ask/ask.ts'
import { contentWords, meaningOf, type Turn } from './ask/follow-up.ts'
import { withoutNoise } from './ask/noise.ts'
import { onScreen } from './ask/screen.ts'
import type { Answer, Nothing } from './reply.ts'
import type { Store } from './store.ts'

export interface ConversationsOptions {
  readonly asker: Asker
  readonly store: Store
  readonly rememberHours: number
  readonly clock: () => Date
}

/** A follow-up leans on at most so many earlier questions. */
const LONGEST_CONTEXT = 2

export class Conversations {
  readonly #options: ConversationsOptions

  constructor(options: ConversationsOptions) {
    this.#options = options
  }

  async answer(message: Message, options: AskOptions): Promise<Answer | Nothing> {
    const { asker, store, clock } = this.#options
    const key = conversationOf(message)
    const last = store.turn(key, this.#oldest())
    const meaning = meaningOf(withoutNoise(message.text), last)
    if (last !== undefined && meaning.kind === 'more') {
      const skip = last.shown
      const reply = onScreen(
        await asker.ask(last.question, { ...options, context: last.context, skip }),
        options,
      )
      if (reply.kind === 'nothing' || reply.quotes.length === 0) return noMore(last, reply)
      store.saveTurn(key, { ...last, shown: skip + reply.quotes.length }, clock())
      return reply
    }
    if (last !== undefined && meaning.kind === 'speaker') {
      const reply = asker.speaker(last, message.text)
      if (reply !== undefined) return reply
    }
    const context =
      last !== undefined && meaning.kind === 'continued'
        ? [...last.context, last.question].slice(-LONGEST_CONTEXT)
        : []
    const reply = onScreen(await this.#ask(message.text, context, options), options)
    // What nobody could answer is still what "and in 2021?" would go on from.
    store.saveTurn(key, turnOf(message.text, context, reply), clock())
    return reply
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
  #oldest(): Date {
    const { store, rememberHours, clock } = this.#options
    const oldest = new Date(clock().getTime() - rememberHours * 3_600_000)
    store.forget(oldest)
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
  const first = reply.kind === 'answer' ? reply.quotes[0] : undefined
  return {
    question,
    context,
    shown: reply.kind === 'answer' ? reply.quotes.length : 0,
    ...(first !== undefined && {
      first: { document: first.citation.document, start: first.start, end: first.end },
    }),
  }
}

function noMore({ question, shown }: Turn, { confidence }: Answer | Nothing): Nothing {
  return {
    kind: 'nothing',
    question,
    reason:
      shown === 0
        ? 'There was no answer to the last question, so there is no more of it.'
        : 'That is all the documents have on the last question.',
    unknown: [],
    nearest: [],
    confidence,
    notes: [],
    open: false,
  }
}
