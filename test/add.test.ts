/** `add`, as it is typed: lists of pages, lists of feeds, and what is none of these. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Site, site } from './index/fetch/servers.ts'
import { folderOf, verbatim } from './support/program.ts'

const item = (url: string, text: string): string =>
  `<item><title>Notice of ${url.slice(-5)}</title><link>${url}</link><description>${text}</description></item>`

const feed = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title>${items}</channel></rss>`

/** Two feeds whose entries say little, and the pages they link to. */
async function notices(): Promise<Site> {
  const there: Site = await site((request, response) => {
    const text: Record<string, string> = {
      '/wells.xml': feed(item(`${there.url}/wells`, 'Wells were dug near the old mill of Oss.')),
      '/boats.xml': feed(item(`${there.url}/boats`, 'Boats were sent down the river to Tarwell.')),
      '/wells':
        '<html><body><article><h1>Wells of Oss</h1><p>Twelve wells were dug near the old mill of Oss in one summer, and nobody there carried water from the river again.</p></article></body></html>',
    }
    const found = text[request.url ?? '']
    const type = request.url?.endsWith('.xml') ? 'application/rss+xml' : 'text/html'
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': type }).end(found)
  })
  return there
}

function typed(host: string, files: Readonly<Record<string, string>> = {}) {
  const { path, remove } = folderOf({ 'verbatim.yaml': `allow: ["${host}"]\n`, ...files })
  onTestFinished(remove)
  return (...args: string[]) => verbatim(args, path)
}

const opml = (urls: readonly string[]): string =>
  `<?xml version="1.0"?><opml version="1.0"><head/><body><outline text="News">${urls
    .map((url) => `<outline text="a feed" type="rss" xmlUrl="${url}"/>`)
    .join('')}</outline></body></opml>`

describe('add', () => {
  it('adds every feed of an OPML, and says which could not be read', async () => {
    const there = await notices()
    const feeds = ['wells', 'gone', 'boats'].map((name) => `${there.url}/${name}.xml`)
    const type = typed(there.host, { 'mine.opml': opml([...feeds, 'ftp://example.org/old']) })
    const { exit, stdout } = await type('add', 'mine.opml', '--set', 'valley')
    expect(exit).toBe(0)
    expect(stdout).toContain(`${there.url}/wells.xml → valley`)
    expect(stdout).toContain(`${there.url}/boats.xml → valley`)
    expect(stdout).toContain(`${there.url}/gone.xml: there is no such page`)
    const { stdout: sources } = await type('sources')
    expect(sources).toContain('boats.xml')
    expect(sources).not.toContain('gone.xml')
  })

  it('reads what a feed links to when it is asked for', async () => {
    const there = await notices()
    const type = typed(there.host)
    const { exit } = await type('add', '--pages', `${there.url}/wells.xml`)
    expect(exit).toBe(0)
    expect((await type('ask', 'How many wells were dug near the mill?')).stdout).toContain(
      'Twelve wells were dug',
    )
    const { exit: removed } = await type('remove', `pages+${there.url}/wells.xml`)
    expect(removed).toBe(0)
  })

  it.each([
    [['ftp://example.org/a'], 'such addresses are not read; there are https://'],
    [['--pages', '.'], '--pages is for addresses of lists and .opml files'],
    [['none.opml'], 'does not exist'],
    [['bad.opml'], 'no sitemap, no feed and no OPML'],
    [['empty.opml'], 'lists no feed'],
  ])('of %j says what to do', async (args, told) => {
    const type = typed('127.0.0.1:1', { 'bad.opml': 'Wells of Oss', 'empty.opml': opml([]) })
    const { exit, stderr } = await type('add', ...args)
    expect(exit).toBe(2)
    expect(stderr).toContain(told)
  })
})
