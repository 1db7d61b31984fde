/** What a reply is made of, and how it is shared out over messages. */
import type { KnownBlock } from '@slack/types'
import { header, line, rich, text } from '../blocks.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { LIMITS, sizeOf } from '../limits.ts'
import type { Post } from '../seams.ts'
import { fallback } from './fallback.ts'

/** What stays in one message: a quote with its citation, a heading with what it heads. */
export interface Piece {
  /** Each of them fits a message by itself. */
  readonly blocks: readonly KnownBlock[]
  /** The same for those who hear it. */
  readonly text: readonly string[]
}

/** Shares pieces out over as few messages as they need, in order. A piece is parted only if it must. */
export function toPosts(pieces: readonly Piece[]): Post[] {
  const posts: { blocks: KnownBlock[]; text: string[] }[] = []
  for (const piece of pieces.flatMap(parted)) {
    const last = posts.at(-1)
    if (last !== undefined && fits([...last.blocks, ...piece.blocks])) {
      last.blocks.push(...piece.blocks)
      last.text.push(...piece.text)
    } else posts.push({ blocks: [...piece.blocks], text: [...piece.text] })
  }
  return posts.map(({ blocks, text: lines }) => ({ blocks, text: fallback(lines) }))
}

/** A piece too large for any message, block by block. */
const parted = (piece: Piece): Piece[] =>
  fits(piece.blocks)
    ? [piece]
    : piece.blocks.map((block, at) => ({ blocks: [block], text: at === 0 ? piece.text : [] }))

const fits = (blocks: readonly KnownBlock[]): boolean =>
  blocks.length <= LIMITS.blocks &&
  blocks.filter(({ type }) => type === 'table').length <= LIMITS.tables &&
  sizeOf(blocks) <= LIMITS.blocksTogether

/** The blocks of a modal or the App Home; what does not fit is counted. */
export function toView(pieces: readonly Piece[], language?: Language): KnownBlock[] {
  const blocks = pieces.flatMap((piece) => piece.blocks)
  if (blocks.length <= LIMITS.viewBlocks) return blocks
  const shown = blocks.slice(0, LIMITS.viewBlocks - 1)
  return [...shown, rich(line(text(wordingsIn(language).windows.shown.notInWindow, 'italic')))]
}

/** A line of the bot's own. */
export const said = (raw: string, ...styles: ('bold' | 'italic')[]): Piece => ({
  blocks: [rich(line(text(raw, ...styles)))],
  text: [raw],
})

export const headed = (raw: string): Piece => ({ blocks: [header(raw)], text: [raw] })

/** Several pieces as one that is kept together. */
export const together = (...pieces: readonly Piece[]): Piece => ({
  blocks: pieces.flatMap(({ blocks }) => blocks),
  text: pieces.flatMap((piece) => piece.text),
})
