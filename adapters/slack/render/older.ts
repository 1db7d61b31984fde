/** Blocks for a Slack that does not know the newer ones: buttons for thumbs, lines for a table. */
import type { ContextActionsBlock, KnownBlock, TableBlock } from '@slack/types'
import { actions, button, line, rich, text } from '../blocks.ts'

/** The same blocks where there is nothing newer among them. */
export const olderBlocks = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.flatMap((block) => {
    if (block.type === 'context_actions') return thumbs(block)
    return block.type === 'table' ? [rowsOf(block)] : [block]
  })

function thumbs({ elements }: ContextActionsBlock): KnownBlock[] {
  return elements.flatMap((element) => {
    if (element.type !== 'feedback_buttons') return []
    const { action_id: action = '', positive_button: up, negative_button: down } = element
    // Two of one name in a block are refused.
    return [
      actions(
        button(up.text.text, `${action}_up`, up.value),
        button(down.text.text, `${action}_down`, down.value),
      ),
    ]
  })
}

const rowsOf = ({ rows }: TableBlock): KnownBlock =>
  rich(...rows.map((cells) => line(text(cells.map(textOf).join(' · ')))))

function textOf(cell: TableBlock['rows'][number][number]): string {
  if (cell.type !== 'rich_text') return cell.text
  return cell.elements
    .flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []))
    .map((element) => ('text' in element ? element.text : ''))
    .join('')
}
