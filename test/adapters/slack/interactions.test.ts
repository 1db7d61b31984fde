import { describe, expect, it } from 'vitest'
import { interact, offerFiles } from '../../../adapters/slack/interactions/interactions.ts'
import { POSTED } from '../../../adapters/slack/remembered.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import { ACTION } from '../../../adapters/slack/render/buttons.ts'
import type { Message, Request } from '../../../src/adapter.ts'
import { READABLE } from '../../../src/readable.ts'
import type { Reply } from '../../../src/reply.ts'
import { answer, quote, REPLIES } from '../../support/replies.ts'
import { nodesOf, overLimits } from '../../support/slack-limits.ts'
import { type Notebook, notebook, type NotebookOptions } from '../../support/slack-poster.ts'
import { said, wordsOf } from '../../support/slack-shown.ts'

const KEY = 'C1:1.1'
const ID = idOf(KEY)
const FIRST = answer(quote('Rain came late.'), quote('Goats were sold.'))
const FURTHER = answer(quote('The third well ran dry.'))

function replying(request: Request | undefined): Reply {
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
async function answered(
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

const press = (action: string, value: string, { user = 'U1', ephemeral = false }: Where = {}) => ({
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

async function handle(body: object, book: Notebook): Promise<{ known: boolean; acks: unknown[] }> {
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

describe('a button', () => {
  it('is acknowledged before any work', async () => {
    const book = await answered()
    let before = -1
    await interact(
      press(ACTION.more, ID),
      () => {
        before = book.asked.length
        return Promise.resolve()
      },
      book.context,
    )
    expect(before).toBe(0)
    expect(book.asked).toHaveLength(1)
  })

  it('More asks for what is behind what was shown, and posts it in the thread once', async () => {
    const book = await answered()
    await handle(press(ACTION.more, ID), book)
    expect(book.asked).toEqual([
      expect.objectContaining({
        text: 'How was the harvest?',
        request: { kind: 'more', shown: 2 },
        user: 'U1',
        role: 'member',
        channel: 'C1',
        workspace: 'T1',
        thread: '1.1',
      }),
    ])
    expect(book.by('post')).toEqual([
      [{ channel: 'C1', thread_ts: '1.1' }, expect.anything(), `${ID}:more`],
    ])
    expect(wordsOf(book.posts().flatMap(({ blocks }) => blocks))).toContain(
      'The third well ran dry.',
    )
  })

  it('under what only the asker sees is answered to the asker alone', async () => {
    const book = await answered()
    await handle(press(ACTION.more, ID, { ephemeral: true }), book)
    expect(book.by('post')).toEqual([])
    expect(book.by('respond')).toEqual([
      ['https://hooks.slack.com/actions/1', expect.anything(), { ephemeral: true }],
    ])
  })

  it('In context opens a window with what stands around the quote', async () => {
    const book = await answered()
    const body = press(ACTION.context, '')
    const [action] = body.actions
    await handle(
      { ...body, actions: [{ ...action, value: null, selected_option: { value: `${ID}.1` } }] },
      book,
    )
    expect(book.asked[0]?.request).toEqual({
      kind: 'context',
      document: 'harvest.md',
      start: 0,
      end: 16,
    })
    const [[trigger, view] = []] = book.by('openView')
    expect(trigger).toBe('tr1')
    expect(wordsOf([view])).toContain('The market was full. Nobody had counted the goats.')
  })

  it('Figures shows them with their chart', async () => {
    const book = await answered()
    await handle(press(ACTION.figures, ID), book)
    expect(book.asked[0]).toMatchObject({ text: 'yield', request: { kind: 'figures' } })
    expect(book.by('post')).toHaveLength(1)
    expect(book.by('upload')[0]?.[1]).toEqual([expect.objectContaining({ name: 'figures.png' })])
  })

  it('CSV uploads the table as a file', async () => {
    const book = await answered()
    await handle(press(ACTION.csv, ID), book)
    const [to, files, key] = book.by('upload')[0] ?? []
    expect(to).toEqual({ channel: 'C1', thread_ts: '1.1' })
    expect(key).toBe(`${ID}:csv`)
    const [file] = Array.isArray(files) ? files : []
    expect(new TextDecoder().decode(file.bytes)).toContain('more than 12')
  })

  it.each([
    [ACTION.word, 'word', 'new-since-1-april.docx'],
    [ACTION.markdown, 'markdown', 'new-since-1-april.md'],
  ])('%s uploads the briefing, made anew for who presses', async (action, kind, name) => {
    const book = notebook({ reply: () => REPLIES.summary })
    const { memory } = book.context
    const reply = { ...REPLIES.summary, since: '2023-04-01T06:00:00.000Z' }
    await render(reply, { key: KEY, message: said(), ephemeral: false, memory })
    await handle(press(action, ID, { user: 'U2' }), book)
    const since = { kind: 'brief', since: '2023-04-01T06:00:00.000Z' }
    expect(book.asked[0]).toMatchObject({ text: '', request: since, channel: 'C1', user: 'U2' })
    const [to, files, key] = book.by('upload')[0] ?? []
    expect([to, key]).toEqual([{ channel: 'C1', thread_ts: '1.1' }, `${ID}:${kind}`])
    expect(files).toEqual([expect.objectContaining({ name })])
  })

  it('Share asks anew for the channel, and posts with the question', async () => {
    const book = await answered()
    await handle(press(ACTION.share, ID, { user: 'U2', ephemeral: true }), book)
    expect(book.asked[0]).toMatchObject({ request: { kind: 'ask' }, channel: 'C1', user: 'U2' })
    const [to, posts, key] = book.by('post')[0] ?? []
    expect(to).toEqual({ channel: 'C1' })
    expect(key).toBe(`${ID}:share`)
    expect(wordsOf(Array.isArray(posts) ? posts : [])).toMatch(
      /How was the harvest\?[\s\S]*Rain came/u,
    )
    expect(book.by('dismiss')).toHaveLength(1)
  })

  it('Share says why when the channel may not see it', async () => {
    const refused: Reply = { kind: 'failed', code: 'documents', message: 'Not in this channel.' }
    const book = notebook({ reply: () => refused })
    const { memory } = book.context
    await render(FIRST, { key: KEY, message: said(), ephemeral: true, memory })
    await handle(press(ACTION.share, ID, { ephemeral: true }), book)
    expect(book.by('post')).toEqual([])
    expect(wordsOf(book.posts().flatMap(({ blocks }) => blocks))).toBe('Not in this channel.')
  })

  it('Delete takes away every message of the reply, and its files', async () => {
    const book = await answered()
    await handle(press(ACTION.delete, ID), book)
    expect(book.by('remove')).toEqual([
      [{ channel: 'C1', ts: '1.2' }],
      [{ channel: 'C1', ts: '1.3' }],
    ])
    expect(book.by('removeFile')).toEqual([['F9']])
  })

  it('Delete is for whoever asked, and for admins', async () => {
    const other = await answered()
    await handle(press(ACTION.delete, ID, { user: 'U2' }), other)
    expect(other.by('remove')).toEqual([])
    expect(wordsOf(other.posts().flatMap(({ blocks }) => blocks))).toContain('Only who asked')
    const admin = await answered({ role: 'admin' })
    await handle(press(ACTION.delete, ID, { user: 'U2' }), admin)
    expect(admin.by('remove')).toHaveLength(2)
  })

  it.each([
    ['up', true, ACTION.feedback],
    ['down', false, ACTION.feedback],
    ['down', false, `${ACTION.feedback}_down`],
  ])('a thumb %s is noted with the question and its quotes', async (thumb, helpful, action) => {
    const book = await answered()
    await handle(press(action, `${ID}.${thumb}`), book)
    expect(book.asked[0]).toMatchObject({
      text: 'How was the harvest?',
      request: {
        kind: 'feedback',
        helpful,
        quotes: [
          { document: 'harvest.md', start: 0, end: 15 },
          { document: 'harvest.md', start: 0, end: 16 },
        ],
      },
    })
    expect(wordsOf(book.posts().flatMap(({ blocks }) => blocks))).toBe('Noted. Thank you.')
  })

  it.each([ACTION.more, ACTION.context, ACTION.share, ACTION.delete, ACTION.feedback])(
    'that has expired says so: %s',
    async (action) => {
      const book = notebook({ reply: replying })
      await handle(press(action, `${ID}.0`), book)
      expect(book.asked).toEqual([])
      expect(wordsOf(book.posts().flatMap(({ blocks }) => blocks))).toContain(
        'This button has expired',
      )
    },
  )

  it('that fails says so', async () => {
    const book = await answered({ fails: ['post'] })
    await handle(press(ACTION.more, ID), book)
    expect(wordsOf(book.posts().flatMap(({ blocks }) => blocks))).toContain('That did not work.')
  })

  it('asks as whoever presses it', async () => {
    const book = await answered({ role: 'outsider' })
    await handle(press(ACTION.more, ID, { user: 'U9' }), book)
    expect(book.asked[0]).toMatchObject({ user: 'U9', role: 'outsider' })
  })
})

describe('a message shortcut', () => {
  const check = (text: string) => ({
    type: 'message_action',
    callback_id: 'verbatim_check',
    trigger_id: 'tr1',
    response_url: 'https://hooks.slack.com/app/1',
    user: { id: 'U1' },
    team: { id: 'T1' },
    channel: { id: 'C1' },
    message: { ts: '9.9', text },
  })

  it('checks the message’s claims in a window', async () => {
    const book = notebook({ reply: replying })
    await handle(check('The bridge &lt;has&gt; fallen. <@U2>'), book)
    expect(book.asked[0]).toMatchObject({
      text: 'The bridge <has> fallen.',
      request: { kind: 'check' },
      channel: 'C1',
    })
    expect(wordsOf(book.by('openView').flat())).toContain('The bridge at Oss fell in the night.')
  })

  it('answers the asker alone when the window comes too late', async () => {
    const book = notebook({ reply: replying, fails: ['openView'] })
    await handle(check('The bridge has fallen.'), book)
    expect(book.by('respond')[0]?.[2]).toEqual({ ephemeral: true })
  })

  it('says so when there are no words to check', async () => {
    const book = notebook({ reply: replying })
    await handle(check(''), book)
    expect(book.asked).toEqual([])
    expect(wordsOf(book.by('openView').flat())).toContain('has no text to check')
  })
})

describe('a window to ask in', () => {
  it('is opened by the shortcut', async () => {
    const book = notebook({ reply: replying })
    await handle(
      { type: 'shortcut', callback_id: 'verbatim_ask', trigger_id: 'tr1', user: { id: 'U1' } },
      book,
    )
    const [, view] = book.by('openView')[0] ?? []
    expect(
      overLimits({ blocks: nodesOf(view).filter(({ type }) => type === 'input') }, 'view'),
    ).toEqual([])
  })

  it('completes titles of documents as one types, for that channel', async () => {
    const book = notebook({ reply: replying })
    const { acks } = await handle(
      {
        type: 'block_suggestion',
        user: { id: 'U1' },
        action_id: ACTION.documents,
        value: 'har',
        view: { private_metadata: 'D1' },
      },
      book,
    )
    expect(book.asked[0]).toMatchObject({
      text: 'har',
      channel: 'D1',
      request: { kind: 'suggest', what: 'documents' },
    })
    expect(acks).toEqual([
      {
        options: [
          expect.objectContaining({ value: 'The harvest report' }),
          expect.objectContaining({ value: 'The flood bulletin' }),
        ],
      },
    ])
  })

  it('answers in itself', async () => {
    const book = notebook({ reply: replying })
    const { acks } = await handle(
      {
        type: 'view_submission',
        user: { id: 'U1' },
        team: { id: 'T1' },
        view: {
          id: 'V1',
          callback_id: 'verbatim_ask',
          private_metadata: 'D1',
          state: {
            values: {
              question: { question: { value: ' Who dug? ' } },
              document: { [ACTION.documents]: { selected_option: { value: 'The "long" report' } } },
              since: { since: { selected_date: '2024-02-01' } },
            },
          },
        },
      },
      book,
    )
    expect(acks).toEqual([expect.objectContaining({ response_action: 'update' })])
    expect(book.asked[0]).toMatchObject({
      text: 'Who dug? in:"The  long  report" since:2024-02-01',
      channel: 'D1',
    })
    const [id, view] = book.by('updateView')[0] ?? []
    expect(id).toBe('V1')
    expect(wordsOf([view])).toContain('Rain came late.')
  })
})

describe('a file', () => {
  const incoming = (name: string, size = 1000) => ({
    key: KEY,
    message: said({ text: '' }),
    reply: { kind: 'thread' as const, channel: 'C1', thread_ts: '1.1' },
    files: [{ id: 'F1', name, size, url: 'https://files.slack.com/F1' }],
  })

  it('is added once a person says so', async () => {
    const book = notebook({ reply: replying })
    const [offer] = await offerFiles(incoming('notes.md'), book.context)
    expect(wordsOf(offer?.blocks ?? [])).toContain('Add “notes.md” to the documents')
    const value = nodesOf(offer?.blocks).find(({ action_id: id }) => id === ACTION.add)?.['value']
    expect(book.asked).toEqual([])
    await handle(press(ACTION.add, String(value)), book)
    expect(book.by('download')[0]?.[0]).toBe('https://files.slack.com/F1')
    expect(book.asked[0]).toMatchObject({
      channel: 'C1',
      request: { kind: 'add', name: 'notes.md', bytes: expect.any(Uint8Array) },
    })
    expect(wordsOf(book.posts().flatMap(({ blocks }) => blocks))).toContain('Added.')
  })

  it('of a kind that is not read is not offered, and told what is', async () => {
    const book = notebook({ reply: replying })
    const [post] = await offerFiles(incoming('tool.exe'), book.context)
    const words = wordsOf(post?.blocks ?? [])
    expect(words).toContain('“tool.exe” cannot be added: .exe is not read')
    for (const ending of READABLE) expect(words).toContain(ending)
  })

  it('that is too large is not offered, and told how large it may be', async () => {
    const book = notebook({ reply: replying })
    const [post] = await offerFiles(incoming('notes.md', 51_000_000), book.context)
    expect(wordsOf(post?.blocks ?? [])).toContain('it has 51 MB; at most 50 MB are read')
  })

  it('whose offer has expired says so', async () => {
    const book = notebook({ reply: replying })
    await handle(press(ACTION.add, 'gone'), book)
    expect(wordsOf(book.posts().flatMap(({ blocks }) => blocks))).toContain('Drop the file again.')
  })
})

describe('what is opened and joined', () => {
  const callback = (event: object) => ({ type: 'event_callback', team_id: 'T1', event })

  it('the agent view suggests questions that the documents answer', async () => {
    const book = notebook({ reply: replying })
    await handle(
      callback({
        type: 'assistant_thread_started',
        assistant_thread: { user_id: 'U1', channel_id: 'D1', thread_ts: '7.7' },
      }),
      book,
    )
    await handle(
      callback({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' }),
      book,
    )
    const prompts = ['Ask, for example', ['How far did the millet yield fall?']]
    expect(book.by('setSuggestedPrompts')).toEqual([
      [{ channel: 'D1', thread_ts: '7.7' }, ...prompts],
      [{ channel: 'D1' }, ...prompts],
    ])
  })

  it('a channel is told once what the bot is for', async () => {
    const book = notebook({ reply: replying })
    const joined = { type: 'member_joined_channel', user: 'UBOT', channel: 'C7', inviter: 'U1' }
    await handle(callback(joined), book)
    expect(book.by('post')).toEqual([[{ channel: 'C7' }, expect.anything(), 'joined:C7']])
    await handle(callback({ ...joined, user: 'U5' }), book)
    expect(book.by('post')).toHaveLength(1)
  })
})

it('what is of no known kind is left alone', async () => {
  const book = notebook({ reply: replying })
  expect(await handle({ type: 'event_callback', event: { type: 'team_join' } }, book)).toEqual({
    known: false,
    acks: [],
  })
  expect((await handle(press('another_apps_button', 'x'), book)).known).toBe(true)
  expect(book.sent).toEqual([])
})
