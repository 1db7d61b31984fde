/**
 * Questions and their replies: each question one reply, through redelivery, edits, restarts and
 * crashes. Work for one question is done one after the other.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Answerer, Ledger, Memory, Message } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import { SlackFailure } from './failure.ts'
import { Limit } from '../../src/delivery/limit.ts'
import type { SlackPoster } from './poster.ts'
import { recallPosts, rememberPosts, idOf } from './remembered.ts'
import { render } from './render/render.ts'
import type {
  Channel,
  Incoming,
  OfferFiles,
  Post,
  Posted,
  Rendering,
  ReplyTo,
  Surroundings,
} from './seams.ts'

export interface QuestionsOptions {
  readonly answer: Answerer
  readonly poster: SlackPoster
  readonly ledger: Ledger
  readonly memory: Memory
  readonly log: Logger
  readonly roleFor: (message: Message) => Promise<NonNullable<Message['role']>>
  readonly offerFiles: OfferFiles
  readonly surroundings: Surroundings
  readonly signal: AbortSignal
}

const Receipt = z.object({
  posted: z.array(z.object({ channel: z.string(), ts: z.string() })),
  files: z.array(z.string()),
  /** Of what was asked, to tell other words from the same again. */
  asked: z.string(),
})
type Receipt = Readonly<{ posted: readonly Posted[]; files: readonly string[]; asked: string }>

/** Answering keeps the machine busy: what is delivered meanwhile must still be acknowledged. */
const AT_ONCE = 8
const READING = 'is reading the documents…'
/** Uses of a `response_url` that a reply may take; the last is for what its buttons bring. */
const RESPONSES_KEPT = 1

export class Questions {
  readonly #options: QuestionsOptions
  readonly #limit = new Limit(AT_ONCE)
  /** Beginning waits for the disk: one at a time, acknowledgements in between. */
  readonly #gate = new Limit(1)
  readonly #underWay = new Set<string>()
  readonly #serial = new Map<string, Promise<void>>()

  constructor(options: QuestionsOptions) {
    this.#options = options
  }

  /** Whether there is nothing to do: it is answered, or being answered. */
  isKnown(incoming: Incoming): boolean {
    const key = workKey(incoming)
    return this.#underWay.has(key) || this.#options.ledger.look(key).state === 'done'
  }

  /** Whether the bot has answered in the thread. */
  inThread(channel: string, thread: string): boolean {
    return this.#options.memory.recall(threadKey(channel, thread)) === true
  }

  /** Resolves true once it needs no more work in this run or a later one. Never rejects. */
  async handle(incoming: Incoming): Promise<boolean> {
    const { ledger, log, signal } = this.#options
    const key = workKey(incoming)
    if (this.#underWay.has(key)) return true
    this.#underWay.add(key)
    try {
      const { state } = await this.#gate.run(() => Promise.resolve(ledger.begin(key)))
      if (state !== 'done')
        await this.#oneAfterTheOther(questionOf(incoming), () => this.#work(incoming, key))
      return true
    } catch (error) {
      if (signal.aborted) return false
      log.error({ err: error, key: incoming.key }, 'a reply could not be sent')
      // It may be delivered again, and is tried again at the next start.
      ledger.undo(key)
      return error instanceof SlackFailure && FINAL.has(error.slack)
    } finally {
      this.#underWay.delete(key)
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

  async #work(incoming: Incoming, key: string): Promise<void> {
    const { ledger } = this.#options
    if (incoming.deleted !== undefined) {
      await this.#withdraw(incoming.deleted)
      ledger.done(key, '')
      return
    }
    if (incoming.edited !== undefined) {
      await this.#change(incoming, incoming.edited)
      ledger.done(key, '')
      return
    }
    // Taken back before it was delivered: the removal has ended it.
    const now = ledger.look(key)
    if (now.state === 'done') return
    ledger.done(key, JSON.stringify(await this.#reply(incoming)))
  }

  async #reply(incoming: Incoming): Promise<Receipt> {
    const posts = await this.#posts(incoming, incoming.key)
    const receipt = await this.#deliver(incoming, posts)
    const posted = [...receipt.posted, ...(await this.#offers(incoming))]
    rememberPosts(incoming.key, posted, this.#options.memory, receipt.files)
    return { ...receipt, posted }
  }

  /** What the bot says to it; nothing to files without words. */
  async #posts(incoming: Incoming, key: string): Promise<readonly Post[]> {
    const { answer, poster, memory, roleFor } = this.#options
    const { message, reply: to } = incoming
    if (message.text.trim() === '' && (incoming.files?.length ?? 0) > 0) return []
    if (to.kind === 'dm' && to.thread_ts !== undefined) void poster.setStatus(to, READING)
    const role = message.role === 'outsider' ? 'outsider' : await roleFor(message)
    return this.#limit.run(async () => {
      const known = { ...message, role }
      const reply = await answer(known)
      const ephemeral = to.kind === 'response_url' && to.ephemeral
      return this.#rendered(reply, { key, message: known, ephemeral, memory })
    })
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

  async #deliver(incoming: Incoming, posts: readonly Post[]): Promise<Receipt> {
    const { poster, memory } = this.#options
    const { reply: to, message, key } = incoming
    const asked = hash(message.text)
    if (to.kind === 'response_url') {
      await this.#respond(to, message, posts, key)
      return { posted: [], files: [], asked }
    }
    const channel = channelOf(to)
    const posted = await poster.post(channel, posts, key)
    const files = await poster.upload(channel, filesOf(posts), key)
    if (channel.thread_ts !== undefined)
      memory.keep(threadKey(channel.channel, channel.thread_ts), true)
    return { posted, files, asked }
  }

  /** Nobody can look whether it arrived: what is not known to have failed is not sent again. */
  async #respond(
    to: Extract<ReplyTo, { kind: 'response_url' }>,
    message: Message,
    posts: readonly Post[],
    key: string,
  ): Promise<void> {
    const { poster, ledger, log } = this.#options
    for (const [index, post] of posts.entries()) {
      const sending = `slack/respond/${key}/${index}`
      if (ledger.begin(sending).state !== 'new') continue
      try {
        if (poster.responsesLeft(to.url) > RESPONSES_KEPT)
          await poster.respond(to.url, post, { ephemeral: to.ephemeral })
        else await poster.whisper({ channel: message.channel }, message.user, post)
      } catch (error) {
        if (!(error instanceof SlackFailure)) throw error
        log.warn(
          { err: error, part: index + 1, parts: posts.length },
          'part of a reply was not shown',
        )
      }
      ledger.done(sending, '')
    }
  }

  async #offers(incoming: Incoming): Promise<readonly Posted[]> {
    const { poster, offerFiles, surroundings } = this.#options
    if (incoming.files === undefined || incoming.reply.kind === 'response_url') return []
    const posts = await offerFiles(incoming, surroundings)
    return poster.post(channelOf(incoming.reply), posts, `${incoming.key}/files`)
  }

  /** The reply to other words takes the place of the reply to the first ones. */
  async #change(incoming: Incoming, question: string): Promise<void> {
    const { poster, ledger, memory } = this.#options
    const receipt = this.#receiptOf(question)
    const asked = hash(incoming.message.text)
    if (receipt === undefined || receipt.asked === asked || receipt.posted.length === 0) return
    const channel = channelOf(incoming.reply)
    const posts = await this.#posts(incoming, question)
    const kept = receipt.posted.slice(0, posts.length)
    for (const [index, at] of kept.entries()) {
      const post = posts[index]
      if (post !== undefined) await poster.update(at, post)
    }
    const more = await poster.post(channel, posts.slice(kept.length), incoming.key)
    for (const at of receipt.posted.slice(posts.length)) await poster.remove(at)
    for (const id of receipt.files) await poster.removeFile(id)
    const files = await poster.upload(channel, filesOf(posts), incoming.key)
    const posted = [...kept, ...more]
    rememberPosts(question, posted, memory, files)
    ledger.done(`slack/question/${question}`, JSON.stringify({ posted, files, asked }))
  }

  async #withdraw(question: string): Promise<void> {
    const { poster, ledger, memory } = this.#options
    const key = `slack/question/${question}`
    const receipt = this.#receiptOf(question)
    // Should the question itself be delivered only now, it is not to be answered any more.
    if (receipt === undefined) ledger.begin(key)
    for (const at of [...(receipt?.posted ?? [])].reverse()) await poster.remove(at)
    for (const id of receipt?.files ?? []) await poster.removeFile(id)
    rememberPosts(question, [], memory)
    ledger.done(key, JSON.stringify({ posted: [], files: [], asked: receipt?.asked ?? '' }))
  }

  /** What stands as the reply to a question; less what the asker has deleted since. */
  #receiptOf(question: string): Receipt | undefined {
    const { ledger, memory } = this.#options
    const standing = ledger.look(`slack/question/${question}`)
    if (standing.state !== 'done') return undefined
    const receipt = Receipt.safeParse(safeJson(standing.receipt)).data
    if (receipt === undefined) return undefined
    return recallPosts(idOf(question), memory).length === 0 ? { ...receipt, posted: [] } : receipt
  }
}

const UNSHOWN: Reply = {
  kind: 'failed',
  code: 'internal',
  message: 'Something went wrong while showing the answer. Try again, or put it in other words.',
}

/** What no later attempt will change. */
const FINAL = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_thread_locked',
  'restricted_action_read_only_channel',
  'thread_not_found',
  'cannot_reply_to_message',
  'messages_tab_disabled',
  'cant_update_message',
  'edit_window_closed',
  'message_not_found',
  'msg_too_long',
  'no_text',
])

const questionOf = ({ key, edited, deleted }: Incoming): string => edited ?? deleted ?? key

/** Of the piece of work that must happen once. */
const workKey = (incoming: Incoming): string =>
  incoming.edited === undefined && incoming.deleted === undefined
    ? `slack/question/${incoming.key}`
    : `slack/change/${incoming.key}`

const threadKey = (channel: string, thread: string): string => `slack/thread/${channel}/${thread}`

function channelOf(to: ReplyTo): Channel {
  if (to.kind !== 'thread' && to.kind !== 'dm') throw new TypeError(`no channel in ${to.kind}`)
  const { channel, thread_ts } = to
  return { channel, ...(thread_ts !== undefined && { thread_ts }) }
}

const filesOf = (posts: readonly Post[]) => posts.flatMap(({ files }) => files ?? [])

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
