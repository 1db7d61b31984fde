/** What adapters may ask of the bot. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Request } from '../src/adapter.ts'
import { Reply } from '../src/reply.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { all, canaryBot, twoSets } from './support/canary.ts'
import { send, want } from './support/asking.ts'
import { ONE_READ } from './support/library.ts'

describe('requests', () => {
  it('for more give what was not shown yet', async () => {
    const bot = canaryBot()
    const question = 'What happened in Tarwell?'
    const first = await send(bot, question)
    const more = await want(bot, { kind: 'more', shown: 3 }, question)
    if (first.kind !== 'answer' || more.kind !== 'answer') throw new Error('no answer')
    const shown = new Set(first.quotes.map(({ text }) => text))
    expect(more.quotes.every(({ text }) => !shown.has(text))).toBe(true)
  })

  it('for what stands around a quote give its paragraphs, word for word', async () => {
    const bot = canaryBot()
    const answer = await send(bot, 'Who said that nobody listened to the engineers?')
    if (answer.kind !== 'answer' || answer.quotes[0] === undefined) throw new Error('no answer')
    const { start, end, citation } = answer.quotes[0]
    const reply = await want(bot, { kind: 'context', document: citation.document, start, end })
    if (reply.kind !== 'context') throw new Error(reply.kind)
    expect(Reply.parse(reply)).toEqual(reply)
    expect(reply.quote.text).toBe(answer.quotes[0].text)
    expect(reply.quote.citation.section).toBe(citation.section)
    expect(reply.paragraphs.map(({ text }) => text).join('\n')).toContain(reply.quote.text)
    expect(reply.paragraphs.length).toBeGreaterThan(1)
    for (const wrong of [
      { document: 'gone.md', start, end },
      { document: citation.document, start: 1e6, end: 1e6 + 5 },
    ])
      expect(await want(bot, { kind: 'context', ...wrong })).toMatchObject({
        kind: 'failed',
        message: expect.stringContaining('Ask the question again'),
      })
  })

  it('to check somebody’s words hold each sentence against the documents', async () => {
    const text =
      'The flood in Tarwell destroyed 412 houses. Did you know? The flood in Tarwell destroyed 97 houses. The astronauts landed on the moon of Jupiter.'
    const reply = await want(canaryBot({ caution: 'normal' }), { kind: 'check' }, text)
    if (reply.kind !== 'check') throw new Error(reply.kind)
    expect(Reply.parse(reply)).toEqual(reply)
    const claims = reply.findings.filter(({ kind }) => kind === 'claim')
    expect(claims.map(({ start, end, verdict }) => [text.slice(start, end), verdict])).toEqual([
      ['The flood in Tarwell destroyed 412 houses.', 'supported'],
      ['The flood in Tarwell destroyed 97 houses.', 'contradicted'],
      ['The astronauts landed on the moon of Jupiter.', 'not stated'],
    ])
    expect(reply.left.map(({ start, end, why }) => [text.slice(start, end), why])).toEqual([
      ['Did you know?', 'question'],
    ])
    expect(await want(canaryBot(), { kind: 'check' }, 'Why?')).toMatchObject({ kind: 'failed' })
  })

  it('for completions give titles, sets, places and what is counted', async () => {
    const bot = canaryBot()
    const typed = async (what: 'documents' | 'sets' | 'places' | 'counted', text: string) => {
      const reply = await want(bot, { kind: 'suggest', what }, text)
      return reply.kind === 'suggestions' ? reply.values : []
    }
    expect(await typed('documents', 'flood bulletin, j')).toEqual(['Flood bulletin, June'])
    expect(await typed('sets', '')).toEqual(['default'])
    expect(await typed('places', 'tar')).toContain('Tarwell')
    expect(await typed('counted', 'hous')).toContain('houses')
    expect(await typed('documents', 'zzz')).toEqual([])
  })

  it('keep what people think of answers', async () => {
    const store = sqliteStore(':memory:')
    const reply = await want(
      canaryBot({ store }),
      { kind: 'feedback', helpful: true, quotes: [{ document: 'notes.txt', start: 0, end: 4 }] },
      'Who gave bread away?',
    )
    expect(reply).toMatchObject({ kind: 'notice' })
  })

  it('for unanswered questions are heard of admins, for their own channel', async () => {
    const bot = canaryBot()
    await send(bot, 'Who won the regatta of Zanzibar?')
    await send(bot, 'Who won the lottery of Samarkand?', { channel: 'C2' })
    expect(await want(bot, { kind: 'gaps' })).toMatchObject({ kind: 'failed' })
    expect(await want(bot, { kind: 'gaps' }, '', { role: 'admin' })).toMatchObject({
      gaps: [{ question: 'Who won the regatta of Zanzibar?' }],
    })
  })
})

describe('whoever is not to be answered', () => {
  const UNKNOWN = 'My settings cannot be read'
  const requests: readonly Request[] = [
    { kind: 'ask' },
    { kind: 'figures' },
    { kind: 'brief' },
    { kind: 'sources' },
    { kind: 'gaps' },
    { kind: 'help' },
    { kind: 'check' },
    { kind: 'manage' },
    { kind: 'suggest', what: 'sets' },
    { kind: 'add', name: 'a.txt', bytes: new Uint8Array([65]) },
  ]

  it('is told so for every request while the settings are lost, admins too', async () => {
    const store = sqliteStore(':memory:')
    await store.lose('elsewhere')
    const bot = canaryBot({ store })
    for (const request of requests)
      for (const role of ['member', 'admin'] as const)
        expect(await want(bot, request, 'blankets', { role })).toMatchObject({
          kind: 'failed',
          message: expect.stringContaining(UNKNOWN),
        })
    expect((await want(bot, { kind: 'sources' }, '', { platform: 'cli', local: true })).kind).toBe(
      'sources',
    )
    await store.reset()
    expect((await want(bot, { kind: 'help' })).kind).toBe('help')
  })

  it('is one who asks too often, for a minute, and nobody else', async () => {
    let now = Date.UTC(2024, 0, 1)
    const bot = canaryBot({ perMinute: 3, clock: () => new Date(now) })
    const kindOf = async (user: string) => (await want(bot, { kind: 'help' }, '', { user })).kind
    const asked = ['U1', 'U1', 'U1', 'U1', 'U2']
    const kinds: string[] = []
    for (const user of asked) kinds.push(await kindOf(user))
    expect(kinds).toEqual(['help', 'help', 'help', 'failed', 'help'])
    now += 61_000
    expect(await kindOf('U1')).toBe('help')
  })
})

describe('administration', () => {
  const admin = { role: 'admin' } as const
  const manage = { kind: 'manage' } as const
  let folder = ''
  afterEach(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true })
    folder = ''
  })

  it('lists the sources of the channel without saying where they are on the machine', async () => {
    const bot = canaryBot()
    expect(await want(bot, manage, 'sources', admin)).toEqual({
      kind: 'notice',
      text: ['default: papers, 8 documents'].map((line) =>
        line.replace('8', String(all.documents.size)),
      ),
    })
  })

  it('adds an address to the channel’s set, and takes it out', async () => {
    const added: unknown[] = []
    const library = twoSets({
      add: (source) => {
        added.push(source)
        return Promise.resolve(ONE_READ)
      },
      remove: () => Promise.resolve({ sources: 1, documents: 2 }),
    })
    const bot = canaryBot({ library })
    expect(await want(bot, manage, 'add <https://example.org/a>', admin)).toMatchObject({
      kind: 'notice',
      text: [expect.stringContaining('set default'), expect.stringContaining('1 new')],
    })
    expect(added).toEqual([{ location: 'https://example.org/a', set: 'default' }])
    expect(await want(bot, manage, 'add /etc/passwd', admin)).toMatchObject({ kind: 'failed' })
    expect(await want(bot, manage, 'add https://example.org/a vault', admin)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('does not see the set'),
    })
    expect(
      await want(bot, manage, 'remove https://kestrel.example/vault', { ...admin, channel: 'C9' }),
    ).toMatchObject({ kind: 'notice', text: ['Removed, and with it 2 documents.'] })
    expect(await want(bot, manage, 'remove https://kestrel.example/vault', admin)).toMatchObject({
      kind: 'failed',
    })
  })

  it('keeps a file that was given, under a harmless name', async () => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-uploads-'))
    const added: unknown[] = []
    const library = twoSets({
      uploads: folder,
      add: (source) => {
        added.push(source)
        return Promise.resolve(ONE_READ)
      },
    })
    const bytes = new TextEncoder().encode('The wells are dry.')
    const add = { kind: 'add', name: '../../..\\etc/.pass:wd.txt', bytes } as const
    expect(await want(canaryBot({ library }), add)).toMatchObject({ kind: 'failed' })
    expect(await want(canaryBot({ library }), add, '', admin)).toMatchObject({
      kind: 'notice',
      text: [expect.stringContaining('_pass_wd.txt'), expect.anything()],
    })
    expect(added).toEqual([{ location: join(folder, 'default'), set: 'default' }])
  })

  it('tells what may be typed', async () => {
    expect(await want(canaryBot(), manage, '')).toMatchObject({ kind: 'notice' })
    expect(await want(canaryBot(), manage, 'frobnicate', admin)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('There is no command “frobnicate”'),
    })
  })
})
