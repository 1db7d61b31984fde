/** The seam of the platforms: what a chat platform must do for the bot, and nothing it does itself. */
import type { Language } from '../index/languages/packs.ts'
import type { Reply } from './reply.ts'

/** What is wanted with a message's text. */
export type Request =
  /** The text is a question, or a request that says itself what it is: "figures killed", "sources". */
  | { readonly kind: 'ask'; readonly set?: string }
  /** Further quotes on the question in the text, behind those shown. */
  | { readonly kind: 'more'; readonly shown: number }
  /** Every figure for the request in the text. */
  | { readonly kind: 'figures' }
  /** A summary of what is new; the text is its topic, or empty. `since`: an ISO date. */
  | { readonly kind: 'brief'; readonly since?: string; readonly set?: string }
  /** What there is; of one set alone. */
  | { readonly kind: 'sources'; readonly set?: string }
  /**
   * What could not be answered in the channel; `of: 'workspace'`, in all of its workspace: for what
   * one admin alone reads, a direct message or a page of their own.
   */
  | { readonly kind: 'gaps'; readonly of?: 'workspace' }
  | { readonly kind: 'help' }
  /** Somebody's words, whose claims are looked up: the text, or what stands in a file. */
  | {
      readonly kind: 'check'
      readonly file?: { readonly name: string; readonly bytes: Uint8Array }
    }
  /** What stands around a quote. */
  | {
      readonly kind: 'context'
      readonly document: string
      readonly start: number
      readonly end: number
    }
  /** A document to be read, or a part of a long one: where `quote` stands, the first unless told. */
  | {
      readonly kind: 'read'
      readonly document: string
      readonly part?: number
      /** As it was before it changed: how the version's hash begins. */
      readonly version?: string
      readonly quote?: Omit<QuoteRef, 'document'> & {
        /** As `quoteVersion` makes it: tells whether the document still has the words there. */
        readonly version?: string
      }
    }
  /** A page of a document as it is printed: the one that `quote` stands on, the first unless told. */
  | {
      readonly kind: 'page'
      readonly document: string
      /** From 1. */
      readonly page?: number
      readonly quote?: Omit<QuoteRef, 'document'> & { readonly version?: string }
    }
  /** Whether an answer to the question in the text helped. */
  | { readonly kind: 'feedback'; readonly helpful: boolean; readonly quotes: readonly QuoteRef[] }
  /** Completions of what is typed so far, the text. */
  | { readonly kind: 'suggest'; readonly what: 'documents' | 'sets' | 'places' | 'counted' }
  /** A line of administration: "add https://…", "set sahel", "schedule daily 08:00 Europe/Paris". */
  | { readonly kind: 'manage' }
  /** A file for the channel's set. */
  | { readonly kind: 'add'; readonly name: string; readonly bytes: Uint8Array }

export interface QuoteRef {
  readonly document: string
  readonly start: number
  readonly end: number
}

export interface Message {
  /** Unique on its platform: the same id twice is the same message delivered again. */
  readonly id: string
  readonly text: string
  /** `ask` unless told. */
  readonly request?: Request
  readonly user: string
  /**
   * `admin` may change what the bot knows and where; `outsider` is a guest, or somebody of another
   * organisation, who sees nothing until that is allowed. `member` unless told.
   */
  readonly role?: 'admin' | 'member' | 'outsider'
  /** Came by a link with a key: one document of these sets is read, and nothing else. */
  readonly link?: { readonly document: string; readonly sets: readonly string[] }
  /** Typed at the machine that holds the documents: whoever sits there sees and may do everything. */
  readonly local?: boolean
  /** What decides which documents may be shown; of a thread, the channel it belongs to. */
  readonly channel: string
  /** The guild or workspace of the channel; its documents are the channel's unless that has its own. */
  readonly workspace?: string
  /**
   * Whether others read along where it was asked. What was not asked aloud is its asker's own: it is
   * shown to nobody else, in no list and no summary.
   */
  readonly aloud?: boolean
  /** Nobody but its sender and the bot reads there: a direct message. */
  readonly direct?: boolean
  /** Said in a thread without naming the bot, as far as can be told to it: in doubt it stays silent. */
  readonly unnamed?: boolean
  /** Set when the platform has threads: what is said in one thread is one conversation. */
  readonly thread?: string
  /** The adapter's name. */
  readonly platform: string
  /** Of whoever reads the reply, where the platform knows it; that of the channel unless told. */
  readonly language?: Language
}

export interface Receipt {
  /** The platform's name for the post. */
  readonly id: string
}

/** Never rejects. */
export type Answerer = (message: Message) => Promise<Reply>

export interface Adapter {
  readonly name: string
  /** Connects and hands every message for the bot to `answer`. Resolves once connected. */
  start(answer: Answerer): Promise<void>
  /** Posts unasked, for example a summary. The same `key` twice is one post. */
  post(destination: string, reply: Reply, key: string): Promise<Receipt>
  /**
   * Whether people of other organisations read what is posted there.
   * @param owner whose direct message it is, where that is known
   */
  isShared(destination: string, owner?: string): Promise<boolean>
  /** Stops taking messages, finishes replies under way, disconnects. Safe to call twice. */
  stop(): Promise<void>
}

/** How a piece of work that must happen once stands. */
export type Standing =
  | { readonly state: 'new' }
  /** Begun in this run and not yet ended. */
  | { readonly state: 'running' }
  /** Begun by another process, which lives: how it ends is known in a moment. */
  | { readonly state: 'elsewhere' }
  /** Begun by a run that ended in the middle: look whether it happened before doing it again. */
  | { readonly state: 'unknown' }
  | { readonly state: 'done'; readonly receipt: string }

/** What must happen once, through redelivery, reconnects and restarts: replies and posts. */
export interface Ledger {
  /** Begins the work of `key` where its standing is `new` or `unknown`; at once on the disk. */
  begin(key: string): Promise<Standing>
  done(key: string, receipt: string): Promise<void>
  /** Nothing happened: it may begin again. */
  undo(key: string): Promise<void>
  /** How it stands, beginning nothing. */
  look(key: string): Promise<Standing>
}

/** Plain JSON, as it was delivered. */
export type Delivered = Readonly<Record<string, unknown>>

/** What was taken and not dealt with. */
export interface Left {
  readonly id: string
  readonly body: Delivered
}

/** What was taken from a platform that will not deliver it again, until it is dealt with; for a day. */
export interface Inbox {
  /** At once on the disk. @returns what it is removed by */
  add(platform: string, body: Delivered): Promise<string>
  remove(id: string): Promise<void>
  /** What runs left that are over, the oldest first; each is given to one run. */
  left(platform: string): Promise<Left[]>
}

/** Nothing is looked up again after so long. */
export const REMEMBER_DAYS = 30

/** What an adapter must know again later, for example what a button belongs to; kept for `REMEMBER_DAYS`. */
export interface Memory {
  /** @param value plain JSON */
  keep(key: string, value: unknown): Promise<void>
  recall(key: string): Promise<unknown>
  /**
   * Reads and writes in one step: of several who do it at once, each sees what the one before has kept.
   * @param how from what is kept to what is to be; `undefined` leaves it as it is
   * @returns what is kept now
   */
  change(key: string, how: (kept: unknown) => unknown): Promise<unknown>
  forget(key: string): Promise<void>
}
