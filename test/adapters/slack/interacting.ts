/** A reply in Slack, and what people do with it. */
import { interact } from '../../../adapters/slack/interactions/interactions.ts'
import { POSTED } from '../../../adapters/slack/remembered.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import type { Message, Request } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { answer, quote, REPLIES } from '../../support/replies.ts'
import { type Notebook, notebook, type NotebookOptions } from '../../support/slack-poster.ts'
import { said } from '../../support/slack-shown.ts'

export const KEY = 'C1:1.1'
export const ID = idOf(KEY)
export const FIRST = answer(quote('Rain came late.'), quote('Goats were sold.'))
const FURTHER = answer(quote('The third well ran dry.'))

export function replying(request: Request | undefined): Reply {
  if (request?.kind === 'more') return FURTHER
  if (request?.kind === 'figures') return REPLIES.figures
  if (request?.kind === 'context') return REPLIES.context
  if (request?.kind === 'check') return REPLIES.check
  if (request?.kind === 'feedback') return { kind: 'notice', text: ['Noted. Thank you.'] }
  if (request?.kind === 'suggest') return REPLIES.suggestions
  if (request?.kind === 'sources') return REPLIES.sources
  if (request?.kind === 'gaps') return REPLIES.gaps
  if (request?.kind === 'help') return REPLIES.help
  if (request?.kind === 'add') return { kind: 'notice', text: ['Added.'] }
  return FIRST
}

/** The first answer stands in the thread. */
export async function answered(
  options: Partial<NotebookOptions> & { message?: Message; reply?: never } = {},
) {
  const { message = said(), ...rest } = options
  const book = notebook({ reply: replying, ...rest })
  const { memory } = book.context
  await render({ ...FIRST, figures: 'yield' }, { key: KEY, message, ephemeral: false, memory })
  await POSTED.remember(
    KEY,
    [
      { channel: 'C1', ts: '1.2' },
      { channel: 'C1', ts: '1.3' },
    ],
    memory,
    ['F9'],
  )
  return book
}

interface Where {
  readonly user?: string
  readonly ephemeral?: boolean
}

export const press = (
  action: string,
  value: string,
  { user = 'U1', ephemeral = false }: Where = {},
) => ({
  type: 'block_actions',
  user: { id: user, team_id: 'T1' },
  team: { id: 'T1' },
  trigger_id: 'tr1',
  response_url: 'https://hooks.slack.com/actions/1',
  container: {
    type: 'message',
    message_ts: '1.2',
    thread_ts: '1.1',
    channel_id: 'C1',
    is_ephemeral: ephemeral,
  },
  channel: { id: 'C1' },
  actions: [{ action_id: action, value, action_ts: '5.5' }],
})

export async function handle(
  body: object,
  book: Notebook,
): Promise<{ known: boolean; acks: unknown[] }> {
  const acks: unknown[] = []
  const known = await interact(
    { ...body },
    (payload) => {
      acks.push(payload)
      return Promise.resolve()
    },
    book.context,
  )
  return { known, acks }
}
