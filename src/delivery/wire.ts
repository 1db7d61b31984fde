/** What a platform does for the replies to questions: it renders, sends, changes and takes away. */
import type * as z from 'zod'
import type { Message } from '../adapter.ts'
import type { Reply } from '../reply.ts'
import type { PostedMessages } from './posted.ts'

/** Something for the bot to answer. */
export interface Question {
  /** The same again when it is delivered again. */
  readonly key: string
  readonly message: Message
  /** Files that came along. */
  readonly files?: readonly unknown[]
}

/**
 * `Asked`: a question as the platform brings it; `Post`: one message within its limits; `At`: where one
 * stands.
 */
export interface Wire<Asked extends Question, Post, At> {
  /** The adapter's name. */
  readonly platform: string
  readonly at: z.ZodType<At>
  readonly posted: PostedMessages<At>
  /** Shows that the bot is at work; what it returns ends that. Neither throws. */
  working(asked: Asked): () => void
  /** @param key what its buttons remember is kept under it */
  render(reply: Reply, asked: Asked, key: string): Promise<readonly Post[]>
  /** What is said to files that came along. */
  offers(asked: Asked): Promise<readonly Post[]>
  /**
   * Where the question is answered, in order; the same `key` twice is one set of posts, through restarts
   * too. None of what only the asker sees is returned.
   * @param isFirst false for what follows posts that stand there already
   */
  post(asked: Asked, posts: readonly Post[], key: string, isFirst: boolean): Promise<readonly At[]>
  /** Files that go apart from the messages. @returns their ids */
  upload(asked: Asked, posts: readonly Post[], key: string): Promise<readonly string[]>
  edit(at: At, post: Post): Promise<void>
  /** Taken away already is as good. */
  remove(at: At): Promise<void>
  removeFile(id: string): Promise<void>
  /** The thread that is the bot's, too, once it has answered there. */
  threadOf(asked: Asked): string | undefined
  /** Whether the platform has said no to what was rendered, and would take other words. */
  isUnshowable(error: unknown): boolean
  /** Whether no later attempt will do better. */
  isFinal(error: unknown): boolean
}
