/** A workspace as people see it: channels, what stands in them, and who is who. */
import { textOfBlocks } from './seen.ts'

export interface Stored {
  readonly ts: string
  readonly channel: string
  thread_ts?: string
  readonly user?: string
  readonly bot_id?: string
  readonly app_id?: string
  text: string
  blocks?: unknown
  metadata?: unknown
  files?: readonly { readonly id: string; readonly title: string }[]
  /** Only this person sees it. */
  readonly only?: string
  edited?: boolean
}

export interface Person {
  readonly id: string
  readonly team_id: string
  readonly is_admin?: boolean
  readonly is_restricted?: boolean
  readonly is_ultra_restricted?: boolean
  readonly is_stranger?: boolean
}

export class Workspace {
  readonly team = 'T0TEAM'
  readonly bot = { user_id: 'U0BOT', bot_id: 'B0BOT', app_id: 'A0APP' } as const
  readonly people = new Map<string, Person>()
  /** Channels that other organisations share. */
  readonly shared = new Set<string>()
  readonly #messages: Stored[] = []
  readonly #byTs = new Map<string, Stored>()
  #last = 1_700_000_000_000_000

  person(id: string): Person {
    return this.people.get(id) ?? { id, team_id: this.team }
  }

  /** Of no two messages the same, and in order. */
  timestamp(): string {
    this.#last += 100
    const text = String(this.#last)
    return `${text.slice(0, -6)}.${text.slice(-6)}`
  }

  add(message: Omit<Stored, 'ts'> & { ts?: string }): Stored {
    const stored = { ...message, ts: message.ts ?? this.timestamp() }
    this.#messages.push(stored)
    this.#byTs.set(`${stored.channel}/${stored.ts}`, stored)
    return stored
  }

  find(channel: string, ts: string): Stored | undefined {
    return this.#byTs.get(`${channel}/${ts}`)
  }

  remove(message: Stored): void {
    this.#byTs.delete(`${message.channel}/${message.ts}`)
    const at = this.#messages.indexOf(message)
    if (at !== -1) this.#messages.splice(at, 1)
  }

  /** As they stand, the oldest first. */
  messages(channel?: string, thread?: string): Stored[] {
    return this.#messages.filter(
      (each) =>
        (channel === undefined || each.channel === channel) &&
        (thread === undefined || each.thread_ts === thread || each.ts === thread),
    )
  }

  /** What the bot has said. */
  said(channel?: string, thread?: string): Stored[] {
    return this.messages(channel, thread).filter(({ bot_id }) => bot_id === this.bot.bot_id)
  }

  /** All that people see of what the bot has said. */
  shown(): string {
    return this.said().map(seen).join('\n')
  }
}

/** With blocks, Slack shows those and not the text. */
export const seen = ({ text, blocks }: Stored): string =>
  blocks === undefined ? text : textOfBlocks(blocks)
