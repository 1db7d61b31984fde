/** The bot was invited: it says once what it is for. */
import { render } from '../render/render.ts'
import type { InteractionContext } from '../seams.ts'
import { messageOf, postToChannel } from './tell.ts'

interface Event {
  readonly user: string
  readonly channel: string
  readonly inviter?: string | undefined
}

export async function welcome(
  { user, channel, inviter }: Event,
  context: InteractionContext,
): Promise<void> {
  const { self, memory } = context
  if (user !== self.userId) return
  const message = await messageOf(
    { text: 'help', request: { kind: 'help' }, user: inviter ?? user, channel },
    context,
  )
  const reply = await context.answer(message)
  if (reply.kind !== 'help') return
  const key = `joined:${channel}`
  await postToChannel(channel, await render(reply, { key, ephemeral: false, memory }), key, context)
}
