/**
 * Questions and their replies: each question one reply, through redelivery, edits, restarts and crashes,
 * whatever the platform. Work for one question is done one after the other.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Language } from '../../index/languages/packs.ts'
import type { Answerer, Ledger, Memory } from '../adapter.ts'
import type { Logger } from '../log.ts'
import { GOES_ON_FOR, isMeant } from '../manners.ts'
import type { Reply } from '../reply.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import { begin, decided } from './begin.ts'
import { Limit } from './limit.ts'
import { idOf } from './posted.ts'
import type { Question, Wire } from './wire.ts'

export interface QuestionsOptions<Asked extends Question, Post, At> {
  readonly answer: Answerer
  readonly wire: Wire<Asked, Post, At>
  readonly ledger: Ledger
  readonly memory: Memory
  readonly log: Logger
  /** Of a channel, where it is set. */
  readonly languageOf?: ((place: string) => Language | undefined) | undefined
  /** Given when nothing more may be sent. */
  readonly signal: AbortSignal
}

interface Receipt<At> {
  readonly posted: readonly At[]
  readonly files: readonly string[]
  /** Of what was asked, to tell other words from the same again. */
  readonly asked: string
}

/** The change that ends a question. */
const WITHDRAWN = 'withdrawn'

/** Answering keeps the machine busy: what is delivered meanwhile must still be acknowledged. */
const AT_ONCE = 8

export class Questions<Asked extends Question, Post, At> {
  readonly #options: QuestionsOptions<Asked, Post, At>
  readonly #receipt: z.ZodType<Receipt<At>>
  readonly #limit = new Limit(AT_ONCE)
  /** Beginning waits for the disk: one at a time, acknowledgements in between. */
  readonly #gate = new Limit(1)
  /** Keys of what is being done, from the moment it was taken. */
  readonly #underWay = new Set<string>()
  readonly #serial = new Map<string, Promise<void>>()

  constructor(options: QuestionsOptions<Asked, Post, At>) {
    this.#options = options
    this.#receipt = z.object({
      posted: z.array(options.wire.at),
      files: z.array(z.string()).default([]),
      asked: z.string(),
    })
  }

  /** Whether a question was ever taken. */
  async isKnown(question: string): Promise<boolean> {
    const key = this.#questionKey(question)
    return this.#underWay.has(key) || (await this.#options.ledger.look(key)).state !== 'new'
  }

  /** Whether there is nothing to do: it is answered, or being answered. */
  isTaken(question: string): Promise<boolean> {
    return this.#isDone(this.#questionKey(question))
  }

  /** Whether a change of a question is made, or being made. */
  isChanged(question: string, change: string): Promise<boolean> {
    return this.#isDone(this.#changeKey(question, change))
  }

  isWithdrawn(question: string): Promise<boolean> {
    return this.isChanged(question, WITHDRAWN)
  }

  /** Whether the bot has answered in the thread. */
  async inThread(thread: string): Promise<boolean> {
    return (await this.#options.memory.recall(this.#threadKey(thread))) === true
  }

  /** Whether what somebody says in a thread at a time goes on from what they asked the bot there. */
  async goesOn(thread: string, user: string, at: number): Promise<boolean> {
    const asked = await this.#options.memory.recall(this.#askerKey(thread, user))
    return typeof asked === 'number' && asked >= at - GOES_ON_FOR
  }

  /**
   * Answers a question. Never rejects.
   * @param read what it says; nothing where it is for nobody, or was seen to already
   * @returns true once it needs no more work in this run or a later one
   */
  ask(question: string, read: () => Promise<Asked | undefined>): Promise<boolean> {
    const key = this.#questionKey(question)
    return this.#once(question, key, async () => {
      const { ledger, signal } = this.#options
      // Taken back before it was its turn.
      if ((await ledger.look(key)).state === 'done') return
      const asked = await read()
      signal.throwIfAborted()
      const receipt = asked === undefined ? this.#nothing() : await this.#reply(asked)
      await ledger.done(key, JSON.stringify(receipt))
    })
  }

  /**
   * The reply to other words takes the place of the reply to the first ones.
   * @param change tells this change from others of the same question
   * @param read what it says now; nothing where it is no question to the bot any more
   */
  change(
    question: string,
    change: string,
    read: () => Promise<Asked | undefined>,
  ): Promise<boolean> {
    const key = this.#changeKey(question, change)
    return this.#once(question, key, async () => {
      const asked = await read()
      if (asked === undefined) await this.#withdraw(question)
      else await this.#change(question, asked, change)
      await this.#options.ledger.done(key, '')
    })
  }

  /** Takes the reply to a question back; one that is delivered only now is not answered any more. */
  async withdraw(question: string): Promise<boolean> {
    const { ledger } = this.#options
    const asked = this.#questionKey(question)
    if (this.#underWay.has(asked)) return this.#takeBack(question)
    // Nobody begins it while that is looked up.
    this.#underWay.add(asked)
    const { state } = await ledger.look(asked).finally(() => this.#underWay.delete(asked))
    if (state !== 'new') return this.#takeBack(question)
    return this.#once(question, asked, () => ledger.done(asked, JSON.stringify(this.#nothing())))
  }

  #takeBack(question: string): Promise<boolean> {
    const key = this.#changeKey(question, WITHDRAWN)
    return this.#once(question, key, async () => {
      await this.#withdraw(question)
      await this.#options.ledger.done(key, '')
    })
  }

  async #isDone(key: string): Promise<boolean> {
    return this.#underWay.has(key) || (await this.#options.ledger.look(key)).state === 'done'
  }

  async #once(question: string, key: string, work: () => Promise<void>): Promise<boolean> {
    const { ledger, log, signal, wire } = this.#options
    if (this.#underWay.has(key)) return true
    this.#underWay.add(key)
    try {
      const { state } = await begin(
        { begin: (one) => this.#gate.run(() => ledger.begin(one)) },
        key,
        signal,
      )
      if (state !== 'done') await this.#oneAfterTheOther(question, work)
      return true
    } catch (error) {
      if (signal.aborted) return false
      log.error({ err: error, question }, 'a reply could not be sent')
      // It may be delivered again, and is tried again at the next start.
      await ledger.undo(key).catch((cause: unknown) => {
        log.error({ err: cause, question }, 'what was begun is still written down as begun')
      })
      return wire.isFinal(error)
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

  async #reply(asked: Asked): Promise<Receipt<At>> {
    const { wire, memory } = this.#options
    const { key, message } = asked
    const thread = wire.threadOf(asked)
    if (thread !== undefined && message.unnamed !== true) await this.#heard(thread, message.user)
    const posts = await this.#posts(asked, key)
    const replied = await this.#deliver(asked, posts)
    const files = await wire.upload(asked, posts, key)
    if (thread !== undefined && posts.length > 0) {
      await memory.keep(this.#threadKey(thread), true)
      await this.#heard(thread, message.user)
    }
    const posted = [...replied, ...(await this.#offers(asked))]
    await wire.posted.remember(key, posted, memory, files)
    return { posted, files, asked: hash(message.text) }
  }

  /** What the bot says to it; nothing to files without words. */
  async #posts(asked: Asked, key: string): Promise<readonly Post[]> {
    const { answer, wire } = this.#options
    const { message } = asked
    if (isFilesOnly(asked) || isAboutFiles(asked)) return []
    const end = wire.working(asked)
    try {
      return await this.#limit.run(async () => {
        const reply = await answer(message)
        const silent = reply.kind === 'nothing' && reply.silent === true
        return silent ? [] : this.#rendered(reply, asked, key)
      })
    } finally {
      end()
    }
  }

  /** A reply that cannot be shown is no reason to say nothing. */
  async #rendered(reply: Reply, asked: Asked, key: string): Promise<readonly Post[]> {
    const { wire, log } = this.#options
    try {
      return await wire.render(reply, asked, key)
    } catch (error) {
      log.error({ err: error, kind: reply.kind }, 'a reply cannot be rendered')
      return wire.render(this.#unshown(asked), asked, key)
    }
  }

  async #deliver(asked: Asked, posts: readonly Post[]): Promise<readonly At[]> {
    const { wire, log } = this.#options
    const { key } = asked
    if (posts.length === 0) return []
    try {
      return await wire.post(asked, posts, key, true)
    } catch (error) {
      if (!wire.isUnshowable(error)) throw error
      log.error({ err: error }, 'the platform does not take a reply; it is told so')
      return wire.post(
        asked,
        await wire.render(this.#unshown(asked), asked, key),
        `${key}/unshown`,
        true,
      )
    }
  }

  #unshown({ message: { platform, channel } }: Asked): Reply {
    const language = this.#options.languageOf?.(`${platform}:${channel}`)
    const message = wordingsIn(language).windows.shown.unshown
    return { kind: 'failed', code: 'internal', message }
  }

  async #offers(asked: Asked): Promise<readonly At[]> {
    const { wire } = this.#options
    if (asked.files === undefined) return []
    const posts = await wire.offers(asked)
    return posts.length === 0 ? [] : wire.post(asked, posts, `${asked.key}/files`, true)
  }

  async #change(question: string, asked: Asked, change: string): Promise<void> {
    const { wire, ledger, memory } = this.#options
    const receipt = await this.#receiptOf(question)
    const words = hash(asked.message.text)
    if (receipt === undefined || receipt.asked === words || receipt.posted.length === 0) return
    const posts = await this.#posts(asked, question)
    const kept = receipt.posted.slice(0, posts.length)
    for (const [index, at] of kept.entries()) {
      const post = posts[index]
      if (post !== undefined) await wire.edit(at, post)
    }
    const rest = posts.slice(kept.length)
    const key = `${question}/${change}`
    const more = rest.length === 0 ? [] : await wire.post(asked, rest, key, false)
    for (const at of receipt.posted.slice(posts.length)) await wire.remove(at)
    for (const id of receipt.files) await wire.removeFile(id)
    const files = await wire.upload(asked, posts, key)
    const posted = [...kept, ...more]
    await wire.posted.remember(question, posted, memory, files)
    const now: Receipt<At> = { posted, files, asked: words }
    await ledger.done(this.#questionKey(question), JSON.stringify(now))
  }

  async #withdraw(question: string): Promise<void> {
    const { wire, ledger, memory } = this.#options
    const key = this.#questionKey(question)
    const receipt = await this.#receiptOf(question)
    for (const at of [...(receipt?.posted ?? [])].reverse()) await wire.remove(at)
    for (const id of receipt?.files ?? []) await wire.removeFile(id)
    await wire.posted.remember(question, [], memory)
    await ledger.done(key, JSON.stringify({ ...this.#nothing(), asked: receipt?.asked ?? '' }))
  }

  /** What stands as the reply to a question, once no other process is at it; less what the asker has deleted since. */
  async #receiptOf(question: string): Promise<Receipt<At> | undefined> {
    const { wire, ledger, memory, signal } = this.#options
    const standing = await decided(() => ledger.look(this.#questionKey(question)), signal)
    if (standing.state !== 'done') return undefined
    const receipt = this.#receipt.safeParse(safeJson(standing.receipt)).data
    if (receipt === undefined) return undefined
    const { posts } = await wire.posted.recall(idOf(question), memory)
    return posts.length === 0 ? { ...receipt, posted: [] } : receipt
  }

  #nothing(): Receipt<At> {
    return { posted: [], files: [], asked: '' }
  }

  #questionKey(question: string): string {
    return `${this.#options.wire.platform}/question/${question}`
  }

  #changeKey(question: string, change: string): string {
    return `${this.#options.wire.platform}/change/${question}/${change}`
  }

  #heard(thread: string, user: string): Promise<void> {
    return this.#options.memory.keep(this.#askerKey(thread, user), Date.now())
  }

  #askerKey(thread: string, user: string): string {
    return `${this.#threadKey(thread)}/${user}`
  }

  #threadKey(thread: string): string {
    return `${this.#options.wire.platform}/thread/${thread}`
  }
}

export const isFilesOnly = ({ message, files = [] }: Question): boolean =>
  message.text.trim() === '' && files.length > 0

/** "Please add": what came along is offered for adding, and that is all there is to say. */
const isAboutFiles = ({ message, files = [] }: Question): boolean =>
  files.length > 0 && message.request === undefined && !isMeant(message.text)

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
