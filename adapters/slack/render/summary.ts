/** Summary → pieces: what came in, the quotes that matter, the figures that moved, what nobody could answer. */
import type { RichTextSection } from '@slack/types'
import type { Citation, Figure, Summary } from '../../../src/reply.ts'
import { SUMMARY_WORDS, type SummaryWords } from '../../shared/summary-words.ts'
import { bullets, line, rich, text } from '../blocks.ts'
import { citationElements, citationText } from './citation.ts'
import { listPieces } from './lists.ts'
import { headed, type Piece, said, together } from './piece.ts'
import { quotePieces } from './quote.ts'

/** The overview, to stand in the channel; what else there is belongs below it, in the thread. */
export function summaryPieces(summary: Summary): { overview: Piece[]; rest: Piece[] } {
  const words = SUMMARY_WORDS[summary.language]
  const overview = [
    headed(summary.title),
    ...summary.documents.flatMap((group) => publisherPieces(group, words)),
  ]
  const rest = [
    ...under(
      words.quotes,
      summary.quotes.flatMap((quote) => quotePieces(quote)),
    ),
    ...under(
      words.figures,
      summary.figures.flatMap(({ kind, label, now, before }) => [
        said(kind === 'known' ? label : `${words[kind]}: ${label}`, 'bold'),
        ...figurePieces(now),
        ...(before === undefined
          ? []
          : figurePieces(before, `${kind === 'contradicted' ? words.against : words.before}: `)),
      ]),
    ),
    ...listPieces(
      words.gaps,
      summary.gaps.map(({ question }) => question),
    ),
  ]
  const notes = summary.notes.map((note) => said(note, 'italic'))
  return rest.length === 0
    ? { overview: [...overview, ...notes], rest }
    : { overview, rest: [...rest, ...notes] }
}

/** A heading stays with the first of what it heads. */
function under(heading: string, [first, ...rest]: readonly Piece[]): Piece[] {
  return first === undefined ? [] : [together(headed(heading), first), ...rest]
}

function figurePieces({ wording, quote }: Figure, before = ''): Piece[] {
  const [first, ...rest] = quotePieces(quote)
  const told = said(`${before}${wording}`)
  return first === undefined ? [told] : [together(told, first), ...rest]
}

type Group = Summary['documents'][number]

/** So many documents to a block, and copies to a document. */
const DOCUMENTS = 5
const MOST_COPIES = 3

function publisherPieces({ publisher, documents }: Group, words: SummaryWords): Piece[] {
  const lines = documents.map(({ state, citation, copies }) => {
    const rest = copies.length - MOST_COPIES
    return {
      line: line(
        ...(state === 'known' ? [] : [text(`${words[state]}: `)]),
        ...citationElements(citation),
        ...copies.slice(0, MOST_COPIES).flatMap((copy) => alsoIn(copy, words)),
        ...(rest > 0 ? [text(` · +${rest}`)] : []),
      ),
      heard: `${state === 'known' ? '' : `${words[state]}: `}${citationText(citation)}`,
    }
  })
  const groups: { lines: RichTextSection[]; heard: string[] }[] = []
  for (const { line: one, heard } of lines) {
    const last = groups.at(-1)
    if (last !== undefined && last.lines.length < DOCUMENTS) {
      last.lines.push(one)
      last.heard.push(heard)
    } else groups.push({ lines: [one], heard: [heard] })
  }
  return groups.map(({ lines: own, heard }, at) => ({
    blocks: [...(at === 0 ? [rich(line(text(publisher, 'bold')))] : []), bullets(own)],
    text: [...(at === 0 ? [publisher] : []), ...heard],
  }))
}

const alsoIn = (copy: Citation, words: SummaryWords) => [
  text(`; ${words.copies} `, 'italic'),
  ...citationElements(copy),
]
