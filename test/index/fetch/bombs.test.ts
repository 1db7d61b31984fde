import { pipeline, Readable } from 'node:stream'
import * as zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fetcher, site, wire } from './servers.ts'

const MAX = 2_000_000
const TOO_LARGE = {
  state: 'refused',
  reason: 'it is over the limit of 2 MB; give a smaller one or raise max_file_megabytes',
}
const PACKERS = {
  gzip: () => zlib.createGzip(),
  deflate: () => zlib.createDeflate(),
  br: () => zlib.createBrotliCompress({ params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }),
  zstd: () => zlib.createZstdCompress(),
}

/** 10 GB, unless nobody reads on. */
function* zeros(): Generator<Buffer> {
  const megabyte = Buffer.alloc(1_000_000)
  for (let count = 0; count < 10_000; count++) yield megabyte
}

describe('a bomb', () => {
  it.each(Object.entries(PACKERS))(
    'of 10 GB of zeros packed with %s is cut off at the limit',
    async (encoding, packer) => {
      const door = await site((_request, response) => {
        response.setHeader('content-encoding', encoding)
        pipeline(Readable.from(zeros()), packer(), response, () => {})
      })
      const before = process.memoryUsage().rss
      expect(await fetcher([door], { maxBytes: MAX }).fetch(door.url)).toEqual(TOO_LARGE)
      expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
    },
  )

  it('that unpacks to nothing, without end, is cut off at the limit', async () => {
    const nothing = zlib.gzipSync('')
    const many = Buffer.concat(Array.from({ length: 5000 }, () => nothing))
    const door = await site((_request, response) => {
      response.setHeader('content-encoding', 'gzip')
      pipeline(
        Readable.from(
          (function* () {
            for (;;) yield many
          })(),
        ),
        response,
        () => {},
      )
    })
    expect(await fetcher([door], { maxBytes: MAX }).fetch(door.url)).toEqual(TOO_LARGE)
  })

  it('that is not packed is cut off at the limit', async () => {
    const door = await site((_request, response) => {
      pipeline(Readable.from(zeros()), response, () => {})
    })
    expect(await fetcher([door], { maxBytes: MAX }).fetch(door.url)).toEqual(TOO_LARGE)
  })

  it('that says how large it is is not read at all', async () => {
    const door = await site((_request, response) => {
      response.writeHead(200, { 'content-length': MAX + 1 }).flushHeaders()
    })
    expect(await fetcher([door], { maxBytes: MAX }).fetch(door.url)).toEqual(TOO_LARGE)
  })

  it('just under the limit is none', async () => {
    const door = await site((_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(zlib.gzipSync(Buffer.alloc(MAX)))
    })
    const result = await fetcher([door], { maxBytes: MAX }).fetch(door.url)
    expect(result.state === 'fetched' && result.bytes.length).toBe(MAX)
  })
})

describe('a site that takes its time', () => {
  const slow = { state: 'failed', reason: 'it took longer than 0.3 s; it is tried again later' }
  const every =
    (milliseconds: number, bytes: string) =>
    (write: (bytes: string) => unknown): void => {
      const timer = setInterval(() => {
        if (write(bytes) === undefined) clearInterval(timer)
      }, milliseconds)
      timer.unref()
    }

  it.each([
    [
      'a body, byte by byte',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 99999\r\n\r\n',
      'a',
    ],
    [
      'a body, chunk by chunk',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n',
      '1\r\na\r\n',
    ],
    ['headers, one by one', 'HTTP/1.1 200 OK\r\n', 'x: y\r\n'],
    ['a header, byte by byte', 'HTTP/1.1 200 OK\r\nx: ', 'y'],
    ['“wait a little”', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['nothing', '', ''],
  ])('over %s is left', async (_what, start, more) => {
    const door = await wire((socket) => {
      socket.write(start)
      every(20, more)((bytes) => (socket.destroyed ? undefined : socket.write(bytes)))
    })
    expect(await fetcher([door], { seconds: 0.3 }).fetch(door.url)).toEqual(slow)
  })

  it('over every redirect is left, as all hops share the time', async () => {
    const door = await site(({ url }, response) => {
      setTimeout(() => {
        response.writeHead(302, { location: `${url}a` }).end()
      }, 120)
    })
    expect(await fetcher([door], { seconds: 0.3 }).fetch(door.url)).toEqual(slow)
    expect(door.requests.length).toBeLessThan(5)
  })

  it('over the body of a redirect is not waited for', async () => {
    const door = await site(({ url }, response) => {
      if (url === '/there') response.end('x')
      else response.writeHead(302, { location: '/there' }).write('forever')
    })
    expect(await fetcher([door], { seconds: 5 }).fetch(door.url)).toHaveProperty('state', 'fetched')
  })
})

describe('headers', () => {
  it('that are many and short are not read', async () => {
    const door = await wire((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(600)}\r\n`),
    )
    expect(await fetcher([door]).fetch(door.url)).toEqual({
      state: 'refused',
      reason: 'the site sends too many headers; check the address',
    })
  })

  it.each([
    ['many', 'x: y\r\n'.repeat(1000)],
    ['long', 'y'.repeat(10_000)],
  ])('that are too %s are not read', async (_kind, more) => {
    const door = await wire((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx: ')
      const pour = (): void => {
        while (!socket.destroyed && socket.write(more));
      }
      socket.on('drain', pour)
      pour()
    })
    expect(await fetcher([door]).fetch(door.url)).toEqual({
      state: 'failed',
      reason: 'the site sends too many headers; check the address',
    })
  })
})
