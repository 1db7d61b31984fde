/** Answers, refusals, drafts checked, and a quote with what stands around it. */
import { numbered, referencesOf } from '../../../src/references.ts'
import type { Answer, Check, Context, Nothing } from '../../../src/reply.ts'
import type { Entry } from '../../../src/check/report.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { entryHead, shownCheck } from '../../shared/check-entries.ts'
import { DIVIDER } from '../blocks.ts'
import { type Piece, said, together } from './piece.ts'
import { excerptPieces, quotePieces, quoteWithSource, referencePieces } from './quote.ts'

export const answerPieces = ({ notes, quotes, language }: Answer): Piece[] => [
  ...notes.map((note) => said(note, 'italic')),
  ...numbered(quotes).flatMap(({ number, quote }) => quotePieces(quote, { number, language })),
  ...referencePieces(referencesOf(numbered(quotes), language), alsoIn(language)),
]

/** Before other documents that have the same words. */
const alsoIn = (language: Language | undefined): string => wordingsIn(language).references.also

export function nothingPieces({ notes, reason, unknown, nearest, language }: Nothing): Piece[] {
  const words = wordingsIn(language).answers
  const pieces = [...notes.map((note) => said(note, 'italic')), said(reason)]
  // The reason often names them already.
  const missing = unknown.filter((word) => !reason.includes(word)).map(words.quoted)
  if (missing.length > 0) pieces.push(said(words.inNoDocument(missing.join(', '))))
  const [first, ...rest] = numbered(nearest).flatMap(({ number, quote }) =>
    quotePieces(quote, { number, styles: ['italic'], language }),
  )
  if (first === undefined) return pieces
  // The warning stays with what it warns of.
  return [
    ...pieces,
    together(said(`${words.nearest}:`, 'bold'), first),
    ...rest,
    ...referencePieces(referencesOf(numbered(nearest), language), alsoIn(language)),
  ]
}

/** A draft's findings, the worst first, each with what the documents say. */
export function checkPieces(check: Check): Piece[] {
  const { headline, entries, below } = shownCheck(check)
  return [
    said(headline, 'bold'),
    ...entries.flatMap((entry) => entryPieces(entry, check.language)),
    ...below.map((text) => said(text, 'italic')),
  ]
}

function entryPieces(entry: Entry, language: Language | undefined): Piece[] {
  const { finding, nearest } = entry
  const [first, ...rest] = finding.quotes.flatMap((quote) =>
    quoteWithSource(quote, { styles: nearest ? ['italic'] : [], language }),
  )
  const heads = [said(entryHead(entry, language), 'bold'), said(finding.reason)]
  const head = together({ blocks: [DIVIDER], text: [] }, ...heads)
  if (first === undefined) return [head]
  // The warning stays with what it warns of.
  return [
    head,
    nearest ? together(said(wordingsIn(language).checks.nearest, 'italic'), first) : first,
    ...rest,
  ]
}

/** What stands around the quote in its document, then the quote itself with where it stands. */
export const contextPieces = ({ paragraphs, quote, language }: Context): Piece[] => [
  ...paragraphs.flatMap(excerptPieces),
  { blocks: [DIVIDER], text: [] },
  ...quoteWithSource(quote, { language }),
]
