/** What the bot knows, could not answer, can do and did: replies that are lists of lines. */
import type { Gap, Reply, Source, Sources } from '../../../src/reply.ts'
import { bullets, line, rich, text } from '../blocks.ts'
import { clip } from '../../../src/clip.ts'
import { citationElements, citationText } from './citation.ts'
import { headed, type Piece, said } from './piece.ts'

type Help = Extract<Reply, { kind: 'help' }>

/** So many are listed; more fill a channel, and a search finds them better. */
const MOST_DOCUMENTS = 100
const MOST_PROBLEMS = 50
const MOST_GAPS = 50
/** Of a nearest passage and an id. */
const SHORT = 200
/** Of where documents come from. */
const LONG = 500

export function sourcesPieces({ origins, documents, problems }: Sources): Piece[] {
  const rest = documents.length - MOST_DOCUMENTS
  return [
    ...listPieces(
      'Where they come from',
      origins.map(({ location, set, documents: own }) => {
        const [name, where] = [clip(set, SHORT), clip(location, LONG)]
        return `${name}: ${where} · ${count(own, 'document')}`
      }),
    ),
    headed(count(documents.length, 'document')),
    ...documents.slice(0, MOST_DOCUMENTS).map(sourcePiece),
    ...(rest > 0 ? [said(`and ${count(rest, 'more document')}.`)] : []),
    ...listPieces(count(problems.length, 'problem'), problems, MOST_PROBLEMS),
  ]
}

function sourcePiece(source: Source): Piece {
  const size = `${source.language}, ${count(source.passages, 'passage')}`
  const more = source.url === undefined ? size : `${clip(source.document, SHORT)} · ${size}`
  return {
    blocks: [rich(line(...citationElements(source), text(` · ${more}`)))],
    text: [`${citationText(source)} · ${size}`],
  }
}

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
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`
  const near =
    nearest === undefined
      ? undefined
      : `Nearest (${clip(nearest.document, SHORT)}): ${clip(nearest.text, SHORT)}`
  const lines = [reason, when, ...(near === undefined ? [] : [near])]
  return {
    blocks: [rich(line(text(question, 'bold')), ...lines.map((one) => line(text(one))))],
    text: [question, ...lines],
  }
}

export const helpPieces = ({ text: lines, examples }: Help): Piece[] => [
  ...lines.map((one) => said(one)),
  ...listPieces('Ask, for example:', examples),
]

export const noticePieces = (lines: readonly string[]): Piece[] => lines.map((one) => said(one))

/** A bullet list under a heading; nothing where the list is empty. */
export function listPieces(heading: string, items: readonly string[], most = 100): Piece[] {
  if (items.length === 0) return []
  const rest = items.length - most
  const [first, ...others] = grouped([
    ...items.slice(0, most),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ]).map((group): Piece => ({
    blocks: [bullets(group.map((item) => line(text(item))))],
    text: group,
  }))
  if (first === undefined) return []
  const top = rich(line(text(heading, 'bold')))
  return [{ blocks: [top, ...first.blocks], text: [heading, ...first.text] }, ...others]
}

/** So many characters of items make a list that fits a message. */
const LONGEST_LIST = 2000

function grouped(items: readonly string[]): string[][] {
  const groups: string[][] = []
  let length = 0
  for (const item of items) {
    const last = groups.at(-1)
    if (last !== undefined && length + item.length <= LONGEST_LIST && last.length < 20) {
      last.push(item)
      length += item.length
    } else {
      groups.push([item])
      length = item.length
    }
  }
  return groups
}

export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`
