/** The App Home and the agent view are opened: they are filled with what the documents hold. */
import type { Request } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { homeView } from '../home.ts'
import { LIMITS } from '../limits.ts'
import type { Channel, InteractionContext } from '../seams.ts'
import { messageOf } from './tell.ts'

interface HomeEvent {
  readonly user: string
  readonly channel: string
  readonly tab: string
}

export async function openHome(
  { user, channel, tab }: HomeEvent,
  context: InteractionContext,
): Promise<void> {
  // In the agent view, opening the conversation is this event, too.
  if (tab === 'messages') return suggest(user, { channel }, context)
  const { poster, roleOf, languageOf, clock } = context
  const admin = (await roleOf(user, channel)) === 'admin'
  const ask = (text: string, request: Request): Promise<Reply> =>
    messageOf({ text, request, user, channel }, context).then(context.answer)
  const [sources, help, sets, gaps] = await Promise.all([
    ask('sources', { kind: 'sources' }),
    ask('help', { kind: 'help' }),
    ask('', { kind: 'suggest', what: 'sets' }),
    admin ? ask('gaps', { kind: 'gaps', of: 'workspace' }) : undefined,
  ])
  await poster.publishHome(
    user,
    homeView({
      channel,
      sources,
      help,
      sets,
      gaps,
      language: languageOf(channel),
      now: clock(),
    }),
  )
}

interface AssistantEvent {
  readonly assistant_thread: {
    readonly user_id: string
    readonly channel_id: string
    readonly thread_ts: string
  }
}

export function startAssistant(
  { assistant_thread: { user_id: user, channel_id: channel, thread_ts } }: AssistantEvent,
  context: InteractionContext,
): Promise<void> {
  return suggest(user, { channel, thread_ts }, context)
}

/** Questions that the documents answer, to begin with. */
async function suggest(user: string, to: Channel, context: InteractionContext): Promise<void> {
  const message = await messageOf(
    { text: 'help', request: { kind: 'help' }, user, channel: to.channel },
    context,
  )
  const reply = await context.answer(message)
  const examples = reply.kind === 'help' ? reply.examples : []
  if (examples.length > 0)
    await context.poster.setSuggestedPrompts(
      to,
      wordingsIn(context.languageOf(to.channel)).windows.lists.tryThese,
      examples.slice(0, LIMITS.prompts),
    )
}
