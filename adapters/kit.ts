/** What an adapter of others is written with: `import { plainText } from 'verbatim/adapter'`. */
import type { Reply } from '../src/reply.ts'
import { renderReply } from './terminal/render.ts'

export { VerbatimError } from '../src/errors.ts'
export { inertText } from '../src/inert.ts'
export type {
  Adapter,
  Answerer,
  Inbox,
  Ledger,
  Memory,
  Message,
  Receipt,
  Request,
  Standing,
} from '../src/adapter.ts'
export type { Finding, Needs, Platform, PlatformSetup } from '../src/platform.ts'
export type { Reply } from '../src/reply.ts'

const WIDTH = 80

/**
 * All that a reply says, without markup: for a platform that shows plain text. Whatever comes from a
 * document is inert.
 * @param width columns a line may take
 */
export const plainText = (reply: Reply, width = WIDTH): string =>
  renderReply(reply, { width, style: (_, text) => text })

/** What is not to be sent at all: nobody was asked, or nothing is to be said. */
export const isSilent = (reply: Reply): boolean => reply.kind === 'nothing' && reply.silent === true
