/** Shortcuts: somebody's message checked against the documents, and a window to ask in. */
import { section } from '../blocks.ts'
import { askModal, CALLBACK, replyModal } from '../modal.ts'
import type { Shortcut } from '../payloads.ts'
import { render } from '../render/render.ts'
import type { InteractionContext } from '../seams.ts'
import { plainText } from '../text.ts'
import { languageOfReply } from '../../../src/speech.ts'
import { few, messageOf, wordsAt } from './tell.ts'

export async function shortcut(payload: Shortcut, context: InteractionContext): Promise<void> {
  const { callback_id: callback, trigger_id: triggerId, channel } = payload
  if (callback === CALLBACK.ask)
    return context.poster.openView(
      triggerId,
      askModal(channel?.id ?? '', wordsAt(channel?.id ?? '', context)),
    )
  if (callback === CALLBACK.check) await check(payload, context)
}

/** Only whoever asked sees what the documents say to it. */
async function check(payload: Shortcut, context: InteractionContext): Promise<void> {
  const { trigger_id: triggerId, user, team, channel, response_url: responseUrl } = payload
  const { poster, memory, log } = context
  const text = plainText(payload.message?.text ?? '')
  const { asking } = wordsAt(channel?.id ?? user.id, context)
  if (text === '') {
    const { blocks: _, ...frame } = replyModal(asking.checked, {
      kind: 'notice',
      text: [asking.checked],
    })
    return poster.openView(triggerId, { ...frame, blocks: [section(asking.noText)] })
  }
  const message = await messageOf(
    {
      text,
      request: { kind: 'check' },
      user: user.id,
      channel: channel?.id ?? user.id,
      workspace: team?.id,
    },
    context,
  )
  const reply = await context.answer(message)
  try {
    await poster.openView(triggerId, replyModal(asking.checked, reply))
  } catch (error) {
    // A window must be opened within 3 seconds of the wish for it.
    if (responseUrl === undefined) throw error
    log.debug({ err: error }, 'no window could be opened; answering without one')
    const key = `check:${triggerId}`
    const posts = await render(reply, { key, message, ephemeral: true, memory })
    for (const post of few(posts, languageOfReply(reply)))
      await poster.respond(responseUrl, post, { ephemeral: true })
  }
}
