/** Looks in the channel whether a post is there already. */
import * as z from 'zod'
import type { Calls } from './calls.ts'
import { SlackFailure } from './failure.ts'
import type { Channel, Post, Posted, Self } from './seams.ts'

/** What a post carries to be known again. */
const EVENT_TYPE = 'verbatim_reply'
export const metadataOf = (key: string) => ({ event_type: EVENT_TYPE, event_payload: { key } })

/** A thread or channel is read back so far. */
const PAGES = 5
const PAGE = 200

const Message = z.object({
  ts: z.string(),
  text: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  files: z.array(z.object({ id: z.string() })).optional(),
  metadata: z
    .object({
      event_type: z.string(),
      event_payload: z.object({ key: z.string().optional() }).optional(),
    })
    .optional(),
})
type Message = z.infer<typeof Message>
const Page = z.object({
  messages: z.array(z.unknown()).optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

/** The oldest first. @throws SlackFailure when the channel cannot be read */
export async function findPosts(
  calls: Calls,
  self: Self,
  { channel, thread_ts }: Channel,
  key: string,
  post: Pick<Post, 'text'>,
): Promise<Posted[]> {
  const own = (await read(calls, { channel, thread_ts })).filter((each) => isOwn(each, self))
  const keyed = own.filter(({ metadata }) => metadata?.event_payload?.key === key)
  // Where Slack shows the app none of its metadata, the words must do.
  const hidden = !own.some(({ metadata }) => metadata?.event_type === EVENT_TYPE)
  const same = hidden ? own.filter(({ text }) => text === post.text).slice(0, 1) : []
  return [...keyed, ...same]
    .map(({ ts }) => ({ channel, ts }))
    .sort((one, other) => Number(one.ts) - Number(other.ts))
}

/** Whether a file stands in the channel. */
export async function findFile(calls: Calls, to: Channel, id: string): Promise<boolean> {
  return (await read(calls, to)).some(({ files }) => files?.some((file) => file.id === id))
}

const isOwn = ({ user, bot_id }: Message, self: Self): boolean =>
  bot_id === self.botId || user === self.userId

async function read(
  calls: Calls,
  { channel, thread_ts }: { channel: string; thread_ts?: string | undefined },
): Promise<Message[]> {
  const found: Message[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const args = { channel, limit: PAGE, include_all_metadata: true, cursor }
    let result
    try {
      result = Page.parse(
        thread_ts === undefined
          ? await calls.settle('conversations.history', args)
          : await calls.settle('conversations.replies', { ...args, ts: thread_ts }),
      )
    } catch (error) {
      // The question was taken back, and its thread with it.
      if (error instanceof SlackFailure && error.slack === 'thread_not_found') return found
      throw error
    }
    for (const each of result.messages ?? []) {
      const message = Message.safeParse(each)
      if (message.success) found.push(message.data)
    }
    cursor = result.response_metadata?.next_cursor
    if (cursor === undefined || cursor === '') break
  }
  return found
}
