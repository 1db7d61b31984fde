/** Answers, refusals, drafts checked, and a quote with what stands around it. */
import { numbered, referencesOf } from '../../../src/references.ts'
import type { Answer, Check, Context, Nothing } from '../../../src/reply.ts'
import type { Entry } from '../../../src/check/report.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { entryHead, shownCheck } from '../../shared/check-entries.ts'
import { bold, escape, italic } from '../markdown.ts'
import { type Piece, said } from './piece.ts'
import { excerptPieces, quotePieces, quoteWithSource, referencePieces } from './quote.ts'

export const answerPieces = ({ notes, quotes, language }: Answer): Piece[] => [
  ...notes.map((note) => said(note, 'italic')),
  ...numbered(quotes).flatMap(({ number, quote }) => quotePieces(quote, { number, language })),
  ...referencePieces(referencesOf(numbered(quotes), language), alsoIn(language), language),
]

/** Before other documents that have the same words. */
const alsoIn = (language: Language | undefined): string => wordingsIn(language).references.also

export function nothingPieces({ notes, reason, unknown, nearest, language }: Nothing): Piece[] {
  const words = wordingsIn(language).answers
  const pieces = [...notes.map((note) => said(note, 'italic')), said(reason)]
  // The reason often names them already.
  const missing = unknown.filter((word) => !reason.includes(word)).map(words.quoted)
  if (missing.length > 0) pieces.push(said(words.inNoDocument(missing.join(', '))))
  // The warning stays with what it warns of.
  const head = bold(`${words.nearest}:`)
  return [
    ...pieces,
    ...numbered(nearest).flatMap(({ number, quote }) =>
      quotePieces(quote, { number, head, language }),
    ),
    ...referencePieces(referencesOf(numbered(nearest), language), alsoIn(language), language),
  ]
}

/** Somebody's words, as a heading. */
const LONGEST_CLAIM = 600

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
  const head = `${bold(escape(entryHead(entry, language), LONGEST_CLAIM))}\n${escape(finding.reason, LONGEST_CLAIM)}`
  const [first, ...rest] = finding.quotes
  if (first === undefined) return [{ text: head }]
  return [
    ...quoteWithSource(first, {
      head: nearest ? `${head}\n${italic(wordingsIn(language).checks.nearest)}` : head,
      language,
    }),
    ...rest.flatMap((quote) => quoteWithSource(quote, { language })),
  ]
}

/** What stands around the quote in its document, then the quote itself with where it stands. */
export const contextPieces = ({ paragraphs, quote, language }: Context): Piece[] => [
  ...paragraphs.flatMap(excerptPieces),
  ...quoteWithSource(quote, { head: bold(wordingsIn(language).answers.theQuote), language }),
]
