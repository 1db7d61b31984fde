/** What stands in messages of Discord's, and stand-ins for what surrounds the half that renders. */
import * as z from 'zod'
import type { Post, Rendering } from '../../adapters/discord/seams.ts'
import { unescaped } from '../../adapters/discord/markdown.ts'
import type { Message } from '../../src/adapter.ts'
import { bodyOf } from '../../adapters/discord/bodies.ts'
import { wrongWith } from './discord/limits.ts'
import { memory } from './slack-shown.ts'

export { memory }

export const said = (over: Partial<Message> = {}): Message => ({
  id: '900',
  text: 'How was the harvest?',
  user: '10',
  channel: '500',
  workspace: '1',
  platform: 'discord',
  ...over,
})

export const rendering = (over: Partial<Rendering> = {}): Rendering => ({
  key: '900',
  message: said(),
  ephemeral: false,
  memory: memory(),
  ...over,
})

/** Every text of a message in which Discord reads Markdown, in order. */
export const markdownOf = ({ content, embeds = [] }: Post): string[] => [
  ...(content === undefined ? [] : [content]),
  ...embeds.flatMap(({ description }) => (description === undefined ? [] : [description])),
]

/** What people read, without escapes, breaks and bold. */
export const wordsOf = (posts: readonly Post[]): string =>
  posts.flatMap(markdownOf).map(unescaped).join('\n')

/** The text of every block quote, without its number. */
export const quotesOf = (posts: readonly Post[]): string[] =>
  posts
    .flatMap(markdownOf)
    .flatMap((text) => text.split('\n'))
    .flatMap((line) =>
      line.startsWith('> ') ? [unescaped(line.slice(2)).replace(/ \[\d+\]$/u, '')] : [],
    )

const Rows = z.array(
  z.object({
    components: z.array(
      z.object({
        custom_id: z.string(),
        label: z.string().default(''),
        options: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
      }),
    ),
  }),
)

/** Buttons and select menus, row by row. */
export const componentsOf = (posts: readonly Post[]) =>
  posts.flatMap(({ components = [] }) => Rows.parse(components).flatMap((row) => row.components))

/** What Discord would turn down of a message. */
export const overLimits = (post: Post): string[] =>
  wrongWith(
    bodyOf(post),
    (post.files ?? []).map(({ name, bytes }) => ({ name, bytes: bytes.byteLength })),
    false,
  )
