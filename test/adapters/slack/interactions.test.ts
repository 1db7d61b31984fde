import { describe, expect, it } from 'vitest'
import { offerFiles } from '../../../adapters/slack/interactions/interactions.ts'
import { ACTION } from '../../../adapters/slack/render/buttons.ts'
import { READABLE } from '../../../src/readable.ts'
import { nodesOf, overLimits } from '../../support/slack-limits.ts'
import { notebook } from '../../support/slack-poster.ts'
import { said, wordsOf } from '../../support/slack-shown.ts'
import { KEY, replying, press, handle } from './interacting.ts'

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
