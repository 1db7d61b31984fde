/** Answers, refusals, claims looked up, and a quote with what stands around it. */
import type { Answer, Check, Context, Nothing } from '../../../src/reply.ts'
import { bold, escape } from '../markdown.ts'
import { type Piece, said, under } from './piece.ts'
import { excerptPieces, quotePieces } from './quote.ts'

export const answerPieces = ({ notes, quotes }: Answer): Piece[] => [
  ...notes.map((note) => said(note, 'italic')),
  ...quotes.flatMap((quote) => quotePieces(quote)),
]

export function nothingPieces({ notes, reason, unknown, nearest }: Nothing): Piece[] {
  const pieces = [...notes.map((note) => said(note, 'italic')), said(reason)]
  // The reason often names them already.
  const missing = unknown.filter((word) => !reason.includes(word)).map((word) => `“${word}”`)
  if (missing.length > 0) pieces.push(said(`In no document: ${missing.join(', ')}.`))
  // The warning stays with what it warns of.
  const warning = bold('Nearest passage, not an answer:')
  return [...pieces, ...nearest.flatMap((quote) => quotePieces(quote, warning))]
}

/** Somebody's words, as a heading. */
const LONGEST_CLAIM = 600

export const checkPieces = ({ claims }: Check): Piece[] =>
  claims.flatMap(({ claim, found }) => {
    const head = bold(escape(claim, LONGEST_CLAIM))
    const pieces = found.kind === 'answer' ? answerPieces(found) : nothingPieces(found)
    return under(head, pieces)
  })

/** What stands around the quote in its document, then the quote itself with where it stands. */
export const contextPieces = ({ paragraphs, quote }: Context): Piece[] => [
  ...paragraphs.flatMap(excerptPieces),
  ...quotePieces(quote, bold('The quote')),
]
