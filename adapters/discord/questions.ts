/**
 * Questions and their replies: each question one reply, through redelivery, edits, restarts and
 * crashes. Work for one question is done one after the other.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Answerer, Ledger, Memory } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import { Limit } from '../../src/delivery/limit.ts'
import { CODE, DiscordFailure } from './failure.ts'
import { recallPosts, rememberPosts, idOf } from './posted.ts'
import { render } from './render/render.ts'
import type {
  Incoming,
  OfferFiles,
  Post,
  Posted,
  Poster,
  Rendering,
  ReplyTo,
  Surroundings,
} from './seams.ts'
import type { Timing } from './timing.ts'

export interface QuestionsOptions {
  readonly answer: Answerer
  readonly poster: Poster
  readonly ledger: Ledger
  readonly memory: Memory
  readonly log: Logger
  readonly timing: Timing
  readonly offerFiles: OfferFiles
  readonly surroundings: Surroundings
  readonly signal: AbortSignal
}

const Receipt = z.object({
  posted: z.array(z.object({ channel: z.string(), id: z.string() })),
  /** Of what was asked, to tell other words from the same again. */
  asked: z.string(),
})
type Receipt = Readonly<{ posted: readonly Posted[]; asked: string }>

/** Answering keeps the machine busy: what is delivered meanwhile must still be acknowledged. */
const AT_ONCE = 8

export class Questions {
  readonly #options: QuestionsOptions
  readonly #limit = new Limit(AT_ONCE)
  readonly #serial = new Map<string, Promise<void>>()

  constructor(options: QuestionsOptions) {
    this.#options = options
  }

  /** Whether a question was ever taken. */
  isKnown(question: string): boolean {
    return this.#options.ledger.look(questionKey(question)).state !== 'new'
  }

  /** Whether there is nothing to do: it is answered, or being answered. */
  isTaken(question: string): boolean {
    const { state } = this.#options.ledger.look(questionKey(question))
    return state === 'done' || state === 'running'
  }

  /** Whether the bot has answered in the thread. */
  inThread(thread: string): boolean {
    return this.#options.memory.recall(threadKey(thread)) === true
  }

  /**
   * Answers a question. Begun at once, so that whatever comes after it finds it; never rejects.
   * @param read what it says; nothing where it is for nobody, or was seen to already
   * @returns true once it needs no more work in this run or a later one
   */
  ask(question: string, read: () => Promise<Incoming | undefined>): Promise<boolean> {
    const key = questionKey(question)
    return this.#once(question, key, async () => {
      const { ledger, signal } = this.#options
      // Taken back before it was its turn.
      if (ledger.look(key).state === 'done') return
      const incoming = await read()
      signal.throwIfAborted()
      const receipt = incoming === undefined ? NOTHING : await this.#reply(incoming)
      ledger.done(key, JSON.stringify(receipt))
    })
  }

  /** The reply to other words takes the place of the reply to the first ones. */
  change(
    question: string,
    at: string,
    read: () => Promise<Incoming | undefined>,
  ): Promise<boolean> {
    const key = `discord/change/${question}/${at}`
    return this.#once(question, key, async () => {
      const incoming = await read()
      // Without its mention it is no question to the bot any more.
      if (incoming === undefined) await this.#withdraw(question)
      else await this.#change(incoming, at)
      this.#options.ledger.done(key, '')
    })
  }

  /** Takes the reply to a question back. */
  withdraw(question: string): Promise<boolean> {
    const key = `discord/withdrawal/${question}`
    return this.#once(question, key, async () => {
      await this.#withdraw(question)
      this.#options.ledger.done(key, '')
    })
  }

  async #once(question: string, key: string, work: () => Promise<void>): Promise<boolean> {
    const { ledger, log, signal } = this.#options
    const standing = ledger.begin(key)
    if (standing.state === 'done') return true
    if (standing.state === 'running') return false
    try {
      await this.#oneAfterTheOther(question, work)
      return true
    } catch (error) {
      if (signal.aborted) return false
      // It may be delivered again, and is tried again at the next start.
      ledger.undo(key)
      log.error({ err: error, question }, 'a reply could not be sent')
      return isFinal(error)
    }
  }

  async #oneAfterTheOther(question: string, work: () => Promise<void>): Promise<void> {
    const before = this.#serial.get(question) ?? Promise.resolve()
    const done = before.then(work)
    const settled = done.catch(() => {})
    this.#serial.set(question, settled)
    await settled
    if (this.#serial.get(question) === settled) this.#serial.delete(question)
    return done
  }

  async #reply(incoming: Incoming): Promise<Receipt> {
    const { memory } = this.#options
    const { key, message, reply: to } = incoming
    const posted = await this.#deliver(incoming, await this.#posts(incoming, key))
    const all = [...posted, ...(await this.#offers(incoming))]
    rememberPosts(key, all, memory)
    if (to.kind === 'channel' && message.thread === to.channel)
      memory.keep(threadKey(to.channel), true)
    return { posted: all, asked: hash(message.text) }
  }

  /** What the bot says to it; nothing to files without words. */
  async #posts(incoming: Incoming, key: string): Promise<readonly Post[]> {
    const { answer, poster, memory, timing } = this.#options
    const { message, reply: to, chart } = incoming
    if (message.text.trim() === '' && (incoming.files?.length ?? 0) > 0) return []
    const typing =
      to.kind === 'channel'
        ? setTimeout(() => void poster.typing(to.channel), timing.typing)
        : undefined
    try {
      return await this.#limit.run(async () => {
        const reply = await answer(message)
        const ephemeral = to.kind === 'interaction' && to.ephemeral
        return this.#rendered(reply, { key, message, ephemeral, chart, memory })
      })
    } finally {
      clearTimeout(typing)
    }
  }

  /** A reply that cannot be shown is no reason to say nothing. */
  async #rendered(reply: Reply, rendering: Rendering): Promise<readonly Post[]> {
    try {
      return await render(reply, rendering)
    } catch (error) {
      this.#options.log.error({ err: error, kind: reply.kind }, 'a reply cannot be rendered')
      return render(UNSHOWN, rendering)
    }
  }

  async #deliver(incoming: Incoming, posts: readonly Post[]): Promise<readonly Posted[]> {
    const { log, memory } = this.#options
    const { key, message } = incoming
    try {
      return await this.#send(incoming.reply, posts, key)
    } catch (error) {
      if (!(error instanceof DiscordFailure && error.discord === CODE.invalidBody)) throw error
      log.error({ err: error }, 'Discord does not take a reply; it is told so')
      const rendering = { key, message, ephemeral: false, memory }
      return this.#send(incoming.reply, await render(UNSHOWN, rendering), `${key}/unshown`)
    }
  }

  async #send(to: ReplyTo, posts: readonly Post[], key: string): Promise<readonly Posted[]> {
    const { poster } = this.#options
    if (posts.length === 0) return []
    if (to.kind === 'interaction') return poster.answer(to.hook, posts, to, key)
    return poster.post(channelOf(to), posts, key)
  }

  async #offers(incoming: Incoming): Promise<readonly Posted[]> {
    const { poster, offerFiles, surroundings } = this.#options
    const { reply: to, files } = incoming
    if (files === undefined || to.kind === 'interaction') return []
    const posts = await offerFiles(incoming, surroundings)
    return poster.post(channelOf(to), posts, `${incoming.key}/files`)
  }

  async #change(incoming: Incoming, at: string): Promise<void> {
    const { poster, ledger, memory } = this.#options
    const { key: question, message, reply: to } = incoming
    const receipt = this.#receiptOf(question)
    const asked = hash(message.text)
    if (receipt === undefined || receipt.asked === asked || receipt.posted.length === 0) return
    if (to.kind !== 'channel') return
    const posts = await this.#posts(incoming, question)
    const kept = receipt.posted.slice(0, posts.length)
    for (const [index, standing] of kept.entries()) {
      const post = posts[index]
      if (post !== undefined) await poster.edit(standing, post)
    }
    const rest = posts.slice(kept.length)
    const more = await poster.post({ channel: to.channel }, rest, `${question}/${at}`)
    for (const standing of receipt.posted.slice(posts.length)) await poster.remove(standing)
    const posted = [...kept, ...more]
    rememberPosts(question, posted, memory)
    ledger.done(questionKey(question), JSON.stringify({ posted, asked }))
  }

  async #withdraw(question: string): Promise<void> {
    const { poster, ledger, memory } = this.#options
    const receipt = this.#receiptOf(question)
    for (const at of [...(receipt?.posted ?? [])].reverse()) await poster.remove(at)
    rememberPosts(question, [], memory)
    ledger.done(
      questionKey(question),
      JSON.stringify({ posted: [], asked: receipt?.asked ?? '' } satisfies Receipt),
    )
  }

  /** What stands as the reply to a question; less what the asker has deleted since. */
  #receiptOf(question: string): Receipt | undefined {
    const { ledger, memory } = this.#options
    const standing = ledger.look(questionKey(question))
    if (standing.state !== 'done') return undefined
    const receipt = Receipt.safeParse(safeJson(standing.receipt)).data
    if (receipt === undefined) return undefined
    return recallPosts(idOf(question), memory).length === 0 ? { ...receipt, posted: [] } : receipt
  }
}

const NOTHING: Receipt = { posted: [], asked: '' }

const UNSHOWN: Reply = {
  kind: 'failed',
  code: 'internal',
  message: 'Something went wrong while showing the answer. Try again, or put it in other words.',
}

/** What no later attempt will change: Discord has said no. */
const isFinal = (error: unknown): boolean =>
  error instanceof DiscordFailure && error.discord > 0 && error.discord !== CODE.unauthorized

const questionKey = (question: string): string => `discord/question/${question}`
const threadKey = (thread: string): string => `discord/thread/${thread}`

const channelOf = ({ channel, message }: Extract<ReplyTo, { kind: 'channel' }>) => ({
  channel,
  ...(message !== undefined && { replyTo: message }),
})

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
