/** The commands that do one thing and end. */
import { askingCommands } from './commands/asking.ts'
import { documentCommands } from './commands/documents.ts'
import { keepingCommands } from './commands/keeping.ts'
import type { CommandsOptions } from './commands/options.ts'
import type { Actions } from './program/actions.ts'

export const commands = (
  options: CommandsOptions,
): Omit<Actions, 'session' | 'serve' | 'mcp' | 'doctor'> => ({
  ...askingCommands(options),
  ...documentCommands(options),
  ...keepingCommands(options),
})
