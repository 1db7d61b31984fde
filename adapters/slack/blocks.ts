/**
 * The blocks the adapter builds. Whatever text goes in comes out inert: as a text element of rich
 * text or as plain text, where Slack reads no markup, and never longer than its place takes.
 */
import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextActionsBlock,
  HeaderBlock,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextBlockElement,
  RichTextLink,
  RichTextQuote,
  RichTextSection,
  RichTextText,
  SectionBlock,
  StaticSelect,
} from '@slack/types'
import { clip } from '../../src/clip.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'
import { LIMITS } from './limits.ts'

export type Inline = RichTextText | RichTextLink
export type Style = 'bold' | 'italic'

/** What stands where a text would be empty, which Slack refuses. */
const EMPTY = '–'

export const plain = (raw: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: clip(raw, most) || EMPTY,
  emoji: false,
})

/** A text element, made inert. A space at its ends stays: it parts it from its neighbours. */
export function text(raw: string, ...styles: Style[]): RichTextText {
  const [before, after] = [raw.startsWith(' ') ? ' ' : '', raw.endsWith(' ') ? ' ' : '']
  const words = clip(raw, LIMITS.richText - 2)
  return shown(words === '' ? EMPTY : before + words + after, ...styles)
}

/** A text element of text that is inert already and must not lose a character. */
export const shown = (inert: string, ...styles: Style[]): RichTextText => ({
  type: 'text',
  text: inert,
  ...(styles.length > 0 && {
    style: Object.fromEntries(styles.map((style) => [style, true])),
  }),
})

export const link = (raw: string, url: string, ...styles: Style[]): RichTextLink => ({
  ...text(raw, ...styles),
  type: 'link',
  url,
})

export const line = (...elements: Inline[]): RichTextSection => ({
  type: 'rich_text_section',
  elements,
})

export const quoted = (elements: Inline[]): RichTextQuote => ({
  type: 'rich_text_quote',
  elements,
})

export const rich = (...elements: RichTextBlockElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements,
})

/** A list of lines with bullets. */
export const bullets = (lines: readonly RichTextSection[]): RichTextBlock =>
  rich({ type: 'rich_text_list', style: 'bullet', elements: [...lines] })

export const header = (raw: string): HeaderBlock => ({
  type: 'header',
  text: plain(raw, LIMITS.header),
})

export const section = (raw: string, accessory?: Button): SectionBlock => ({
  type: 'section',
  text: plain(raw, LIMITS.section),
  ...(accessory !== undefined && { accessory }),
})

export const actions = (...elements: ActionsBlockElement[]): ActionsBlock => ({
  type: 'actions',
  elements: elements.slice(0, LIMITS.actions),
})

export const button = (
  label: string,
  action: string,
  value: string,
  style?: 'primary' | 'danger',
): Button => ({
  type: 'button',
  text: plain(label, LIMITS.buttonText),
  action_id: action,
  value,
  ...(style !== undefined && { style }),
})

/** Options beyond what a select takes are left out. */
export const select = (
  placeholder: string,
  action: string,
  options: readonly PlainTextOption[],
): StaticSelect => ({
  type: 'static_select',
  action_id: action,
  placeholder: plain(placeholder, LIMITS.placeholder),
  options: options.slice(0, LIMITS.options),
})

export const option = (label: string, value: string): PlainTextOption => ({
  text: plain(label, LIMITS.optionText),
  value,
})

/** Thumbs up and down under a message. */
export const feedback = (
  action: string,
  up: string,
  down: string,
  words: Wordings['windows']['buttons'],
): ContextActionsBlock => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: action,
      positive_button: {
        text: plain(words.helpful, LIMITS.buttonText),
        accessibility_label: words.didAnswer,
        value: up,
      },
      negative_button: {
        text: plain(words.notHelpful, LIMITS.buttonText),
        accessibility_label: words.didNotAnswer,
        value: down,
      },
    },
  ],
})

export const DIVIDER: KnownBlock = { type: 'divider' }
