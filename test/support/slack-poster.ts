/** The seam to Slack as a notebook: what the half that handles interactions sends, in order. */
import pino from 'pino'
import { type Message, type Request } from '../../src/adapter.ts'
import type { Language } from '../../src/wordings/in-language.ts'
import type { Reply } from '../../src/reply.ts'
import type { Post, Poster, InteractionContext } from '../../adapters/slack/seams.ts'
import { memory } from './slack-shown.ts'

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
  readonly role?: NonNullable<Message['role']>
  /** Ways that fail. */
  readonly fails?: readonly (keyof Poster)[]
  /** Of every channel. */
  readonly language?: Language
}

export function notebook({
  reply,
  role = 'member',
  fails = [],
  language,
}: NotebookOptions): Notebook {
  const sent: Sent[] = []
  const asked: Message[] = []
  const note = <T>(what: keyof Poster, args: readonly unknown[], result: T): Promise<T> => {
    if (fails.includes(what)) return Promise.reject(new Error(`${what} failed`))
    sent.push({ what, args })
    return Promise.resolve(result)
  }
  const poster: Poster = {
    post: (...args) =>
      note(
        'post',
        args,
        args[1].map((_, at) => ({ channel: args[0].channel, ts: `${sent.length}.${at}` })),
      ),
    update: (...args) => note('update', args, undefined),
    remove: (...args) => note('remove', args, undefined),
    respond: (...args) => note('respond', args, undefined),
    dismiss: (...args) => note('dismiss', args, undefined),
    openView: (...args) => note('openView', args, undefined),
    updateView: (...args) => note('updateView', args, undefined),
    publishHome: (...args) => note('publishHome', args, undefined),
    upload: (...args) => note('upload', args, ['F1']),
    removeFile: (...args) => note('removeFile', args, undefined),
    download: (...args) => note('download', args, new TextEncoder().encode('bytes')),
    setStatus: (...args) => note('setStatus', args, undefined),
    setSuggestedPrompts: (...args) => note('setSuggestedPrompts', args, undefined),
    setTitle: (...args) => note('setTitle', args, undefined),
  }
  const context: InteractionContext = {
    poster,
    memory: memory(),
    self: { userId: 'UBOT', botId: 'BBOT', teamId: 'T1' },
    log: pino({ level: 'silent' }),
    roleOf: () => Promise.resolve(role),
    languageOf: () => language,
    clock: () => new Date('2024-05-01T10:00:00Z'),
    answer: (message) => {
      asked.push(message)
      return Promise.resolve(reply(message.request, message))
    },
  }
  const by = (what: keyof Poster) => sent.filter((one) => one.what === what).map(({ args }) => args)
  return {
    context,
    asked,
    sent,
    by,
    posts: () => sent.flatMap(({ args }) => args.flat()).filter(isPost),
  }
}

const isPost = (value: unknown): value is Post =>
  typeof value === 'object' && value !== null && 'blocks' in value && 'text' in value
