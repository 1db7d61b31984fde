/** How replies to questions get to Slack: into a channel or its thread, or by a `response_url`. */
import type * as z from 'zod'
import type { Ledger, Memory } from '../../src/adapter.ts'
import type { Wire } from '../../src/delivery/wire.ts'
import type { Logger } from '../../src/log.ts'
import { SlackFailure } from './failure.ts'
import type { SlackPoster } from './poster.ts'
import { POSTED, PostedAt } from './remembered.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import { render } from './render/render.ts'
import type {
  Channel,
  Incoming,
  OfferFiles,
  Post,
  Posted,
  ReplyTo,
  InteractionContext,
} from './seams.ts'

export interface SlackWireOptions {
  readonly poster: SlackPoster
  readonly ledger: Ledger
  readonly memory: Memory
  readonly log: Logger
  readonly offerFiles: OfferFiles
  readonly context: InteractionContext
}

/** Uses of a `response_url` that a reply may take; the last is for what its buttons bring. */
const RESPONSES_KEPT = 1

type ByResponse = Extract<ReplyTo, { kind: 'response_url' }>

export class SlackWire implements Wire<Incoming, Post, Posted> {
  readonly platform = 'slack'
  readonly at: z.ZodType<Posted> = PostedAt
  readonly posted = POSTED
  readonly #options: SlackWireOptions

  constructor(options: SlackWireOptions) {
    this.#options = options
  }

  working({ reply: to, message }: Incoming): () => void {
    const { poster, context } = this.#options
    const { asking } = wordingsIn(context.languageOf(message.channel)).windows
    if (to.kind === 'dm' && to.thread_ts !== undefined) void poster.setStatus(to, asking.isReading)
    // Slack takes the status away when the reply is posted.
    return () => {}
  }

  render(
    reply: Parameters<typeof render>[0],
    { message, reply: to }: Incoming,
    key: string,
  ): Promise<readonly Post[]> {
    const ephemeral = to.kind === 'response_url' && to.ephemeral
    return render(reply, { key, message, ephemeral, memory: this.#options.memory })
  }

  async offers(incoming: Incoming): Promise<readonly Post[]> {
    const { offerFiles, context } = this.#options
    return incoming.reply.kind === 'response_url' ? [] : offerFiles(incoming, context)
  }

  async post(incoming: Incoming, posts: readonly Post[], key: string): Promise<readonly Posted[]> {
    const { reply: to } = incoming
    if (to.kind !== 'response_url') return this.#options.poster.post(channelOf(to), posts, key)
    await this.#respond(to, incoming, posts)
    return []
  }

  async upload(
    { reply: to }: Incoming,
    posts: readonly Post[],
    key: string,
  ): Promise<readonly string[]> {
    if (to.kind === 'response_url') return []
    const files = posts.flatMap((post) => post.files ?? [])
    return this.#options.poster.upload(channelOf(to), files, key)
  }

  edit(at: Posted, post: Post): Promise<void> {
    return this.#options.poster.update(at, post)
  }

  remove(at: Posted): Promise<void> {
    return this.#options.poster.remove(at)
  }

  removeFile(id: string): Promise<void> {
    return this.#options.poster.removeFile(id)
  }

  threadOf({ reply: to }: Incoming): string | undefined {
    if (to.kind === 'response_url') return undefined
    const { channel, thread_ts } = channelOf(to)
    return thread_ts === undefined ? undefined : threadName(channel, thread_ts)
  }

  isUnshowable(): boolean {
    // Blocks that Slack does not take are sent as older ones, or as words alone.
    return false
  }

  isFinal(error: unknown): boolean {
    return error instanceof SlackFailure && FINAL.has(error.slack)
  }

  /** Nobody can look whether it arrived: what is not known to have failed is not sent again. */
  async #respond(
    to: ByResponse,
    { key, message }: Incoming,
    posts: readonly Post[],
  ): Promise<void> {
    const { poster, ledger, log } = this.#options
    for (const [index, post] of posts.entries()) {
      const sending = `slack/respond/${key}/${index}`
      if ((await ledger.begin(sending)).state !== 'new') continue
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
      await ledger.done(sending, '')
    }
  }
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

/** A thread's time is its own in one channel only. */
export const threadName = (channel: string, thread: string): string => `${channel}/${thread}`

function channelOf(to: ReplyTo): Channel {
  if (to.kind !== 'thread' && to.kind !== 'dm') throw new TypeError(`no channel in ${to.kind}`)
  const { channel, thread_ts } = to
  return { channel, ...(thread_ts !== undefined && { thread_ts }) }
}
