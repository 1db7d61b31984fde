import { gzipSync, brotliCompressSync, deflateSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Fetcher } from '../../../index/fetch/fetcher.ts'
import { fetcher, site, wire } from './servers.ts'

const TEXT = 'The river rose by two metres overnight.\n'.repeat(50)

describe('what goes wrong on the way', () => {
  const failed = (reason: string): unknown => ({ state: 'failed', reason })

  it('is told when nobody listens, without the address', async () => {
    expect(await fetcher([], { allow: ['127.0.0.1:1'] }).fetch('http://127.0.0.1:1/')).toEqual(
      failed('the site does not take connections; check the address and the port'),
    )
  })

  it.each([
    ['ENOTFOUND', 'the host is not known; check the spelling'],
    ['EAI_AGAIN', 'the host could not be looked up; check the network'],
    ['ESTRANGE', 'it could not be fetched (ESTRANGE); check the address and the network'],
  ])('is told when the look-up ends in %s', async (code, reason) => {
    const error = Object.assign(new Error('getaddrinfo for 10.0.0.53'), { code })
    const result = await fetcher([], { lookup: () => Promise.reject(error) }).fetch(
      'http://a.example/',
    )
    expect(result).toEqual(failed(reason))
  })

  it('is told when a name has no address', async () => {
    const result = await fetcher([], { lookup: () => Promise.resolve([]) }).fetch(
      'http://a.example/',
    )
    expect(result).toEqual(failed('the host has no address; check the spelling'))
  })

  it.each([
    ['SSH-2.0-OpenSSH_9\r\n', 'what answers does not speak HTTP; check the address and the port'],
    ['', 'the site broke off; it is tried again later'],
    ['HTTP/1.1 200 OK\r\nconte', 'the site broke off; it is tried again later'],
    [
      'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nshort',
      'the site broke off; it is tried again later',
    ],
    [
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nshort\r\n',
      'the site broke off; it is tried again later',
    ],
    [
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nwhat\r\n',
      'what answers does not speak HTTP; check the address and the port',
    ],
    [
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
      'the site broke off; it is tried again later',
    ],
  ])('is told when the site sends %j and hangs up', async (bytes, reason) => {
    const rude = await wire((socket) => socket.once('data', () => socket.end(bytes)))
    expect(await fetcher([rude]).fetch(rude.url)).toEqual(failed(reason))
  })

  it('is told when a secure connection meets a plain site', async () => {
    const plain = await site((_request, response) => response.end('x'))
    expect(await fetcher([plain]).fetch(`https://${plain.host}/`)).toEqual(
      failed('no secure connection could be made; check the address'),
    )
  })

  it.each(['gzip', 'deflate', 'br', 'zstd'])(
    'is told when %s is damaged or cut',
    async (encoding) => {
      const packed = {
        gzip: gzipSync,
        deflate: deflateSync,
        br: brotliCompressSync,
        zstd: zstdCompressSync,
      }
      const pack = Object.entries(packed).find(([name]) => name === encoding)?.[1] ?? gzipSync
      const whole = pack(TEXT)
      const door = await site(({ url }, response) => {
        const bytes =
          url === '/cut'
            ? whole.subarray(0, whole.length - 5)
            : Buffer.from('\xff\x00 not packed at all')
        response.setHeader('content-encoding', encoding).end(bytes)
      })
      const reader = fetcher([door])
      for (const path of ['/cut', '/damaged'])
        expect({ path, ...(await reader.fetch(door.url + path)) }).toEqual({
          path,
          state: 'failed',
          reason: 'it arrives damaged or cut; it is tried again later',
        })
    },
  )

  it.each(['gzip, gzip', 'compress', 'aes128gcm', 'gzip;q=1'])(
    'is told when packed as %j',
    async (encoding) => {
      const door = await site((_request, response) => {
        response.setHeader('content-encoding', encoding).end('x')
      })
      expect(await fetcher([door]).fetch(door.url)).toEqual({
        state: 'refused',
        reason: 'it is packed in a way that was not asked for; save it as a file and add that',
      })
    },
  )
})

describe('ending early', () => {
  it('throws the reason of the signal, whenever it is aborted', async () => {
    const silent = await site((_request, response) => response.write('first'))
    const waiting = fetcher([silent])
    const early = AbortSignal.abort(new Error('enough'))
    await expect(waiting.fetch(silent.url, {}, early)).rejects.toThrow('enough')
    expect(silent.requests).toHaveLength(0)
    const later = new AbortController()
    const asked = [
      waiting.fetch(silent.url, {}, later.signal),
      waiting.fetch(silent.url, {}, later.signal),
    ]
    setTimeout(() => {
      later.abort(new Error('stop it'))
    }, 50)
    for (const one of await Promise.allSettled(asked))
      expect(one).toMatchObject({ status: 'rejected', reason: new Error('stop it') })
  })

  it('is not held up by a look-up that never ends', async () => {
    const stuck = fetcher([], { lookup: () => new Promise(() => {}), seconds: 0.05 })
    expect(await stuck.fetch('http://a.example/')).toEqual({
      state: 'failed',
      reason: 'it took longer than 0.05 s; it is tried again later',
    })
  })

  it('fails what is under way at closing, and all after', async () => {
    const silent = await site((_request, response) => response.write('first'))
    const closing = fetcher([silent])
    const asked = closing.fetch(silent.url)
    await expect.poll(() => silent.requests.length).toBe(1)
    await closing.close()
    const ended = {
      state: 'failed',
      reason: 'the program ended first; it is fetched at the next start',
    }
    expect(await asked).toEqual(ended)
    expect(await closing.fetch(silent.url)).toEqual(ended)
    expect(silent.requests).toHaveLength(1)
  })
})

describe('one host', () => {
  it('is asked one thing at a time, with a pause; waiting takes no time from a fetch', async () => {
    let now = 0
    const door = await site((_request, response) => {
      expect(++now).toBe(1)
      setTimeout(() => {
        now--
        response.end('x')
      }, 30)
    })
    const patient = fetcher([door], { secondsBetween: 0.12, seconds: 1 })
    const before = performance.now()
    const all = await Promise.all(Array.from({ length: 10 }, () => patient.fetch(door.url)))
    expect(all.map(({ state }) => state)).toEqual(Array.from({ length: 10 }, () => 'fetched'))
    expect(performance.now() - before).toBeGreaterThan(1000)
  })

  it('and another that redirect to each other both get on', async () => {
    const door = await site(({ url, headers }, response) => {
      const other = headers.host?.startsWith('a.') === true ? 'b.example' : 'a.example'
      if (url === '/end') response.end('x')
      else response.writeHead(302, { location: `http://${other}:${door.port}/end` }).end()
    })
    const both = fetcher([], { allow: ['127.0.0.1'], lookup: () => Promise.resolve(['127.0.0.1']) })
    const all = await Promise.all(
      ['a', 'b', 'a', 'b'].map((name) => both.fetch(`http://${name}.example:${door.port}/`)),
    )
    expect(all.map(({ state }) => state)).toEqual(['fetched', 'fetched', 'fetched', 'fetched'])
  })
})

describe('a fetcher', () => {
  it('is not made with hosts that are none', () => {
    expect(() => new Fetcher({ allow: ['http://x'], maxBytes: 1 })).toThrow(
      'allow: “http://x” is no host',
    )
  })
})
