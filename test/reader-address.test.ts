/** Citations say where they are read, and nothing else of a reply changes. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceUrl } from '../adapters/shared/citation.ts'
import { Bot } from '../src/bot.ts'
import { createLog } from '../src/log.ts'
import { withReaders } from '../src/reader-address.ts'
import { Reply } from '../src/reply.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { corpusOf, libraryOf, VALLEY } from './support/library.ts'
import { randomReply } from './support/random-replies.ts'
import { REPLIES } from './support/replies.ts'

const BASE = 'https://desk.example.org'

const readersIn = (reply: Reply): string[] =>
  [...JSON.stringify(reply).matchAll(/"reader":"([^"]*)"/gu)].map(([, address = '']) => address)
const without = (reply: Reply): unknown =>
  JSON.parse(JSON.stringify(reply, (key, value: unknown) => (key === 'reader' ? undefined : value)))

describe('a reply with readers', () => {
  it('is the same reply, each citation with an address of the desk', () => {
    const any = fc.oneof(randomReply, fc.constantFrom(...Object.values(REPLIES)))
    fc.assert(
      fc.property(any, (reply) => {
        const read = withReaders(reply, `${BASE}/`)
        expect(Reply.safeParse(read).success).toBe(Reply.safeParse(reply).success)
        expect(without(read)).toEqual(JSON.parse(JSON.stringify(reply)))
        for (const address of readersIn(read))
          expect(new URL(address).origin + new URL(address).pathname).toMatch(
            /^https:\/\/desk\.example\.org\/documents\//u,
          )
        const cited = JSON.stringify(reply).match(/"document":"[^"]*","title":/gu) ?? []
        expect(readersIn(read).length).toBeGreaterThanOrEqual(Math.min(1, cited.length))
      }),
    )
  })

  it('is what a bot gives that knows where its desk is', async () => {
    const bot = new Bot({
      library: libraryOf(corpusOf(VALLEY)),
      channels: {},
      aliases: {},
      caution: 'normal',
      log: createLog('silent'),
      store: sqliteStore(':memory:'),
      rememberHours: 1,
      publicUrl: BASE,
    })
    const text = 'How many houses did the flood in Tarwell destroy?'
    const reply = await bot.answer({ id: '1', text, user: 'u', channel: 'C1', platform: 'slack' })
    const [quote] = reply.kind === 'answer' ? reply.quotes : []
    if (quote === undefined) throw new Error('no answer')
    expect(sourceUrl(quote.citation, quote)).toContain(
      `${BASE}/documents/${quote.citation.document}?quote=${quote.start}-${quote.end}&v=`,
    )
  })
})
