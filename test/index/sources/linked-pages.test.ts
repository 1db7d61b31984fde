/** The pages that sitemaps and feeds link to, against a site on this machine. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { elsewhere, messagesOf, textsOf } from '../../support/elsewhere.ts'
import { type Site, site } from '../fetch/servers.ts'

/** Path → what stands there; a number is a status without more. */
type Pages = Record<string, string | Uint8Array | number>

/** A site whose pages the test may change. */
async function siteOf(pages: Pages): Promise<Site & { asked(path: string): number }> {
  const made = await site((request, response) => {
    const page = pages[request.url ?? '']
    if (page === undefined || typeof page === 'number') {
      response.writeHead(page ?? 404).end()
      return
    }
    const etag = `"${Buffer.from(page).length}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else {
      const type = request.url?.endsWith('.gz')
        ? 'application/gzip'
        : request.url?.endsWith('.xml')
          ? 'application/xml'
          : request.url === '/robots.txt'
            ? 'text/plain'
            : 'text/html'
      response.writeHead(200, { 'content-type': type, etag }).end(page)
    }
  })
  return { ...made, asked: (path) => made.requests.filter(({ url }) => url === path).length }
}

const article = (title: string, text: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text} The council of Oss said so in a notice that hung at the town hall for a week.</p></article></body></html>`

const urlset = (entries: readonly (readonly [url: string, changed?: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${entries
    .map(
      ([url, changed]) =>
        `<url><loc>${url.replaceAll('&', '&amp;')}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}<image:image><image:loc>https://elsewhere.example/x.png</image:loc></image:image></url>`,
    )
    .join('')}</urlset>`

const feed = (urls: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title>${urls
    .map(
      (url) =>
        `<item><title>Notice</title><link>${url}</link><description>Short.</description></item>`,
    )
    .join('')}</channel></rss>`

describe('the pages of a sitemap', () => {
  it('are read through an index and packed sitemaps, and again only when they have changed', async () => {
    const pages: Pages = {
      '/wells': article('Wells', 'Twelve wells were dug in Oss.'),
      '/boats': article('Boats', 'Sixty boats were sent to Tarwell.'),
    }
    const there = await siteOf(pages)
    const index = (changed: string): string =>
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${there.url}/part.xml.gz</loc><lastmod>${changed}</lastmod></sitemap></sitemapindex>`
    const listed = (wells: string, others: readonly (readonly [string])[] = []): Uint8Array =>
      gzipSync(
        urlset([[`${there.url}/wells`, wells], [`${there.url}/boats`, '2026-01-02'], ...others]),
      )
    pages['/sitemap.xml'] = index('2026-02-01')
    pages['/part.xml.gz'] = listed('2026-02-01', [['https://other.example/away']])
    const world = await elsewhere()
    const library = await world.open(`pages+${there.url}/sitemap.xml`)
    expect(await library.refresh()).toMatchObject({ read: 2, added: 2, skipped: [] })
    expect(textsOf(library).join()).toContain('Twelve wells')
    const wells = library.corpus.documents.get(`${there.url}/wells`)
    expect(wells).toMatchObject({ title: { value: 'Wells' }, url: `${there.url}/wells` })

    world.later(1)
    expect(await library.refresh()).toMatchObject({ read: 0, unchanged: 2 })
    expect([there.asked('/wells'), there.asked('/boats')]).toEqual([1, 1])

    pages['/wells'] = article('Wells', 'Fifteen wells were dug in Oss by now.')
    pages['/part.xml.gz'] = listed('2026-03-02T07:00:00Z')
    world.later(1)
    expect(await library.refresh()).toMatchObject({ read: 1, updated: 1, unchanged: 1 })
    expect(textsOf(library).join()).toContain('Fifteen wells')
    expect(there.asked('/boats')).toBe(1)

    pages['/part.xml.gz'] = gzipSync(urlset([[`${there.url}/boats`, '2026-01-02']]))
    world.later(1)
    expect(await library.refresh()).toMatchObject({ removed: 1 })
    expect([...library.corpus.documents.keys()]).toEqual([`${there.url}/boats`])
  })

  it('are narrowed by what stands in their addresses, and read without asking anybody', async () => {
    const pages: Pages = {
      '/reports/wells': article('Wells', 'Twelve wells were dug in Oss.'),
      '/shop': article('Shop', 'Buy a spade for 12 crowns.'),
    }
    const there = await siteOf(pages)
    pages['/sitemap.xml'] = urlset([
      [`${there.url}/reports/wells`, '2026-02-01'],
      [`${there.url}/shop`, '2026-02-01'],
    ])
    const world = await elsewhere()
    const location = `pages+${there.url}/sitemap.xml#/reports/`
    const before = await world.open(location)
    expect(await before.refresh()).toMatchObject({ read: 1 })
    await world.close(before)
    // The index is lost; what was fetched is not.
    for (const name of ['library.index', 'library.index.previous'])
      await rm(join(world.data, name), { force: true })
    const asked = there.requests.length
    const library = await world.open(location)
    expect(await library.refresh({ web: 'none' })).toMatchObject({ read: 1 })
    expect(textsOf(library).join()).toContain('Twelve wells')
    expect(there.requests.length).toBe(asked)
    const none = await world.open(`pages+${there.url}/sitemap.xml#/nowhere/`)
    await none.refresh({ web: 'all' })
    expect(messagesOf(none).join()).toContain('none of its 2 pages has “/nowhere/”')
  })

  it('are not read where the list is none, and keep what was read before', async () => {
    const pages: Pages = { '/sitemap.xml': article('No list', 'It lists nothing.') }
    const there = await siteOf(pages)
    const world = await elsewhere()
    const library = await world.open(`pages+${there.url}/sitemap.xml`)
    await library.refresh()
    expect(messagesOf(library).join()).toMatch(/no sitemap, no feed and no OPML/u)

    pages['/wells'] = article('Wells', 'Twelve wells were dug in Oss.')
    pages['/sitemap.xml'] = urlset([[`${there.url}/wells`]])
    expect(await library.refresh({ web: 'all' })).toMatchObject({ read: 1 })
    pages['/sitemap.xml'] = 500
    expect(await library.refresh({ web: 'all' })).toMatchObject({ removed: 0 })
    expect(library.corpus.documents.size).toBe(1)
    expect(messagesOf(library).join()).toContain('the site has a fault (500)')
  })
})

describe('the pages of a feed', () => {
  it('are followed as far as robots.txt lets programs, and stay when the feed forgets them', async () => {
    const pages: Pages = {
      '/robots.txt': 'User-agent: *\nDisallow: /private/\n',
      '/wells': article('Wells', 'Twelve wells were dug in Oss.'),
      '/boats': article('Boats', 'Sixty boats were sent to Tarwell.'),
      '/private/list': article('Private', 'Nobody but people may read this.'),
    }
    const there = await siteOf(pages)
    pages['/feed.xml'] = feed([
      `${there.url}/wells`,
      `${there.url}/private/list`,
      `${there.url}/gone`,
    ])
    const world = await elsewhere()
    const library = await world.open(`pages+${there.url}/feed.xml`)
    const report = await library.refresh()
    expect(report).toMatchObject({ read: 1 })
    expect(report.skipped.map(({ message }) => message)).toEqual([
      expect.stringContaining('robots.txt asks programs not to read it'),
      expect.stringContaining('there is no such page'),
    ])
    expect([there.asked('/private/list'), there.asked('/robots.txt')]).toEqual([0, 1])

    pages['/feed.xml'] = feed([`${there.url}/boats`, `${there.url}/gone`])
    world.later(0.3)
    expect(await library.refresh()).toMatchObject({ read: 1, removed: 0 })
    expect(textsOf(library)).toHaveLength(2)
    // What is not there is asked for less and less often, and with every refresh that a person asks for.
    expect(there.asked('/gone')).toBe(1)
    await library.refresh({ web: 'all' })
    expect(there.asked('/gone')).toBe(2)
  })

  it('are asked for changes once a week, and not sent again when there are none', async () => {
    const pages: Pages = { '/wells': article('Wells', 'Twelve wells were dug in Oss.') }
    const there = await siteOf(pages)
    pages['/feed.xml'] = feed([`${there.url}/wells`])
    const world = await elsewhere()
    const library = await world.open(`pages+${there.url}/feed.xml`)
    await library.refresh()
    world.later(24)
    await library.refresh()
    expect(there.asked('/wells')).toBe(1)
    world.later(24 * 8)
    expect(await library.refresh()).toMatchObject({ read: 0, unchanged: 1 })
    expect(there.asked('/wells')).toBe(2)
    expect(there.requests.at(-1)?.headers['if-none-match']).toBeDefined()
  })

  it('are read as slowly as the site asks, and not at all where it asks too much or is broken', async () => {
    const slow: Pages = {
      '/robots.txt': 'User-agent: verbatim\nCrawl-delay: 0.4\n',
      '/a': article('A', 'Twelve wells were dug in Oss.'),
      '/b': article('B', 'Sixty boats were sent to Tarwell.'),
      '/c': article('C', 'Nine mills stand in Hale.'),
    }
    const there = await siteOf(slow)
    slow['/feed.xml'] = feed(['/a', '/b', '/c'].map((path) => there.url + path))
    const world = await elsewhere()
    const library = await world.open(`pages+${there.url}/feed.xml`)
    const begun = performance.now()
    expect(await library.refresh()).toMatchObject({ read: 3 })
    expect(performance.now() - begun).toBeGreaterThan(800)

    const slower: Pages = { '/robots.txt': 'User-agent: *\nCrawl-delay: 900\n', '/a': '' }
    const second = await siteOf(slower)
    slower['/feed.xml'] = feed([`${second.url}/a`])
    const broken: Pages = { '/robots.txt': 503, '/a': '' }
    const third = await siteOf(broken)
    broken['/feed.xml'] = feed([`${third.url}/a`])
    for (const [where, told] of [
      [second, '900 s between two pages'],
      [third, 'its robots.txt: the site is busy'],
    ] as const) {
      const other = await (await elsewhere()).open(`pages+${where.url}/feed.xml`)
      const { skipped } = await other.refresh()
      expect(skipped[0]?.message).toContain(told)
      expect(where.asked('/a')).toBe(0)
    }
  })

  it('are those of every feed of an OPML', async () => {
    const pages: Pages = {
      '/wells': article('Wells', 'Twelve wells were dug in Oss.'),
      '/boats': article('Boats', 'Sixty boats were sent to Tarwell.'),
    }
    const there = await siteOf(pages)
    pages['/one.xml'] = feed([`${there.url}/wells`])
    pages['/two.xml'] = feed([`${there.url}/boats`])
    pages['/all.xml'] =
      `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="News"><outline type="rss" text="One" xmlUrl="${there.url}/one.xml"/></outline><outline type="rss" text="Two" xmlUrl="${there.url}/two.xml"/></body></opml>`
    const world = await elsewhere()
    const library = await world.open(`pages+${there.url}/all.xml`)
    expect(await library.refresh()).toMatchObject({ read: 2, skipped: [] })
  })
})
