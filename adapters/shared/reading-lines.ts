/** A document that is read where only lines can be shown. */
import type { Block, PrintedPage, Reading } from '../../src/reply.ts'
import { type Language, wordingsIn } from '../../src/wordings/in-language.ts'
import { citationText } from '../../src/references.ts'

export const readingLines = (reading: Reading | PrintedPage, language?: Language): string[] =>
  reading.kind === 'page'
    ? [
        citationText(reading.citation),
        wordingsIn(language).windows.lists.page(reading.page, reading.of),
        ...reading.marks.map(({ text }) => text),
      ]
    : [
        citationText(reading.citation),
        ...reading.blocks.flatMap(linesOf),
        ...(reading.parts > 1
          ? [wordingsIn(language).windows.lists.part(reading.part, reading.parts)]
          : []),
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
