/**
 * Reply → messages of Discord's within its limits, parted between quotes. Nothing of a document's text
 * means anything to Discord.
 */
import { toCsv } from '../../../src/figures/csv.ts'
import { drawPng } from '../../chart/draw.ts'
import { figuresOf } from '../../../src/figures/sources.ts'
import type { Reply } from '../../../src/reply.ts'
import { windowsOf } from '../../shared/windows.ts'
import { clip } from '../../shared/clip.ts'
import { readingLines } from '../../shared/reading-lines.ts'
import { LIMITS } from '../limits.ts'
import { isCommand } from '../parse.ts'
import { answerPieces, checkPieces, contextPieces, nothingPieces } from './answer.ts'
import { buttonRows } from './buttons.ts'
import { figuresPieces } from './figures.ts'
import { gapsPieces, helpPieces, listPieces, noticePieces, sourcesPieces } from './lists.ts'
import { type Piece, said, toPosts } from './piece.ts'
import { summaryPieces } from './summary.ts'
import type { Post, PostFile, Render, Rendering } from '../seams.ts'

export const render: Render = async (reply, rendering) => {
  const pieces = [...questionPieces(reply, rendering), ...piecesOf(reply)]
  const posts = toPosts(pieces.length > 0 ? pieces : [said(windowsOf(reply).shown.nothing)])
  const components = await buttonRows(reply, rendering)
  const files = await filesOf(reply, rendering)
  // The table stands in the first message, and what it is drawn from with it.
  return posts.map((post, at): Post => ({
    ...post,
    ...(at === 0 && files.length > 0 && { files }),
    ...(at === posts.length - 1 && components.length > 0 && { components }),
  }))
}

function piecesOf(reply: Reply): Piece[] {
  if (reply.kind === 'answer') return answerPieces(reply)
  if (reply.kind === 'nothing') return nothingPieces(reply)
  if (reply.kind === 'figures') return figuresPieces(reply)
  if (reply.kind === 'sources') return sourcesPieces(reply)
  if (reply.kind === 'gaps') return gapsPieces(reply.gaps, reply.language)
  if (reply.kind === 'help') return helpPieces(reply)
  if (reply.kind === 'summary') return summaryPieces(reply)
  if (reply.kind === 'context') return contextPieces(reply)
  if (reply.kind === 'document' || reply.kind === 'page') return noticePieces(readingLines(reply))
  if (reply.kind === 'check') return checkPieces(reply)
  if (reply.kind === 'notice') return noticePieces(reply.text)
  if (reply.kind === 'suggestions')
    return listPieces(windowsOf(reply).shown.didYouMean, reply.values)
  return [said(reply.message)]
}

/** Kinds that make no sense away from what was asked. */
const ASKED = new Set<Reply['kind']>(['answer', 'nothing', 'figures'])

/** Where the question does not stand right above the reply, it is told again. */
function questionPieces(reply: Reply, { message, shared }: Rendering): Piece[] {
  if (message === undefined || message.text === '' || !ASKED.has(reply.kind)) return []
  // Of a command, Discord shows the name alone.
  return shared === true || isCommand(message) ? [said(message.text, 'bold')] : []
}

/** One bar says no more than its number. */
const FEWEST_FIGURES = 2

/** A chart, told in words for who cannot see it, and the table for spreadsheets. */
async function filesOf(reply: Reply, { chart = true }: Rendering): Promise<PostFile[]> {
  if (reply.kind !== 'figures') return []
  const { files: words } = windowsOf(reply)
  const csv: PostFile = {
    name: 'figures.csv',
    bytes: new TextEncoder().encode(toCsv(reply)),
    description: words.spreadsheet,
  }
  const drawn = chart && figuresOf(reply).length >= FEWEST_FIGURES
  const png = drawn ? await drawPng(reply) : undefined
  const files: PostFile[] = [
    ...(png === undefined
      ? []
      : [
          {
            name: 'figures.png',
            bytes: png,
            description: clip(reply.description, LIMITS.fileDescription) || words.chart,
          },
        ]),
    csv,
  ]
  return fitting(files)
}

/** As many as a message takes; what is left out stands in the message all the same. */
function fitting(files: readonly PostFile[]): PostFile[] {
  let left: number = LIMITS.filesTogether
  return files.filter(({ bytes }) => {
    if (bytes.byteLength > left) return false
    left -= bytes.byteLength
    return true
  })
}
