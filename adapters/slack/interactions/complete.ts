/** Completions while somebody types in a list: only of what their channel may see. */
import { optionsOf } from '../modal.ts'
import type { Suggestion } from '../payloads.ts'
import { ACTION } from '../render/buttons.ts'
import type { InteractionContext } from '../seams.ts'
import { messageOf } from './tell.ts'

/** Never rejects: without completions one types on. */
export async function complete(
  { action_id: action, value, user, team, container, channel, view }: Suggestion,
  context: InteractionContext,
): Promise<{ options: unknown[] }> {
  if (action !== ACTION.documents) return { options: [] }
  const place = container?.channel_id ?? channel?.id ?? view?.private_metadata ?? ''
  try {
    const message = await messageOf(
      {
        text: value,
        request: { kind: 'suggest', what: 'documents' },
        user: user.id,
        channel: place === '' ? user.id : place,
        workspace: team?.id,
      },
      context,
    )
    const reply = await context.answer(message)
    return { options: reply.kind === 'suggestions' ? optionsOf(reply.values) : [] }
  } catch (error) {
    context.log.error({ err: error }, 'completing failed')
    return { options: [] }
  }
}
