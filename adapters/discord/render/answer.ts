/** Answers, refusals, drafts checked, and a quote with what stands around it. */
import { numbered, referencesOf } from '../../../src/references.ts'
import type { Answer, Check, Context, Nothing } from '../../../src/reply.ts'
import type { Entry } from '../../../src/check/report.ts'
import { entryHead, NEAREST, shownCheck } from '../../shared/check-entries.ts'
import { bold, escape, italic } from '../markdown.ts'
import { type Piece, said } from './piece.ts'
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
  // The warning stays with what it warns of.
  const head = bold('Nearest passage, not an answer:')
  return [
    ...pieces,
    ...numbered(nearest).flatMap(({ number, quote }) => quotePieces(quote, { number, head })),
    ...referencePieces(referencesOf(numbered(nearest)), ALSO),
  ]
}

/** Somebody's words, as a heading. */
const LONGEST_CLAIM = 600

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
  const head = `${bold(escape(entryHead(entry), LONGEST_CLAIM))}\n${escape(finding.reason, LONGEST_CLAIM)}`
  const [first, ...rest] = finding.quotes
  if (first === undefined) return [{ text: head }]
  return [
    ...quoteWithSource(first, nearest ? `${head}\n${italic(NEAREST)}` : head),
    ...rest.flatMap((quote) => quoteWithSource(quote)),
  ]
}

/** What stands around the quote in its document, then the quote itself with where it stands. */
export const contextPieces = ({ paragraphs, quote }: Context): Piece[] => [
  ...paragraphs.flatMap(excerptPieces),
  ...quoteWithSource(quote, bold('The quote')),
]
