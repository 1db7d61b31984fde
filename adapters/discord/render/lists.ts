/** What the bot knows, could not answer, can do and did: replies that are lists of lines. */
import type { Gap, Reply, Source, Sources } from '../../../src/reply.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { bold, escape, EMPTY } from '../markdown.ts'
import { citationLine } from './citation.ts'
import { type Piece, said, under } from './piece.ts'

type Help = Extract<Reply, { kind: 'help' }>

/** So many are listed; more fill a channel, and a search finds them better. */
const MOST_DOCUMENTS = 100
const MOST_PROBLEMS = 50
const MOST_GAPS = 50
/** Of a name, a nearest passage, an item of a list. */
const SHORT = 200
const LONG = 500

export function sourcesPieces({ origins, documents, problems, language }: Sources): Piece[] {
  const words = wordingsIn(language).windows.lists
  const rest = documents.length - MOST_DOCUMENTS
  return [
    ...listPieces(
      words.from,
      origins.map(
        ({ location, set, documents: own }) => `${set}: ${location} · ${words.documents(own)}`,
      ),
      { language },
    ),
    ...under(bold(words.documents(documents.length)), [
      ...documents.slice(0, MOST_DOCUMENTS).map((source) => sourcePiece(source, language)),
      ...(rest > 0 ? [said(words.moreDocuments(rest))] : []),
    ]),
    ...(documents.length === 0 ? [said(words.noDocuments)] : []),
    ...listPieces(words.problems(problems.length), problems, { most: MOST_PROBLEMS, language }),
  ]
}

const sourcePiece = (source: Source, language: Language | undefined): Piece => ({
  text: `- ${citationLine(source, language)} · ${escape(`${source.language}, ${wordingsIn(language).windows.lists.passages(source.passages)}`, SHORT)}`,
})

export function gapsPieces(gaps: readonly Gap[], language?: Language): Piece[] {
  const words = wordingsIn(language).windows.lists
  if (gaps.length === 0) return [said(words.noGaps)]
  const rest = gaps.length - MOST_GAPS
  return [
    ...gaps.slice(0, MOST_GAPS).map((gap) => gapPiece(gap, language)),
    ...(rest > 0 ? [said(`${words.more(rest)}.`)] : []),
  ]
}

function gapPiece({ question, reason, at, nearest }: Gap, language: Language | undefined): Piece {
  const lines = [
    reason,
    `${at.slice(0, 16).replace('T', ' ')} UTC`,
    ...(nearest === undefined
      ? []
      : [wordingsIn(language).windows.lists.nearest(nearest.document, nearest.text)]),
  ]
  const told = lines.map((line) => escape(line, LONG) || EMPTY)
  return { text: [bold(escape(question, LONG)), ...told].join('\n') }
}

export const helpPieces = ({ text, examples, language }: Help): Piece[] => [
  ...text.map((line) => said(line)),
  ...listPieces(wordingsIn(language).windows.lists.forExample, examples, { language }),
]

export const noticePieces = (lines: readonly string[]): Piece[] => lines.map((line) => said(line))

/** A list under a heading; nothing where the list is empty. */
export function listPieces(
  heading: string,
  items: readonly string[],
  {
    most = 100,
    language,
  }: { readonly most?: number; readonly language?: Language | undefined } = {},
): Piece[] {
  const rest = items.length - most
  return under(bold(escape(heading, SHORT)), [
    ...items.slice(0, most).map((item) => ({ text: `- ${escape(item, LONG) || EMPTY}` })),
    ...(rest > 0 ? [{ text: `- ${wordingsIn(language).windows.lists.more(rest)}` }] : []),
  ])
}
