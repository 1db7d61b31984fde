/** A question asked in a window is answered in it. */
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { CALLBACK, FIELD, replyModal, waitingModal } from '../modal.ts'
import type { Submission } from '../payloads.ts'
import { ACTION } from '../render/buttons.ts'
import type { InteractionContext } from '../seams.ts'
import { messageOf } from './tell.ts'

export async function submit(
  { view, user, team }: Submission,
  ack: (payload?: Readonly<Record<string, unknown>>) => Promise<void>,
  context: InteractionContext,
): Promise<void> {
  if (view.callback_id !== CALLBACK.ask) return ack()
  const place = view.private_metadata ?? ''
  const channel = place === '' ? user.id : place
  const words = wordingsIn(context.languageOf(channel)).windows
  await ack({ response_action: 'update', view: waitingModal(words) })
  const text = questionOf(view.state.values)
  try {
    const message = await messageOf(
      {
        text,
        request: { kind: 'ask' },
        user: user.id,
        channel,
        workspace: team?.id,
      },
      context,
    )
    const reply = await context.answer(message)
    await context.poster.updateView(view.id, replyModal(words.asking.answer, reply, text))
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
