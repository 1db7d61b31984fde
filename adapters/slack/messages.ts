/** Messages to channels, each exactly once: whatever gets lost on the way, there and back. */
import * as z from 'zod'
import { begin } from '../../src/delivery/begin.ts'
import type { Ledger } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { Calls } from './calls.ts'
import { findPosts, metadataOf } from './find.ts'
import { SlackFailure } from './failure.ts'
import type { ChannelQueues } from '../../src/delivery/queue.ts'
import type { Channel, Post, Posted, Self } from './seams.ts'
import { olderBlocks } from './render/older.ts'
import { pause } from '../../src/delivery/timing.ts'
import { type Timing } from './timing.ts'

export interface MessagesOptions {
  readonly calls: Calls
  readonly queues: ChannelQueues
  readonly ledger: Ledger
  readonly self: Self
  readonly timing: Timing
  readonly log: Logger
  readonly signal: AbortSignal
}

const Receipt = z.object({ channel: z.string(), ts: z.string() })

/** No name, channel or address in a text becomes a link; in a changed one Slack looks for them unless told. */
export const AS_WRITTEN = { parse: 'none', link_names: false } as const

/** What Slack says of blocks it does not take; the words alone are better than nothing. */
const BLOCKS_REFUSED = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'too_many_blocks',
  'block_mismatch',
])

export class Messages {
  readonly #options: MessagesOptions
  readonly #running = new Map<string, Promise<Posted>>()

  constructor(options: MessagesOptions) {
    this.#options = options
  }

  /** The same `key` twice is one message. @throws SlackFailure */
  post(to: Channel, post: Post, key: string): Promise<Posted> {
    const running = this.#running.get(key) ?? this.#once(to, post, key)
    this.#running.set(key, running)
    const ended = () => this.#running.delete(key)
    running.then(ended, ended)
    return running
  }

  async update(at: Posted, post: Post): Promise<void> {
    await this.#queued(at.channel, (calls) =>
      calls.settle('chat.update', {
        channel: at.channel,
        ts: at.ts,
        ...contentOf(post),
        ...AS_WRITTEN,
      }),
    )
  }

  async remove(at: Posted): Promise<void> {
    await this.#queued(at.channel, () => this.#delete(at))
  }

  #queued<T>(channel: string, work: (calls: Calls) => Promise<T>): Promise<T> {
    const { queues, calls, signal } = this.#options
    return queues.run(channel, () => work(calls), signal)
  }

  async #once(to: Channel, post: Post, key: string): Promise<Posted> {
    const { ledger } = this.#options
    const standing = await begin(ledger, key, this.#options.signal)
    if (standing.state === 'done') return Receipt.parse(JSON.parse(standing.receipt))
    // `running` that nobody runs: an attempt of this run that ended without anybody knowing how.
    const found = standing.state === 'new' ? undefined : await this.#find(to, post, key)
    const posted = found ?? (await this.#sendOnce(to, post, key))
    await ledger.done(key, JSON.stringify(posted))
    return posted
  }

  async #sendOnce(to: Channel, post: Post, key: string): Promise<Posted> {
    const { queues, timing, signal, log } = this.#options
    const sent = await queues.run(to.channel, (hold) => this.#send(to, post, key, hold), signal)
    if (!sent.again) return sent.posted
    // A first attempt that Slack took in the end, after it was looked for, is found now.
    await pause(timing.settle * 2, signal)
    signal.throwIfAborted()
    const first = await this.#find(to, post, key).catch((error: unknown) => {
      log.warn({ err: error }, 'nobody can tell whether a post stands there twice')
      return undefined
    })
    return first ?? sent.posted
  }

  async #send(
    to: Channel,
    post: Post,
    key: string,
    hold: (milliseconds: number) => Promise<void>,
  ): Promise<{ readonly posted: Posted; readonly again: boolean }> {
    const { calls, ledger, log, timing, signal } = this.#options
    const attempt = calls.attempt('chat.postMessage')
    let content = contentOf(post)
    let again = false
    for (;;) {
      const outcome = await calls.once('chat.postMessage', {
        ...to,
        ...content,
        ...AS_WRITTEN,
        metadata: metadataOf(key),
        unfurl_links: false,
        unfurl_media: false,
      })
      if (outcome.kind === 'ok')
        return { posted: Receipt.parse({ channel: to.channel, ...outcome.result }), again }
      if (outcome.kind === 'unknown') {
        log.warn({ error: outcome.why }, 'a post may have been taken; looking')
        // What was taken late must have arrived before it is looked for.
        await pause(timing.settle, signal)
        signal.throwIfAborted()
        const found = await this.#find(to, post, key)
        if (found !== undefined) return { posted: found, again: true }
        again = true
      }
      if (outcome.kind === 'refused' && BLOCKS_REFUSED.has(outcome.error) && content.blocks) {
        const older = olderBlocks(content.blocks)
        const known = JSON.stringify(older) === JSON.stringify(content.blocks)
        const how = known ? 'the words go without them' : 'older ones go instead'
        log.error({ error: outcome.error }, `Slack refuses the blocks; ${how}`)
        content = { text: content.text, ...(!known && { blocks: older }) }
        continue
      }
      if (outcome.kind === 'refused') await ledger.undo(key)
      await calls.wait(attempt, outcome, outcome.kind === 'limited' ? hold : undefined)
    }
  }

  /**
   * What stands there of it; of two the later one is taken away.
   * @throws SlackFailure when nobody can tell: sending again might be sending twice
   */
  async #find(to: Channel, post: Post, key: string): Promise<Posted | undefined> {
    const { calls, self } = this.#options
    const [first, ...twins] = await findPosts(calls, self, to, key, post)
    for (const twin of twins) await this.#delete(twin)
    return first
  }

  #delete({ channel, ts }: Posted): Promise<unknown> {
    return this.#options.calls.settle('chat.delete', { channel, ts }).catch((error: unknown) => {
      if (!(error instanceof SlackFailure && error.slack === 'message_not_found')) throw error
    })
  }
}

interface Content {
  readonly text: string
  readonly blocks?: Post['blocks']
}

const contentOf = ({ text, blocks }: Post): Content =>
  blocks.length === 0 ? { text } : { text, blocks }
