/** What Discord would not do, with its code and what to do. */
import { VerbatimError } from '../../src/errors.ts'

export class DiscordFailure extends VerbatimError {
  /** Discord's code, 50013; a status where it gave none; 0 when nobody can tell whether it happened. */
  readonly discord: number

  constructor(what: string, discord: number, why: string, fix: string = fixOf(discord)) {
    super('internal', `Discord: ${what}: ${why} (${discord}); ${fix}.`)
    this.name = 'DiscordFailure'
    this.discord = discord
  }
}

export const CODE = {
  unauthorized: 401,
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  acknowledged: 40_060,
  missingAccess: 50_001,
  cannotMessageUser: 50_007,
  missingPermissions: 50_013,
  invalidWebhookToken: 50_027,
  invalidBody: 50_035,
  archivedThread: 50_083,
} as const

/** Codes that say an interaction is over. */
export const EXPIRED: ReadonlySet<number> = new Set([
  CODE.unknownInteraction,
  CODE.unknownWebhook,
  CODE.invalidWebhookToken,
])

const FIXES: Readonly<Record<number, string>> = {
  [CODE.unauthorized]:
    'DISCORD_TOKEN is not valid any more: reset it on the application’s Bot page, set it, then restart',
  [CODE.unknownChannel]: 'the channel is gone',
  [CODE.unknownMessage]: 'the message is gone',
  [CODE.missingAccess]:
    'let the bot’s role view the channel: in the channel’s settings, Permissions, allow View Channel',
  [CODE.cannotMessageUser]: 'they take no direct messages from members of the server',
  [CODE.missingPermissions]:
    'in the channel’s settings, Permissions, allow the bot Send Messages, Send Messages in Threads, Embed Links, Attach Files and Read Message History',
  [CODE.archivedThread]: 'the thread is archived: open it again',
}

/** What to do about a code of Discord's. */
export function fixOf(code: number): string {
  const fix = FIXES[code]
  if (fix !== undefined) return fix
  return EXPIRED.has(code)
    ? 'an interaction is answered within 15 minutes: ask again'
    : 'see docs.discord.com for the code'
}
