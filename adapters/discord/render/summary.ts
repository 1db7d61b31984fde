/** Summary → pieces: the facts that matter, the figures that moved, quotes by topic, the documents, open questions. */
import { numbersText } from '../../../src/references.ts'
import type { Summary } from '../../../src/reply.ts'
import { type Change, shownSummary } from '../../../src/summary/shown.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { bold, escape } from '../markdown.ts'
import { listPieces } from './lists.ts'
import { type Piece, said, under } from './piece.ts'
import { quotePieces, referencePieces } from './quote.ts'

const LONGEST_NAME = 300

export function summaryPieces(summary: Summary): Piece[] {
  const { language } = summary
  const words = wordingsIn(language).labels
  const { lead, changes, sections, documents, below } = shownSummary(summary)
  return [
    { text: `## ${escape(summary.title, LONGEST_NAME)}` },
    ...lead.flatMap(({ number, quote }) => quotePieces(quote, { number, language })),
    ...under(heading(words.figures), changes.map(changePiece)),
    ...sections.flatMap((section) =>
      under(
        heading(escape(section.heading, LONGEST_NAME)),
        section.quotes.flatMap(({ number, quote }) => quotePieces(quote, { number, language })),
      ),
    ),
    ...under(
      heading(words.documents),
      referencePieces({ sources: documents }, words.also, language),
    ),
    ...below.map((note) => ({ ...said(note, 'italic'), card: true })),
    ...listPieces(
      words.gaps,
      summary.gaps.map(({ question }) => question),
      { language },
    ),
    ...summary.notes.map((note) => said(note, 'italic')),
  ]
}

const heading = (words: string): string => `### ${words}`

/** "- killed · Moura: 203 ≠ **more than 300** (the ministry) [2, 3]" */
function changePiece({ kind, label, was, is, who, numbers }: Change): Piece {
  const words = (raw: string): string => escape(raw, LONGEST_NAME)
  const before = was === undefined ? '' : `${words(was)} ${kind === 'changed' ? '→' : '≠'} `
  return {
    text: `- ${words(label)}: ${before}${bold(words(is))} (${words(who)}) ${words(numbersText(numbers))}`,
    card: true,
  }
}
