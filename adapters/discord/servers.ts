/**
 * Which servers somebody may manage, asked of Discord when it matters: of a direct message it does not
 * tell, and members are neither listed nor remembered.
 */
import * as z from 'zod'
import { Limit } from '../../src/delivery/limit.ts'
import type { Calls } from './calls.ts'
import { CODE, DiscordFailure } from './failure.ts'
import { mayManage } from './permissions.ts'
import type { Server } from './seams.ts'

/** So many of the bot's servers are looked at for one person. */
const MOST_SERVERS = 20
/** Calls at once: Discord takes fifty a second, for all that the bot does. */
const AT_ONCE = 4

const Own = z.array(z.object({ id: z.string() }))
const Member = z.object({ roles: z.array(z.string()) })
const Guild = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: z.string().regex(/^\d+$/u) })),
})

/** There is nothing to manage: they are no member, or the bot is not in the server any more. */
const NO_MEMBER: ReadonlySet<number> = new Set([
  CODE.unknownGuild,
  CODE.unknownMember,
  CODE.unknownUser,
  CODE.missingAccess,
])

export class Servers {
  readonly #calls: Calls
  readonly #giveUp: number

  /** @param giveUp milliseconds after which a call is not tried again */
  constructor(calls: Calls, giveUp: number) {
    this.#calls = calls
    this.#giveUp = giveUp
  }

  /** In the bot's order. @throws DiscordFailure when Discord does not tell */
  async managedBy(user: string, server?: string): Promise<readonly Server[]> {
    const ids = server === undefined ? await this.#own() : [server]
    const limit = new Limit(AT_ONCE)
    const found = await Promise.all(ids.map((id) => limit.run(() => this.#managed(user, id))))
    return found.filter((one) => one !== undefined)
  }

  async #own(): Promise<string[]> {
    const query = new URLSearchParams({ limit: String(MOST_SERVERS) })
    const own = Own.parse(await this.#get('/users/@me/guilds', query))
    return own.slice(0, MOST_SERVERS).map(({ id }) => id)
  }

  async #managed(user: string, id: string): Promise<Server | undefined> {
    try {
      const member = Member.parse(await this.#get(`/guilds/${id}/members/${user}`))
      const guild = Guild.parse(await this.#get(`/guilds/${id}`))
      return isManagedBy(guild, user, member.roles) ? { id, name: guild.name } : undefined
    } catch (error) {
      if (error instanceof DiscordFailure && NO_MEMBER.has(error.discord)) return undefined
      throw error
    }
  }

  #get(route: `/${string}`, query = new URLSearchParams()): Promise<unknown> {
    return this.#calls.settle('look servers up', { method: 'GET', route, query }, this.#giveUp)
  }
}

/** The role that everybody has goes by the server's own id. */
function isManagedBy(
  { id: everyone, owner_id: owner, roles }: z.infer<typeof Guild>,
  user: string,
  own: readonly string[],
): boolean {
  const held = new Set([everyone, ...own])
  return (
    owner === user ||
    roles.some(({ id, permissions }) => held.has(id) && mayManage(BigInt(permissions)))
  )
}
