/** What the bot knows, could not answer, can do and did: replies that are lists of lines. */
import type { Gap, Reply, Source, Sources } from '../../../src/reply.ts'
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

export function sourcesPieces({ origins, documents, problems }: Sources): Piece[] {
  const rest = documents.length - MOST_DOCUMENTS
  return [
    ...listPieces(
      'Where they come from',
      origins.map(
        ({ location, set, documents: own }) => `${set}: ${location} · ${count(own, 'document')}`,
      ),
    ),
    ...under(bold(count(documents.length, 'document')), [
      ...documents.slice(0, MOST_DOCUMENTS).map(sourcePiece),
      ...(rest > 0 ? [said(`and ${count(rest, 'more document')}.`)] : []),
    ]),
    ...(documents.length === 0 ? [said('No documents yet.')] : []),
    ...listPieces(count(problems.length, 'problem'), problems, MOST_PROBLEMS),
  ]
}

const sourcePiece = (source: Source): Piece => ({
  text: `- ${citationLine(source)} · ${escape(`${source.language}, ${count(source.passages, 'passage')}`, SHORT)}`,
})

export function gapsPieces(gaps: readonly Gap[]): Piece[] {
  if (gaps.length === 0)
    return [said('No question has gone unanswered. They are listed here when one does.')]
  const rest = gaps.length - MOST_GAPS
  return [
    ...gaps.slice(0, MOST_GAPS).map(gapPiece),
    ...(rest > 0 ? [said(`and ${rest} more.`)] : []),
  ]
}

function gapPiece({ question, reason, at, nearest }: Gap): Piece {
  const lines = [
    reason,
    `${at.slice(0, 16).replace('T', ' ')} UTC`,
    ...(nearest === undefined ? [] : [`Nearest (${nearest.document}): ${nearest.text}`]),
  ]
  const told = lines.map((line) => escape(line, LONG) || EMPTY)
  return { text: [bold(escape(question, LONG)), ...told].join('\n') }
}

export const helpPieces = ({ text, examples }: Help): Piece[] => [
  ...text.map((line) => said(line)),
  ...listPieces('Ask, for example:', examples),
]

export const noticePieces = (lines: readonly string[]): Piece[] => lines.map((line) => said(line))

/** A list under a heading; nothing where the list is empty. */
export function listPieces(heading: string, items: readonly string[], most = 100): Piece[] {
  const rest = items.length - most
  return under(bold(escape(heading, SHORT)), [
    ...items.slice(0, most).map((item) => ({ text: `- ${escape(item, LONG) || EMPTY}` })),
    ...(rest > 0 ? [{ text: `- and ${rest} more` }] : []),
  ])
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`
