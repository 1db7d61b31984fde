/**
 * What must survive a restart: conversations, unanswered questions, what was posted. Each kind has its book;
 * all of them stand on one database (`sql.ts`).
 */
import type { Inbox, Ledger, Memory } from '../adapter.ts'
import { AuditLog } from '../audit.ts'
import { Links } from '../links.ts'
import { ScheduleBook } from '../schedule/book.ts'
import { PostBook } from '../schedule/posts.ts'
import { TokenBook } from '../tokens.ts'
import { TurnBook } from './conversations.ts'
import { Facts } from './facts.ts'
import { FeedbackBook } from './feedback.ts'
import { forgetAbout, forgetOlder } from './forgetting.ts'
import { GapBook } from './gaps.ts'
import { StoredInbox } from './inbox.ts'
import { StoredLedger } from './ledger.ts'
import { StoredMemory } from './memory.ts'
import { ScopeBook } from './scopes.ts'
import { type Lease, Presence } from './presence.ts'
import type { Engine } from './sql.ts'

const LOST = 'lost'

export interface StoreOptions {
  readonly clock?: (() => Date) | undefined
  /** Given where several processes work on it at once; otherwise what others had begun is theirs no more. */
  readonly lease?: Lease | undefined
}

export class Store {
  readonly #engine: Engine
  readonly #clock: () => Date
  readonly #facts: Facts
  readonly #presence: Presence | undefined
  readonly conversations: TurnBook
  readonly gaps: GapBook
  readonly feedback: FeedbackBook
  readonly scopes: ScopeBook
  readonly ledger: Ledger
  readonly memory: Memory
  readonly inbox: Inbox
  readonly schedules: ScheduleBook
  readonly posts: PostBook
  readonly audit: AuditLog
  readonly tokens: TokenBook
  readonly links: Links

  constructor(engine: Engine, { clock = () => new Date(), lease }: StoreOptions = {}) {
    this.#engine = engine
    this.#clock = clock
    this.#facts = new Facts(engine)
    const presence = lease && new Presence(engine, clock, lease)
    this.#presence = presence
    this.conversations = new TurnBook(engine)
    this.gaps = new GapBook(engine, clock)
    this.feedback = new FeedbackBook(engine)
    this.scopes = new ScopeBook(engine)
    this.ledger = new StoredLedger(engine, clock, presence)
    this.memory = new StoredMemory(engine, clock)
    this.inbox = new StoredInbox(engine, clock, presence)
    this.schedules = new ScheduleBook(engine, clock)
    this.posts = new PostBook(engine, clock, presence)
    this.audit = new AuditLog(engine)
    this.tokens = new TokenBook(engine, clock)
    this.links = new Links(this.#facts, clock)
  }

  /** Where a store that was damaged is kept, until `reset`: what was set in chat is not known. */
  lost(): Promise<string | undefined> {
    return this.#facts.get(LOST)
  }

  lose(kept: string): Promise<void> {
    return this.#facts.set(LOST, kept)
  }

  /** Goes on without what was lost; what was due until now may have been posted. False when nothing was. */
  async reset(): Promise<boolean> {
    const wasLost = await this.#facts.drop(LOST)
    if (wasLost) await this.posts.settle()
    return wasLost
  }

  /**
   * What is about a user, a channel (with its platform or without) or a document; by what it was.
   * @param what a whole name: U1 is not U12
   */
  forgetAbout(what: string): Promise<Map<string, number>> {
    return forgetAbout(this.#engine, what)
  }

  /** What is older; posts and what was answered stay, so that nothing is sent twice. */
  forgetOlder(than: Date): Promise<Map<string, number>> {
    return forgetOlder(this.#engine, than)
  }

  /** Forgets what is older than so many days. */
  async expire(days: number): Promise<void> {
    await this.forgetOlder(new Date(this.#clock().getTime() - days * 86_400_000))
  }

  /** Leaves nothing of what was deleted where it lay. */
  scrub(): Promise<void> {
    return this.#engine.scrub()
  }

  /** What this process had begun is others’ from then on. Safe to call twice. */
  async close(): Promise<void> {
    // Where it cannot be said, its lease runs out.
    await this.#presence?.leave().catch(() => {})
    await this.#engine.close()
  }
}
