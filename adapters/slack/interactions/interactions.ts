/** What is no question: buttons, modals, completions, shortcuts, the App Home, the agent view. */
import { welcome } from './joined.ts'
import { openHome, startAssistant } from './opened.ts'
import { press } from './press.ts'
import { shortcut } from './shortcut.ts'
import { submit } from './submit.ts'
import { complete } from './complete.ts'
import {
  AssistantStarted,
  HomeOpened,
  Joined,
  Press,
  Shortcut,
  Submission,
  Suggestion,
} from '../payloads.ts'
import type { Interact } from '../seams.ts'

export { offerFiles } from './add-file.ts'

export const interact: Interact = async (body, ack, context) => {
  // These two are answered by acknowledging them.
  const suggestion = Suggestion.safeParse(body)
  if (suggestion.success) return done(ack(await complete(suggestion.data, context)))
  const submission = Submission.safeParse(body)
  if (submission.success) return done(submit(submission.data, ack, context))
  const work = workOf(body, context)
  if (work === undefined) return false
  await ack()
  try {
    await work()
  } catch (error) {
    context.log.error({ err: error, type: body['type'] }, 'an interaction failed')
  }
  return true
}

type Parameters = globalThis.Parameters<Interact>

function workOf(body: Parameters[0], context: Parameters[2]): (() => Promise<void>) | undefined {
  const pressed = Press.safeParse(body)
  if (pressed.success) return () => press(pressed.data, context)
  const shortened = Shortcut.safeParse(body)
  if (shortened.success) return () => shortcut(shortened.data, context)
  const home = HomeOpened.safeParse(body)
  if (home.success) return () => openHome(home.data.event, context)
  const assistant = AssistantStarted.safeParse(body)
  if (assistant.success) return () => startAssistant(assistant.data.event, context)
  const joined = Joined.safeParse(body)
  if (joined.success) return () => welcome(joined.data.event, context)
  return undefined
}

async function done(work: Promise<void>): Promise<true> {
  await work
  return true
}
