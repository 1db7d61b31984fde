/** What people may do and what the bot must be allowed to, in Discord's bits. */
import { type APIInteraction, PermissionFlagsBits } from 'discord-api-types/v10'

type Member = APIInteraction['member']

/** Who may manage the server is an admin of the bot; a direct message tells of nobody whether they may. */
export function isAdmin(member: Member): boolean {
  const bits = member?.permissions
  if (bits === undefined || !/^\d+$/u.test(bits)) return false
  return mayManage(BigInt(bits))
}

/** Whether bits allow to manage the server. */
export const mayManage = (bits: bigint): boolean => (bits & ADMIN) !== 0n

const ADMIN = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator

/** The least the bot needs in a channel, each with the name that Discord gives it. */
export const NEEDED: readonly (readonly [name: string, bit: bigint])[] = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
  ['Embed Links', PermissionFlagsBits.EmbedLinks],
  ['Attach Files', PermissionFlagsBits.AttachFiles],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
]

/** Names of what bits do not allow of it. */
export const missingOf = (bits: bigint): string[] =>
  (bits & PermissionFlagsBits.Administrator) === 0n
    ? NEEDED.filter(([, bit]) => (bits & bit) === 0n).map(([name]) => name)
    : []

const SCOPES = 'bot applications.commands'

/** The link that brings the bot into a server, with no more than it needs. */
export function installLink(application: string, guild?: string): string {
  const url = new URL('https://discord.com/oauth2/authorize')
  const bits = NEEDED.reduce((all, [, bit]) => all | bit, 0n)
  url.searchParams.set('client_id', application)
  url.searchParams.set('scope', SCOPES)
  url.searchParams.set('permissions', String(bits))
  if (guild !== undefined) url.searchParams.set('guild_id', guild)
  return url.href
}
