/** What the manifest beside this file asks Slack for. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'

const Manifest = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).min(1) }) }),
})

/** Scopes of the bot's token. */
export function manifestScopes(): string[] {
  const file = readFileSync(new URL('manifest.yaml', import.meta.url), 'utf8')
  return Manifest.parse(parse(file)).oauth_config.scopes.bot
}
