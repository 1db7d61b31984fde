/** Asking again on behalf of whoever pressed something, and showing them what comes of it. */
import { type APIInteraction, ChannelType } from 'discord-api-types/v10'
import type { Message, Request } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { PLATFORM } from '../parse.ts'
import { isAdmin } from '../permissions.ts'
import { POSTED } from '../posted.ts'
import { isEphemeral } from '../private.ts'
import { render } from '../render/render.ts'
import { said, toPosts } from '../render/piece.ts'
import type { Hook, Place, Post, Posted, InteractionContext } from '../seams.ts'

/** Who interacts, and where: as Discord says it now, not as it was when the reply was made. */
export interface Actor {
  readonly hook: Hook
  readonly user: string
  readonly role: NonNullable<Message['role']>
  readonly place: Place
  /** Only they see what they press. */
  readonly ephemeral: boolean
}

/** Where a line for one person goes. */
interface Hearing {
  readonly hook: Hook
  /** They are waiting for a message of their own. */
  readonly deferred?: boolean
}

export const hookOf = ({ id, application_id, token, channel }: APIInteraction): Hook => ({
  id,
  application: application_id,
  token,
  channel: channel?.id ?? '',
})

/** The channel that settings name: of a thread, the one that it is in. */
export function roomOf({ channel }: APIInteraction): string {
  const parent = channel !== undefined && 'parent_id' in channel ? channel.parent_id : undefined
  const isThread = THREADS.has(channel?.type)
  return (isThread ? parent : undefined) ?? channel?.id ?? ''
}

const THREADS: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

/** @throws DiscordFailure when Discord does not tell where it is */
export async function actorOf(
  interaction: APIInteraction,
  { placeOf }: Pick<InteractionContext, 'placeOf'>,
): Promise<Actor> {
  const hook = hookOf(interaction)
  return {
    hook,
    user: (interaction.member?.user ?? interaction.user)?.id ?? '',
    role: isAdmin(interaction.member) ? 'admin' : 'member',
    place: await placeOf(hook.channel, interaction.guild_id),
    ephemeral: isEphemeral(interaction),
  }
}

/** As what somebody says where they are, so that what they may see is looked at anew. */
export const messageOf = (
  { hook, user, role, place: { channel, thread, guild } }: Actor,
  text: string,
  request: Request,
): Message => ({
  id: `press:${hook.id}`,
  text,
  request,
  user,
  role,
  channel,
  ...(thread !== undefined && { thread }),
  ...(guild !== undefined && { workspace: guild }),
  platform: PLATFORM,
})

interface Showing {
  /** What the buttons under it are kept by. */
  readonly key: string
  readonly ephemeral: boolean
  /** Away from where it was asked. */
  readonly shared?: boolean
}

/** Shows a reply below the message that the button stands under. */
export async function show(
  reply: Reply,
  message: Message,
  { hook }: Actor,
  { key, ephemeral, shared = false }: Showing,
  { poster, memory }: InteractionContext,
): Promise<void> {
  const posts = await render(reply, { key, message, ephemeral, shared, memory })
  const posted: Posted[] = []
  for (const [at, post] of posts.entries()) {
    const one = await poster.followUp(hook, post, { ephemeral }, `${key}/${hook.id}/${at}`)
    if (one !== undefined) posted.push(one)
  }
  if (!ephemeral) await POSTED.remember(key, posted, memory)
}

/** A line for one person. */
export async function whisper(
  words: string,
  { hook, deferred = false }: Hearing,
  { poster }: Pick<InteractionContext, 'poster'>,
): Promise<void> {
  const [post, how] = [noteOf(words), { ephemeral: true }]
  if (deferred) await poster.answer(hook, [post], how, hook.id)
  else await poster.followUp(hook, post, how, `whisper/${hook.id}`)
}

export function noteOf(...lines: readonly string[]): Post {
  const [post] = toPosts(lines.map((line) => said(line)))
  return post ?? { content: lines.join(' ') }
}
