import { describe, expect, it } from 'vitest'
import {
  acknowledgementOf,
  interact,
  offerFiles,
} from '../../../adapters/discord/interactions/interactions.ts'
import { ACTION, type Action, customId, namedBy } from '../../../adapters/discord/components.ts'
import { POSTED } from '../../../adapters/discord/posted.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import { render } from '../../../adapters/discord/render/render.ts'
import type { Message, Request } from '../../../src/adapter.ts'
import { READABLE } from '../../../src/readable.ts'
import type { Reply } from '../../../src/reply.ts'
import {
  delivered,
  type Notebook,
  notebook,
  type NotebookOptions,
} from '../../support/discord-poster.ts'
import { componentsOf, overLimits, said, wordsOf } from '../../support/discord-shown.ts'
import { answer, nothing, quote, REPLIES } from '../../support/replies.ts'

const KEY = '900'
const ID = idOf(KEY)
const FIRST = answer(quote('Rain came late.'), quote('Goats were sold.'))
const FURTHER = answer(quote('The third well ran dry.'))

function replying(request: Request | undefined): Reply {
  if (request?.kind === 'more') return FURTHER
  if (request?.kind === 'figures') return REPLIES.figures
  if (request?.kind === 'context') return REPLIES.context
  if (request?.kind === 'feedback') return { kind: 'notice', text: ['Thank you, noted.'] }
  if (request?.kind === 'suggest') return REPLIES.suggestions
  if (request?.kind === 'add') return { kind: 'notice', text: ['Added.', '7 passages.'] }
  return FIRST
}

/** The first answer stands in the channel, in two messages. */
async function answered({
  message = said(),
  ...rest
}: Partial<NotebookOptions> & { message?: Message } = {}) {
  const book = notebook({ reply: replying, ...rest })
  const { memory } = book.context
  await render({ ...FIRST, figures: 'yield' }, { key: KEY, message, ephemeral: false, memory })
  const posts = ['901', '902'].map((id) => ({ channel: '500', id }))
  await POSTED.remember(KEY, posts, memory)
  return book
}

interface Where {
  readonly user?: string
  readonly permissions?: string
  readonly ephemeral?: boolean
  readonly channel?: string
  readonly picked?: string
}

const press = (
  action: Action,
  { user = '10', permissions = '0', ephemeral = false, channel = '500', picked }: Where = {},
  id = ID,
) =>
  delivered({
    type: 3,
    data: {
      custom_id: customId(action, id),
      component_type: picked === undefined ? 2 : 3,
      ...(picked !== undefined && { values: [picked] }),
    },
    channel: { id: channel, type: 0 },
    message: { id: '902', flags: ephemeral ? 64 : 0 },
    member: { user: { id: user, username: 'ama' }, permissions, roles: [] },
  })

const handle = (interaction: ReturnType<typeof press>, book: Notebook): Promise<boolean> =>
  interact(interaction, book.context)

const words = (book: Notebook): string => wordsOf(book.posts())

describe('a button', () => {
  const acknowledged: [Action, object][] = [
    [ACTION.more, { kind: 'update' }],
    [ACTION.figures, { kind: 'update' }],
    [ACTION.share, { kind: 'update' }],
    [ACTION.delete, { kind: 'update' }],
    [ACTION.add, { kind: 'update' }],
    [ACTION.context, { kind: 'defer', ephemeral: true }],
    [ACTION.source, { kind: 'defer', ephemeral: true }],
    [ACTION.up, { kind: 'defer', ephemeral: true }],
    [ACTION.down, { kind: 'defer', ephemeral: true }],
    [ACTION.ask, { kind: 'own' }],
  ]
  it.each(acknowledged)('%s is acknowledged as %j', (action, how) => {
    expect(acknowledgementOf(press(action))).toEqual(how)
  })

  it('More asks for what is behind what was shown, where it stands', async () => {
    const book = await answered()
    expect(await handle(press(ACTION.more, { channel: '600' }), book)).toBe(true)
    expect(book.asked).toEqual([
      expect.objectContaining({
        text: 'How was the harvest?',
        request: { kind: 'more', shown: 2 },
        user: '10',
        role: 'member',
        channel: '500',
        thread: '600',
        workspace: '1',
        platform: 'discord',
      }),
    ])
    const [hook, , how] = book.by('followUp')[0] ?? []
    expect([hook, how]).toEqual([
      expect.objectContaining({ token: 'hook-token', channel: '600' }),
      { ephemeral: false },
    ])
    expect(words(book)).toContain('The third well ran dry.')
    const { posts } = await POSTED.recall(idOf(`${ID}:more`), book.context.memory)
    expect(posts).toHaveLength(1)
  })

  it('More is shown once, whoever presses it how often, until it is deleted', async () => {
    const book = await answered()
    await Promise.all([handle(press(ACTION.more), book), handle(press(ACTION.more), book)])
    await handle(press(ACTION.more, { user: '11' }), book)
    expect(book.asked).toHaveLength(1)
    expect(words(book)).toContain('That is shown already, further down.')
    expect(
      book.by('followUp').filter(([, , how]) => !JSON.stringify(how).includes('true')),
    ).toHaveLength(1)
    await POSTED.forget(idOf(`${ID}:more`), book.context.memory)
    await handle(press(ACTION.more), book)
    expect(book.asked).toHaveLength(2)
  })

  it('under what only the asker sees is answered to the asker alone', async () => {
    const book = await answered()
    await handle(press(ACTION.more, { ephemeral: true }), book)
    await handle(press(ACTION.figures, { ephemeral: true }), book)
    const hows = book.by('followUp').map(([, , how]) => how)
    expect(hows.length).toBeGreaterThan(1)
    for (const how of hows) expect(how).toEqual({ ephemeral: true })
  })

  it('In context shows what stands around the quote, to the asker alone', async () => {
    const book = await answered()
    await handle(press(ACTION.context), book)
    expect(book.asked[0]?.request).toEqual({
      kind: 'context',
      document: 'harvest.md',
      start: 0,
      end: 15,
    })
    expect(book.by('answer')[0]?.[2]).toEqual({ ephemeral: true })
    expect(words(book)).toContain('The market was full. Nobody had counted the goats.')
  })

  it('of the menu of sources goes to the one that was picked', async () => {
    const book = await answered()
    await handle(press(ACTION.source, { picked: '1' }), book)
    expect(book.asked[0]?.request).toMatchObject({ kind: 'context', end: 16 })
    await handle(press(ACTION.source, { picked: '9' }), book)
    expect(words(book)).toContain('This button has expired')
  })

  it('Figures shows them with their chart', async () => {
    const book = await answered()
    await handle(press(ACTION.figures), book)
    expect(book.asked[0]).toMatchObject({ text: 'yield', request: { kind: 'figures' } })
    expect(book.posts().flatMap(({ files = [] }) => files.map(({ name }) => name))).toEqual([
      'figures.png',
      'figures.csv',
    ])
  })

  it('Share asks anew for the channel, posts with the question, and takes the private one away', async () => {
    const book = await answered()
    await handle(press(ACTION.share, { user: '11', ephemeral: true }), book)
    expect(book.asked[0]).toMatchObject({ request: { kind: 'ask' }, channel: '500', user: '11' })
    expect(book.by('followUp')[0]?.[2]).toEqual({ ephemeral: false })
    expect(words(book)).toMatch(/How was the harvest\?[\s\S]*Rain came/u)
    expect(book.by('removeOriginal')).toHaveLength(1)
    // Whoever shared it may delete it.
    const shared = componentsOf(book.posts()).map(({ custom_id: id }) => namedBy(id)?.action)
    expect(shared).toContain(ACTION.delete)
  })

  it('Share of further quotes, figures and summaries asks for those', async () => {
    const requests: Request[] = [
      { kind: 'more', shown: 3 },
      { kind: 'brief', since: '2024-05-01', set: 'wells' },
      { kind: 'ask', set: 'wells' },
    ]
    for (const request of requests) {
      const book = notebook({ reply: replying })
      const { memory } = book.context
      const reply = request.kind === 'brief' ? REPLIES.summary : FIRST
      const message = said({ request })
      await render(reply, { key: KEY, message, ephemeral: true, memory })
      await handle(press(ACTION.share, { ephemeral: true }), book)
      expect(book.asked[0]?.request).toEqual(request)
    }
  })

  it('Delete takes away all of the reply, for whoever asked', async () => {
    const book = await answered()
    await handle(press(ACTION.delete), book)
    expect(book.by('remove')).toEqual([[{ channel: '500', id: '901' }]])
    expect(book.by('removeOriginal')).toHaveLength(1)
    expect((await POSTED.recall(ID, book.context.memory)).posts).toEqual([])
  })

  it('Delete is for whoever asked, and for admins', async () => {
    const other = await answered()
    await handle(press(ACTION.delete, { user: '11' }), other)
    expect([...other.by('remove'), ...other.by('removeOriginal')]).toEqual([])
    expect(words(other)).toContain('Only who asked')
    const admin = await answered()
    await handle(press(ACTION.delete, { user: '11', permissions: '32' }), admin)
    expect(admin.by('removeOriginal')).toHaveLength(1)
  })

  it.each([
    [ACTION.up, true],
    [ACTION.down, false],
  ])('with a thumb %s is noted with the question and its quotes', async (action, helpful) => {
    const book = await answered()
    await handle(press(action), book)
    const quotes = [15, 16].map((end) => ({ document: 'harvest.md', start: 0, end }))
    expect(book.asked[0]).toMatchObject({
      text: 'How was the harvest?',
      request: { kind: 'feedback', helpful, quotes },
    })
    expect(book.by('answer')[0]?.[2]).toEqual({ ephemeral: true })
    expect(words(book)).toBe('Thank you, noted.')
  })

  it('Ask again opens a window with what was asked', async () => {
    const book = notebook({ reply: replying })
    const { memory } = book.context
    await render(nothing(), { key: KEY, message: said(), ephemeral: false, memory })
    await handle(press(ACTION.ask), book)
    expect(JSON.stringify(book.by('openModal')[0]?.[1])).toContain('How was the harvest?')
  })

  it.each([ACTION.more, ACTION.context, ACTION.share, ACTION.delete, ACTION.up])(
    'that has expired says so: %s',
    async (action) => {
      const book = notebook({ reply: replying })
      await handle(press(action), book)
      expect(book.asked).toEqual([])
      expect(words(book)).toContain('This button has expired')
      const deferred = acknowledgementOf(press(action)).kind === 'defer'
      expect(book.by(deferred ? 'answer' : 'followUp')).toHaveLength(1)
    },
  )

  it('that fails says so', async () => {
    const book = await answered({ fails: ['removeOriginal'] })
    await handle(press(ACTION.delete), book)
    expect(words(book)).toContain('That did not work.')
  })

  it('that is refused says why', async () => {
    const book = await answered({
      reply: () => ({ kind: 'failed', code: 'usage', message: 'Nothing may be seen here.' }),
    })
    await handle(press(ACTION.more), book)
    await handle(press(ACTION.share, { ephemeral: true }), book)
    expect(book.by('removeOriginal')).toEqual([])
    expect(words(book).match(/Nothing may be seen here\./gu)).toHaveLength(2)
  })

  it('of another bot’s is left alone', async () => {
    const book = await answered()
    const other = delivered({
      type: 3,
      data: { custom_id: 'other', component_type: 2 },
      message: { id: '1' },
    })
    expect(acknowledgementOf(other)).toEqual({ kind: 'update' })
    expect(await handle(other, book)).toBe(false)
    expect(book.sent).toEqual([])
  })
})

describe('what is typed', () => {
  const typing = (name: string, options: readonly object[]) =>
    delivered({
      type: 4,
      data: { id: '1', type: 1, name, options },
      channel: { id: '600', type: 11 },
    })
  const focused = (name: string, value: string) => ({ name, type: 3, value, focused: true })

  const completed: [string, readonly object[], what: string, text: string][] = [
    [
      'ask',
      [{ name: 'question', type: 3, value: 'x' }, focused('document', 'har')],
      'documents',
      'har',
    ],
    ['ask', [focused('set', 'we')], 'sets', 'we'],
    ['figure', [focused('what', 'dis')], 'counted', 'dis'],
    ['figure', [focused('place', '')], 'places', ''],
    ['verbatim', [{ name: 'set', type: 1, options: [focused('sets', 'wells ra')] }], 'sets', 'ra'],
  ]
  it.each(completed)('in /%s %j is completed', async (name, options, what, text) => {
    const book = notebook({ reply: replying })
    const interaction = typing(name, options)
    expect(acknowledgementOf(interaction)).toEqual({ kind: 'own' })
    expect(await interact(interaction, book.context)).toBe(true)
    expect(book.asked[0]).toMatchObject({
      text,
      request: { kind: 'suggest', what },
      channel: '500',
      thread: '600',
      user: '10',
    })
    const before = what === 'sets' && name === 'verbatim' ? 'wells ' : ''
    expect(book.by('complete')[0]?.[1]).toEqual(
      ['The harvest report', 'The flood bulletin'].map((title) => ({
        name: before + title,
        value: before + title,
      })),
    )
  })

  it('is completed with nothing where that fails, or there is nothing to complete', async () => {
    const book = notebook({
      reply: () => {
        throw new Error('broken')
      },
    })
    await interact(typing('ask', [focused('set', 'x')]), book.context)
    await interact(typing('ask', [focused('question', 'x')]), book.context)
    expect(book.by('complete').map(([, choices]) => choices)).toEqual([[], []])
  })
})

describe('a file', () => {
  const incoming = (name: string, { size = 1200, direct = false } = {}) => {
    const { workspace: _, ...one } = said({ text: '' })
    return {
      key: KEY,
      message: direct ? one : said({ text: '' }),
      reply: { kind: 'channel' as const, channel: '500' },
      files: [{ id: '1', name, size, url: 'https://cdn.discordapp.com/a/1' }],
    }
  }

  async function offered(over: Partial<NotebookOptions> = {}) {
    const book = notebook({ reply: replying, ...over })
    const posts = await offerFiles(incoming('notes.md'), book.context)
    const id = namedBy(componentsOf(posts)[0]?.custom_id ?? '')?.id ?? ''
    return { book, posts, id }
  }

  it('is added once a person says so, in place of the offer', async () => {
    const { book, posts, id } = await offered()
    expect(wordsOf(posts)).toBe(
      'Add “notes.md” (MD, 1 kB) to the documents that are answered from here?',
    )
    expect(book.asked).toEqual([])
    await handle(press(ACTION.add, { permissions: '32' }, id), book)
    expect(book.by('download')[0]?.[0]).toBe('https://cdn.discordapp.com/a/1')
    expect(book.asked[0]).toMatchObject({
      channel: '500',
      role: 'admin',
      request: { kind: 'add', name: 'notes.md', bytes: expect.any(Uint8Array) },
    })
    const [, post] = book.by('editOriginal')[0] ?? []
    expect(post).toEqual({ content: 'Added.\n7 passages.' })
    await handle(press(ACTION.add, { permissions: '32' }, id), book)
    expect(words(book)).toContain('Drop the file again.')
  })

  it('that may not be added by them leaves the offer to others', async () => {
    const message = 'Only admins may do that.'
    const { book, id } = await offered({
      reply: () => ({ kind: 'failed', code: 'usage', message }),
    })
    await handle(press(ACTION.add, {}, id), book)
    expect(book.by('editOriginal')).toEqual([])
    expect(words(book)).toBe(message)
  })

  it('that cannot be fetched says so', async () => {
    const { book, id } = await offered({ fails: ['download'] })
    await handle(press(ACTION.add, {}, id), book)
    expect(words(book)).toContain('That did not work.')
  })

  it('of a kind that is not read is not offered, and told what is', async () => {
    const { context } = notebook({ reply: replying })
    const posts = await offerFiles(incoming('tool.exe'), context)
    expect(wordsOf(posts)).toContain('“tool.exe” cannot be added: .exe is not read')
    for (const ending of READABLE) expect(wordsOf(posts)).toContain(ending)
    expect(componentsOf(posts)).toEqual([])
  })

  it('that is too large is not offered, and told how large it may be', async () => {
    const { context } = notebook({ reply: replying })
    const posts = await offerFiles(incoming('notes.md', { size: 51_000_000 }), context)
    expect(wordsOf(posts)).toContain('it has 51 MB; at most 50 MB are read')
  })

  it('one to one is offered for as many servers as Discord shows buttons of', async () => {
    const servers = Array.from({ length: 20 }, (_, id) => ({ id: `${id}`, name: 'x'.repeat(100) }))
    const { context } = notebook({ reply: replying, servers })
    const posts = await offerFiles(incoming('notes.md', { direct: true }), context)
    expect(posts.flatMap(overLimits)).toEqual([])
    expect(componentsOf(posts)).toHaveLength(20)
  })

  it('that cannot be read asks for no servers', async () => {
    const { context } = notebook({ reply: replying, servers: undefined })
    const posts = await offerFiles(incoming('tool.exe', { direct: true }), context)
    expect(wordsOf(posts)).toContain('“tool.exe” cannot be added: .exe is not read')
    expect(componentsOf(posts)).toEqual([])
  })
})
