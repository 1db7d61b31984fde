/** Messages to channels, each exactly once: whatever gets lost on the way, there and back. */
import * as z from 'zod'
import { begin } from '../../src/delivery/begin.ts'
import type { Ledger, Memory } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { ChannelQueues } from '../../src/delivery/queue.ts'
import type { Hold } from '../../src/delivery/attempts.ts'
import { pause } from '../../src/delivery/timing.ts'
import { bodyOf, filesOf, messageBody } from './bodies.ts'
import type { Calls } from './calls.ts'
import { CODE, DiscordFailure } from './failure.ts'
import { findPost, rememberOwner, rememberSent, type Sought } from './find.ts'
import type { Channel, Post, Posted, Self } from './seams.ts'
import type { Timing } from './timing.ts'

export interface MessagesOptions {
  readonly calls: Calls
  readonly queues: ChannelQueues
  readonly ledger: Ledger
  readonly memory: Memory
  readonly self: Self
  readonly timing: Timing
  readonly log: Logger
  readonly signal: AbortSignal
}

/** What stands in the ledger of a message that was sent. */
export const Receipt = z.object({ channel: z.string(), id: z.string() })
const Message = z.object({ id: z.string(), channel_id: z.string() })

/** A message as Discord answers with it. */
export function postedOf(result: unknown): Posted | undefined {
  const { data } = Message.safeParse(result)
  return data && { channel: data.channel_id, id: data.id }
}

export class Messages {
  readonly #options: MessagesOptions
  readonly #running = new Map<string, Promise<readonly Posted[]>>()

  constructor(options: MessagesOptions) {
    this.#options = options
  }

  /** One after the other, nothing between them; only the first is a reply. @throws DiscordFailure */
  post(to: Channel, posts: readonly Post[], key: string): Promise<readonly Posted[]> {
    const running = this.#running.get(key) ?? this.#all(to, posts, key)
    this.#running.set(key, running)
    const ended = () => this.#running.delete(key)
    running.then(ended, ended)
    return running
  }

  async edit({ channel, id }: Posted, post: Post): Promise<void> {
    await this.#queued(channel, 'change a message', {
      method: 'PATCH',
      route: `/channels/${channel}/messages/${id}`,
      body: bodyOf(post),
      ...filesOf(post),
    })
  }

  async remove({ channel, id }: Posted): Promise<void> {
    await this.#queued(channel, 'take a message away', {
      method: 'DELETE',
      route: `/channels/${channel}/messages/${id}`,
    }).catch((error: unknown) => {
      const gone = [CODE.unknownMessage, CODE.unknownChannel].some(
        (code) => error instanceof DiscordFailure && error.discord === code,
      )
      if (!gone) throw error
    })
  }

  /** Whether a message is there already. @throws DiscordFailure */
  find(sought: Sought): Promise<Posted | 'unreadable' | undefined> {
    return findPost(this.#options, sought)
  }

  #queued(channel: string, what: string, call: Parameters<Calls['settle']>[1]): Promise<unknown> {
    const { queues, calls, signal } = this.#options
    return queues.run(channel, (hold) => calls.settle(what, call, undefined, hold), signal)
  }

  #all(to: Channel, posts: readonly Post[], key: string): Promise<readonly Posted[]> {
    const { queues, signal } = this.#options
    const { channel } = to
    return queues.run(
      channel,
      async (hold) => {
        const posted: Posted[] = []
        for (const [index, post] of posts.entries()) {
          const sought = {
            to: index === 0 ? to : { channel },
            post,
            key: `discord/post/${key}/${index}`,
            after: to.replyTo,
          }
          posted.push(await this.#once(sought, hold))
        }
        return posted
      },
      signal,
    )
  }

  async #once(sought: Sought, hold: Hold): Promise<Posted> {
    const { ledger, memory } = this.#options
    const { key, post } = sought
    // Before it is begun: whoever finds it begun needs to know what may stand there.
    if ((await ledger.look(key)).state === 'new') await rememberSent(post, key, memory)
    const standing = await begin(ledger, key, this.#options.signal)
    if (standing.state === 'done') return Receipt.parse(JSON.parse(standing.receipt))
    // `running` that nobody runs: an attempt of this run that ended without anybody knowing how.
    const found = standing.state === 'new' ? undefined : await this.find(sought)
    const posted = typeof found === 'object' ? found : await this.#send(sought, hold)
    await rememberOwner(posted, key, memory)
    await ledger.done(key, JSON.stringify(posted))
    return posted
  }

  async #send(sought: Sought, hold: Hold): Promise<Posted> {
    const { calls, ledger, memory, log, timing, signal } = this.#options
    const { to, post, key } = sought
    await rememberSent(post, key, memory)
    const attempt = calls.attempt(`post to channel ${to.channel}`)
    const call = {
      method: 'POST' as const,
      route: `/channels/${to.channel}/messages` as const,
      body: messageBody(post, to, key),
      ...filesOf(post),
    }
    for (;;) {
      let outcome = await calls.once(call)
      if (outcome.kind === 'ok') {
        const posted = postedOf(outcome.result)
        if (posted !== undefined) return posted
        outcome = { kind: 'unknown', why: 'its answer is no message' }
      }
      if (outcome.kind === 'unknown') {
        log.warn({ why: outcome.why }, 'a post may have been taken; looking')
        // What was taken late must have arrived before it is looked for.
        await pause(timing.settle, signal)
        signal.throwIfAborted()
        const found = await this.find(sought)
        if (typeof found === 'object') return found
        // Where it cannot be seen, its nonce alone sees to it that it comes once.
      }
      if (outcome.kind === 'refused') await ledger.undo(key)
      await calls.wait(attempt, outcome, outcome.kind === 'limited' ? hold : undefined)
    }
  }
}
