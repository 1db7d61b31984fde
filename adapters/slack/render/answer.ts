/** Answers, refusals, claims looked up, and a quote with what stands around it. */
import type { Answer, Check, Context, Nothing } from '../../../src/reply.ts'
import { DIVIDER } from '../blocks.ts'
import { type Piece, said, together } from './piece.ts'
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
  const [first, ...rest] = nearest.flatMap((quote) => quotePieces(quote, ['italic']))
  if (first === undefined) return pieces
  // The warning stays with what it warns of.
  return [...pieces, together(said('Nearest passages (not an answer):', 'bold'), first), ...rest]
}

export const checkPieces = ({ claims }: Check): Piece[] =>
  claims.flatMap(({ claim, found }, at) => [
    ...(at > 0 ? [{ blocks: [DIVIDER], text: [] }] : []),
    said(claim, 'bold'),
    ...(found.kind === 'answer' ? answerPieces(found) : nothingPieces(found)),
  ])

/** What stands around the quote in its document, then the quote itself with where it stands. */
export const contextPieces = ({ paragraphs, quote }: Context): Piece[] => [
  ...paragraphs.flatMap(excerptPieces),
  { blocks: [DIVIDER], text: [] },
  ...quotePieces(quote),
]
