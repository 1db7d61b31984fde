/** Who somebody is to this workspace: looked up, and remembered for a while. */
import * as z from 'zod'
import type { Message } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { Calls } from './calls.ts'
import { SlackFailure } from './failure.ts'
import type { Self } from './seams.ts'

type Role = NonNullable<Message['role']>

export interface RolesOptions {
  readonly calls: Calls
  readonly self: Self
  readonly log: Logger
  readonly clock: () => Date
}

const REMEMBER = 5 * 60_000
const MOST_REMEMBERED = 10_000
/** Nobody is kept waiting for long to learn who they are. */
const GIVE_UP = 30_000

const User = z.object({
  user: z.object({
    team_id: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    deleted: z.boolean().optional(),
    enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
  }),
})
const Conversation = z.object({
  channel: z.object({
    is_ext_shared: z.boolean().optional(),
    is_pending_ext_shared: z.boolean().optional(),
  }),
})

export class Roles {
  readonly #options: RolesOptions
  readonly #users = new Map<string, { at: number; role: Promise<Role> }>()
  readonly #channels = new Map<string, { at: number; role: Promise<Role> }>()

  constructor(options: RolesOptions) {
    this.#options = options
  }

  /**
   * In a channel shared with other organisations everybody counts as an outsider: what is said there
   * is read there. Whoever cannot be looked up is one too.
   */
  async roleOf(user: string, channel?: string): Promise<Role> {
    const [own, place] = await this.#both(user, channel)
    return place === 'member' ? own : 'outsider'
  }

  /** The same for a message, but that an admin administers everywhere. */
  async roleFor({ user, channel, request }: Message): Promise<Role> {
    const [own, place] = await this.#both(user, channel)
    return place === 'member' || (own === 'admin' && request?.kind === 'manage') ? own : 'outsider'
  }

  /** Whether other organisations read there; what cannot be looked up is taken to be shared. */
  async isShared(channel: string, owner?: string): Promise<boolean> {
    // A direct message is as its reader: who was a member may be a guest by now.
    if (channel.startsWith('D'))
      return owner !== undefined && (await this.roleOf(owner)) === 'outsider'
    const place = await this.#remembered(this.#channels, channel, () => this.#channel(channel))
    return place === 'outsider'
  }

  #both(user: string, channel?: string): Promise<[Role, Role]> {
    return Promise.all([
      this.#remembered(this.#users, user, () => this.#user(user)),
      // Direct messages are shared with nobody else.
      channel === undefined || channel.startsWith('D')
        ? 'member'
        : this.#remembered(this.#channels, channel, () => this.#channel(channel)),
    ])
  }

  #remembered(
    known: Map<string, { at: number; role: Promise<Role> }>,
    id: string,
    look: () => Promise<Role>,
  ): Promise<Role> {
    const now = this.#options.clock().getTime()
    const before = known.get(id)
    if (before !== undefined && now - before.at < REMEMBER) return before.role
    if (known.size >= MOST_REMEMBERED) known.clear()
    const role = look().catch((error: unknown): Role => {
      known.delete(id)
      this.#options.log.error(
        { err: error, id },
        'nobody knows who this is: treated as an outsider',
      )
      return 'outsider'
    })
    known.set(id, { at: now, role })
    return role
  }

  async #user(user: string): Promise<Role> {
    const { calls, self } = this.#options
    const { user: found } = User.parse(await calls.settle('users.info', { user }, GIVE_UP))
    const teams = [found.team_id, ...(found.enterprise_user?.teams ?? [])]
    if (found.is_restricted === true || found.is_ultra_restricted === true) return 'outsider'
    if (found.is_stranger === true || found.deleted === true) return 'outsider'
    if (!teams.includes(self.teamId)) return 'outsider'
    return found.is_admin === true || found.is_owner === true ? 'admin' : 'member'
  }

  async #channel(channel: string): Promise<Role> {
    const { calls } = this.#options
    const info = await calls
      .settle('conversations.info', { channel }, GIVE_UP)
      .catch((error: unknown) => {
        // A command of a private channel that the bot is not in: only the asker sees the reply.
        if (error instanceof SlackFailure && error.slack === 'channel_not_found') return undefined
        throw error
      })
    if (info === undefined) return 'member'
    const { channel: found } = Conversation.parse(info)
    return found.is_ext_shared === true || found.is_pending_ext_shared === true
      ? 'outsider'
      : 'member'
  }
}
