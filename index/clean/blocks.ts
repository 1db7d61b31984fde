/**
 * Blocks: what a reader found in a document, in order — headings, paragraphs, list items — each as
 * the stretches of the original that belong to it. `compose` makes the reading text of them.
 */
import type { Paragraph, Section, Span } from '../document.ts'
import { CleanText, type OffsetMap } from '../offset-map.ts'
import { type Cell, keepRow } from './rows.ts'

export interface Block {
  readonly kind: 'heading' | 'text' | 'list'
  /** Stretches of the original text in order; what lies between them is left out. */
  readonly spans: readonly Span[]
  /** Depth of a heading, 1 the highest. */
  readonly level?: number
  /** Of the row of a table: its filled cells. They are read in place of `spans`. */
  readonly cells?: readonly Cell[]
  /** The row of a table whose heads are not sure: read by its `spans`, and no figure is taken from it. */
  readonly unsure?: boolean
  /** Of a row with cells: the words above or below its table that say what it is of. */
  readonly caption?: string
}

export interface ReadingText {
  readonly clean: string
  readonly map: OffsetMap
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly Section[]
}

const BETWEEN_PARAGRAPHS = '\n\n'

export function compose(text: string, blocks: readonly Block[]): ReadingText {
  const out = new CleanText(text)
  const paragraphs: Paragraph[] = []
  const sections: Section[] = []
  const trail: { readonly level: number; readonly heading: string }[] = []
  let open: { heading: string; start: number } | undefined
  let caption: string | undefined

  const close = (): void => {
    if (open !== undefined && out.length > open.start) sections.push({ ...open, end: out.length })
    open = undefined
  }

  for (const block of blocks) {
    if (block.kind === 'heading') {
      close()
      caption = undefined
      const level = Math.max(1, block.level ?? 1)
      // One of the same level ends the last, also where levels between are missing.
      while ((trail.at(-1)?.level ?? 0) >= level) trail.pop()
      trail.push({ level, heading: mended(blockText(text, block)) })
      open = { heading: under(trail.map(({ heading }) => heading)), start: out.length }
      continue
    }
    if (block.spans.every((span) => text.slice(span.start, span.end).trim() === '')) continue
    if (out.length > 0) out.separate(BETWEEN_PARAGRAPHS)
    if (block.caption !== caption) {
      close()
      caption = block.caption
      open = {
        heading: under([...trail.map(({ heading }) => heading), caption ?? '']),
        start: out.length,
      }
    }
    const start = out.length
    if (block.cells === undefined) for (const span of block.spans) out.keep(span.start, span.end)
    else keepRow(out, block.cells)
    const row = block.cells !== undefined || block.unsure === true
    paragraphs.push({
      start,
      end: out.length,
      list: row || block.kind === 'list',
      ...(row && { row }),
    })
  }
  close()
  return { ...out.finish(), paragraphs, sections }
}

const under = (headings: readonly string[]): string =>
  headings.filter((part) => part !== '').join(' › ')

/** Letters set apart: "M E X I C O"; small capitals: "Middle eaST". */
const SPACED = /(?<![\p{L}\p{N}])(?:\p{L} ){3,40}\p{L}(?![\p{L}\p{N}])/gu
const SMALL_CAPITALS = /\p{Ll}\p{Lu}{2,}(?![\p{L}\p{N}])/u

/** A heading as its letters are meant; it is shown beside quotes, and no quote itself. */
const mended = (heading: string): string => {
  const joined = heading.replace(SPACED, (letters) => letters.replaceAll(' ', ''))
  return SMALL_CAPITALS.test(joined) ? joined.toUpperCase() : joined
}

/** A block's words on one line. */
export function blockText(text: string, block: Block): string {
  return block.spans
    .map((span) => text.slice(span.start, span.end))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}
