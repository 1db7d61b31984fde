import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clusterOf } from '../../../index/opensearch/cluster.ts'
import { patience, Searches } from '../../../index/opensearch/searches.ts'

/** Milliseconds: what a search may take in all, with what a busy machine takes besides. */
const LONGEST = 6000
const AT_ONCE = 500

describe('searches of a cluster that takes connections and never answers', () => {
  let server: Server
  let address = ''
  let connections = 0
  beforeEach(async () => {
    connections = 0
    server = createServer(() => {
      connections++
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === 'object' ? (bound?.port ?? 0) : 0}`
  })
  afterEach(() => server.close())

  it('end in time, are said to have failed, and then wait for nothing for a while', async () => {
    const client = clusterOf({ nodes: [address] })
    const searches = new Searches(client, 'any')
    const ask = (): Promise<unknown> =>
      searches.ask({}, patience()).catch((error: unknown) => error)
    const from = performance.now()
    const failures = await Promise.all(Array.from({ length: 40 }, ask))
    expect(performance.now() - from).toBeLessThan(LONGEST)
    for (const failure of failures) {
      expect(failure).toMatchObject({ code: 'storage' })
      expect(String(failure)).toMatch(
        /could not be searched: the search cluster (?:took too long|does not answer)\. Ask again/u,
      )
    }
    // Each twice: 32 at once, and those whose turn came before the fifth had failed.
    expect(connections).toBeLessThanOrEqual((32 + 4) * 2)

    const before = performance.now()
    expect(String(await ask())).toContain('the search cluster does not answer')
    expect(performance.now() - before).toBeLessThan(AT_ONCE)
    await client.close()
  }, 30_000)
})
