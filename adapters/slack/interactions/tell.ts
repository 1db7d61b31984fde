/** Asking again on behalf of whoever pressed something, and showing them what comes of it. */
import { createHash } from 'node:crypto'
import type { Message, Request } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { languageOfReply } from '../../../src/speech.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import type { Wordings } from '../../../src/wordings/wordings.ts'
import { LIMITS } from '../limits.ts'
import { PLATFORM } from '../parse.ts'
import { POSTED } from '../remembered.ts'
import { render } from '../render/render.ts'
import { said, toPosts } from '../render/piece.ts'
import type { Channel, Post, Posted, InteractionContext } from '../seams.ts'

export interface Wanted {
  readonly text: string
  readonly request: Request
  readonly user: string
  /** Where it will be shown: what may be shown there is shown. */
  readonly channel: string
  readonly workspace?: string | undefined
  readonly thread?: string | undefined
}

/** As what somebody says, so that role and channel are looked at anew. */
export async function messageOf(
  { text, request, user, channel, workspace, thread }: Wanted,
  { roleOf, self }: InteractionContext,
): Promise<Message> {
  const parts = JSON.stringify([text, request.kind, user, channel, thread])
  return {
    id: `press:${createHash('sha256').update(parts).digest('base64url').slice(0, 22)}`,
    text,
    request,
    user,
    role: await roleOf(user, channel),
    channel,
    workspace: workspace ?? self.teamId,
    ...(thread !== undefined && { thread }),
    platform: PLATFORM,
  }
}

export interface Place extends Channel {
  /** Only who pressed sees what stands there. */
  readonly ephemeral: boolean
  readonly responseUrl: string | undefined
}

/** Shows a reply where the button stands: to all in its thread, or to one person. */
export async function show(
  reply: Reply,
  message: Message,
  key: string,
  place: Place,
  { poster, memory }: InteractionContext,
): Promise<void> {
  const { channel, thread_ts, ephemeral, responseUrl } = place
  const posts = await render(reply, { key, message, ephemeral, memory })
  if (ephemeral) {
    if (responseUrl === undefined) return
    for (const post of few(posts, languageOfReply(reply)))
      await poster.respond(responseUrl, post, { ephemeral })
    return
  }
  const to = { channel, ...(thread_ts !== undefined && { thread_ts }) }
  const posted = await poster.post(to, posts, key)
  await POSTED.remember(key, posted, memory)
  const files = posts.flatMap((post) => post.files ?? [])
  if (files.length > 0)
    await POSTED.remember(key, posted, memory, await poster.upload(to, files, key))
}

/** Posts to a channel: what is more than a message goes below the first, in its thread. */
export async function postToChannel(
  channel: string,
  posts: readonly Post[],
  key: string,
  { poster, memory }: InteractionContext,
): Promise<void> {
  const [first] = await poster.post({ channel }, posts.slice(0, 1), key)
  const below = { channel, ...(first !== undefined && { thread_ts: first.ts }) }
  const rest: readonly Posted[] =
    posts.length > 1 ? await poster.post(below, posts.slice(1), `${key}:rest`) : []
  const posted = [...(first === undefined ? [] : [first]), ...rest]
  await POSTED.remember(key, posted, memory)
  const files = posts.flatMap((post) => post.files ?? [])
  if (files.length > 0)
    await POSTED.remember(key, posted, memory, await poster.upload(below, files, key))
}

/** As many as a `response_url` takes, the last of them for what does not fit. */
export function few(posts: readonly Post[], language?: Language): readonly Post[] {
  if (posts.length <= LIMITS.responses) return posts
  const left = posts.length - LIMITS.responses + 1
  return [
    ...posts.slice(0, LIMITS.responses - 1),
    noteOf(wordingsIn(language).windows.shown.notShown(left)),
  ]
}

/** What is said in a channel beside replies. */
export const wordsAt = (
  channel: string,
  { languageOf }: Pick<InteractionContext, 'languageOf'>,
): Wordings['windows'] => wordingsIn(languageOf(channel)).windows

/** A line for one person. */
export function noteOf(words: string): Post {
  const [post] = toPosts([said(words)])
  return post ?? { text: words, blocks: [] }
}
