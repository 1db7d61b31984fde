/** Whether only the asker is to see what an interaction brings. */
import { type APIInteraction, InteractionType, MessageFlags } from 'discord-api-types/v10'
import { CHECK, COMMAND } from './commands.ts'
import { readOptions } from './options.ts'

/** What is read by one person, and would fill the channel. */
const ALWAYS = new Set<string>([COMMAND.check, COMMAND.sources, COMMAND.verbatim, CHECK])

export function isPrivate(interaction: APIInteraction): boolean {
  if (interaction.type === InteractionType.ApplicationCommand) {
    const { name } = interaction.data
    // One to one, all is private, and stays where it can be found again.
    if (interaction.guild_id === undefined) return false
    return ALWAYS.has(name) || readOptions(interaction.data).flag('private') === true
  }
  return isEphemeral(interaction)
}

/** Whether what a button or a window belongs to is seen by one person alone. */
export const isEphemeral = ({ message }: Pick<APIInteraction, 'message'>): boolean =>
  ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0
