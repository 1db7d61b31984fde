/**
 * What Slack makes of a message or a window, by walking its blocks: knows the elements that only show
 * words, and counts every other as live.
 */
import { isSource, type Shown } from '../injections.ts'
import { isJson } from './limits.ts'
import { liveInMrkdwn } from './mrkdwn.ts'

/** @param text for those who do not see the blocks; Slack reads mrkdwn in it */
export function read({
  text,
  blocks,
}: {
  readonly text?: string
  readonly blocks?: unknown
}): Shown {
  const reading = new Reading()
  if (text !== undefined) reading.live.push(...liveInMrkdwn(text))
  reading.all(blocks)
  return reading
}

/** @param view a modal or the App Home */
export function readView(view: unknown): Shown {
  const reading = new Reading()
  if (isJson(view))
    for (const part of [view['title'], view['submit'], view['close'], view['blocks']])
      reading.all(part)
  return reading
}

/** Where an element keeps what it shows. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  rich_text: ['elements'],
  rich_text_list: ['elements'],
  table: ['rows'],
  header: ['text'],
  section: ['text', 'fields', 'accessory'],
  context: ['elements'],
  actions: ['elements'],
  context_actions: ['elements'],
  button: ['text'],
  static_select: ['placeholder', 'options'],
  feedback_buttons: ['positive_button', 'negative_button'],
  divider: [],
}
/** Formats that replies are laid out with; the others only text in a document would ask for. */
const STYLES = new Set(['bold', 'italic'])

class Reading implements Shown {
  readonly lines: string[] = []
  readonly code: string[] = []
  readonly quotes: string[] = []
  readonly live: string[] = []

  all(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.all(item)
    else if (isJson(value)) this.#one(value)
  }

  #one(node: Readonly<Record<string, unknown>>): void {
    const { type, text } = node
    if (type !== 'link' && ('url' in node || 'image_url' in node))
      this.live.push(`an address in ${String(type)}`)
    switch (type) {
      case 'rich_text_section':
      case 'rich_text_quote': {
        const words = this.#inline(node['elements'])
        this.lines.push(words)
        if (type === 'rich_text_quote') this.quotes.push(words)
        return
      }
      case 'plain_text':
        if (node['emoji'] !== false) this.live.push(`pictures in ${String(text)}`)
        this.lines.push(String(text))
        return
      case 'raw_text':
        this.lines.push(String(text))
        return
      case 'mrkdwn':
        this.live.push(...liveInMrkdwn(String(text)))
        this.lines.push(String(text))
        return
      // An option, or a thumb.
      case undefined:
        this.all(text)
        return
      default: {
        const parts = PARTS[String(type)]
        if (parts === undefined) this.live.push(`an element ${String(type)}`)
        else for (const part of parts) this.all(node[part])
      }
    }
  }

  /** One line of rich text. */
  #inline(elements: unknown): string {
    if (!Array.isArray(elements)) return ''
    return elements
      .map((element) => {
        if (!isJson(element)) return ''
        const { type, text, url, style } = element
        for (const [name, on] of Object.entries(isJson(style) ? style : {}))
          if (on === true && !STYLES.has(name)) this.live.push(`${name}: ${String(text)}`)
        if (type === 'link' ? !isSource(String(url)) : type !== 'text')
          this.live.push(`an element ${String(type)} ${String(url)}`)
        return typeof text === 'string' ? text : ''
      })
      .join('')
  }
}
