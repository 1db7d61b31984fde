/** What was typed into a command. */
import type {
  APIApplicationCommandInteractionDataOption,
  APIAutocompleteApplicationCommandInteractionData,
  APIApplicationCommandInteractionData,
  InteractionType,
} from 'discord-api-types/v10'

type Data = APIApplicationCommandInteractionData | APIAutocompleteApplicationCommandInteractionData
type Option =
  | APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>
  | APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>

export interface Options {
  /** Of /verbatim. */
  readonly subcommand: string | undefined
  /** Trimmed; empty where it was left out. */
  readonly text: (name: string) => string
  readonly flag: (name: string) => boolean | undefined
  /** What is being typed. */
  readonly focused: { readonly name: string; readonly value: string } | undefined
}

export function readOptions(data: Data): Options {
  const given: readonly Option[] = 'options' in data ? (data.options ?? []) : []
  const [first] = given
  const within = first !== undefined && 'options' in first ? first : undefined
  const own: readonly Option[] = within === undefined ? given : (within.options ?? [])
  const valueOf = (name: string): unknown => {
    const option = own.find((one) => one.name === name)
    return option !== undefined && 'value' in option ? option.value : undefined
  }
  const focused = own.find((one) => 'focused' in one && one.focused)
  return {
    subcommand: within?.name,
    text: (name) => {
      const value = valueOf(name)
      return typeof value === 'string' ? value.trim() : ''
    },
    flag: (name) => {
      const value = valueOf(name)
      return typeof value === 'boolean' ? value : undefined
    },
    focused:
      focused !== undefined && 'value' in focused
        ? { name: focused.name, value: String(focused.value) }
        : undefined,
  }
}
