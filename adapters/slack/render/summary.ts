/** Summary → pieces: the facts that matter, the figures that moved, quotes by topic, the documents, open questions. */
import { numbersText } from '../../../src/references.ts'
import type { Summary } from '../../../src/reply.ts'
import { type Change, shownSummary } from '../../../src/summary/shown.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { line, rich, text } from '../blocks.ts'
import { clip } from '../../../src/clip.ts'
import { listPieces } from './lists.ts'
import { headed, type Piece, said, together } from './piece.ts'
import { quotePieces, referencePieces } from './quote.ts'

/** Of a label, a figure, who gives it. */
const LONGEST_PART = 200

/** What matters, to stand in the channel; what else there is belongs below it, in the thread. */
export function summaryPieces(summary: Summary): { overview: Piece[]; rest: Piece[] } {
  const { language } = summary
  const words = wordingsIn(language).labels
  const { lead, changes, sections, documents, below } = shownSummary(summary)
  const overview = [
    headed(summary.title),
    ...lead.flatMap(({ number, quote }) => quotePieces(quote, { number, language })),
    ...under(words.figures, changes.map(changePiece)),
  ]
  const rest = [
    ...sections.flatMap(({ heading, quotes }) =>
      under(
        heading,
        quotes.flatMap(({ number, quote }) => quotePieces(quote, { number, language })),
      ),
    ),
    ...listPieces(
      words.gaps,
      summary.gaps.map(({ question }) => question),
      { language },
    ),
  ]
  const sources = [
    ...under(words.documents, referencePieces({ sources: documents }, words.also)),
    ...below.map((note) => said(note, 'italic')),
  ]
  const notes = summary.notes.map((note) => said(note, 'italic'))
  return rest.length === 0
    ? { overview: [...overview, ...sources, ...notes], rest }
    : { overview: [...overview, ...sources], rest: [...rest, ...notes] }
}

/** A heading stays with the first of what it heads. */
function under(heading: string, [first, ...rest]: readonly Piece[]): Piece[] {
  return first === undefined ? [] : [together(said(heading, 'bold'), first), ...rest]
}

/** "killed · Moura: 203 ≠ more than 300 (the ministry) [2, 3]" */
function changePiece({ kind, label, was, is, who, numbers }: Change): Piece {
  const before =
    was === undefined ? '' : `${clip(was, LONGEST_PART)} ${kind === 'changed' ? '→' : '≠'} `
  const parts = [
    `${clip(label, LONGEST_PART)}: ${before}`,
    clip(is, LONGEST_PART),
    ` (${clip(who, LONGEST_PART)}) ${numbersText(numbers)}`,
  ] as const
  return {
    blocks: [rich(line(text(parts[0]), text(parts[1], 'bold'), text(parts[2])))],
    text: [parts.join('')],
  }
}
