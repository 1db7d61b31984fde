/** Summary → pieces: what came in, the quotes that matter, the figures that moved, what nobody could answer. */
import type { Citation, Figure, Summary } from '../../../src/reply.ts'
import { SUMMARY_WORDS, type SummaryWords } from '../../shared/summary-words.ts'
import { bold, escape, italic } from '../markdown.ts'
import { citationLine } from './citation.ts'
import { listPieces } from './lists.ts'
import { type Piece, said, under } from './piece.ts'
import { quotePieces } from './quote.ts'

const LONGEST_NAME = 300
const MOST_COPIES = 3
/** Of all copies of a document together. */
const LONGEST_COPIES = 1500

export function summaryPieces(summary: Summary): Piece[] {
  const words = SUMMARY_WORDS[summary.language]
  return [
    { text: `## ${escape(summary.title, LONGEST_NAME)}` },
    ...summary.documents.flatMap((group) => publisherPieces(group, words)),
    ...under(
      heading(words.quotes),
      summary.quotes.flatMap((quote) => quotePieces(quote)),
    ),
    ...under(
      heading(words.figures),
      summary.figures.flatMap(({ kind, label, now, before }) => {
        const told = kind === 'known' ? label : `${words[kind]}: ${label}`
        const what = bold(escape(told, LONGEST_NAME))
        const other = kind === 'contradicted' ? words.against : words.before
        return [
          ...figurePieces(now, what),
          ...(before === undefined ? [] : figurePieces(before, italic(other))),
        ]
      }),
    ),
    ...listPieces(
      words.gaps,
      summary.gaps.map(({ question }) => question),
    ),
    ...summary.notes.map((note) => said(note, 'italic')),
  ]
}

const heading = (words: string): string => `### ${words}`

const figurePieces = ({ wording, quote }: Figure, head: string): Piece[] =>
  quotePieces(quote, `${head}: ${escape(wording, LONGEST_NAME)}`)

type Group = Summary['documents'][number]

function publisherPieces({ publisher, documents }: Group, words: SummaryWords): Piece[] {
  return under(
    bold(escape(publisher, LONGEST_NAME)),
    documents.map(({ state, citation, copies }) => ({
      text: `- ${state === 'known' ? '' : `${words[state]}: `}${citationLine(citation)}${copiesText(copies, words)}`,
    })),
  )
}

function copiesText(copies: readonly Citation[], words: SummaryWords): string {
  let text = ''
  let told = 0
  for (const copy of copies.slice(0, MOST_COPIES)) {
    const one = `; ${italic(words.copies)} ${citationLine(copy)}`
    if (text.length + one.length > LONGEST_COPIES) break
    text += one
    told++
  }
  const rest = copies.length - told
  return rest > 0 ? `${text} · +${rest}` : text
}
