/** What is sent to Discord: every message and every change of one, so that none mentions anybody. */
import { createHash } from 'node:crypto'
import { MessageFlags, type RawFile } from 'discord.js'
import type { Channel, Post } from './seams.ts'

/** Which of the people, roles and everyone named in a text are told; none. */
const NOBODY = { parse: [] }

/** The content of a message, new or changed: what it does not have it loses. */
export function bodyOf({ content = '', embeds = [], components = [], files = [] }: Post) {
  return {
    content,
    embeds,
    components,
    attachments: files.map(({ name, description }, id) => ({
      id,
      filename: name,
      ...(description !== undefined && { description }),
    })),
    allowed_mentions: NOBODY,
    // Otherwise Discord would fetch what a text links to, and show it.
    flags: embeds.length === 0 ? MessageFlags.SuppressEmbeds : 0,
  }
}

/** A new message of a channel, one for its key however often it is sent within minutes. */
export const messageBody = (post: Post, { channel, replyTo }: Channel, key: string) => ({
  ...bodyOf(post),
  nonce: nonceOf(key),
  enforce_nonce: true,
  ...(replyTo !== undefined && {
    message_reference: { message_id: replyTo, channel_id: channel, fail_if_not_exists: false },
  }),
})

export const filesOf = ({ files = [] }: Post): { files?: RawFile[] } =>
  files.length === 0
    ? {}
    : { files: files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) })) }

/** At most 25 characters. */
export const nonceOf = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 25)
