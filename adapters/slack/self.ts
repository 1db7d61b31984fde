/** Who the bot is. Asked until Slack says so. */
import * as z from 'zod'
import { VerbatimError } from '../../src/errors.ts'
import type { Calls } from './calls.ts'
import { SlackFailure } from './failure.ts'
import type { Self } from './seams.ts'
import { fixOf } from './web.ts'

const Test = z.object({
  user_id: z.string(),
  bot_id: z.string().optional(),
  app_id: z.string().optional(),
  team_id: z.string(),
  url: z.string().optional(),
})

/** @throws VerbatimError 'config' when the token is refused */
export async function whoAmI(calls: Calls): Promise<Self> {
  const attempt = calls.attempt('auth.test', Infinity)
  for (;;) {
    const outcome = await calls.once('auth.test', {})
    if (outcome.kind === 'ok') return selfOf(outcome.result)
    if (outcome.kind === 'unauthorized' || outcome.kind === 'refused')
      throw new VerbatimError(
        'config',
        `SLACK_BOT_TOKEN: Slack says ${outcome.error}; ${fixOf(outcome.error)}.`,
      )
    await calls.wait(attempt, outcome)
  }
}

function selfOf(result: Readonly<Record<string, unknown>>): Self {
  const test = Test.safeParse(result)
  if (!test.success) throw new SlackFailure('auth.test', 'unknown', 'its answer says not who it is')
  const { user_id: userId, bot_id: botId, app_id: appId, team_id: teamId, url } = test.data
  if (botId === undefined)
    throw new VerbatimError(
      'config',
      'SLACK_BOT_TOKEN is no bot’s token: copy the Bot User OAuth Token, which starts with xoxb-.',
    )
  return {
    userId,
    botId,
    teamId,
    ...(appId !== undefined && { appId }),
    ...(url !== undefined && { url }),
  }
}
