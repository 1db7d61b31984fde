/** Lists of addresses as they come, and those that are made to harm. */
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Lists } from '../../../index/sources/lists/lists.ts'

let lists: Lists
beforeAll(() => {
  lists = new Lists()
})
afterAll(() => lists.close())

const read = (text: string | Uint8Array) =>
  lists.read({
    name: 'list',
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
    url: 'https://example.org/list.xml',
  })

describe('a list', () => {
  it.each([
    [
      'with a prefix',
      '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://example.org/a?x=1&amp;y=2</s:loc></s:url></s:urlset>',
      'sitemap',
      ['https://example.org/a?x=1&y=2'],
    ],
    [
      'in CDATA',
      '<urlset><url><loc><![CDATA[https://example.org/a?x=1&y=2]]></loc></url></urlset>',
      'sitemap',
      ['https://example.org/a?x=1&y=2'],
    ],
    [
      'behind a comment',
      '<?xml version="1.0"?><!-- <urlset> by hand --><?xml-stylesheet href="a.xsl"?><sitemapindex><sitemap><loc>https://example.org/s.xml</loc></sitemap></sitemapindex>',
      'index',
      ['https://example.org/s.xml'],
    ],
    [
      'in UTF-16',
      Buffer.from(
        '\uFEFF<?xml version="1.0" encoding="UTF-16"?><urlset><url><loc>https://example.org/é</loc></url></urlset>',
        'utf16le',
      ),
      'sitemap',
      ['https://example.org/é'],
    ],
    [
      'as lines',
      'https://example.org/a\r\nhttps://example.org/b\n',
      'sitemap',
      ['https://example.org/a', 'https://example.org/b'],
    ],
    [
      'as Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><id>1</id><title>A</title><link href="/a"/></entry></feed>',
      'feed',
      ['https://example.org/a'],
    ],
    [
      'as JSON',
      '{"version":"https://jsonfeed.org/version/1.1","title":"N","items":[{"id":"1","url":"https://example.org/a","content_text":"A."}]}',
      'feed',
      ['https://example.org/a'],
    ],
    [
      'as OPML',
      '<opml version="2.0"><body><outline text="N"><outline type="rss" text="A" xmlUrl="https://example.org/f.xml"/></outline></body></opml>',
      'opml',
      ['https://example.org/f.xml'],
    ],
  ])('is read %s', async (_, text, kind, urls) => {
    expect(await read(text)).toEqual({ kind, links: urls.map((url) => ({ url })) })
  })

  it.each([
    ['is none', 'Wells of Oss', 'no sitemap, no feed and no OPML'],
    ['is empty', '', 'no sitemap, no feed and no OPML'],
    ['unpacks without end', gzipSync(Buffer.alloc(200_000_000, 32)), 'unpacks to more than 60 MB'],
    ['is cut', gzipSync('<urlset/>').subarray(0, 15), 'damaged'],
    [
      'multiplies text',
      '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><urlset><url><loc>&c;</loc></url></urlset>',
      'may be an attack',
    ],
    [
      'names a file',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url></urlset>',
      'may be an attack',
    ],
    ['is nested deep', `<urlset>${'<a>'.repeat(50_000)}`, 'nested too deep'],
  ])('that %s is refused with what to do', async (_, text, told) => {
    expect(await read(text)).toEqual({ reason: expect.stringContaining(told) })
  })

  it('gives back every address of a sitemap, whatever it is made of', async () => {
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.webUrl({ withQueryParameters: true }), { minLength: 1, maxLength: 30 }),
        async (urls) => {
          const text = `<urlset>${urls.map((url) => `<url><lastmod>2026-01-01</lastmod><loc>\n${escaped(url)} </loc></url>`).join('')}</urlset>`
          expect(await read(text)).toEqual({
            kind: 'sitemap',
            links: urls.map((url) => ({ url, changed: '2026-01-01' })),
          })
        },
      ),
      { numRuns: 50 },
    )
  })
})
