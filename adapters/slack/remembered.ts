/**
 * What buttons belong to, kept in the adapter's memory: a button carries only a short id. No text of a
 * document is kept, so that whatever a button brings is asked for anew, and filtered anew.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Memory, QuoteRef } from '../../src/adapter.ts'
import type { Quote, Reply } from '../../src/reply.ts'
import type { Posted, Rendering } from './seams.ts'

const Ref = z.object({ document: z.string(), start: z.int(), end: z.int() })

const Asked = z.object({
  /** What was asked; of a summary its topic. */
  text: z.string(),
  /** What was wanted with it. */
  kind: z.enum(['ask', 'figures', 'brief', 'other']),
  since: z.string().optional(),
  set: z.string().optional(),
  user: z.string().optional(),
  channel: z.string().optional(),
  workspace: z.string().optional(),
  thread: z.string().optional(),
  ephemeral: z.boolean(),
  quotes: z.array(Ref),
  /** How many quotes on the question have been shown, these included. */
  shown: z.int(),
  /** What to ask figures for. */
  figures: z.string().optional(),
})
/** What a reply's buttons need to know again. */
export type Asked = z.infer<typeof Asked>

/** Short, and the same again for the same reply. */
export const idOf = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 16)

const replyKey = (id: string): string => `slack/reply/${id}`
const postsKey = (id: string): string => `slack/posts/${id}`

/** @returns the id that its buttons carry */
export function rememberReply(
  reply: Reply,
  { key, message, memory, ephemeral }: Rendering,
): string {
  const id = idOf(key)
  const request = message?.request
  const quotes = quotesOf(reply)
  const before = request?.kind === 'more' ? request.shown : 0
  const asked: Asked = {
    text: textOf(reply) ?? message?.text ?? '',
    kind: kindOf(reply),
    ...(request?.kind === 'brief' && request.since !== undefined && { since: request.since }),
    ...((request?.kind === 'brief' || request?.kind === 'ask') &&
      request.set !== undefined && { set: request.set }),
    ...(message !== undefined && { user: message.user, channel: message.channel }),
    ...(message?.workspace !== undefined && { workspace: message.workspace }),
    ...(message?.thread !== undefined && { thread: message.thread }),
    ephemeral,
    quotes: quotes.map(({ citation, start, end }): QuoteRef => ({
      document: citation.document,
      start,
      end,
    })),
    shown: before + quotes.length,
    ...(reply.kind === 'answer' && reply.figures !== undefined && { figures: reply.figures }),
    ...(reply.kind === 'figures' && { figures: reply.question }),
  }
  memory.keep(replyKey(id), asked)
  return id
}

export function recallReply(id: string, memory: Memory): Asked | undefined {
  const { data } = Asked.safeParse(memory.recall(replyKey(id)))
  return data
}

/** Where the messages of a reply stand, and its files, so that all of it can be taken away. */
export function rememberPosts(
  key: string,
  posts: readonly Posted[],
  memory: Memory,
  files: readonly string[] = [],
): void {
  memory.keep(postsKey(idOf(key)), { posts, files })
}

const Posts = z.object({
  posts: z.array(z.object({ channel: z.string(), ts: z.string() })),
  files: z.array(z.string()),
})

export const recallPosts = (id: string, memory: Memory): Posted[] => standing(id, memory).posts

export const recallFiles = (id: string, memory: Memory): string[] => standing(id, memory).files

const standing = (id: string, memory: Memory): z.infer<typeof Posts> =>
  Posts.safeParse(memory.recall(postsKey(id))).data ?? { posts: [], files: [] }

/** They were taken away; the reply stays answered. */
export const forgetPosts = (id: string, memory: Memory): void =>
  memory.keep(postsKey(id), { posts: [], files: [] })

const File = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  url: z.string(),
  user: z.string(),
  channel: z.string(),
  workspace: z.string().optional(),
})
/** A file that is offered for adding, and who dropped it where. */
export type OfferedFile = z.infer<typeof File>

export function rememberFile(file: OfferedFile, memory: Memory): string {
  const id = idOf(`${file.channel} ${file.id}`)
  memory.keep(`slack/offer/${id}`, file)
  return id
}

export const recallFile = (id: string, memory: Memory): OfferedFile | undefined =>
  File.safeParse(memory.recall(`slack/offer/${id}`)).data

/** The quotes a reply shows, in order. */
function quotesOf(reply: Reply): readonly Quote[] {
  if (reply.kind === 'answer' || reply.kind === 'summary') return reply.quotes
  return []
}

const textOf = (reply: Reply): string | undefined =>
  reply.kind === 'answer' || reply.kind === 'figures' ? reply.question : undefined

function kindOf({ kind }: Reply): Asked['kind'] {
  if (kind === 'figures') return 'figures'
  if (kind === 'summary') return 'brief'
  return kind === 'answer' ? 'ask' : 'other'
}
