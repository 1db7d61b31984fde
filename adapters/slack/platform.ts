/** Slack, as the bot is set up for it. What it is made of is loaded only when it is served. */
import type { Platform } from '../../src/platform.ts'
import { Address, Port } from '../../src/app/setting-values.ts'

export const slack: Platform = {
  name: 'slack',
  needs: 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
  variables: [
    {
      variable: 'SLACK_BOT_TOKEN',
      default: 'none',
      meaning: 'The bot token of the Slack app, xoxb-…; Slack is served when it is set.',
    },
    {
      variable: 'SLACK_APP_TOKEN',
      default: 'none',
      meaning: 'The app-level token, xapp-…, for Socket Mode, which needs no public address.',
    },
    {
      variable: 'SLACK_SIGNING_SECRET',
      default: 'none',
      meaning: 'Without an app-level token: requests are taken over HTTP, checked by this.',
    },
    {
      variable: 'SLACK_PORT',
      default: '3000',
      meaning: 'The port for those requests.',
    },
    {
      variable: 'SLACK_API_URL',
      default: 'Slack’s own',
      meaning: 'Another address of Slack’s Web API, for a stand-in or a proxy.',
    },
  ],
  read({ text, checked }) {
    const botToken = text('SLACK_BOT_TOKEN')
    const appToken = text('SLACK_APP_TOKEN')
    const signingSecret = text('SLACK_SIGNING_SECRET')
    const apiUrl = checked('SLACK_API_URL', Address)
    const port = checked('SLACK_PORT', Port)
    return {
      name: 'slack',
      wanted: botToken !== undefined,
      byDefault: false,
      missing: missingOf({ botToken, appToken, signingSecret }),
      async make(needs) {
        const { Slack } = await import('./adapter.ts')
        const mode = appToken === undefined ? 'http' : 'socket'
        const tokens = { botToken: botToken ?? '', appToken, signingSecret }
        return new Slack({ ...tokens, apiUrl, port, mode, ...needs })
      },
      async examine() {
        const { doctor } = await import('./doctor.ts')
        // Where neither is set, the one that needs no public address is what to set up.
        const mode = appToken === undefined && signingSecret !== undefined ? 'http' : 'socket'
        return doctor({ botToken, appToken, signingSecret, apiUrl, mode })
      },
    }
  },
}

function missingOf({
  botToken,
  appToken,
  signingSecret,
}: Readonly<Record<string, string | undefined>>): string | undefined {
  const names = [
    ...(botToken === undefined ? ['SLACK_BOT_TOKEN'] : []),
    ...(appToken === undefined && signingSecret === undefined
      ? ['SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET for HTTP)']
      : []),
  ]
  return names.length === 0
    ? undefined
    : `Slack needs ${names.join(' and ')}; see adapters/slack/README.md.`
}
