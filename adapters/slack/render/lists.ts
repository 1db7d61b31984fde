/** What the bot knows, could not answer, can do and did: replies that are lists of lines. */
import type { Gap, Reply, Source, Sources } from '../../../src/reply.ts'
import { bullets, line, rich, text } from '../blocks.ts'
import { clip } from '../../../src/clip.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { citationText } from '../../shared/citation.ts'
import { citationElements } from './citation.ts'
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

export function sourcesPieces({ origins, documents, problems, language }: Sources): Piece[] {
  const words = wordingsIn(language).windows.lists
  const rest = documents.length - MOST_DOCUMENTS
  return [
    ...listPieces(
      words.from,
      origins.map(({ location, set, documents: own }) => {
        const [name, where] = [clip(set, SHORT), clip(location, LONG)]
        return `${name}: ${where} · ${words.documents(own)}`
      }),
      { language },
    ),
    headed(words.documents(documents.length)),
    ...documents.slice(0, MOST_DOCUMENTS).map((source) => sourcePiece(source, language)),
    ...(rest > 0 ? [said(words.moreDocuments(rest))] : []),
    ...listPieces(words.problems(problems.length), problems, { most: MOST_PROBLEMS, language }),
  ]
}

function sourcePiece(source: Source, language: Language | undefined): Piece {
  const { passages } = wordingsIn(language).windows.lists
  const size = `${source.language}, ${passages(source.passages)}`
  const more = source.url === undefined ? size : `${clip(source.document, SHORT)} · ${size}`
  return {
    blocks: [rich(line(...citationElements(source, language), text(` · ${more}`)))],
    text: [`${citationText(source, language)} · ${size}`],
  }
}

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
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`
  const near =
    nearest === undefined
      ? undefined
      : wordingsIn(language).windows.lists.nearest(
          clip(nearest.document, SHORT),
          clip(nearest.text, SHORT),
        )
  const lines = [reason, when, ...(near === undefined ? [] : [near])]
  return {
    blocks: [rich(line(text(question, 'bold')), ...lines.map((one) => line(text(one))))],
    text: [question, ...lines],
  }
}

export const helpPieces = ({ text: lines, examples, language }: Help): Piece[] => [
  ...lines.map((one) => said(one)),
  ...listPieces(wordingsIn(language).windows.lists.forExample, examples, { language }),
]

export const noticePieces = (lines: readonly string[]): Piece[] => lines.map((one) => said(one))

/** A bullet list under a heading; nothing where the list is empty. */
export function listPieces(
  heading: string,
  items: readonly string[],
  {
    most = 100,
    language,
  }: { readonly most?: number; readonly language?: Language | undefined } = {},
): Piece[] {
  if (items.length === 0) return []
  const rest = items.length - most
  const [first, ...others] = grouped([
    ...items.slice(0, most),
    ...(rest > 0 ? [wordingsIn(language).windows.lists.more(rest)] : []),
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
