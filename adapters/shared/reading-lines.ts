/** A document that is read where only lines can be shown. */
import type { Block, PrintedPage, Reading } from '../../src/reply.ts'
import { citationText } from '../../src/references.ts'

export const readingLines = (reading: Reading | PrintedPage): string[] =>
  reading.kind === 'page'
    ? [
        citationText(reading.citation),
        `Page ${reading.page} of ${reading.of}.`,
        ...reading.marks.map(({ text }) => text),
      ]
    : [
        citationText(reading.citation),
        ...reading.blocks.flatMap(linesOf),
        ...(reading.parts > 1 ? [`Part ${reading.part} of ${reading.parts}.`] : []),
      ]

function linesOf(block: Block): string[] {
  if (block.kind === 'heading') return [block.text]
  if (block.kind === 'page') return [`p. ${block.label}`]
  if (block.kind === 'paragraph') return [block.stretch.text]
  return block.rows.map(({ cells }) =>
    cells
      .map(({ column, stretch }) => {
        const head = block.heads[column] ?? ''
        return head === '' ? stretch.text : `${head}: ${stretch.text}`
      })
      .join(' · '),
  )
}
