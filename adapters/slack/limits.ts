/** What Slack takes, in one table. Characters are UTF-16 code units. */
import type { KnownBlock } from '@slack/types'

export const LIMITS = {
  /** Blocks of a message. */
  blocks: 50,
  /**
   * All blocks of a message together, as JSON. Undocumented: `msg_blocks_too_long` comes from about
   * 13,200 on, less with many blocks, since Slack counts the ids that it gives them.
   */
  blocksTogether: 12_000,
  /** Blocks of a modal or of the App Home. */
  viewBlocks: 100,
  /** Fallback text: more than 40,000 is cut by Slack; nobody has more than this read to them. */
  text: 4000,
  section: 3000,
  header: 150,
  /** One text element of rich text; undocumented, what plain text takes is safe. */
  richText: 3000,
  /** Text elements of one quote; with more hits than that, bold says nothing. */
  richTextElements: 40,
  actions: 25,
  contextActions: 5,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  options: 100,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  actionId: 255,
  /** Rows of a table, its header included. */
  tableRows: 100,
  tableColumns: 20,
  /** All cells of a table together. */
  tableText: 10_000,
  /** One to a message. */
  tables: 1,
  modalTitle: 24,
  modalButton: 24,
  inputLabel: 2000,
  inputText: 3000,
  privateMetadata: 3000,
  /** An address anywhere. */
  url: 3000,
  altText: 1000,
  fileName: 255,
  /** Questions that the agent view suggests. */
  prompts: 4,
  /** Uses of a `response_url`, and for how long. */
  responses: 5,
  responseMinutes: 30,
} as const

/** How much of `blocksTogether` blocks take. */
export const sizeOf = (blocks: readonly KnownBlock[]): number => JSON.stringify(blocks).length
