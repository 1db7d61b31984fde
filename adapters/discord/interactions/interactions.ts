/** What is no question: buttons, select menus, the window to ask in, completions. */
import { type APIInteraction, InteractionType } from 'discord-api-types/v10'
import { ACTION, type Action, isWhispered, namedBy } from '../components.ts'
import { complete } from './complete.ts'
import { openAsk, press } from './press.ts'
import { isEphemeral, isPrivate } from '../private.ts'
import type { Acknowledgement, AcknowledgementOf, Interact } from '../seams.ts'

export { offerFiles } from './add-file.ts'

export const acknowledgementOf: AcknowledgementOf = (interaction): Acknowledgement => {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return { kind: 'own' }
  if (interaction.type === InteractionType.ApplicationCommand)
    return { kind: 'defer', ephemeral: isPrivate(interaction) }
  if (interaction.type === InteractionType.ModalSubmit)
    return { kind: 'defer', ephemeral: isEphemeral(interaction) }
  const action = actionOf(interaction)
  if (action === ACTION.ask) return { kind: 'own' }
  return action !== undefined && isWhispered(action)
    ? { kind: 'defer', ephemeral: true }
    : { kind: 'update' }
}

export const interact: Interact = async (interaction, context) => {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    await complete(interaction, context)
    return true
  }
  if (interaction.type !== InteractionType.MessageComponent) return false
  const named = namedBy(interaction.data.custom_id)
  if (named === undefined) return false
  if (named.action === ACTION.ask) await openAsk(interaction, named, context)
  else await press(interaction, named, context)
  return true
}

const actionOf = (interaction: APIInteraction): Action | undefined =>
  interaction.type === InteractionType.MessageComponent
    ? namedBy(interaction.data.custom_id)?.action
    : undefined
