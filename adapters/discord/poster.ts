/** How the adapter speaks to Discord: messages, interactions, attachments. */
import { type APIApplicationCommandOptionChoice, InteractionResponseType } from 'discord.js'
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import type { Ledger, Memory } from '../../src/adapter.ts'
import { VerbatimError } from '../../src/errors.ts'
import type { Logger } from '../../src/log.ts'
import { bytesOf } from '../shared/download.ts'
import { ChannelQueues } from '../../src/delivery/queue.ts'
import type { Calls } from './calls.ts'
import { CODE, DiscordFailure } from './failure.ts'
import { Hooks, isOver } from './hooks.ts'
import { Messages } from './messages.ts'
import type { Acknowledgement, Channel, Hook, Post, Posted, Poster, Self } from './seams.ts'
import type { Timing } from './timing.ts'

export interface PosterOptions {
  readonly calls: Calls
  readonly apiUrl?: string | undefined
  readonly self: Self
  readonly ledger: Ledger
  readonly memory: Memory
  readonly timing: Timing
  readonly log: Logger
  /** Given when nothing more may be sent. */
  readonly signal: AbortSignal
}

/** Discord's own, where attachments are kept. */
const FILE_HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net'])
const MOST_CHOICES = 25

export class DiscordPoster implements Poster {
  readonly #options: PosterOptions
  readonly #messages: Messages
  readonly #hooks: Hooks

  constructor(options: PosterOptions) {
    this.#options = options
    // Discord itself says how fast a channel may be written to.
    this.#messages = new Messages({ ...options, queues: new ChannelQueues(0) })
    this.#hooks = new Hooks({ ...options, messages: this.#messages })
  }

  post(to: Channel, posts: readonly Post[], key: string): Promise<readonly Posted[]> {
    return this.#messages.post(to, posts, key)
  }

  edit(at: Posted, post: Post): Promise<void> {
    return this.#messages.edit(at, post)
  }

  remove(at: Posted): Promise<void> {
    return this.#messages.remove(at)
  }

  /** Within 3 s, before any work. Never rejects. */
  acknowledge(hook: Hook, how: Exclude<Acknowledgement, { kind: 'own' }>): Promise<void> {
    return this.#hooks.acknowledge(hook, how)
  }

  async answer(
    hook: Hook,
    posts: readonly Post[],
    how: { readonly ephemeral: boolean },
    key: string,
  ): Promise<readonly Posted[]> {
    const posted: Posted[] = []
    const { log } = this.#options
    try {
      for (const [index, post] of posts.entries()) {
        const at =
          index === 0
            ? await this.#hooks.editOriginal(hook, post)
            : await this.#hooks.followUp(hook, post, how, `${key}/${index}`)
        posted.push(at ?? { channel: hook.channel, id: '' })
      }
    } catch (error) {
      if (error instanceof DiscordFailure && error.discord === CODE.unknownMessage) return []
      if (!isOver(error)) throw error
      const rest = posts.slice(posted.length)
      if (how.ephemeral) {
        log.error({ err: error }, 'an answer for one person came too late to be shown; ask again')
        return []
      }
      log.warn({ err: error }, 'an interaction is over; its answer is posted to the channel')
      posted.push(...(await this.post({ channel: hook.channel }, rest, `${key}/late`)))
    }
    return how.ephemeral ? [] : posted.filter(({ id }) => id !== '')
  }

  editOriginal(hook: Hook, post: Post): Promise<Posted> {
    return this.#hooks.editOriginal(hook, post)
  }

  removeOriginal(hook: Hook): Promise<void> {
    return this.#hooks.removeOriginal(hook)
  }

  followUp(
    hook: Hook,
    post: Post,
    how: { readonly ephemeral: boolean },
    key: string,
  ): Promise<Posted | undefined> {
    return this.#hooks.followUp(hook, post, how, key)
  }

  async complete(
    hook: Hook,
    choices: readonly APIApplicationCommandOptionChoice<string>[],
  ): Promise<void> {
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult
    const data = { choices: choices.slice(0, MOST_CHOICES) }
    await this.#hooks.callback(hook, { type, data }).catch((error: unknown) => {
      this.#options.log.debug({ err: error }, 'completions came too late')
    })
  }

  openModal(hook: Hook, data: APIModalInteractionResponseCallbackData): Promise<void> {
    return this.#hooks.callback(hook, { type: InteractionResponseType.Modal, data })
  }

  async typing(channel: string): Promise<void> {
    const { calls, log } = this.#options
    const outcome = await calls.once({ method: 'POST', route: `/channels/${channel}/typing` })
    if (outcome.kind !== 'ok') log.debug({ outcome }, 'not shown as typing')
  }

  async download(url: string, most: number): Promise<Uint8Array> {
    const { timing } = this.#options
    if (!this.#isDiscords(url))
      throw new VerbatimError(
        'documents',
        'The file is not kept by Discord; upload it to Discord first.',
      )
    // The address is the key: no token goes with it.
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timing.timeout * 6),
    }).catch((error: unknown) => {
      throw new DiscordFailure('download', 0, String(error), 'try again')
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new DiscordFailure('download', response.status, 'it is not there', 'upload it again')
    }
    return bytesOf(response, most)
  }

  #isDiscords(url: string): boolean {
    if (!URL.canParse(url)) return false
    const { protocol, hostname, host } = new URL(url)
    const { apiUrl } = this.#options
    if (apiUrl !== undefined && host === new URL(apiUrl).host) return true
    return protocol === 'https:' && FILE_HOSTS.has(hostname)
  }
}
