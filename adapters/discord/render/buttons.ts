/** The buttons under a reply. They carry an id; what it stands for is in the memory. */
import type { Reply } from '../../../src/reply.ts'
import { isRepeatable, rememberReply, shownQuotes } from '../../shared/asked.ts'
import { windowsOf } from '../../shared/windows.ts'
import { languageOfReply } from '../../../src/speech.ts'
import { citationText } from '../../../src/references.ts'
import { ACTION, button, option, type Row, row, select } from '../components.ts'
import { PLATFORM } from '../parse.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import type { Rendering } from '../seams.ts'

/** Kinds that have something to press though nobody asked for them. */
const LIVELY = new Set<Reply['kind']>(['answer', 'figures', 'summary'])
/** Kinds that others may want to see. */
const SHARED = new Set<Reply['kind']>(['answer', 'figures', 'summary', 'nothing'])
/** Kinds after which one asks in other words. */
const UNANSWERED = new Set<Reply['kind']>(['nothing', 'help'])

/** Nothing where there is nothing to press. */
export async function buttonRows(reply: Reply, rendering: Rendering): Promise<Row[]> {
  const { key, message, ephemeral, memory } = rendering
  const asked = message !== undefined
  if (!LIVELY.has(reply.kind) && !asked) return []
  const id = idOf(key)
  const { buttons: words } = windowsOf(reply)
  await rememberReply(reply, { platform: PLATFORM, id, memory, ...(asked && { message }) })
  const quotes = shownQuotes(reply)
  const judged = asked && (reply.kind === 'answer' || reply.kind === 'figures')
  return [
    ...row(
      ...(reply.kind === 'answer' ? [button(words.more, ACTION.more, id)] : []),
      ...(quotes.length > 0 ? [button(words.inContext, ACTION.context, id)] : []),
      ...(reply.kind === 'answer' && reply.figures !== undefined
        ? [button(words.figures, ACTION.figures, id)]
        : []),
      ...(reply.kind === 'summary' && isRepeatable(reply)
        ? [button('Word', ACTION.word, id), button('Markdown', ACTION.markdown, id)]
        : []),
      ...(asked && UNANSWERED.has(reply.kind) ? [button(words.askAgain, ACTION.ask, id)] : []),
      ...(SHARED.has(reply.kind) && canShare(rendering)
        ? [button(words.share, ACTION.share, id, { look: 'primary' })]
        : []),
      // What only one person sees has a way of Discord's own to be dismissed.
      ...(asked && !ephemeral ? [button(words.delete, ACTION.delete, id)] : []),
    ),
    ...row(
      ...(judged
        ? [
            button(words.helpful, ACTION.up, id, { emoji: '👍' }),
            button(words.notHelpful, ACTION.down, id, { emoji: '👎' }),
          ]
        : []),
    ),
    ...(quotes.length > 1 ? sourceRow(reply, id) : []),
  ]
}

/** To jump to one of several sources: its quote is shown in its document. */
const sourceRow = (reply: Reply, id: string): Row[] =>
  row(
    select(
      windowsOf(reply).buttons.toSource,
      ACTION.source,
      id,
      shownQuotes(reply).map(({ citation }, at) =>
        option(`${at + 1} · ${citationText(citation, languageOfReply(reply))}`, String(at)),
      ),
    ),
  )

/** What stands in a direct message has nobody else to be shared with. */
const canShare = ({ ephemeral, message }: Rendering): boolean =>
  ephemeral && message?.workspace !== undefined
