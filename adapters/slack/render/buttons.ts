/** The buttons under a reply. They carry an id; what it stands for is in the memory. */
import type { ActionsBlockElement, KnownBlock } from '@slack/types'
import type { Reply } from '../../../src/reply.ts'
import { actions, button, feedback, option, select } from '../blocks.ts'
import { PLATFORM } from '../parse.ts'
import type { Rendering } from '../seams.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import { citationText } from '../../../src/references.ts'
import { windowsOf } from '../../shared/windows.ts'
import { languageOfReply } from '../../../src/speech.ts'
import type { Wordings } from '../../../src/wordings/wordings.ts'
import { isRepeatable, rememberReply, shownQuotes } from '../../shared/asked.ts'
import type { Piece } from './piece.ts'

/** What a button does, as its `action_id`. */
export const ACTION = {
  more: 'verbatim_more',
  context: 'verbatim_context',
  figures: 'verbatim_figures',
  csv: 'verbatim_csv',
  word: 'verbatim_word',
  markdown: 'verbatim_markdown',
  share: 'verbatim_share',
  delete: 'verbatim_delete',
  feedback: 'verbatim_feedback',
  add: 'verbatim_add',
  ask: 'verbatim_ask',
  documents: 'verbatim_documents',
  sets: 'verbatim_sets',
} as const

/** Kinds that have something to press besides Share and Delete. */
const LIVELY = new Set<Reply['kind']>(['answer', 'figures', 'summary'])
/** Kinds that others may want to see. */
const SHARED = new Set<Reply['kind']>(['answer', 'figures', 'summary', 'nothing'])

/** Nothing where there is nothing to press. */
export async function buttonPieces(reply: Reply, rendering: Rendering): Promise<Piece[]> {
  const { key, message, ephemeral, memory } = rendering
  const asked = message !== undefined
  if (!LIVELY.has(reply.kind) && !asked) return []
  const id = idOf(key)
  const { buttons: words } = windowsOf(reply)
  await rememberReply(reply, { platform: PLATFORM, id, memory, ...(asked && { message }) })
  const elements: ActionsBlockElement[] = [
    ...(reply.kind === 'answer' ? [button(words.more, ACTION.more, id)] : []),
    ...contextElements(reply, id, words),
    ...(reply.kind === 'answer' && reply.figures !== undefined
      ? [button(words.figures, ACTION.figures, id)]
      : []),
    // A file cannot be for one person's eyes only; what is shared brings its own.
    ...(reply.kind === 'figures' && !ephemeral ? [button('CSV', ACTION.csv, id)] : []),
    ...(reply.kind === 'summary' && !ephemeral && isRepeatable(reply)
      ? [button('Word', ACTION.word, id), button('Markdown', ACTION.markdown, id)]
      : []),
    ...(asked && SHARED.has(reply.kind) && canShare(rendering)
      ? [button(words.shareToChannel, ACTION.share, id)]
      : []),
    // Slack has a button of its own for what only one person sees.
    ...(asked && !ephemeral ? [button(words.delete, ACTION.delete, id)] : []),
  ]
  const blocks: KnownBlock[] = elements.length > 0 ? [actions(...elements)] : []
  if (asked && (reply.kind === 'answer' || reply.kind === 'figures'))
    blocks.push(feedback(ACTION.feedback, `${id}.up`, `${id}.down`, words))
  return blocks.length > 0 ? [{ blocks, text: [] }] : []
}

/** What stands in a direct message has nobody else to be shared with, and what is shared stands there. */
const canShare = ({ ephemeral, message, shared }: Rendering): boolean =>
  shared !== true &&
  !(message?.channel ?? 'D').startsWith('D') &&
  (ephemeral || message?.thread !== undefined)

/** One quote has a button, several a list to pick from. */
function contextElements(
  reply: Reply,
  id: string,
  words: Wordings['windows']['buttons'],
): ActionsBlockElement[] {
  const quotes = shownQuotes(reply)
  if (quotes.length === 0) return []
  if (quotes.length === 1) return [button(words.inContext, ACTION.context, `${id}.0`)]
  const options = quotes.map(({ citation }, at) =>
    option(`${at + 1} · ${citationText(citation, languageOfReply(reply))}`, `${id}.${at}`),
  )
  return [select(words.inContext, ACTION.context, options)]
}
