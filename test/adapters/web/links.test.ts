/** Links out of a chat: they open their document to whoever has no token, for a while, and nothing else. */
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../../index/engines/minisearch.ts'
import type { BotOptions } from '../../../src/bot.ts'
import type { Quote, Reply } from '../../../src/reply.ts'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { documentFrom, libraryOf } from '../../support/library.ts'

const STORY =
  'The bakers of Tarwell gave away bread for six weeks after the flood had gone. They asked nobody for money, and the mill of Oss sent them flour on carts.'
const FILES = {
  'open/bread.md': `# Bakeries\n\n${STORY}\n`,
  'open/again.md': `# The same in the Hill Courier\n\n${STORY}\n`,
  'secret.md': '# Payments\n\nThe mayor of Tarwell was paid 400 crowns for the bridge of Oss.\n',
}
const HOME = 'https://desk.example.org'

function corpusOf(...names: (keyof typeof FILES)[]): WholeCorpus {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(names.map((name) => documentFrom(name, FILES[name])))
  return corpus
}

const whole = corpusOf('open/bread.md', 'open/again.md', 'secret.md')

describe('a link out of a chat', () => {
  let desk: OpenDesk
  /** What the set `default` has. */
  let open: WholeCorpus
  const start = async (more: Partial<BotOptions> = {}): Promise<OpenDesk> => {
    const library = libraryOf(whole, {
      sets: ['default', 'closed'],
      view: (sets) => Promise.resolve(sets === undefined || sets.includes('closed') ? whole : open),
    })
    const options = { library, publicUrl: HOME, linkDays: 7, ...more }
    return openDesk({}, options, { publicUrl: HOME })
  }
  beforeEach(async () => {
    open = corpusOf('open/bread.md', 'open/again.md')
    desk = await start()
  })
  afterEach(() => desk.adapter.stop())

  const asked = (more: object = {}): Promise<Reply> =>
    desk.bot.answer({
      id: '1',
      text: 'What did the bakers of Tarwell give away?',
      user: 'U1',
      channel: 'C1',
      platform: 'slack',
      ...more,
    })

  async function quoted(more: object = {}): Promise<Quote> {
    const reply = await asked(more)
    const [quote] = reply.kind === 'answer' ? reply.quotes : []
    if (quote === undefined) throw new Error(JSON.stringify(reply))
    return quote
  }

  /** Below the desk's own address, as a browser asks for it. */
  async function linked(): Promise<string> {
    const { citation } = await quoted()
    expect(citation.reader).toMatch(/^https:\/\/desk\.example\.org\/documents\//u)
    return (citation.reader ?? '').slice(HOME.length).replace('#quote', '')
  }

  const statusOf = async (path: string, init?: RequestInit): Promise<number> =>
    (await desk.get(path, init)).status

  it('opens its document at the quote, without a token', async () => {
    const path = await linked()
    const response = await desk.get(path)
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('<mark id="quote"')
    expect(page).toContain('gave away bread')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    // The story elsewhere is another document.
    expect(page).not.toContain('Hill Courier')
    expect(page).not.toContain('again.md')
  })

  it('opens nothing else', async () => {
    const path = await linked()
    const key = new URL(path, HOME).searchParams.get('k') ?? ''
    const k = `k=${key}`
    const others = [
      `/documents/open/again.md?${k}`,
      `/documents/secret.md?${k}`,
      `/documents/none.md?${k}`,
      `/pages/secret.md?${k}`,
      `/?q=bread&${k}`,
      `/sources?${k}`,
      `/gaps?${k}`,
      `/api/v1/documents?${k}`,
      `/api/v1/documents/open%2Fbread.md?${k}`,
      `/api/v1/ask?q=bread&${k}`,
      `/mcp?${k}`,
      `/documents/open/bread.md`,
      `/documents/open/bread.md?k=`,
    ]
    for (const other of others) expect([other, await statusOf(other)]).toEqual([other, 401])
    expect(await statusOf(path, { method: 'POST' })).not.toBe(200)
  })

  it('is no use with any sign of its key changed', async () => {
    const path = await linked()
    const key = new URL(path, HOME).searchParams.get('k') ?? ''
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: key.length - 1 }),
        fc.constantFrom('A', 'a', 'Z', 'z', '0', '9', '-', '_', '.', '='),
        async (at, sign) => {
          fc.pre(key[at] !== sign)
          const forged = key.slice(0, at) + sign + key.slice(at + 1)
          expect(await statusOf(path.replace(key, forged))).toBe(401)
        },
      ),
      { numRuns: 60 },
    )
    for (const forged of [
      `${key}A`,
      key.slice(1),
      key.repeat(2),
      `${key}.${key}`,
      key.split('.')[0],
    ])
      expect(await statusOf(path.replace(key, forged ?? ''))).toBe(401)
    const wider = Buffer.from(JSON.stringify([['closed'], 1e6])).toString('base64url')
    const signature = key.split('.')[1] ?? ''
    expect(await statusOf(`/documents/secret.md?k=${wider}.${signature}`)).toBe(401)
  })

  it('is over after its days, and is another desk’s nowhere', async () => {
    const at = async (days: number): Promise<string> => {
      const keyFor = await desk.store.links.keys(['default'], days)
      return `/documents/open/bread.md?k=${keyFor('open/bread.md')}`
    }
    expect(await statusOf(await at(0))).toBe(200)
    expect(await statusOf(await at(-1))).toBe(401)
    const other = await start()
    expect((await other.get(await linked())).status).toBe(401)
    await other.adapter.stop()
  })

  it('shows its document only while a set that the chat saw has it', async () => {
    const path = await linked()
    open = corpusOf('open/again.md')
    expect(await statusOf(path)).toBe(404)
    const foreign = (await desk.store.links.keys(['default'], 7))('secret.md')
    const response = await desk.get(`/documents/secret.md?k=${foreign}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('crowns')
  })

  it('takes its key along to the parts, versions and pages of its document, and to no other', async () => {
    const page = await (await desk.get(await linked())).text()
    const hrefs = [...page.matchAll(/(?:href|src)="([^"]+)"/gu)].map(([, href]) => href ?? '')
    const keyed = hrefs.filter((href) => href.includes('k='))
    // That of the other language.
    expect(keyed.length).toBeGreaterThan(0)
    for (const href of keyed) expect(href).toMatch(/^\/(?:documents|pages)\/open\/bread\.md\?/u)
  })

  it('has a key only where one is wanted: not at the machine, in the desk, or with link_days: 0', async () => {
    for (const more of [{ local: true }, { platform: 'web', channel: 'reader' }])
      expect((await quoted(more)).citation.reader).not.toContain('k=')
    await desk.adapter.stop()
    desk = await start({ linkDays: 0 })
    expect((await quoted()).citation.reader).not.toContain('k=')
  })

  it('comes with digests, too, for the sets that their channel sees', async () => {
    const summary = { ...(await asked()) }
    const checked = await desk.bot.digests.check({ destination: 'slack:C1' }, summary, false)
    const [quote] = checked.kind === 'answer' ? checked.quotes : []
    const reader = new URL(quote?.citation.reader ?? '')
    const sets = await desk.store.links.setsOf('open/bread.md', reader.searchParams.get('k') ?? '')
    expect(sets).toEqual(['default'])
  })
})
