/** The desk as an adapter, and as a server that others try to misuse. */
import { createServer } from 'node:net'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Web } from '../../../adapters/web/adapter.ts'
import { parseAddress } from '../../../adapters/web/address.ts'
import { documentOfPath, readerPath } from '../../../src/reader-address.ts'
import type { Reply } from '../../../src/reply.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'
import { testAdapter } from '../../support/adapter-contract.ts'
import { type OpenDesk, getterOf, openDesk, served, webOptions } from '../../support/desk.ts'
import { VALLEY } from '../../support/library.ts'
import { livePartsOf, readPage } from '../../support/page.ts'
import { randomReply, words } from '../../support/random-replies.ts'
import { citation, quote, answer } from '../../support/replies.ts'

testAdapter('the desk', () => {
  const web = new Web(webOptions(sqliteStore(':memory:')))
  const seen = new Map<string, string>()
  const open = async (path: string): Promise<string> => {
    const response = await getterOf(web.address ?? '')(path)
    return readPage(await response.text()).text
  }
  const underWay: Promise<unknown>[] = []
  let said = 0
  return {
    adapter: {
      name: web.name,
      start: (answerer) => web.start(answerer),
      // What is on its way to a reader has been sent.
      stop: async () => {
        await web.stop()
        await Promise.all(underWay)
      },
      isShared: () => web.isShared(),
      // A post is seen by whoever opens its page.
      post: async (destination, reply, key) => {
        const receipt = await web.post(destination, reply, key)
        seen.set(receipt.id, await open(`/briefings/${receipt.id}`))
        return receipt
      },
    },
    destination: 'briefings',
    shown: () => [...seen.values()].join('\n'),
    say: (text) => {
      const name = `question ${said++}`
      const shown = open(`/turn?${new URLSearchParams({ q: text }).toString()}`).then(
        (page) => seen.set(name, page),
        () => {},
      )
      underWay.push(shown)
      return Promise.resolve()
    },
    redeliver: () => Promise.resolve(false),
  }
})

describe('the desk', () => {
  let desk: OpenDesk
  beforeEach(async () => {
    desk = await openDesk(VALLEY)
  })
  afterEach(() => desk.adapter.stop())

  it('leads from an answer to its quote, marked where it stands', async () => {
    const asked = await desk.get('/?q=How+many+houses+did+the+flood+in+Tarwell+destroy%3F')
    expect(asked.status).toBe(200)
    const { document } = readPage(await asked.text())
    const told = wordsOf(document.querySelector('blockquote p:not(.beside)')?.textContent)
    const href = document.querySelector('a.title')?.getAttribute('href') ?? ''
    const read = await desk.get(href)
    const page = readPage(await read.text()).document
    const marks = [...page.querySelectorAll('mark')].map(({ textContent }) => textContent)
    expect(told).toContain('houses')
    expect(marks.join(' ')).toBe(told)
    expect(page.querySelectorAll('#quote')).toHaveLength(1)
  })

  it('goes on from the question before, in the same conversation only', async () => {
    const ask = async (q: string, c: string) => {
      const query = new URLSearchParams({ q, c }).toString()
      return readPage(await (await desk.get(`/turn?${query}`)).text()).text
    }
    const [one, other] = ['conversation-one', 'conversation-two']
    await ask('How many houses did the flood in Tarwell destroy?', one)
    expect(await ask('Who said that?', one)).toContain('the mayor, Ada Lindqvist')
    expect(await ask('more', one)).not.toBe(await ask('more', other))
  })

  it('says so when the documents do not, and lists no gap as an answer', async () => {
    const response = await desk.get('/?q=Who+won+the+regatta+of+Basel%3F')
    expect(readPage(await response.text()).text).toContain('The documents do not say')
  })

  it('gives figures as CSV and as a picture, and no file of none', async () => {
    const query = new URLSearchParams({ q: 'people injured' }).toString()
    const csv = await desk.get(`/figures.csv?${query}`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(await csv.text()).toContain('37')
    const svg = await desk.get(`/figures.svg?${query}`)
    expect(svg.headers.get('content-type')).toBe('image/svg+xml')
    expect(await svg.text()).toContain('<svg')
    expect((await desk.get('/figures.csv?q=regattas+won')).status).toBe(404)
  })

  it('checks a draft that is pasted or given as a file, and keeps it nowhere', async () => {
    const draft = 'The flood in Tarwell destroyed 777 houses.'
    const pasted = new FormData()
    pasted.set('draft', draft)
    const given = new FormData()
    given.set('file', new File([draft], 'draft.txt', { type: 'text/plain' }))
    for (const body of [pasted, given]) {
      const sent = await desk.get('/check', {
        method: 'POST',
        headers: { Origin: desk.address },
        body,
      })
      const { document } = readPage(await sent.text())
      expect(document.querySelector('.draft .wrong')?.textContent).toContain('777')
    }
    expect(await (await desk.get('/gaps')).text()).not.toContain('777')
  })

  it('lists what could not be answered, the most asked first', async () => {
    for (const q of ['Who won the regatta of Basel?', 'Who painted the ferry of Oss?'])
      await desk.get(`/turn?${new URLSearchParams({ q }).toString()}`)
    await desk.get(`/turn?${new URLSearchParams({ q: 'who won the regatta of Basel' }).toString()}`)
    const { document } = readPage(await (await desk.get('/gaps')).text())
    const asked = [...document.querySelectorAll('.gaps .question')].map((one) =>
      one.textContent.trim().toLowerCase(),
    )
    expect(asked).toEqual(['who won the regatta of basel', 'who painted the ferry of oss?'])
    expect(document.querySelector('.gaps')?.textContent).toContain('2 times')
  })

  it('shows a briefing that was posted to those it was posted for', async () => {
    const posted: Reply = {
      kind: 'summary',
      title: 'New since Monday',
      language: 'en',
      documents: [],
      lead: [],
      sections: [],
      figures: [],
      gaps: [],
      notes: ['Nothing is new.'],
    }
    const { id } = await desk.adapter.post('briefings', posted, 'monday')
    expect(await (await desk.get('/briefings')).text()).toContain('New since Monday')
    expect(await (await desk.get(`/briefings/${id}`)).text()).toContain('Nothing is new.')
  })

  it('speaks the language that is asked for', async () => {
    const french = await desk.get('/', { headers: { 'Accept-Language': 'fr-CH, en;q=0.5' } })
    expect(await french.text()).toContain('<html lang="fr">')
    const chosen = await desk.get('/?lang=fr')
    expect(chosen.headers.get('set-cookie')).toMatch(/^lang=fr;.*SameSite=Strict/u)
  })

  it('answers what is not there with a page that says so', async () => {
    for (const path of [
      '/documents/secret.md',
      '/documents/..%2f..%2fetc%2fpasswd',
      '/documents/%E0%A4%A',
      '/documents/',
      '/nothing',
      '/briefings/0',
      '/assets/..%2fapp.ts',
      '/assets/constructor',
    ]) {
      const response = await desk.get(path)
      expect(response.status, `at ${path}`).toBe(404)
      expect(livePartsOf(await response.text()), `at ${path}`).toEqual([])
    }
  })

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4400', '10.0.0.1'])(
    'is not reached as %s, a name that was led here',
    async (host) => {
      expect(await statusOfRaw(desk.address, { Host: host })).toBe(421)
    },
  )

  it.each([
    { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
    { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' },
    { 'X-Forwarded-For': '203.0.113.7' },
    { Forwarded: 'for=203.0.113.7' },
  ])('turns %j away', async (headers) => {
    expect((await desk.get('/', { headers })).status).toBe(403)
  })

  it('takes a form from its own pages only', async () => {
    const sent = (origin: string) =>
      desk.get('/feedback', {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'question=a&helpful=yes',
      })
    expect((await sent('https://evil.example')).status).toBe(403)
    expect((await sent(desk.address)).status).toBe(200)
  })

  it('takes no more than a draft', async () => {
    const sent = await desk.get('/feedback', {
      method: 'POST',
      headers: { Origin: desk.address, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `question=${'a'.repeat(2_100_000)}`,
    })
    expect(sent.status).toBe(413)
  })

  it('lets nothing run that is not its own, and tells no other site of a page', async () => {
    for (const path of ['/', '/documents/flood-april.md', '/sources', '/missing']) {
      const { headers } = await desk.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/u)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('says which port is taken, and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const web = new Web({ ...webOptions(desk.store), port })
    await expect(web.start(() => Promise.reject(new Error('unasked')))).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining(`127.0.0.1:${port} is taken`),
    })
    await web.stop()
    other.close()
  })

  it('takes any address, question and query without a failure of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '/',
          '/turn',
          '/figures',
          '/figures.svg',
          '/gaps',
          '/documents/flood-april.md',
          '/sources',
          '/briefings',
        ),
        fc.dictionary(
          fc.constantFrom(
            'q',
            'c',
            'by',
            'in',
            'since',
            'before',
            'set',
            'shown',
            'quote',
            'v',
            'part',
            'find',
            'from',
            'lang',
          ),
          fc.oneof(words, fc.constantFrom('0', '-1', '1-2', '99999999', 'x'.repeat(500))),
        ),
        async (path, query) => {
          const response = await desk.get(`${path}?${new URLSearchParams(query).toString()}`)
          expect(response.status === 431 || response.status < 500).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a page of a text that means harm', () => {
  let reply: Reply = answer(quote('nothing yet'))
  let close: () => Promise<void>
  let get: ReturnType<typeof getterOf>
  beforeEach(async () => {
    const { adapter, address } = await served(() => Promise.resolve(reply), sqliteStore(':memory:'))
    close = () => adapter.stop()
    get = getterOf(address)
  })
  afterEach(() => close())

  it('has nothing in it but the desk’s own, whatever the reply', async () => {
    await fc.assert(
      fc.asyncProperty(randomReply, async (any) => {
        reply = any
        const response = await get('/turn?q=what')
        expect(livePartsOf(await response.text())).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://a:b@bank.example/',
    ' javascript:alert(1)',
    'file:///etc/passwd',
  ])('links nobody to %s', async (url) => {
    reply = answer(quote('Seven wells were dug.', { citation: citation({ url }) }))
    const html = await (await get('/turn?q=what')).text()
    expect(livePartsOf(html)).toEqual([])
    expect(readPage(html).document.querySelector('a.out')).toBeNull()
  })
})

describe('the address of a document', () => {
  it('stays on the desk and leads back to the document, whatever its name', () => {
    const names = fc.constantFrom('..', '.', '../../x', '~a', '~', '//evil', 'a//b', '%2e%2e', '')
    fc.assert(
      fc.property(fc.oneof(words, names), (name) => {
        const url = new URL(readerPath(name), 'http://desk.example')
        expect(url.host).toBe('desk.example')
        expect(url.pathname.startsWith('/documents/')).toBe(true)
        expect(documentOfPath(url.pathname.slice('/documents/'.length))).toBe(name.toWellFormed())
      }),
    )
  })
})

describe('where the desk is served', () => {
  it.each([
    ['127.0.0.1:4400', { host: '127.0.0.1', port: 4400 }],
    ['4401', { host: '127.0.0.1', port: 4401 }],
    ['[::1]:80', { host: '::1', port: 80 }],
    ['Off', 'off'],
    ['localhost', undefined],
    ['127.0.0.1:70000', undefined],
    ['', undefined],
  ])('%j is read', (text, address) => {
    expect(parseAddress(text)).toEqual(address)
  })
})

/** A quote without its number. */
const wordsOf = (text = ''): string => text.replace(/\s*\[\d+\]\s*$/u, '').trim()

/** `fetch` sends a host of its own. */
async function statusOfRaw(address: string, headers: Record<string, string>): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request(address, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .once('error', reject)
      .end()
  })
}
