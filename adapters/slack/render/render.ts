/**
 * Reply → messages of Slack's within its limits, parted between quotes. Nothing of a document's text
 * is ever where Slack reads markup.
 */
import { drawPng } from '../../chart/draw.ts'
import { figuresOf } from '../../../src/figures/sources.ts'
import { inertText } from '../../../src/inert.ts'
import type { Figures, Reply } from '../../../src/reply.ts'
import { readingLines } from '../../shared/reading-lines.ts'
import { windowsOf } from '../../shared/windows.ts'
import { clip } from '../../../src/clip.ts'
import { LIMITS } from '../limits.ts'
import { answerPieces, checkPieces, contextPieces, nothingPieces } from './answer.ts'
import { buttonPieces } from './buttons.ts'
import { figuresPieces, type Surface } from './figures.ts'
import { gapsPieces, helpPieces, listPieces, noticePieces, sourcesPieces } from './lists.ts'
import { type Piece, said, toPosts } from './piece.ts'
import { summaryPieces } from './summary.ts'
import type { Post, PostFile, Render, Rendering } from '../seams.ts'

export const render: Render = async (reply, rendering) => {
  const top = questionPieces(reply, rendering)
  const buttons = await buttonPieces(reply, rendering)
  if (reply.kind === 'summary') {
    // A channel is told in one message what there is; who wants more opens its thread.
    const { overview, rest } = summaryPieces(reply)
    return rest.length === 0
      ? toPosts([...top, ...overview, ...buttons])
      : [...toPosts([...top, ...overview]), ...toPosts([...rest, ...buttons])]
  }
  const pieces = piecesOf(reply, { tables: true })
  const posts = toPosts([...top, ...pieces, ...buttons])
  const files = rendering.ephemeral ? [] : await filesOf(reply)
  return files.length === 0
    ? posts
    : posts.map((post, at): Post => (at === posts.length - 1 ? { ...post, files } : post))
}

/** What a reply says, without buttons; for messages, modals and the App Home. Never nothing. */
export function piecesOf(reply: Reply, surface: Surface): Piece[] {
  const pieces = saidBy(reply, surface)
  return pieces.length > 0 ? pieces : [said(shownIn(reply).nothing)]
}

function saidBy(reply: Reply, surface: Surface): Piece[] {
  if (reply.kind === 'answer') return answerPieces(reply)
  if (reply.kind === 'nothing') return nothingPieces(reply)
  if (reply.kind === 'figures') return figuresPieces(reply, surface)
  if (reply.kind === 'sources') return sourcesPieces(reply)
  if (reply.kind === 'gaps') return gapsPieces(reply.gaps, reply.language)
  if (reply.kind === 'help') return helpPieces(reply)
  if (reply.kind === 'summary') return Object.values(summaryPieces(reply)).flat()
  if (reply.kind === 'context') return contextPieces(reply)
  if (reply.kind === 'document' || reply.kind === 'page') return noticePieces(readingLines(reply))
  if (reply.kind === 'check') return checkPieces(reply)
  if (reply.kind === 'notice') return noticePieces(reply.text)
  if (reply.kind === 'suggestions') return listPieces(shownIn(reply).didYouMean, reply.values)
  return [said(reply.message)]
}

const shownIn = (reply: Reply) => windowsOf(reply).shown

/** Kinds that make no sense away from what was asked. */
const ASKED = new Set<Reply['kind']>(['answer', 'nothing', 'figures'])

/** Where the question does not stand right above the reply, it is told again. */
function questionPieces(reply: Reply, { message, ephemeral, shared }: Rendering): Piece[] {
  if (message === undefined || !ASKED.has(reply.kind)) return []
  if (!ephemeral && shared !== true) return []
  return [said(clip(message.text, LIMITS.richText / 2), 'bold')]
}

/** One bar says no more than its number. */
const FEWEST_FIGURES = 2

async function filesOf(reply: Reply): Promise<PostFile[]> {
  if (reply.kind !== 'figures' || figuresOf(reply).length < FEWEST_FIGURES) return []
  return [await chartOf(reply)]
}

const chartOf = async (reply: Figures): Promise<PostFile> => ({
  name: 'figures.png',
  bytes: await drawPng(reply),
  title: clip(windowsOf(reply).files.chartOf(inertText(reply.question)), LIMITS.fileName),
  altText: clip(reply.description, LIMITS.altText),
})
