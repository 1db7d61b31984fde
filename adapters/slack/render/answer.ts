/** Answers, refusals, drafts checked, and a quote with what stands around it. */
import { numbered, referencesOf } from '../../../src/references.ts'
import type { Answer, Check, Context, Nothing } from '../../../src/reply.ts'
import type { Entry } from '../../../src/check/report.ts'
import { entryHead, NEAREST, shownCheck } from '../../shared/check-entries.ts'
import { DIVIDER } from '../blocks.ts'
import { type Piece, said, together } from './piece.ts'
import { excerptPieces, quotePieces, quoteWithSource, referencePieces } from './quote.ts'

export const answerPieces = ({ notes, quotes }: Answer): Piece[] => [
  ...notes.map((note) => said(note, 'italic')),
  ...numbered(quotes).flatMap(({ number, quote }) => quotePieces(quote, { number })),
  ...referencePieces(referencesOf(numbered(quotes)), ALSO),
]

/** Before other documents that have the same words. */
const ALSO = 'also in'

export function nothingPieces({ notes, reason, unknown, nearest }: Nothing): Piece[] {
  const pieces = [...notes.map((note) => said(note, 'italic')), said(reason)]
  // The reason often names them already.
  const missing = unknown.filter((word) => !reason.includes(word)).map((word) => `“${word}”`)
  if (missing.length > 0) pieces.push(said(`In no document: ${missing.join(', ')}.`))
  const [first, ...rest] = numbered(nearest).flatMap(({ number, quote }) =>
    quotePieces(quote, { number, styles: ['italic'] }),
  )
  if (first === undefined) return pieces
  // The warning stays with what it warns of.
  return [
    ...pieces,
    together(said('Nearest passages (not an answer):', 'bold'), first),
    ...rest,
    ...referencePieces(referencesOf(numbered(nearest)), ALSO),
  ]
}

/** A draft's findings, the worst first, each with what the documents say. */
export function checkPieces(check: Check): Piece[] {
  const { headline, entries, below } = shownCheck(check)
  return [
    said(headline, 'bold'),
    ...entries.flatMap(entryPieces),
    ...below.map((text) => said(text, 'italic')),
  ]
}

function entryPieces(entry: Entry): Piece[] {
  const { finding, nearest } = entry
  const [first, ...rest] = finding.quotes.flatMap((quote) =>
    quoteWithSource(quote, nearest ? ['italic'] : []),
  )
  const heads = [said(entryHead(entry), 'bold'), said(finding.reason)]
  const head = together({ blocks: [DIVIDER], text: [] }, ...heads)
  if (first === undefined) return [head]
  // The warning stays with what it warns of.
  return [head, nearest ? together(said(NEAREST, 'italic'), first) : first, ...rest]
}

/** What stands around the quote in its document, then the quote itself with where it stands. */
export const contextPieces = ({ paragraphs, quote }: Context): Piece[] => [
  ...paragraphs.flatMap(excerptPieces),
  { blocks: [DIVIDER], text: [] },
  ...quoteWithSource(quote),
]
