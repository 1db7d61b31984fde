/** What a reply is made of, and how it is shared out over messages. */
import type { APIEmbed } from 'discord-api-types/v10'
import { LIMITS } from '../limits.ts'
import { bold, EMPTY, escape, italic } from '../markdown.ts'
import type { Post } from '../seams.ts'

/** What stays in one message; no longer than the text of an embed. */
export interface Piece {
  /** Markdown: foreign text in it is escaped. */
  readonly text: string
  /** In an embed, beside other such pieces; all else stands in the message itself while it fits. */
  readonly card?: boolean
}

/** Longer lines of foreign text are cut; quotes never are. */
const LONGEST_LINE = 1800

/** A line of the bot's own, or of foreign words. */
export const said = (raw: string, style?: 'bold' | 'italic'): Piece => {
  const words = escape(raw, LONGEST_LINE) || EMPTY
  if (style === 'bold') return { text: bold(words) }
  return { text: style === 'italic' ? italic(words) : words }
}

/** A heading stays with the first of what it heads. */
export function under(heading: string, [first, ...rest]: readonly Piece[]): Piece[] {
  if (first === undefined) return []
  const text = `${heading}\n${first.text}`
  return text.length > LIMITS.embedDescription
    ? [{ text: heading }, first, ...rest]
    : [{ ...first, text }, ...rest]
}

interface Embed {
  text: string
  readonly card: boolean
}

interface Draft {
  content: string
  readonly embeds: Embed[]
}

/** Shares pieces out over as few messages as they need, in order, and parts none. */
export function toPosts(pieces: readonly Piece[]): Post[] {
  const drafts: Draft[] = []
  for (const piece of pieces) {
    const last = drafts.at(-1)
    if (last === undefined || !add(last, piece)) {
      const next: Draft = { content: '', embeds: [] }
      add(next, piece)
      drafts.push(next)
    }
  }
  return drafts.map(({ content, embeds }): Post => ({
    ...(content !== '' && { content }),
    ...(embeds.length > 0 && {
      embeds: embeds.map(({ text }): APIEmbed => ({ description: text })),
    }),
  }))
}

/** Two block quotes on end would be one. */
function joinedText(before: string, text: string): string {
  const quotes =
    before.slice(before.lastIndexOf('\n') + 1).startsWith('> ') && text.startsWith('> ')
  return `${before}${quotes ? '\n\n' : '\n'}${text}`
}

/** Puts a piece into a message where it fits; whether it did. */
function add(draft: Draft, { text, card = false }: Piece): boolean {
  const { embeds } = draft
  if (!card && embeds.length === 0) {
    const content = draft.content === '' ? text : `${draft.content}\n${text}`
    if (content.length <= LIMITS.content) {
      draft.content = content
      return true
    }
  }
  const left = LIMITS.embedsTogether - embeds.reduce((sum, one) => sum + one.text.length, 0)
  const last = embeds.at(-1)
  const joined = last === undefined || last.card !== card ? undefined : joinedText(last.text, text)
  if (
    last !== undefined &&
    joined !== undefined &&
    joined.length <= LIMITS.embedDescription &&
    text.length < left
  ) {
    last.text = joined
    return true
  }
  if (embeds.length >= LIMITS.embeds || text.length > left) return false
  embeds.push({ text, card })
  return true
}
