/** How the adapter speaks to Slack: messages, files, modals, the App Home, the agent view. */
import type { HomeView, ModalView } from '@slack/types'
import type { Ledger, Memory } from '../../src/adapter.ts'
import { Calls } from './calls.ts'
import { Files } from './files.ts'
import type { SlackLog } from './log.ts'
import { AS_WRITTEN, Messages } from './messages.ts'
import { ChannelQueues } from '../../src/delivery/queue.ts'
import { Responses } from './respond.ts'
import type { Channel, Post, Posted, Poster, PostFile, Self } from './seams.ts'
import type { Timing } from './timing.ts'
import type { Web } from './web.ts'

export interface PosterOptions {
  readonly web: Web
  readonly token: string
  readonly apiUrl?: string | undefined
  readonly self: Self
  readonly ledger: Ledger
  readonly memory: Memory
  readonly timing: Timing
  readonly log: SlackLog
  /** Given when nothing more may be sent. */
  readonly signal: AbortSignal
}

/** A person waits for a modal, and Slack for 3 seconds: later is of no use. */
const WAITING = 3000
/** Of what may not delay an answer. */
const BRIEFLY = 60_000

export class SlackPoster implements Poster {
  readonly calls: Calls
  readonly #log: SlackLog['log']
  readonly #messages: Messages
  readonly #files: Files
  readonly #responses: Responses

  constructor(options: PosterOptions) {
    const { web, timing, signal, ledger, memory, self, token, apiUrl } = options
    const { log } = options.log
    const calls = new Calls({ web, timing, log, signal })
    const queues = new ChannelQueues(timing.interval)
    this.#log = log
    this.calls = calls
    this.#messages = new Messages({ calls, queues, ledger, self, timing, log, signal })
    this.#files = new Files({ calls, ledger, memory, token, apiUrl, timing })
    this.#responses = new Responses({ timing, log, signal })
  }

  async post(to: Channel, posts: readonly Post[], key: string): Promise<readonly Posted[]> {
    const posted: Posted[] = []
    for (const [index, post] of posts.entries())
      posted.push(await this.#messages.post(to, post, `slack/post/${key}/${index}`))
    return posted
  }

  update(at: Posted, post: Post): Promise<void> {
    return this.#messages.update(at, post)
  }

  remove(at: Posted): Promise<void> {
    return this.#messages.remove(at)
  }

  respond(
    url: string,
    { text, blocks }: Post,
    { ephemeral, replace = false }: { readonly ephemeral: boolean; readonly replace?: boolean },
  ): Promise<void> {
    const body = {
      response_type: ephemeral ? 'ephemeral' : 'in_channel',
      replace_original: replace,
      text,
      ...(blocks.length > 0 && { blocks }),
      unfurl_links: false,
      unfurl_media: false,
    }
    return this.#responses.send(url, body, replace)
  }

  /** How often a `response_url` may still be used. */
  responsesLeft(url: string): number {
    return this.#responses.left(url)
  }

  /** A message that only one person sees, where there is no `response_url` any more. */
  async whisper(
    { channel, thread_ts }: Channel,
    user: string,
    { text, blocks }: Post,
  ): Promise<void> {
    const content = { text, ...(blocks.length > 0 && { blocks }), ...AS_WRITTEN }
    await this.calls.settle('chat.postEphemeral', { channel, thread_ts, user, ...content }, BRIEFLY)
  }

  dismiss(url: string): Promise<void> {
    return this.#responses.send(url, { delete_original: true }, true)
  }

  async openView(trigger_id: string, view: ModalView): Promise<void> {
    await this.calls.settle('views.open', { trigger_id, view }, WAITING)
  }

  async updateView(view_id: string, view: ModalView): Promise<void> {
    await this.calls.settle('views.update', { view_id, view }, BRIEFLY)
  }

  async publishHome(user_id: string, view: HomeView): Promise<void> {
    await this.calls.settle('views.publish', { user_id, view }, BRIEFLY)
  }

  async upload(to: Channel, files: readonly PostFile[], key: string): Promise<readonly string[]> {
    const ids: string[] = []
    for (const [index, file] of files.entries())
      ids.push(await this.#files.upload(to, file, `slack/file/${key}/${index}`))
    return ids
  }

  removeFile(id: string): Promise<void> {
    return this.#files.remove(id)
  }

  download(url: string, most: number): Promise<Uint8Array> {
    return this.#files.download(url, most)
  }

  setStatus({ channel, thread_ts }: Channel, status: string): Promise<void> {
    const args = { channel_id: channel, thread_ts, status }
    return this.#decorate('assistant.threads.setStatus', args)
  }

  setSuggestedPrompts(
    { channel, thread_ts }: Channel,
    title: string,
    prompts: readonly string[],
  ): Promise<void> {
    return this.#decorate('assistant.threads.setSuggestedPrompts', {
      channel_id: channel,
      thread_ts,
      title,
      prompts: prompts.map((message) => ({ title: message, message })),
    })
  }

  setTitle({ channel, thread_ts }: Channel, title: string): Promise<void> {
    const args = { channel_id: channel, thread_ts, title }
    return this.#decorate('assistant.threads.setTitle', args)
  }

  async #decorate(method: string, args: Readonly<Record<string, unknown>>): Promise<void> {
    const outcome = await this.calls.once(method, args)
    if (outcome.kind !== 'ok') this.#log.debug({ method, outcome }, 'left out')
  }
}
