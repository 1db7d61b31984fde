/** How replies to questions get to Discord: into a channel, or as the answer to an interaction. */
import type * as z from 'zod'
import type { Memory } from '../../src/adapter.ts'
import type { Wire } from '../../src/delivery/wire.ts'
import { CODE, DiscordFailure } from './failure.ts'
import { POSTED, PostedAt } from './posted.ts'
import { render } from './render/render.ts'
import type { Incoming, OfferFiles, Post, Posted, Poster, InteractionContext } from './seams.ts'
import type { Timing } from './timing.ts'

export interface DiscordWireOptions {
  readonly poster: Poster
  readonly memory: Memory
  readonly timing: Timing
  readonly offerFiles: OfferFiles
  readonly context: InteractionContext
}

export class DiscordWire implements Wire<Incoming, Post, Posted> {
  readonly platform = 'discord'
  readonly at: z.ZodType<Posted> = PostedAt
  readonly posted = POSTED
  readonly #options: DiscordWireOptions

  constructor(options: DiscordWireOptions) {
    this.#options = options
  }

  /** An interaction shows by itself that it is thought about; a channel only what takes longer. */
  working({ reply: to }: Incoming): () => void {
    if (to.kind !== 'channel') return () => {}
    const { poster, timing } = this.#options
    const typing = setTimeout(() => void poster.typing(to.channel), timing.typing)
    return () => clearTimeout(typing)
  }

  render(
    reply: Parameters<typeof render>[0],
    { message, reply: to, chart }: Incoming,
    key: string,
  ): Promise<readonly Post[]> {
    const ephemeral = to.kind === 'interaction' && to.ephemeral
    return render(reply, { key, message, ephemeral, chart, memory: this.#options.memory })
  }

  async offers(incoming: Incoming): Promise<readonly Post[]> {
    const { offerFiles, context } = this.#options
    return incoming.reply.kind === 'interaction' ? [] : offerFiles(incoming, context)
  }

  post(
    { reply: to }: Incoming,
    posts: readonly Post[],
    key: string,
    isFirst: boolean,
  ): Promise<readonly Posted[]> {
    const { poster } = this.#options
    if (to.kind === 'interaction') return poster.answer(to.hook, posts, to, key)
    const { channel, message: replyTo } = to
    const under = isFirst && replyTo !== undefined
    return poster.post({ channel, ...(under && { replyTo }) }, posts, key)
  }

  /** They go with the messages. */
  upload(): Promise<readonly string[]> {
    return Promise.resolve([])
  }

  edit(at: Posted, post: Post): Promise<void> {
    return this.#options.poster.edit(at, post)
  }

  remove(at: Posted): Promise<void> {
    return this.#options.poster.remove(at)
  }

  removeFile(): Promise<void> {
    return Promise.resolve()
  }

  threadOf({ reply: to, message }: Incoming): string | undefined {
    return to.kind === 'channel' && message.thread === to.channel ? to.channel : undefined
  }

  isUnshowable(error: unknown): boolean {
    return error instanceof DiscordFailure && error.discord === CODE.invalidBody
  }

  /** Discord has said no. */
  isFinal(error: unknown): boolean {
    return (
      error instanceof DiscordFailure && error.discord > 0 && error.discord !== CODE.unauthorized
    )
  }
}
