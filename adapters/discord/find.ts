/** Looks in the channel whether a message is there already. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Memory } from '../../src/adapter.ts'
import { nonceOf } from './bodies.ts'
import type { Calls } from './calls.ts'
import { DiscordFailure } from './failure.ts'
import type { Channel, Post, Posted, Self } from './seams.ts'

/** A channel is read back so far. */
const PAGES = 5
const PAGE = 100

const Message = z.object({
  id: z.string(),
  nonce: z.union([z.string(), z.number()]).optional().nullable(),
  content: z.string().optional(),
  author: z.object({ id: z.string() }),
  webhook_id: z.string().optional(),
  message_reference: z.object({ message_id: z.string().optional() }).optional(),
  embeds: z
    .array(
      z.object({
        title: z.string().optional(),
        description: z.string().optional(),
        fields: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
        footer: z.object({ text: z.string() }).optional(),
        author: z.object({ name: z.string() }).optional(),
      }),
    )
    .optional(),
})
type Message = z.infer<typeof Message>

export interface Looking {
  readonly calls: Calls
  readonly self: Self
  readonly memory: Memory
}

export interface Sought {
  readonly to: Channel
  readonly post: Post
  readonly key: string
  /** The id of what it was sent after; the newest messages are read unless told. */
  readonly after?: string | undefined
}

/**
 * Discord need not tell a message's nonce again: then it is known by what it replies to or, failing
 * that, by its words: those that it has now, and those that it had when it was last sent.
 * @returns `unreadable` where the bot may not read what was said
 */
export async function findPost(
  { calls, self, memory }: Looking,
  { to, post, key, after }: Sought,
): Promise<Posted | 'unreadable' | undefined> {
  const messages = await read(calls, to.channel, after)
  if (messages === undefined) return 'unreadable'
  const own: Message[] = []
  for (const each of messages)
    if (isOwn(each, self) && [undefined, key].includes(await ownerOf(each.id, memory)))
      own.push(each)
  const words = new Set([await memory.recall(sentKey(key)), hashOf(post)])
  const found =
    own.find(({ nonce }) => nonce === nonceOf(key)) ??
    own.find(
      ({ message_reference: reference }) =>
        to.replyTo !== undefined && reference?.message_id === to.replyTo,
    ) ??
    own.find((each) => wordsOf(each) !== '' && words.has(hashOf(each)))
  return found && { channel: to.channel, id: found.id }
}

/**
 * What is sent for a key. The next run may find other words for it, because a document is gone since,
 * and must know it again all the same.
 */
export const rememberSent = (post: Post, key: string, memory: Memory): Promise<void> =>
  memory.keep(sentKey(key), hashOf(post))

const sentKey = (key: string): string => `discord/sent/${key}`

/** That a message is what was sent for a key, so that nothing else is taken for it. */
export const rememberOwner = ({ id }: Posted, key: string, memory: Memory): Promise<void> =>
  memory.keep(`discord/own/${id}`, key)

async function ownerOf(id: string, memory: Memory): Promise<string | undefined> {
  const key = await memory.recall(`discord/own/${id}`)
  return typeof key === 'string' ? key : undefined
}

const isOwn = ({ author, webhook_id }: Message, self: Self): boolean =>
  author.id === self.userId || webhook_id === self.applicationId

/** All that is said in it, without white space, of which Discord keeps only some. */
function wordsOf({
  content = '',
  embeds = [],
}: Pick<Post, 'content' | 'embeds'> | Message): string {
  const parts = embeds.flatMap(({ author, title, description, fields = [], footer }) => [
    author?.name,
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ])
  return [content, ...parts].join('').replaceAll(/\s/gu, '')
}

const hashOf = (message: Parameters<typeof wordsOf>[0]): string =>
  createHash('sha256').update(wordsOf(message)).digest('base64url')

async function read(
  calls: Calls,
  channel: string,
  after: string | undefined,
): Promise<Message[] | undefined> {
  const found: Message[] = []
  let edge = after
  for (let page = 0; page < PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE) })
    if (edge !== undefined) query.set(after === undefined ? 'before' : 'after', edge)
    let result
    try {
      result = await calls.settle('look for a message', {
        method: 'GET',
        route: `/channels/${channel}/messages`,
        query,
      })
    } catch (error) {
      if (error instanceof DiscordFailure && error.discord >= 400) return undefined
      throw error
    }
    const messages = z.array(z.unknown()).catch([]).parse(result)
    const known = messages.flatMap((each) => Message.safeParse(each).data ?? [])
    found.push(...known)
    // The next page lies beyond the oldest or, read forward, the newest.
    const ids = known.map(({ id }) => id).sort(byAge)
    edge = after === undefined ? ids[0] : ids.at(-1)
    if (messages.length < PAGE || edge === undefined) break
  }
  return found
}

/** Ids grow with time, and in length. */
const byAge = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : Number(a > b))
