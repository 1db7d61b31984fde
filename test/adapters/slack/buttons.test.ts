import { describe, expect, it } from 'vitest'
import { interact } from '../../../adapters/slack/interactions/interactions.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import { ACTION } from '../../../adapters/slack/render/buttons.ts'
import type { Reply } from '../../../src/reply.ts'
import { REPLIES } from '../../support/replies.ts'
import { notebook } from '../../support/slack-poster.ts'
import { said, wordsOf } from '../../support/slack-shown.ts'
import { KEY, ID, FIRST, replying, answered, press, handle } from './interacting.ts'

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
