/** What the halves of the adapter are to one another: one reads and renders, the other connects and posts. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import type { Answerer, Memory, Message } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import type { Language } from '../../src/wordings/in-language.ts'

/** The body of what Slack delivered: an event callback, a slash command, an interactive payload. */
export type Body = Readonly<Record<string, unknown>>

/** Who the bot is, as `auth.test` says. */
export interface Self {
  readonly userId: string
  readonly botId: string
  readonly appId?: string
  readonly teamId: string
  /** The workspace's address, "https://example.slack.com/". */
  readonly url?: string
}

/** What reading an event needs to know besides the event. */
export interface ParseContext {
  readonly self: Self
  /** Whether a user asked the bot in this thread a while before a time in ms, so that they may go on there. */
  readonly goesOn: (channel: string, thread: string, user: string, at: number) => boolean
}

/** Where the reply to something goes. */
export type ReplyTo =
  | { readonly kind: 'thread'; readonly channel: string; readonly thread_ts: string }
  | { readonly kind: 'dm'; readonly channel: string; readonly thread_ts?: string }
  /** Only the asker sees it while `ephemeral`. Good for 5 uses in 30 minutes. */
  | { readonly kind: 'response_url'; readonly url: string; readonly ephemeral: boolean }
  | { readonly kind: 'modal'; readonly trigger_id: string }
  | { readonly kind: 'home'; readonly user: string }
  | { readonly kind: 'options' }

/** Something for the bot to answer. */
export interface Incoming {
  /** Of the message, "C1:1700000000.000100", so that its mention and its message event are one. */
  readonly key: string
  /** Of the delivery; the same again when it is delivered again. */
  readonly eventId?: string
  /** Its `role` is what the event itself says; the adapter looks up the rest. */
  readonly message: Message
  readonly reply: ReplyTo
  /** The key of the question whose words were changed into the message's text. */
  readonly edited?: string
  /** The key of the question that was taken back; the message's text is empty. */
  readonly deleted?: string
  /** Files that came along, for the channel's set. */
  readonly files?: readonly IncomingFile[]
}

export interface IncomingFile {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Needs the bot's token. */
  readonly url: string
}

/** One message of Slack's, within its limits. */
export interface Post {
  /** For notifications and screen readers. */
  readonly text: string
  readonly blocks: readonly KnownBlock[]
  readonly files?: readonly PostFile[]
}

export interface PostFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly title: string
  readonly altText: string
}

/** What rendering needs to know besides the reply. */
export interface Rendering {
  /** Of what is answered or posted; what buttons remember is kept under it. */
  readonly key: string
  /** What is answered; absent for what is posted unasked. */
  readonly message?: Message
  /** Only the asker will see it: it can be shared, and shows no Delete. */
  readonly ephemeral: boolean
  /** It is shown away from where it was asked, so that the question is told again. */
  readonly shared?: boolean
  readonly memory: Memory
}

export interface Channel {
  readonly channel: string
  readonly thread_ts?: string
}

/** A message that stands in a channel. */
export interface Posted {
  readonly channel: string
  readonly ts: string
}

/**
 * How anything gets to Slack. What cannot be done rejects with a SlackFailure once its retries are
 * used up; what only decorates (status, prompts, titles) never rejects.
 */
export interface Poster {
  /** All the posts in order; the same `key` twice is one set of posts, through restarts too. */
  post(to: Channel, posts: readonly Post[], key: string): Promise<readonly Posted[]>
  update(at: Posted, post: Post): Promise<void>
  remove(at: Posted): Promise<void>
  /** Uses a `response_url` once. `replace`: the message that the button stands under. */
  respond(
    url: string,
    post: Post,
    how: { readonly ephemeral: boolean; readonly replace?: boolean },
  ): Promise<void>
  /** Takes away the message that a button stands under. */
  dismiss(url: string): Promise<void>
  openView(triggerId: string, view: ModalView): Promise<void>
  updateView(viewId: string, view: ModalView): Promise<void>
  publishHome(user: string, view: HomeView): Promise<void>
  /** @returns the files' ids */
  upload(to: Channel, files: readonly PostFile[], key: string): Promise<readonly string[]>
  removeFile(id: string): Promise<void>
  /** Bytes of a file that somebody dropped. @throws when it is longer than `most` bytes */
  download(url: string, most: number): Promise<Uint8Array>
  /** What the agent view shows beside the bot's name while it reads; empty: nothing. */
  setStatus(to: Channel, status: string): Promise<void>
  setSuggestedPrompts(to: Channel, title: string, prompts: readonly string[]): Promise<void>
  setTitle(to: Channel, title: string): Promise<void>
}

/** What interactions may use. */
export interface InteractionContext {
  readonly answer: Answerer
  readonly poster: Poster
  readonly memory: Memory
  readonly self: Self
  readonly log: Logger
  /** `admin`, `member`, `outsider` by users.info and conversations.info; remembered for a while. */
  readonly roleOf: (user: string, channel?: string) => Promise<NonNullable<Message['role']>>
  /** Of a channel, where it is set. */
  readonly languageOf: (channel: string) => Language | undefined
  readonly clock: () => Date
}

/** What to say about files that came along: the offer to add them, or why not. In offer of files only. */
export type OfferFiles = (incoming: Incoming, context: InteractionContext) => Promise<Post[]>

/**
 * Handles what is no question: buttons, modals, completions, shortcuts, the App Home, the agent view,
 * membership. Calls `ack` before any work; with a payload where Slack wants one (block_suggestion,
 * view_submission). False: it knows nothing of the kind.
 */
export type Interact = (
  body: Body,
  ack: (payload?: Readonly<Record<string, unknown>>) => Promise<void>,
  context: InteractionContext,
) => Promise<boolean>

/** Reads what Slack delivered as something for the bot to answer; nothing where it is for nobody. */
export type Parse = (body: Body, reading: ParseContext) => Incoming | undefined

/** A reply as messages of Slack's, in order; never none. */
export type Render = (reply: Reply, rendering: Rendering) => Promise<Post[]>
