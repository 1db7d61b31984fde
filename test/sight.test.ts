/** Who sees what, whatever is asked. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Request } from '../src/adapter.ts'
import { leaks } from './soak/canaries.ts'
import { CANARY, canaryBot } from './support/canary.ts'
import { send, want } from './support/asking.ts'

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
    let thread = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 5 }),
        request,
        async (typed, wanted) => {
          const text = typed.join(' ')
          const reply = await want(bot, wanted, text, { thread: String(thread++) })
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
