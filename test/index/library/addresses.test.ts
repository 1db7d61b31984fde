/** The library against a real server on this machine. */
import { readdir, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Fetcher } from '../../../index/fetch/fetcher.ts'
import { data, opened, open, closed, textOf } from './opened.ts'

describe('addresses', () => {
  let server: Server
  let address: string
  let respond: RequestListener
  let asked: (string | undefined)[]

  beforeEach(async () => {
    asked = []
    server = createServer((request, response) => {
      asked.push(request.headers['if-none-match'])
      respond(request, response)
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/page.html`
  })
  afterEach(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )

  const page =
    (text: string, tag: string): RequestListener =>
    (request, response) => {
      if (request.headers['if-none-match'] === tag) response.writeHead(304).end()
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: tag })
          .end(
            `<html><head><title>Harbour news</title></head><body><article><h1>Harbour news</h1><p>${text}</p></article></body></html>`,
          )
    }

  it('are fetched, asked for changes, and read again when they changed', async () => {
    respond = page('The harbour of Lindmar was closed on Monday after the storm had passed.', '"1"')
    const library = await open({ sources: [] })
    await library.add({ location: address, set: 'default' })
    expect(textOf(library, address)).toContain('Lindmar was closed')
    expect(await library.refresh({ web: 'all' })).toMatchObject({ unchanged: 1, read: 0 })
    expect(asked).toEqual([undefined, '"1"'])
    // Not due for an hour.
    await library.refresh()
    expect(asked).toHaveLength(2)
    respond = page('The harbour of Lindmar was opened again on Thursday, the mayor said.', '"2"')
    expect(await library.refresh({ web: 'all' })).toMatchObject({ updated: 1 })
    expect(textOf(library, address)).toContain('opened again')
    const bytes = await library.original(address)
    expect(Buffer.from(bytes ?? []).toString()).toContain('opened again')
  })

  it('keep what was read while the server is out of order, and say so', async () => {
    respond = page('The harbour of Lindmar was closed on Monday after the storm had passed.', '"1"')
    const library = await open({ sources: [] })
    await library.add({ location: address, set: 'default' })
    respond = (_request, response) => response.writeHead(500).end()
    await library.refresh({ web: 'all' })
    expect(textOf(library, address)).toContain('Lindmar')
    expect(library.problems).toEqual([expect.objectContaining({ name: address })])
    await closed(library)
    // Built again from the bytes that were kept, without asking anybody.
    for (const name of await readdir(data)) if (name.includes('.index')) await rm(join(data, name))
    const before = asked.length
    const again = await open({ sources: [] })
    await again.refresh({ web: 'none' })
    expect(textOf(again, address)).toContain('Lindmar')
    expect(asked).toHaveLength(before)
  })

  it('that must not be fetched are no source', async () => {
    respond = page('The canary sings in the harbour every morning before the boats leave.', '"1"')
    const fetcher = new Fetcher({ allow: [], maxBytes: 1e6 })
    opened.push(fetcher)
    const library = await open({ sources: [], fetcher })
    await expect(library.add({ location: address, set: 'default' })).rejects.toThrow('loopback')
    expect(library.sources).toEqual([])
    expect(asked).toEqual([])
  })
})
