/** Commands, told to Discord only when they are others than it knows. */
import { createHash } from 'node:crypto'
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10'
import * as z from 'zod'
import type { Memory } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { Calls } from './calls.ts'
import type { Self } from './seams.ts'

export interface Registering {
  readonly calls: Calls
  readonly self: Self
  /** Where they are known at once, for trying out; everywhere unless told. */
  readonly guild?: string | undefined
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[]
  readonly memory: Memory
  readonly log: Logger
}

const Known = z.array(z.object({ name: z.string(), type: z.int().optional() }))

/** @throws DiscordFailure */
export async function registerCommands(registering: Registering): Promise<void> {
  const { calls, self, guild, commands, memory, log } = registering
  const of = `/applications/${self.applicationId}` as const
  const route =
    guild === undefined ? (`${of}/commands` as const) : (`${of}/guilds/${guild}/commands` as const)
  const key = `discord/commands/${self.applicationId}/${guild ?? ''}`
  const hash = createHash('sha256').update(JSON.stringify(commands)).digest('base64url')
  const known = Known.catch([]).parse(
    await calls.settle('read the commands', { method: 'GET', route }),
  )
  if ((await memory.recall(key)) === hash && namesOf(known) === namesOf(commands)) {
    // Once more, so that it is remembered for as long as it is true.
    await memory.keep(key, hash)
    return
  }
  await calls.settle('register the commands', { method: 'PUT', route, body: commands })
  await memory.keep(key, hash)
  log.info({ commands: commands.length, guild }, 'commands registered')
}

const namesOf = (
  commands: readonly { readonly name: string; readonly type?: number | undefined }[],
): string =>
  commands
    .map(({ name, type = 1 }) => `${type} ${name}`)
    .sort()
    .join('\n')
