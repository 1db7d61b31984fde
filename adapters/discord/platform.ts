/** Discord, as the bot is set up for it. What it is made of is loaded only when it is served. */
import type { Platform } from '../../src/platform.ts'
import { Address } from '../../src/app/setting-values.ts'
import * as z from 'zod'

const Guild = z.string().regex(/^\d{5,25}$/u, {
  error: 'must be the number of a guild; in Discord: right-click it, “Copy Server ID”',
})

export const discord: Platform = {
  name: 'discord',
  needs: 'DISCORD_TOKEN',
  variables: [
    {
      variable: 'DISCORD_TOKEN',
      default: 'none',
      meaning: 'The token of the Discord bot; Discord is served when it is set.',
    },
    {
      variable: 'DISCORD_GUILD',
      default: 'every guild',
      meaning: 'Registers the commands in this guild only, where they appear at once.',
    },
    {
      variable: 'DISCORD_API_URL',
      default: 'Discord’s own',
      meaning: 'Another address of Discord’s API, for a stand-in or a proxy.',
    },
  ],
  read({ text, checked }) {
    const token = text('DISCORD_TOKEN')
    const guild = checked('DISCORD_GUILD', Guild)
    const apiUrl = checked('DISCORD_API_URL', Address)
    return {
      name: 'discord',
      wanted: token !== undefined,
      byDefault: false,
      missing:
        token === undefined
          ? 'Discord needs DISCORD_TOKEN; see adapters/discord/README.md.'
          : undefined,
      async make(needs) {
        const { Discord } = await import('./adapter.ts')
        return new Discord({ token: token ?? '', guild, apiUrl, ...needs })
      },
      async examine() {
        const { doctor } = await import('./doctor.ts')
        return doctor({ token, guild, apiUrl })
      },
    }
  },
}
