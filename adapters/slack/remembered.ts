/**
 * What buttons belong to, kept in the adapter's memory: a button carries only a short id. No text of a
 * document is kept, so that whatever a button brings is asked for anew, and filtered anew.
 */
import * as z from 'zod'
import type { Memory, QuoteRef } from '../../src/adapter.ts'
import { idOf, PostedMessages } from '../../src/delivery/posted.ts'
import type { Quote, Reply } from '../../src/reply.ts'
import { quotesOfSummary } from '../../src/summary/shown.ts'
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

const replyKey = (id: string): string => `slack/reply/${id}`

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

export const PostedAt: z.ZodType<Posted> = z.object({ channel: z.string(), ts: z.string() })

/** Where the messages of a reply stand. */
export const POSTED = new PostedMessages('slack', PostedAt)

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
export function quotesOf(reply: Reply): readonly Quote[] {
  if (reply.kind === 'answer') return reply.quotes
  if (reply.kind === 'summary') return quotesOfSummary(reply)
  return []
}

function textOf(reply: Reply): string | undefined {
  // A draft is kept nowhere.
  if (reply.kind === 'check') return ''
  return reply.kind === 'answer' || reply.kind === 'figures' ? reply.question : undefined
}

function kindOf({ kind }: Reply): Asked['kind'] {
  if (kind === 'figures') return 'figures'
  if (kind === 'summary') return 'brief'
  return kind === 'answer' ? 'ask' : 'other'
}
