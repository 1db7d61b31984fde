/** HTML that is a document by itself — a chapter, a letter — → text and blocks, by its structure. */
import type { Block } from '../../clean/blocks.ts'
import { without } from '../../clean/spans.ts'
import type { FrontMatter } from '../../front-matter.ts'
import type { Reading } from '../reading.ts'
import { findQuotable } from './furniture.ts'
import { htmlParagraphs } from './paragraphs.ts'
import type { Paragraph } from './rows.ts'
import { Tables } from './tables.ts'

/** Reads the whole of `html`; nothing is taken for the page around an article. Never throws. */
export const htmlReading = (html: string, stated: FrontMatter): Reading =>
  paragraphReading(htmlParagraphs(html), stated)

/** The paragraphs as one text, parted by empty lines; furniture is in it, but no block. */
export function paragraphReading(paragraphs: readonly Paragraph[], stated: FrontMatter): Reading {
  const blocks: Block[] = []
  const quotable = findQuotable(paragraphs)
  const tables = new Tables()
  let text = ''
  for (const [at, paragraph] of paragraphs.entries()) {
    const { kind, level, text: words, cuts } = paragraph
    if (text !== '') text += '\n\n'
    const start = text.length
    text += words
    if (quotable[at] !== true) continue
    const shifted = cuts.map((cut) => ({ start: start + cut.start, end: start + cut.end }))
    const spans = without([{ start, end: text.length }], shifted)
    tables.row(paragraph, start, shifted, blocks.length)
    blocks.push({ kind, spans, ...(level !== undefined && { level }) })
  }
  return { text, bodyStart: 0, blocks: tables.read(text, blocks), stated, titles: [], places: [] }
}
