/** The seam of the platforms: what a chat platform must do for the bot, and nothing it does itself. */
import type { Reply } from './reply.ts'

export interface Message {
  /** Unique on its platform: the same id twice is the same message delivered again. */
  readonly id: string
  readonly text: string
  readonly user: string
  readonly channel: string
  /** Set when the platform has threads: what is said in one thread is one conversation. */
  readonly thread?: string
  /** The adapter's name. */
  readonly platform: string
}

export interface Receipt {
  /** The platform's name for the post. */
  readonly id: string
}

export interface Adapter {
  readonly name: string
  /** Connects and hands every message for the bot to `answer`. Resolves once connected. */
  start(answer: (message: Message) => Promise<Reply>): Promise<void>
  /** Posts unasked, for example a summary. The same `key` twice is one post. */
  post(destination: string, reply: Reply, key: string): Promise<Receipt>
  /** Stops taking messages, finishes replies under way, disconnects. Safe to call twice. */
  stop(): Promise<void>
}
