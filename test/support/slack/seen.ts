/** What people see of blocks: words, without the markup that makes them bold or a link. */
import { isJson } from './limits.ts'

export function textOfBlocks(blocks: unknown): string {
  const lines: string[] = []
  if (Array.isArray(blocks)) for (const block of blocks) lines.push(textOf(block))
  return lines.filter((line) => line !== '').join('\n')
}

/** Parts in reading order; those of one line of rich text are not parted. */
function textOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(textOf).filter(Boolean).join('\n')
  if (!isJson(part)) return ''
  const { type, text, url, elements } = part
  switch (type) {
    case 'mrkdwn':
      return withoutMarkup(String(text))
    case 'plain_text':
    case 'text':
    case 'raw_text':
    case 'markdown':
      return String(text)
    case 'link':
      return typeof text === 'string' ? text : String(url)
    case 'emoji':
      return `:${String(part['name'])}:`
    case 'user':
      return `@${String(part['user_id'])}`
    case 'broadcast':
      return `@${String(part['range'])}`
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return Array.isArray(elements) ? elements.map(textOf).join('') : ''
    default:
      return ORDER.map((key) => textOf(part[key]))
        .concat(type === 'image' ? [String(part['alt_text'])] : [])
        .filter(Boolean)
        .join('\n')
  }
}

const ORDER = [
  'title',
  'label',
  'text',
  'fields',
  'rows',
  'elements',
  'element',
  'accessory',
  'hint',
]

/** Links by their label, entities as the characters they stand for. */
function withoutMarkup(mrkdwn: string): string {
  return mrkdwn
    .replace(/<(?:https?|mailto):[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?|mailto):[^|>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
