import type { IncomingHttpHeaders } from 'node:http'
import { gzipSync, brotliCompressSync, deflateSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fetcher, site } from './servers.ts'

const TEXT = 'The river rose by two metres overnight.\n'.repeat(50)
const textOf = (result: unknown): string | undefined =>
  typeof result === 'object' &&
  result !== null &&
  'bytes' in result &&
  result.bytes instanceof Uint8Array
    ? Buffer.from(result.bytes).toString()
    : undefined

describe('a fetch', () => {
  it('brings bytes, type, address and validators', async () => {
    const door = await site((_request, response) => {
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=ISO-8859-1',
          etag: 'W/"v1"',
          'last-modified': 'Sun, 01 Mar 2026 12:00:00 GMT',
        })
        .end('<p>Rain</p>')
    })
    expect(await fetcher([door]).fetch(`${door.url}/a/../b?c=d#e`)).toEqual({
      state: 'fetched',
      bytes: Buffer.from('<p>Rain</p>'),
      url: `${door.url}/b?c=d`,
      contentType: 'text/html; charset=ISO-8859-1',
      validators: { etag: 'W/"v1"', lastModified: 'Sun, 01 Mar 2026 12:00:00 GMT' },
    })
  })

  it('asks politely, and for no more than it needs', async () => {
    const door = await site((_request, response) => {
      response.setHeader('set-cookie', 'id=1').end('x')
    })
    const polite = fetcher([door], { agent: 'Desk/2' })
    await polite.fetch(door.url)
    await polite.fetch(door.url)
    const sent: IncomingHttpHeaders | undefined = door.requests[1]?.headers
    expect(sent).toMatchObject({
      host: door.host,
      connection: 'close',
      'user-agent': 'Desk/2',
      'accept-encoding': 'gzip, br, zstd',
    })
    expect(Object.keys(sent ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('unpacks %s', async (encoding, pack) => {
    const door = await site((_request, response) => {
      response.setHeader('content-encoding', encoding).end(pack(TEXT))
    })
    expect(textOf(await fetcher([door]).fetch(door.url))).toBe(TEXT)
  })

  it('takes an empty page', async () => {
    const door = await site((_request, response) => response.end())
    expect(textOf(await fetcher([door]).fetch(door.url))).toBe('')
  })

  it('follows up to five redirects, in UTF-8 too', async () => {
    const door = await site(({ url }, response) => {
      const at = Number(url?.slice(1))
      const location = at === 1 ? Buffer.from('/été').toString('latin1') : `/${at - 1}`
      if (url === '/%C3%A9t%C3%A9') response.end('there')
      else response.writeHead(301, { location }).end('moved')
    })
    const follower = fetcher([door])
    expect(await follower.fetch(`${door.url}/5`)).toMatchObject({
      state: 'fetched',
      url: `${door.url}/%C3%A9t%C3%A9`,
    })
    expect(await follower.fetch(`${door.url}/6`)).toEqual({
      state: 'refused',
      reason: 'redirected more than 5 times; open it in a browser and add the address it ends at',
    })
  })

  it('stops at a circle', async () => {
    const door = await site(({ url }, response) => {
      response.writeHead(302, { location: url === '/a' ? '/b' : '/a' }).end()
    })
    expect(await fetcher([door]).fetch(`${door.url}/a`)).toEqual({
      state: 'refused',
      reason: 'redirected in a circle; open it in a browser and add the address it ends at',
    })
    expect(door.requests).toHaveLength(2)
  })

  it('fails at a redirect to nowhere', async () => {
    const door = await site((_request, response) => response.writeHead(302).end())
    expect(await fetcher([door]).fetch(door.url)).toEqual({
      state: 'failed',
      reason: 'redirected (302) without an address; check the page',
    })
  })

  it('does not follow a redirect that holds a password', async () => {
    const door = await site((_request, response) => {
      response.writeHead(302, { location: `http://u:p@${door.host}/in` }).end()
    })
    expect(await fetcher([door]).fetch(door.url)).toHaveProperty('state', 'refused')
    expect(door.requests).toHaveLength(1)
  })
})

describe('asking whether anything changed', () => {
  const ETAG = '"a1-gzip"'
  const SINCE = 'Sun, 01 Mar 2026 12:00:00 GMT'

  it('goes round: validators given are validators sent', async () => {
    const door = await site(({ headers }, response) => {
      response.setHeader('etag', ETAG).setHeader('last-modified', SINCE)
      if (headers['if-none-match'] === ETAG && headers['if-modified-since'] === SINCE)
        response.writeHead(304).end()
      else response.end('new')
    })
    const asking = fetcher([door])
    const first = await asking.fetch(door.url)
    expect(first).toMatchObject({
      state: 'fetched',
      validators: { etag: ETAG, lastModified: SINCE },
    })
    const validators = first.state === 'fetched' ? first.validators : {}
    expect(await asking.fetch(door.url, validators)).toEqual({ state: 'unchanged' })
    expect(await asking.fetch(door.url, { etag: '"old"' })).toHaveProperty('state', 'fetched')
    expect(await asking.fetch(door.url, { lastModified: SINCE })).toHaveProperty('state', 'fetched')
  })

  it('takes “not modified” for an answer only when asked', async () => {
    const door = await site((_request, response) => response.writeHead(304).end())
    expect(await fetcher([door]).fetch(door.url)).toHaveProperty('state', 'failed')
  })

  it.each([['"a\r\nx: y"'], ['bare'], ['"é"'], [`"${'a'.repeat(600)}"`], ['']])(
    'does not send %j',
    async (etag) => {
      const door = await site((_request, response) => response.end('x'))
      await fetcher([door]).fetch(door.url, { etag, lastModified: 'a\nb' })
      expect(door.requests[0]?.headers).not.toHaveProperty('if-none-match')
      expect(door.requests[0]?.headers).not.toHaveProperty('if-modified-since')
    },
  )

  it('keeps no validators that could not be sent', async () => {
    const door = await site((_request, response) => {
      response
        .setHeader('etag', ['"a"', '"b"'])
        .setHeader('last-modified', 'x'.repeat(100))
        .end('x')
    })
    expect(await fetcher([door]).fetch(door.url)).toHaveProperty('validators', {})
  })
})

describe('a type of content', () => {
  const fetchType = async (type: string): Promise<unknown> => {
    const door = await site((_request, response) =>
      response.setHeader('content-type', type).end('x'),
    )
    return fetcher([door]).fetch(door.url)
  }

  it.each([
    'text/html',
    'TEXT/HTML;charset=utf-8',
    'text/markdown',
    'text/csv',
    'text/x-unheard-of',
    'application/xhtml+xml',
    'application/xml',
    'application/rss+xml',
    'application/atom+xml; charset=utf-8',
    'application/json',
    'application/feed+json',
    'application/pdf',
    'application/epub+zip',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'message/rfc822',
    'application/octet-stream',
    '',
  ])('%j is read', async (type) => {
    expect(await fetchType(type)).toHaveProperty('state', 'fetched')
  })

  it.each([
    ['image/png', 'image/png'],
    ['video/mp4; codecs=x', 'video/mp4'],
    ['application/zip', 'application/zip'],
    ['application/javascript', 'application/javascript'],
    ['image/svg+xml', 'image/svg+xml'],
    ['<b>@everyone</b>/x', 'an unknown type'],
    ['nonsense', 'an unknown type'],
  ])('%j is refused', async (type, shown) => {
    expect(await fetchType(type)).toEqual({
      state: 'refused',
      reason: `${shown} is no document; give the address of a page, a feed, or a PDF, Word, EPUB, Excel, CSV or mail file`,
    })
  })
})

describe('a status', () => {
  it.each([
    [204, 'failed', 'the site answers with nothing; check the address (204)'],
    [206, 'failed', 'the site does not give it (206); open the address in a browser and check it'],
    [400, 'failed', 'the site does not give it (400); open the address in a browser and check it'],
    [
      401,
      'refused',
      'the page asks for a password, which is never sent; save the page as a file and add that (401)',
    ],
    [
      403,
      'failed',
      'the site does not let programs in; save the page as a file and add that (403)',
    ],
    [404, 'failed', 'there is no such page; check the address (404)'],
    [410, 'refused', 'the page is gone for good; remove the address (410)'],
    [418, 'failed', 'the site does not give it (418); open the address in a browser and check it'],
    [451, 'refused', 'the page is withheld for legal reasons; remove the address (451)'],
    [500, 'failed', 'the site has a fault (500); it is tried again later'],
    [503, 'failed', 'the site is busy; it is tried again later (503)'],
  ])('%i is %s', async (status, state, reason) => {
    const door = await site((_request, response) => {
      response.writeHead(status, { 'content-type': 'image/png' }).end()
    })
    expect(await fetcher([door]).fetch(door.url)).toEqual({ state, reason, status })
  })

  it.each([
    [429, '120', 120],
    [503, '0', 0],
    [503, 'Wed, 01 Jan 2020 00:00:00 GMT', 0],
    [500, '7', 7],
  ])('%i with Retry-After %j says when to come back', async (status, header, retryAfterSeconds) => {
    const door = await site((_request, response) => {
      response.writeHead(status, { 'retry-after': header }).end('come back')
    })
    expect(await fetcher([door]).fetch(door.url)).toMatchObject({
      state: 'failed',
      retryAfterSeconds,
    })
  })
})
