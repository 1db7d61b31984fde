import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../src/adapter.ts'
import { Bot } from '../src/bot.ts'
import { createLog } from '../src/log.ts'
import type { Reply } from '../src/reply.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import type { Store } from '../src/store/store.ts'
import { corpusOf, libraryOf, VALLEY } from './support/library.ts'

const corpus = corpusOf(VALLEY)
let path: string
let now: Date
let store: Store

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'verbatim-')), 'store.sqlite')
  now = new Date('2024-01-01T08:00:00Z')
  store = sqliteStore(path)
})

const bot = () =>
  new Bot({
    library: libraryOf(corpus),
    channels: {},
    aliases: {},
    caution: 'low',
    log: createLog('silent'),
    store,
    rememberHours: 2,
    clock: () => now,
  })

let count = 0
const message = (text: string, over: Partial<Message> = {}): Message => ({
  id: `m${count++}`,
  text,
  user: 'ann',
  channel: 'floods',
  thread: 't1',
  platform: 'test',
  aloud: true,
  ...over,
})

const firstQuote = (reply: Reply): string | undefined =>
  reply.kind === 'answer' ? reply.quotes[0]?.text : undefined

const QUESTION = 'How many people in Tarwell were injured by falling walls?'

describe('a conversation', () => {
  it('goes on from the last question, also across a restart', async () => {
    expect(firstQuote(await bot().answer(message(QUESTION)))).toContain('37 people')
    await store.close()
    store = sqliteStore(path)
    const reply = await bot().answer(message('and how many were children?'))
    expect(firstQuote(reply)).toContain('9 were children')
    expect(reply).toMatchObject({
      notes: expect.arrayContaining([expect.stringContaining(QUESTION)]),
    })
  })

  it('puts a new name in the place of the old', async () => {
    await bot().answer(message(QUESTION))
    expect(firstQuote(await bot().answer(message('what about Oss?')))).toContain('14 people')
  })

  it('names who said it', async () => {
    await bot().answer(message('Which flood destroyed 412 houses in Tarwell?'))
    expect(firstQuote(await bot().answer(message('who said that?')))).toContain('Ada Lindqvist')
  })

  it('shows more, never the same twice, and says when there is no more', async () => {
    const seen: string[] = []
    let reply = await bot().answer(message('What did the flood in Tarwell do?'))
    for (let turn = 0; turn < 30 && reply.kind === 'answer'; turn++) {
      seen.push(...reply.quotes.map(({ text }) => text))
      reply = await bot().answer(message('more'))
    }
    expect(seen.length).toBeGreaterThan(3)
    expect(new Set(seen).size).toBe(seen.length)
    expect(reply).toMatchObject({
      kind: 'nothing',
      reason: expect.stringContaining('all the documents have'),
    })
  })

  it.each([
    ['another channel', { channel: 'other' }],
    ['another thread', { thread: 't2' }],
    ['another platform', { platform: 'elsewhere' }],
  ])('is not known in %s', async (_, over) => {
    await bot().answer(message(QUESTION))
    const reply = await bot().answer(message('and how many were children?', over))
    const notes = 'notes' in reply ? reply.notes.join(' ') : ''
    expect(notes).not.toContain('going on')
  })

  it('is each user’s own where there are no threads', async () => {
    const { thread: _, ...bare } = message(QUESTION)
    await bot().answer(bare)
    const reply = await bot().answer({ ...bare, id: 'x', text: 'what about Oss?', user: 'bob' })
    expect('notes' in reply ? reply.notes : []).toEqual([])
  })

  it('is forgotten after a time', async () => {
    await bot().answer(message(QUESTION))
    now = new Date('2024-01-01T10:01:00Z')
    const reply = await bot().answer(message('what about Oss?'))
    expect('notes' in reply ? reply.notes : []).toEqual([])
  })

  it('takes a whole question for a new one', async () => {
    await bot().answer(message(QUESTION))
    const reply = await bot().answer(
      message('How much will the repair of the dam at Tarwell cost?'),
    )
    expect(firstQuote(reply)).toContain('$4.5 million')
    expect('notes' in reply ? reply.notes.join(' ') : '').not.toContain('going on')
  })
})

describe('the gap log', () => {
  it('has what nobody could answer: question, time, channel, reason, nearest', async () => {
    const reply = await bot().answer(
      message('Who painted the ceiling of the opera house in Zaragoza?'),
    )
    expect(reply.kind).toBe('nothing')
    expect(await store.gaps.list(10)).toMatchObject([
      {
        question: 'Who painted the ceiling of the opera house in Zaragoza?',
        at: '2024-01-01T08:00:00.000Z',
        channel: 'floods',
        platform: 'test',
        reason: expect.stringContaining('Zaragoza'),
      },
    ])
  })

  it('has no answers and no greetings', async () => {
    await bot().answer(message(QUESTION))
    await bot().answer(message('hello!'))
    await bot().answer(message('sources'))
    expect(await store.gaps.list(10)).toEqual([])
  })
})
