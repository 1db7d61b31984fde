/**
 * What buttons belong to, kept in the adapter's memory: a button carries only a short id. No text of a
 * document is kept, so that whatever a button brings is asked for anew, and filtered anew.
 */
import * as z from 'zod'
import type { Memory, Message, Request } from '../../src/adapter.ts'
import { sourcesOf } from '../../src/figures/sources.ts'
import type { Quote, Reply } from '../../src/reply.ts'
import { quotesOfSummary } from '../../src/summary/shown.ts'

const Ref = z.object({ document: z.string(), start: z.int(), end: z.int() })

/** Lenient with what an earlier version kept: a button is good for 30 days. */
const Asked = z.object({
  /** What was asked; of a summary its topic. */
  text: z.string(),
  /** What was wanted with it. */
  kind: z.enum(['ask', 'figures', 'brief']).catch('ask'),
  since: z.string().optional(),
  set: z.string().optional(),
  user: z.string().optional(),
  workspace: z.string().optional(),
  thread: z.string().optional(),
  /** The quotes it shows, in order. */
  quotes: z.array(Ref),
  /** How many quotes on the question were shown before, and with these. */
  before: z.int().default(0),
  shown: z.int(),
  /** What to ask figures for. */
  figures: z.string().optional(),
})
/** What a reply's buttons need to know again. */
export type Asked = z.infer<typeof Asked>

export interface Remembering {
  /** The adapter's name. */
  readonly platform: string
  /** What its buttons carry: short, and the same again for the same reply. */
  readonly id: string
  readonly message?: Message
  readonly memory: Memory
}

export const rememberReply = (
  reply: Reply,
  { platform, id, message, memory }: Remembering,
): Promise<void> => memory.keep(nameOf(platform, id), askedOf(reply, message))

export const recallReply = async (
  platform: string,
  id: string,
  memory: Memory,
): Promise<Asked | undefined> => Asked.safeParse(await memory.recall(nameOf(platform, id))).data

const nameOf = (platform: string, id: string): string => `${platform}/reply/${id}`

function askedOf(reply: Reply, message: Message | undefined): Asked {
  const request = message?.request
  const before = request?.kind === 'more' ? request.shown : 0
  return {
    text: textOf(reply) ?? message?.text ?? '',
    kind: kindOf(reply, request),
    ...sinceOf(reply, request),
    ...((request?.kind === 'brief' || request?.kind === 'ask') &&
      request.set !== undefined && { set: request.set }),
    ...(message !== undefined && { user: message.user }),
    ...(message?.workspace !== undefined && { workspace: message.workspace }),
    ...(message?.thread !== undefined && { thread: message.thread }),
    quotes: shownQuotes(reply).map(({ citation, start, end }) => ({
      document: citation.document,
      start,
      end,
    })),
    before,
    shown: before + (reply.kind === 'answer' ? reply.quotes.length : 0),
    ...(reply.kind === 'answer' && reply.figures !== undefined && { figures: reply.figures }),
    ...(reply.kind === 'figures' && { figures: reply.question }),
  }
}

/** The quotes that a reply shows and that can be looked up in their documents, in order. */
export function shownQuotes(reply: Reply): readonly Quote[] {
  if (reply.kind === 'answer') return reply.quotes
  if (reply.kind === 'summary') return quotesOfSummary(reply)
  if (reply.kind === 'figures') return sourcesOf(reply).map(({ quote }) => quote)
  return reply.kind === 'nothing' ? reply.nearest : []
}

/** As a time, so that it is the same tomorrow. */
function sinceOf(reply: Reply, request: Request | undefined): Pick<Asked, 'since'> {
  const asked = request?.kind === 'brief' ? request.since : undefined
  const since = (reply.kind === 'summary' ? reply.since : undefined) ?? asked
  return since === undefined ? {} : { since }
}

/** Whether it can be brought again: of what a watch has found, nothing says what was new then. */
export const isRepeatable = (reply: Reply): boolean =>
  reply.kind !== 'summary' || reply.topic !== undefined || reply.since !== undefined

function textOf(reply: Reply): string | undefined {
  // A draft is kept nowhere.
  if (reply.kind === 'check') return ''
  // Of "brief me on Moura", the topic.
  if (reply.kind === 'summary')
    return [reply.topic ?? '', ...(reply.long === true ? ['long'] : [])].join(' ').trim()
  return reply.kind === 'answer' || reply.kind === 'figures' ? reply.question : undefined
}

function kindOf({ kind }: Reply, request: Request | undefined): Asked['kind'] {
  if (kind === 'figures' || request?.kind === 'figures') return 'figures'
  return kind === 'summary' || request?.kind === 'brief' ? 'brief' : 'ask'
}

/** What brings the same reply again, for whoever asks now. */
export function requestOf({ kind, since, set, before }: Asked): Request {
  if (kind === 'figures') return { kind }
  if (kind === 'brief')
    return { kind, ...(since !== undefined && { since }), ...(set !== undefined && { set }) }
  if (before > 0) return { kind: 'more', shown: before }
  return { kind, ...(set !== undefined && { set }) }
}
