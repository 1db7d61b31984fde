/** What the halves of the adapter are to one another: one reads and renders, the other connects and posts. */
import type {
  APIApplicationCommandOptionChoice,
  APIEmbed,
  APIInteraction,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10'
import type { Answerer, Memory, Message } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import type { Language } from '../../src/wordings/in-language.ts'

/** As the gateway delivers it. A part of it may be missing in a changed message. */
export type DiscordMessage = GatewayMessageCreateDispatchData

/** Who the bot is, as READY says. */
export interface Self {
  readonly userId: string
  readonly applicationId: string
}

/** Where something was said. */
export interface Place {
  /** What decides which documents may be shown: of a thread, the channel it belongs to. */
  readonly channel: string
  /** Set in a thread; messages are sent to it. */
  readonly thread?: string
  /** Unset in a direct message. */
  readonly guild?: string
}

/** A guild, as people call it. */
export interface Server {
  readonly id: string
  readonly name: string
}

/** What reading a message needs to know besides the message. */
export interface ParseContext {
  readonly self: Self
  readonly place: Place
  /** Whether a user asked the bot in this thread a while before a time in ms, so that they may go on there. */
  readonly goesOn: (thread: string, user: string, at: number) => boolean
}

/** Where an interaction is answered. Good for 15 minutes. */
export interface Hook {
  /** Of the interaction. */
  readonly id: string
  readonly application: string
  readonly token: string
  /** Where it happened (of a thread, the thread). */
  readonly channel: string
}

/** Where the reply to something goes. */
type ReplyTo =
  /** `message`: what it is the reply to, which is shown above it. */
  | { readonly kind: 'channel'; readonly channel: string; readonly message?: string }
  /** Only the asker sees it while `ephemeral`. It is deferred already. */
  | { readonly kind: 'interaction'; readonly hook: Hook; readonly ephemeral: boolean }

/** Something for the bot to answer. */
export interface Incoming {
  /** The message's or the interaction's id; the same again when it is delivered again. */
  readonly key: string
  readonly message: Message
  readonly reply: ReplyTo
  /** Files that came along, for the channel's set. */
  readonly files?: readonly IncomingFile[]
  /** Whether figures come with their chart; they do unless told. */
  readonly chart?: boolean
}

export interface IncomingFile {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly url: string
}

/** One message of Discord's, within its limits. What it must not mention is seen to where it is sent. */
export interface Post {
  readonly content?: string
  readonly embeds?: readonly APIEmbed[]
  readonly components?: readonly APIMessageTopLevelComponent[]
  readonly files?: readonly PostFile[]
}

export interface PostFile {
  /** Of letters, digits, dots, dashes: an embed may show it by `attachment://name`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** For those who cannot see it. */
  readonly description?: string
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
  /** Whether figures come with their chart; they do unless told. */
  readonly chart?: boolean | undefined
  readonly memory: Memory
}

export interface Channel {
  readonly channel: string
  /** The message that it replies to; where that is gone it is sent all the same. */
  readonly replyTo?: string
}

/** A message that stands in a channel. */
export interface Posted {
  readonly channel: string
  readonly id: string
}

/**
 * How anything gets to Discord. What cannot be done rejects with a DiscordFailure once its retries are
 * used up; what only decorates never rejects. Nothing that is sent mentions anybody.
 */
export interface Poster {
  /** All the posts in order; the same `key` twice is one set of posts, through restarts too. */
  post(to: Channel, posts: readonly Post[], key: string): Promise<readonly Posted[]>
  edit(at: Posted, post: Post): Promise<void>
  /** Taken away already is as good. */
  remove(at: Posted): Promise<void>
  /**
   * The reply to a deferred interaction: the first post takes the place of "is thinking…", the others
   * follow, once for the same `key`. After its 15 minutes: said in the log, and posted to the channel
   * where everybody may see it.
   */
  answer(
    hook: Hook,
    posts: readonly Post[],
    how: { readonly ephemeral: boolean },
    key: string,
  ): Promise<readonly Posted[]>
  /** Changes the deferred answer; after an `update`, the message that the component stands under. */
  editOriginal(hook: Hook, post: Post): Promise<Posted>
  removeOriginal(hook: Hook): Promise<void>
  /** A further message. Once for the same `key`; where nobody can tell whether it arrived, not again. */
  followUp(
    hook: Hook,
    post: Post,
    how: { readonly ephemeral: boolean },
    key: string,
  ): Promise<Posted | undefined>
  /** Answers an autocompletion, of which at most 25 choices are taken. Never rejects. */
  complete(hook: Hook, choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<void>
  openModal(hook: Hook, modal: APIModalInteractionResponseCallbackData): Promise<void>
  /** Shows that the bot is at work. Never rejects. */
  typing(channel: string): Promise<void>
  /** Bytes of an attachment, of Discord's own hosts only. @throws when it is longer than `most` bytes */
  download(url: string, most: number): Promise<Uint8Array>
}

/** What interactions may use. */
export interface InteractionContext {
  readonly answer: Answerer
  readonly poster: Poster
  readonly memory: Memory
  readonly self: Self
  readonly log: Logger
  /** Where a channel or thread is. @throws DiscordFailure when Discord does not tell */
  readonly placeOf: (channel: string, guild: string | undefined) => Promise<Place>
  /**
   * The servers that somebody may manage, of those the bot is in; of `server` alone where it is told.
   * Asked for anew each time. @throws DiscordFailure when Discord does not tell
   */
  readonly managedBy: (user: string, server?: string) => Promise<readonly Server[]>
  /** Of a channel, where it is set. */
  readonly languageOf: (channel: string) => Language | undefined
  readonly clock: () => Date
}

/** How an interaction is acknowledged, at once and before any work. */
export type Acknowledgement =
  /** A message of its own is to follow: Poster.answer, or editOriginal. */
  | { readonly kind: 'defer'; readonly ephemeral: boolean }
  /** Of a component: nothing is seen at first; the message it stands under may be edited, messages follow. */
  | { readonly kind: 'update' }
  /** The answer itself acknowledges it: Poster.complete, Poster.openModal. */
  | { readonly kind: 'own' }

/** Pure and quick. */
export type AcknowledgementOf = (interaction: APIInteraction) => Acknowledgement

/** Reads a message as something for the bot to answer; nothing where it is for nobody. */
export type ParseMessage = (message: DiscordMessage, reading: ParseContext) => Incoming | undefined

/** Reads a command, or a context menu's, as something for the bot to answer; nothing where it is neither. */
export type ParseInteraction = (
  interaction: APIInteraction,
  reading: ParseContext,
) => Incoming | undefined

/**
 * Handles what is no question: buttons, select menus, modals, completions. It is acknowledged already
 * unless `own`. False: it knows nothing of the kind.
 */
export type Interact = (
  interaction: APIInteraction,
  context: InteractionContext,
) => Promise<boolean>

/** What to say about files that came along: the offer to add them, or why not. */
export type OfferFiles = (incoming: Incoming, context: InteractionContext) => Promise<Post[]>

/** A reply as messages of Discord's, in order; never none. */
export type Render = (reply: Reply, rendering: Rendering) => Promise<Post[]>
