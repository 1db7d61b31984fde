/** Where the messages of a reply stand, and its files, kept in an adapter's memory, so that all of it can be taken away. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Memory } from '../adapter.ts'

/** Short, and the same again for the same reply. */
export const idOf = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 16)

/** Of one platform. `At`: where a message stands, as the platform tells it. */
export class PostedMessages<At> {
  readonly #platform: string
  readonly #kept: z.ZodType<{ posts: At[]; files: string[] }>

  constructor(platform: string, at: z.ZodType<At>) {
    this.#platform = platform
    const posts = z.array(at)
    this.#kept = z.union([
      z.object({ posts, files: z.array(z.string()) }),
      // As they were kept before there were files.
      posts.transform((alone) => ({ posts: alone, files: [] })),
    ])
  }

  async remember(
    key: string,
    posts: readonly At[],
    memory: Memory,
    files: readonly string[] = [],
  ): Promise<void> {
    await memory.keep(this.#name(idOf(key)), { posts, files })
  }

  /** @param id as `idOf` says */
  async recall(
    id: string,
    memory: Memory,
  ): Promise<{ readonly posts: At[]; readonly files: string[] }> {
    const kept = this.#kept.safeParse(await memory.recall(this.#name(id)))
    return kept.data ?? { posts: [], files: [] }
  }

  /** They were taken away; the reply stays answered. */
  async forget(id: string, memory: Memory): Promise<void> {
    await memory.keep(this.#name(id), { posts: [], files: [] })
  }

  #name(id: string): string {
    return `${this.#platform}/posts/${id}`
  }
}
