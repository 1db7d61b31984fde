/** Which channel a thread belongs to: what is known of it is remembered, the rest is asked for. */
import { ChannelType } from 'discord.js'
import * as z from 'zod'
import type { Calls } from './calls.ts'
import type { Place } from './seams.ts'

/** So many channels and threads are remembered. */
const MOST = 10_000

const Channel = z.object({
  id: z.string(),
  type: z.int(),
  parent_id: z.string().nullish(),
})

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

export class Places {
  readonly #calls: Calls
  /** The parent of a thread; nothing where it is none. */
  readonly #parents = new Map<string, string | undefined>()

  constructor(calls: Calls) {
    this.#calls = calls
  }

  /** @param channel as a delivery tells of it */
  note(channel: unknown): void {
    const { data } = Channel.safeParse(channel)
    if (data === undefined) return
    const thread = THREADS.has(data.type)
    // Without its parent nobody knows what may be seen in it.
    if (thread && typeof data.parent_id !== 'string') return
    this.#parents.delete(data.id)
    this.#parents.set(data.id, thread ? (data.parent_id ?? undefined) : undefined)
    const [oldest] = this.#parents.keys()
    if (this.#parents.size > MOST && oldest !== undefined) this.#parents.delete(oldest)
  }

  /** @throws DiscordFailure when Discord does not tell */
  async of(channel: string, guild: string | undefined): Promise<Place> {
    if (guild === undefined) return { channel }
    if (!this.#parents.has(channel))
      this.note(
        await this.#calls.settle('look a channel up', {
          method: 'GET',
          route: `/channels/${channel}`,
        }),
      )
    const parent = this.#parents.get(channel)
    return parent === undefined ? { channel, guild } : { channel: parent, thread: channel, guild }
  }
}
