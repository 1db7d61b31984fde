import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { canary, fetcher, site } from './servers.ts'
import { spellings } from './spellings.ts'

const inside = ['127.0.0.1', '::1', '10.0.0.1', '169.254.169.254', '::ffff:127.0.0.1', '0.0.0.0']
const PUBLIC = '93.184.215.14'

/** Every name leads to this machine. */
const lookup = (): Promise<string[]> => Promise.resolve(['127.0.0.1', '::1'])

describe('the canary', () => {
  it('would sing', async () => {
    const bird = await canary()
    const all = [`127.0.0.1:${bird.port}`, `localhost:${bird.port}`]
    const opened = fetcher([], { allow: all, lookup })
    expect(await opened.fetch(`http://127.1:${bird.port}/`)).toHaveProperty('state', 'fetched')
    expect(await opened.fetch(`http://localhost:${bird.port}/`)).toHaveProperty('state', 'fetched')
    expect(bird.hits()).toBe(2)
  })

  it('is not reached by any spelling', async () => {
    const bird = await canary()
    const careful = fetcher([], { lookup })
    for (const url of spellings(bird.port))
      expect({ url, ...(await careful.fetch(url)) }).toMatchObject({ url, state: 'refused' })
    expect(bird.hits()).toBe(0)
  })

  it.each([301, 302, 303, 307, 308])('is not reached by any redirect with %i', async (status) => {
    const bird = await canary()
    const all = spellings(bird.port)
    const door = await site(({ url }, response) => {
      // As bytes: headers are written as Latin-1 otherwise, which has no circled digits.
      const location = Buffer.from(all[Number(url?.slice(1))] ?? '').toString('latin1')
      response.writeHead(status, { location: location.replace(/[\r\n\t]/gu, '') }).end()
    })
    const careful = fetcher([door], { lookup })
    for (const [at, url] of all.entries()) {
      const { state } = await careful.fetch(`${door.url}/${at}`)
      // Some are relative to where they stand, lead back to the door, and go in a circle.
      expect({ url, state }).toEqual({ url, state: 'refused' })
    }
    expect(door.requests.length).toBeGreaterThanOrEqual(all.length)
    expect(bird.hits()).toBe(0)
  })

  it('is not reached behind a chain of redirects, nor by what a page asks a browser to do', async () => {
    const bird = await canary()
    const target = `http://127.0.0.1:${bird.port}/`
    const door = await site(({ url }, response) => {
      if (url === '/5')
        response
          .setHeader('refresh', `0; url=${target}`)
          .setHeader('link', `<${target}>; rel=preload`)
          .setHeader('alt-svc', `h2="127.0.0.1:${bird.port}"`)
          .setHeader('content-location', target)
          .setHeader('content-type', 'text/html')
          .end(
            `<meta http-equiv=refresh content="0;url=${target}"><img src="${target}"><base href="${target}">`,
          )
      else if (url === '/last') response.writeHead(302, { location: target }).end()
      else if (url === '/300') response.writeHead(300, { location: target }).end()
      else if (url === '/305') response.writeHead(305, { location: target }).end()
      else
        response
          .writeHead(302, { location: url === '/4' ? '/last' : `/${Number(url?.slice(1)) + 1}` })
          .end()
    })
    const careful = fetcher([door], { lookup })
    expect(await careful.fetch(`${door.url}/5`)).toHaveProperty('state', 'fetched')
    expect(await careful.fetch(`${door.url}/0`)).toHaveProperty('state', 'refused')
    expect(await careful.fetch(`${door.url}/300`)).toHaveProperty('state', 'failed')
    expect(await careful.fetch(`${door.url}/305`)).toHaveProperty('state', 'failed')
    expect(bird.hits()).toBe(0)
  })

  it('is not reached by proxies of the environment', async () => {
    const bird = await canary()
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'])
      vi.stubEnv(name, `http://127.0.0.1:${bird.port}`)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const door = await site((_request, response) => response.end('plain'))
    expect(await fetcher([door]).fetch(door.url)).toHaveProperty('state', 'fetched')
    expect(bird.hits()).toBe(0)
  })
})

describe('a name', () => {
  it.each(inside)('that leads to %s is refused', async (address) => {
    const bird = await canary()
    const careful = fetcher([], { lookup: () => Promise.resolve([address]) })
    const result = await careful.fetch(`http://news.example:${bird.port}/`)
    expect(result).toHaveProperty('state', 'refused')
    expect(bird.hits()).toBe(0)
  })

  it.each(inside.flatMap((address) => [[[PUBLIC, address]], [[address, PUBLIC]]]))(
    'that leads to %j is refused',
    async (addresses) => {
      const careful = fetcher([], { lookup: () => Promise.resolve(addresses) })
      const result = await careful.fetch('http://news.example/')
      expect(result).toHaveProperty('state', 'refused')
      expect(result).toHaveProperty('reason', expect.stringContaining('news.example leads to '))
    },
  )

  it.each([['nonsense'], ['127.1'], ['2130706433'], ['']])(
    'that leads to %j is refused',
    async (text) => {
      const result = await fetcher([], { lookup: () => Promise.resolve([text]) }).fetch(
        'http://a.example/',
      )
      expect(result).toHaveProperty('state', 'refused')
    },
  )

  it('is looked up once a request, and told to the site', async () => {
    const door = await site((_request, response) => response.end('hello'))
    const asked: string[] = []
    const careful = fetcher([], {
      allow: ['127.0.0.1'],
      lookup: (host) => {
        asked.push(host)
        return Promise.resolve(['127.0.0.1'])
      },
    })
    const result = await careful.fetch(`http://News.Example.:${door.port}/`)
    expect(result).toMatchObject({ state: 'fetched', url: `http://news.example:${door.port}/` })
    expect(asked).toEqual(['news.example'])
    expect(door.requests[0]?.headers.host).toBe(`news.example:${door.port}`)
  })

  it('that changes its answer between check and connection gains nothing', async () => {
    // On 127.0.0.1 alone: a second look-up would get there, the checked 127.0.0.2 does not.
    const bird = await site((_request, response) => response.end('secret'))
    let asked = 0
    const careful = fetcher([], {
      allow: ['127.0.0.2'],
      lookup: () => Promise.resolve([asked++ === 0 ? '127.0.0.2' : '127.0.0.1']),
    })
    const result = await careful.fetch(`http://rebound.example:${bird.port}/`)
    expect(result).toHaveProperty('state', 'failed')
    expect(asked).toBe(1)
    expect(bird.requests).toHaveLength(0)
  })

  it('is checked anew at every redirect', async () => {
    const door = await site((_request, response) => {
      response.writeHead(302, { location: '/again' }).end()
    })
    let asked = 0
    const careful = fetcher([], {
      allow: ['127.0.0.1'],
      lookup: () => Promise.resolve([asked++ === 0 ? '127.0.0.1' : '127.0.0.2']),
    })
    const result = await careful.fetch(`http://rebound.example:${door.port}/`)
    expect(result).toHaveProperty('state', 'refused')
    expect(result).toHaveProperty('reason', expect.stringContaining('127.0.0.2'))
    expect(door.requests).toHaveLength(1)
  })

  it('opened by name does not open the metadata service', async () => {
    const careful = fetcher([], {
      allow: ['intranet.example', '169.254.0.0/16'],
      lookup: () => Promise.resolve(['169.254.169.254']),
    })
    expect(await careful.fetch('http://intranet.example/')).toEqual({
      state: 'refused',
      reason:
        'intranet.example leads to 169.254.169.254, which is where clouds hand out credentials (metadata service); to open it on purpose, add "169.254.169.254" to `allow` in verbatim.yaml',
    })
  })
})
