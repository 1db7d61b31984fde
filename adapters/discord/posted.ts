/** Where the messages of a reply stand, kept in the adapter's memory, so that all of it can be taken away. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Memory } from '../../src/adapter.ts'
import type { Posted } from './seams.ts'

/** Short, and the same again for the same reply. */
export const idOf = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 16)

export function rememberPosts(key: string, posts: readonly Posted[], memory: Memory): void {
  memory.keep(postsKey(idOf(key)), posts)
}

/** @param id as `idOf` says */
export const recallPosts = (id: string, memory: Memory): Posted[] =>
  Posts.safeParse(memory.recall(postsKey(id))).data ?? []

/** They were taken away; the reply stays answered. */
export const forgetPosts = (id: string, memory: Memory): void => memory.keep(postsKey(id), [])

const Posts = z.array(z.object({ channel: z.string(), id: z.string() }))

const postsKey = (id: string): string => `discord/posts/${id}`
