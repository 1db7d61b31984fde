/** Windows: a reply in one, and one to ask a question in. */
import type { ModalView } from '@slack/types'
import type { Reply } from '../../src/reply.ts'
import { languageOfReply } from '../../src/speech.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'
import { windowsOf } from '../shared/windows.ts'
import { header, option, plain, section } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { piecesOf } from './render/render.ts'
import { ACTION } from './render/buttons.ts'
import { toView } from './render/piece.ts'

/** Callbacks of shortcuts and windows; shortcuts stand in the manifest. */
export const CALLBACK = { ask: 'verbatim_ask', check: 'verbatim_check' } as const

/** Blocks of the window to ask in, as its values come back. */
export const FIELD = { question: 'question', document: 'document', since: 'since' } as const

const titled = (
  title: string,
  words: Wordings['windows'],
): Pick<ModalView, 'type' | 'title' | 'close'> => ({
  type: 'modal',
  title: plain(title, LIMITS.modalTitle),
  close: plain(words.buttons.close, LIMITS.modalButton),
})

/** @param question told above the reply, where it does not stand beside it */
export function replyModal(title: string, reply: Reply, question?: string): ModalView {
  const top = question === undefined ? [] : [header(question)]
  const blocks = toView(piecesOf(reply, { tables: false }), languageOfReply(reply))
  return {
    ...titled(title, windowsOf(reply)),
    blocks: [...top, ...blocks].slice(0, LIMITS.viewBlocks),
  }
}

export const waitingModal = (words: Wordings['windows']): ModalView => ({
  ...titled(words.asking.answer, words),
  blocks: [section(words.asking.waiting)],
})

/** @param channel whose documents are asked; empty: those that everybody may see */
export const askModal = (channel: string, words: Wordings['windows']): ModalView => ({
  ...titled(words.asking.title, words),
  callback_id: CALLBACK.ask,
  private_metadata: channel.slice(0, LIMITS.privateMetadata),
  submit: plain(words.buttons.ask, LIMITS.modalButton),
  blocks: [
    {
      type: 'input',
      block_id: FIELD.question,
      label: plain(words.asking.question, LIMITS.inputLabel),
      element: {
        type: 'plain_text_input',
        action_id: FIELD.question,
        multiline: true,
        max_length: QUESTION,
        focus_on_load: true,
        placeholder: plain(words.asking.hint, LIMITS.placeholder),
      },
    },
    {
      type: 'input',
      block_id: FIELD.document,
      optional: true,
      label: plain(words.asking.document, LIMITS.inputLabel),
      element: {
        type: 'external_select',
        action_id: ACTION.documents,
        min_query_length: 1,
        placeholder: plain(words.asking.documentHint, LIMITS.placeholder),
      },
    },
    {
      type: 'input',
      block_id: FIELD.since,
      optional: true,
      label: plain(words.asking.since, LIMITS.inputLabel),
      element: { type: 'datepicker', action_id: FIELD.since },
    },
  ],
})

/** Leaves room for the filters behind it; longer questions are turned back. */
const QUESTION = 1500

/** Completions as a select takes them. */
export const optionsOf = (values: readonly string[]) =>
  values
    .filter((value) => value !== '')
    .slice(0, LIMITS.options)
    .map((value) => option(value, value.slice(0, LIMITS.optionValue)))
