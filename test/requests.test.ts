/** What adapters may ask of the bot, and who sees what. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Message, Request } from '../src/adapter.ts'
import type { Bot } from '../src/bot.ts'
import { Reply } from '../src/reply.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { leaks } from './soak/canaries.ts'
import { all, CANARY, canaryBot, innocentQuestion, twoSets } from './support/canary.ts'
import { randomOf } from './support/random.ts'

let count = 0
const send = (bot: Bot, text: string, over: Partial<Message> = {}): Promise<Reply> =>
  bot.answer({
    id: String(count++),
    text,
    user: 'U1',
    channel: 'C1',
    platform: 'slack',
    aloud: true,
    ...over,
  })
const want = (bot: Bot, request: Request, text = '', over: Partial<Message> = {}) =>
  send(bot, text, { request, ...over })

describe('what a channel sees', () => {
  it('is its own sets, the default one unless it has some', async () => {
    const bot = canaryBot()
    const question = 'How many people were displaced in Zyxland?'
    expect(JSON.stringify(await send(bot, question, { channel: 'C9' }))).toMatch(/4711/)
    const reply = await send(bot, question)
    expect(reply.kind).toBe('nothing')
    // The question itself is repeated; nothing else may say the word.
    expect(JSON.stringify({ ...reply, question: '' }).replaceAll(/zyxland/giu, '')).not.toMatch(
      /kestrel|KRF|vault|4711/iu,
    )
  })

  it('is nothing for outsiders until it is opened to them', async () => {
    const bot = canaryBot({
      channels: {
        'slack:C9': { sets: ['vault'], outsiders: false },
        'slack:C8': { sets: ['default'], outsiders: true },
      },
    })
    const question = 'How many houses did the flood in Tarwell destroy?'
    for (const channel of ['C1', 'C9'])
      expect(await send(bot, question, { channel, role: 'outsider' })).toMatchObject({
        kind: 'failed',
        code: 'documents',
      })
    expect(await send(bot, question, { channel: 'C8', role: 'outsider' })).toMatchObject({
      kind: 'answer',
    })
  })

  it('can be that of its workspace', async () => {
    const bot = canaryBot({ channels: { 'discord:G1': { sets: ['vault'], outsiders: false } } })
    const over = { platform: 'discord', workspace: 'G1' }
    expect(await want(bot, { kind: 'sources' }, '', over)).toMatchObject({
      documents: [{ document: 'vault-plan.md' }],
    })
  })

  it('can be set by its admins, and by nobody else, to sets there are', async () => {
    const bot = canaryBot()
    const manage = { kind: 'manage' } as const
    expect(await want(bot, manage, 'set vault')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Only admins'),
    })
    expect(await want(bot, manage, 'set cellar', { role: 'admin' })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('it sees default'),
    })
    expect(JSON.stringify(await want(bot, manage, 'set cellar', { role: 'admin' }))).not.toContain(
      'vault',
    )
    expect(await want(bot, manage, 'set vault', { role: 'admin' })).toMatchObject({
      kind: 'notice',
    })
    expect(await want(bot, { kind: 'sources' })).toMatchObject({
      documents: [{ document: 'vault-plan.md' }],
    })
  })

  it('grows by nothing that only whoever runs the bot may read', async () => {
    const add = (location: string) =>
      want(canaryBot(), { kind: 'manage' }, `add ${location}`, { role: 'admin' })
    for (const location of ['s3://reports/2026', 'S3://reports', 'imaps://desk@mail.example/In'])
      expect(await add(location)).toMatchObject({
        kind: 'failed',
        message: expect.stringContaining('secrets of whoever runs the bot'),
      })
    expect(await add('ftp://example.org')).toMatchObject({
      message: expect.stringContaining('such addresses are not read'),
    })
  })

  it('holds for every request, whatever is typed', async () => {
    const bot = canaryBot()
    const words = fc.constantFrom(
      'Kestrel',
      'KRF',
      'Zyxland',
      'vault',
      'blankets',
      'displaced',
      'who',
      'how many',
      'in:vault',
      'by:kestrel',
      '"The Kestrel"',
      'flood',
      'more',
      'Tarwell',
      'figures',
      'Kestrl',
      'sources',
    )
    const request = fc.constantFrom<Request>(
      { kind: 'ask' },
      { kind: 'ask', set: 'vault' },
      { kind: 'more', shown: 0 },
      { kind: 'figures' },
      { kind: 'sources' },
      { kind: 'help' },
      { kind: 'check' },
      { kind: 'context', document: 'vault-plan.md', start: 60, end: 100 },
      { kind: 'suggest', what: 'documents' },
      { kind: 'suggest', what: 'sets' },
      { kind: 'suggest', what: 'places' },
      { kind: 'suggest', what: 'counted' },
      { kind: 'manage' },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 5 }),
        request,
        async (typed, wanted) => {
          const text = typed.join(' ')
          const reply = await want(bot, wanted, text, { thread: String(count) })
          // What was typed comes back; nothing that was not typed may.
          const said = [...typed, ...typed.flatMap((one) => one.split(' '))].reduce(
            (json, word) => {
              const plain = word.replaceAll('"', '').replace(/^\w+:/u, '')
              return json.replaceAll(new RegExp(plain, 'giu'), '')
            },
            JSON.stringify(reply).replaceAll('\\"', '"'),
          )
          const asked = wanted.kind === 'ask' ? (wanted.set ?? '') : ''
          expect(asked === '' ? said : said.replaceAll(asked, '')).not.toMatch(CANARY)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('a short part of the soak of every request', () => {
  it('has no word of another set', { timeout: 60_000 }, async () => {
    expect(await leaks(400, 11)).toEqual([])
  })
})

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

describe('unanswered questions', () => {
  const admin = { role: 'admin', workspace: 'T1' } as const
  const direct = { ...admin, channel: 'D1' }
  const wide = { kind: 'gaps', of: 'workspace' } as const
  const REGATTA = 'Who won the regatta of Zanzibar?'
  const LOTTERY = 'Who won the lottery of Samarkand?'
  const DISPLACED = 'Who insured the displaced of the flood from Samarkand?'

  async function gapsOf(bot: Bot, request: Request, over: Partial<Message>) {
    const reply = await want(bot, request, '', over)
    if (reply.kind !== 'gaps') throw new Error(reply.kind)
    expect(Reply.parse(reply)).toEqual(reply)
    return reply.gaps
  }
  const questionsOf = async (bot: Bot, request: Request, over: Partial<Message>) =>
    (await gapsOf(bot, request, over)).map(({ question }) => question)

  it('of a whole workspace are for its admins, where only they read', async () => {
    const bot = canaryBot()
    await send(bot, REGATTA, { workspace: 'T1' })
    await send(bot, LOTTERY, { workspace: 'T1', channel: 'C2' })
    expect(await questionsOf(bot, wide, direct)).toEqual([LOTTERY, REGATTA])
    expect(await questionsOf(bot, { kind: 'gaps' }, admin)).toEqual([REGATTA])
    expect(await questionsOf(bot, { kind: 'gaps' }, direct)).toEqual([])
    for (const role of ['member', 'outsider'] as const)
      expect(await want(bot, wide, '', { ...direct, role })).toMatchObject({
        kind: 'failed',
        message: expect.stringContaining('Only admins'),
      })
  })

  it('are their asker’s own where nobody reads along', async () => {
    const store = sqliteStore(':memory:')
    const bot = canaryBot({ store })
    await send(bot, REGATTA, { workspace: 'T1', aloud: false })
    await send(bot, LOTTERY, { workspace: 'T1', channel: 'D7', aloud: false })
    expect(await questionsOf(bot, wide, direct)).toEqual([])
    expect(await questionsOf(bot, { kind: 'gaps' }, admin)).toEqual([])
    expect(await store.gaps.list(10)).toEqual([])
  })

  it('of another workspace or platform stay there', async () => {
    const bot = canaryBot()
    await send(bot, REGATTA, { workspace: 'T2' })
    await send(bot, LOTTERY, { workspace: 'T1', platform: 'discord' })
    await send(bot, 'Who won the raffle of Timbuktu?')
    expect(await questionsOf(bot, wide, direct)).toEqual([])
    // Where no workspace is known, there is only the channel.
    const { workspace: _, ...nowhere } = direct
    expect(await questionsOf(bot, wide, nowhere)).toEqual([])
    // The same channel's name in two workspaces is two channels.
    expect(await questionsOf(bot, wide, { ...direct, workspace: 'T3', channel: 'C1' })).toEqual([
      'Who won the raffle of Timbuktu?',
    ])
  })

  it('are not crowded out by those of other places', async () => {
    const store = sqliteStore(':memory:')
    const bot = canaryBot({ store })
    await send(bot, REGATTA, { workspace: 'T1' })
    const gap = { at: '2024-01-01T08:00:00.000Z', platform: 'slack', channel: 'C7', reason: 'No.' }
    for (let at = 0; at < 300; at++)
      await store.gaps.add({ ...gap, question: LOTTERY, workspace: 'T2' })
    expect(await questionsOf(bot, wide, direct)).toEqual([REGATTA])
    expect(await questionsOf(bot, { kind: 'gaps' }, admin)).toEqual([REGATTA])
  })

  it('show the nearest passage only of documents that the admin sees', async () => {
    const bot = canaryBot()
    await send(bot, DISPLACED, { workspace: 'T1', channel: 'C9' })
    const [own] = await gapsOf(bot, { kind: 'gaps' }, { ...admin, channel: 'C9' })
    expect(own?.nearest).toMatchObject({ document: 'vault-plan.md' })
    const [seen] = await gapsOf(bot, wide, direct)
    expect(seen).toMatchObject({ question: DISPLACED, reason: own?.reason })
    expect(JSON.stringify(seen)).not.toMatch(CANARY)
    await want(bot, { kind: 'manage' }, 'set default', { ...admin, channel: 'C9' })
    const [later] = await gapsOf(bot, { kind: 'gaps' }, { ...admin, channel: 'C9' })
    expect(JSON.stringify(later)).not.toMatch(CANARY)
  })

  it('show no passage of a document that left its name to another', async () => {
    const store = sqliteStore(':memory:')
    const gap = { at: '2024-01-01T08:00:00.000Z', platform: 'slack', channel: 'C1', reason: 'No.' }
    const add = (text: string) =>
      store.gaps.add({ ...gap, question: text, nearest: { document: 'notes.txt', text } })
    await add('Blankets (4711) lie in the vault.')
    await add('Bakers in Tarwell gave away bread for six weeks after the wat')
    const found = await gapsOf(canaryBot({ store }), { kind: 'gaps' }, admin)
    expect(found.map(({ nearest }) => nearest !== undefined)).toEqual([true, false])
  })

  it('never say a word of a set that the admin does not see', async () => {
    const bot = canaryBot()
    const random = randomOf(6)
    for (let turn = 0; turn < 150; turn++)
      await send(bot, `${innocentQuestion(random)} Samarkand`, {
        workspace: 'T1',
        channel: 'C9',
        thread: String(turn),
        request: { kind: turn % 2 === 0 ? 'ask' : 'figures' },
      })
    const found = await gapsOf(bot, wide, direct)
    expect(found.length).toBeGreaterThan(50)
    expect(JSON.stringify(found)).not.toMatch(CANARY)
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
  const report = {
    read: 1,
    unchanged: 0,
    removed: 0,
    added: 1,
    updated: 0,
    skipped: [],
    seconds: 1,
  }

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
        return Promise.resolve(report)
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
        return Promise.resolve(report)
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
