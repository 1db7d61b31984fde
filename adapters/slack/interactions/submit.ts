/** A question asked in a window is answered in it. */
import { CALLBACK, FIELD, replyModal, waitingModal } from '../modal.ts'
import type { Submission } from '../payloads.ts'
import { ACTION } from '../render/buttons.ts'
import type { InteractionContext } from '../seams.ts'
import { messageOf } from './tell.ts'

const TITLE = 'Answer'

export async function submit(
  { view, user, team }: Submission,
  ack: (payload?: Readonly<Record<string, unknown>>) => Promise<void>,
  context: InteractionContext,
): Promise<void> {
  if (view.callback_id !== CALLBACK.ask) return ack()
  await ack({ response_action: 'update', view: waitingModal(TITLE) })
  const place = view.private_metadata ?? ''
  const text = questionOf(view.state.values)
  try {
    const message = await messageOf(
      {
        text,
        request: { kind: 'ask' },
        user: user.id,
        channel: place === '' ? user.id : place,
        workspace: team?.id,
      },
      context,
    )
    const reply = await context.answer(message)
    await context.poster.updateView(view.id, replyModal(TITLE, reply, text))
  } catch (error) {
    context.log.error({ err: error }, 'a window could not be filled')
  }
}

/** With what narrows it written as one would type it. */
function questionOf(values: Submission['view']['state']['values']): string {
  const question = values[FIELD.question]?.[FIELD.question]?.value ?? ''
  const document = values[FIELD.document]?.[ACTION.documents]?.selected_option?.value
  const since = values[FIELD.since]?.[FIELD.since]?.selected_date
  return [
    question.trim(),
    ...(document === undefined ? [] : [`in:"${document.replaceAll('"', ' ')}"`]),
    ...(since === undefined || since === null ? [] : [`since:${since}`]),
  ].join(' ')
}
