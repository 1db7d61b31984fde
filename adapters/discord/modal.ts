/** A window to ask in. */
import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Wordings } from '../../src/wordings/wordings.ts'
import { whole } from '../shared/clip.ts'
import { ACTION, customId, namedBy } from './components.ts'
import { plainText } from './text.ts'

const QUESTION = 'question'
/** Leaves room for filters; longer questions are turned back. */
const LONGEST = 1500

/** @param question what was asked before, to be put in other words */
export const askModal = (
  id: string,
  question: string,
  words: Wordings['windows']['asking'],
): APIModalInteractionResponseCallbackData => ({
  custom_id: customId(ACTION.ask, id),
  title: words.title,
  components: [
    {
      type: ComponentType.Label,
      label: words.question,
      description: words.hint,
      component: {
        type: ComponentType.TextInput,
        custom_id: QUESTION,
        style: TextInputStyle.Paragraph,
        required: true,
        max_length: LONGEST,
        ...(question !== '' && { value: whole(question.slice(0, LONGEST)) }),
      },
    },
  ],
})

/** What was typed into the window; nothing where it is another one. */
export function askedInModal({
  custom_id: id,
  components,
}: APIModalSubmission): string | undefined {
  if (namedBy(id)?.action !== ACTION.ask) return undefined
  for (const one of components) {
    const inputs =
      one.type === ComponentType.Label
        ? [one.component]
        : one.type === ComponentType.ActionRow
          ? one.components
          : []
    for (const input of inputs)
      if (input.type === ComponentType.TextInput && input.custom_id === QUESTION)
        return plainText(input.value)
  }
  return undefined
}
