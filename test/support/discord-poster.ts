/** The seam to Discord as a notebook: what the half that handles interactions sends, in order. */
import type { APIInteraction } from 'discord-api-types/v10'
import pino from 'pino'
import { isInteraction } from '../../adapters/discord/deliveries.ts'
import type { Post, Poster, Server, InteractionContext } from '../../adapters/discord/seams.ts'
import type { Message, Request } from '../../src/adapter.ts'
import type { Language } from '../../src/wordings/in-language.ts'
import type { Reply } from '../../src/reply.ts'
import { memory } from './discord-shown.ts'

interface Sent {
  readonly what: keyof Poster
  readonly args: readonly unknown[]
}

export interface Notebook {
  readonly context: InteractionContext
  readonly asked: Message[]
  readonly sent: Sent[]
  /** What was sent by one of its ways. */
  readonly by: (what: keyof Poster) => readonly (readonly unknown[])[]
  /** The posts among what was sent, whatever the way. */
  readonly posts: () => Post[]
}

export interface NotebookOptions {
  readonly reply: (request: Request | undefined, message: Message) => Reply
  /** Ways that fail. */
  readonly fails?: readonly (keyof Poster)[]
  /** Of every channel. */
  readonly language?: Language
  /** That whoever asks may manage; none unless told, `undefined`: Discord does not tell. */
  readonly servers?: readonly Server[] | undefined
}

/** Where channel 600 is a thread of 500. */
export function notebook({ reply, fails = [], language, ...rest }: NotebookOptions): Notebook {
  const servers = 'servers' in rest ? rest.servers : []
  const sent: Sent[] = []
  const asked: Message[] = []
  const note = <T>(what: keyof Poster, args: readonly unknown[], result: T): Promise<T> => {
    if (fails.includes(what)) return Promise.reject(new Error(`${what} failed`))
    sent.push({ what, args })
    return Promise.resolve(result)
  }
  const posted = (channel: string) => ({ channel, id: `sent-${sent.length}` })
  const poster: Poster = {
    post: (...args) => note('post', args, [posted(args[0].channel)]),
    edit: (...args) => note('edit', args, undefined),
    remove: (...args) => note('remove', args, undefined),
    answer: (...args) => note('answer', args, [posted(args[0].channel)]),
    editOriginal: (...args) => note('editOriginal', args, posted(args[0].channel)),
    removeOriginal: (...args) => note('removeOriginal', args, undefined),
    followUp: (...args) => note('followUp', args, posted(args[0].channel)),
    complete: (...args) => note('complete', args, undefined),
    openModal: (...args) => note('openModal', args, undefined),
    typing: (...args) => note('typing', args, undefined),
    download: (...args) => note('download', args, new TextEncoder().encode('bytes')),
  }
  const context: InteractionContext = {
    poster,
    memory: memory(),
    self: { userId: '77', applicationId: '78' },
    log: pino({ level: 'silent' }),
    placeOf: (channel, guild) =>
      Promise.resolve({
        ...(channel === '600' ? { channel: '500', thread: '600' } : { channel }),
        ...(guild !== undefined && { guild }),
      }),
    managedBy: (_, server) => {
      if (servers === undefined) return Promise.reject(new Error('not told'))
      return Promise.resolve(servers.filter(({ id }) => server === undefined || id === server))
    },
    languageOf: () => language,
    clock: () => new Date('2024-05-01T10:00:00Z'),
    answer: (message) => {
      asked.push(message)
      return Promise.resolve(reply(message.request, message))
    },
  }
  return {
    context,
    asked,
    sent,
    by: (what) => sent.filter((one) => one.what === what).map(({ args }) => args),
    posts: () => sent.flatMap(({ args }) => args.flat()).filter(isPost),
  }
}

const isPost = (value: unknown): value is Post =>
  typeof value === 'object' &&
  value !== null &&
  !('token' in value) &&
  ('content' in value || 'embeds' in value)

let count = 0

/** An interaction as the gateway tells of it, in channel 500 of guild 1 unless told. */
export function delivered(over: object): APIInteraction {
  const body: unknown = {
    id: `i${++count}`,
    application_id: '78',
    token: 'hook-token',
    version: 1,
    guild_id: '1',
    channel_id: '500',
    channel: { id: '500', type: 0 },
    member: { user: { id: '10', username: 'ama' }, permissions: '0', roles: [] },
    ...over,
  }
  if (!isInteraction(body)) throw new TypeError('no interaction')
  return body
}
