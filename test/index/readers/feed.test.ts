import { describe, expect, it } from 'vitest'
import { readFeedFile } from '../../../index/readers/feed/feed.ts'
import { readFile } from '../../../index/readers/read.ts'
import type { Readings } from '../../../index/readers/reading.ts'
import { expectVerbatim, paragraphs } from '../reading.ts'

const RSS = (items: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Sahel &amp; Rivers</title><link>https://example.org</link><description>News</description>${items}</channel></rss>`
const ITEM = `<item><title>Wells &lt;b&gt;run&lt;/b&gt; dry &amp;amp; cold</title><link>https://example.org/wells?a=1&amp;copy=2</link>
<guid isPermaLink="false">tag:example.org,2021:7</guid><pubDate>Mon, 03 May 2021 23:30:00 -0700</pubDate><dc:creator>Ada Mbeki</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>The wells are <b>dry</b>.</p><p>Tankers come.</p><script>let wells</script><p>The post Wells appeared first on Sahel.</p>]]></content:encoded></item>`

async function readFeed(text: string, name = 'a.xml'): Promise<Readings> {
  const result = await readFeedFile({
    name,
    bytes: Buffer.from(text),
    url: 'https://example.org/feed',
  })
  if ('reason' in result) throw new Error(result.reason)
  return result
}
const reasonOf = async (text: string | Uint8Array): Promise<string> => {
  const result = await readFeedFile({ name: 'a.xml', bytes: Buffer.from(text) })
  return 'reason' in result ? result.reason : ''
}

describe('a feed', () => {
  it('of RSS has a document of each entry', async () => {
    const { documents = [] } = await readFile({ name: 'a.rss', bytes: Buffer.from(RSS(ITEM)) })
    const [document] = documents
    expect(document).toMatchObject({
      id: 'a.rss#tag:example.org,2021:7',
      title: { value: 'Wells run dry & cold', inferred: false },
      publisher: { value: 'Sahel & Rivers', inferred: false },
      date: { value: '2021-05-03', inferred: false },
      byline: 'Ada Mbeki',
      url: 'https://example.org/wells?a=1&copy=2',
    })
    expect(document && paragraphs(document)).toEqual(['The wells are dry.', 'Tankers come.'])
    for (const one of documents) expectVerbatim(one)
  })

  it('of RSS without its extensions is read', async () => {
    const { readings } = await readFeed(
      RSS(
        '<item><description>Wells &lt; rivers &amp; lakes.</description><link>/a</link><author>ada@example.org (Ada Mbeki)</author><source url="https://other.example/feed">Other Desk</source></item>',
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://example.org/rss.dtd">',
      ),
    )
    expect(readings).toMatchObject([
      {
        part: '/a',
        text: 'Wells < rivers & lakes.',
        stated: { publisher: 'Other Desk', url: 'https://example.org/a', byline: 'Ada Mbeki' },
      },
    ])
  })

  it('of RDF is read', async () => {
    const { readings } = await readFeed(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org"><title>Rivers</title><link>https://example.org</link><description>d</description></channel><item rdf:about="https://example.org/1"><title>Dry</title><link>https://example.org/1</link><description>The wells are dry.</description><dc:date>2021-05-03T18:30:02Z</dc:date></item></rdf:RDF>',
    )
    expect(readings).toMatchObject([
      {
        part: 'https://example.org/1',
        text: 'The wells are dry.',
        stated: { title: 'Dry', publisher: 'Rivers', date: '2021-05-03' },
      },
    ])
  })

  it('of Atom is read, its kinds of text told apart; a change is no publication', async () => {
    const { readings } = await readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title type="html">The &lt;b&gt;Rivers&lt;/b&gt;</title><id>x</id><updated>2022-01-01T00:00:00Z</updated><author><name>Desk</name></author>
<entry><id>urn:1</id><title>One</title><updated>2022-01-02T00:00:00Z</updated><link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Wells &amp; <i>rivers</i>.</p></div></content></entry>
<entry><id>urn:2</id><title>Two</title><published>2021-05-03T23:00:00-05:00</published><author><name>Ada Mbeki</name></author><summary>Fewer than &lt; 3 wells.</summary></entry>
<entry><id>urn:3</id><title>Three</title><content type="html">&lt;p&gt;All &amp;lt; 4.&lt;/p&gt;</content></entry></feed>`,
    )
    expect(readings.map(({ text }) => text)).toEqual([
      'Wells & rivers.',
      'Fewer than < 3 wells.',
      'All < 4.',
    ])
    expect(readings[0]?.stated).toEqual({
      title: 'One',
      publisher: 'The Rivers',
      byline: 'Desk',
      url: 'https://example.org/1',
      language: 'fr',
    })
    expect(readings[1]?.stated).toMatchObject({ date: '2021-05-03', byline: 'Ada Mbeki' })
  })

  it('of JSON is read', async () => {
    const { readings } = await readFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Rivers',
        items: [
          {
            id: '1',
            url: 'https://example.org/1',
            title: 'Wells < 3',
            content_text: 'Fewer than < 3 wells.\n\nAll dry.',
            date_published: '2021-05-03T01:00:00+09:00',
            date_modified: '2022-01-01',
            authors: [{ name: 'Ada Mbeki' }],
          },
          { id: '2', content_html: '<p>Dry <b>wells</b>.</p>' },
        ],
      }),
      'a.json',
    )
    expect(readings).toMatchObject([
      {
        part: '1',
        text: 'Fewer than < 3 wells.\n\nAll dry.',
        stated: {
          title: 'Wells < 3',
          publisher: 'Rivers',
          date: '2021-05-03',
          byline: 'Ada Mbeki',
          url: 'https://example.org/1',
        },
      },
      { part: '2', text: 'Dry wells.' },
    ])
  })

  it('keeps entries apart that share an id, and takes only web addresses', async () => {
    const { readings } = await readFeed(
      RSS(
        '<item><guid>7</guid><link>javascript:alert(1)</link><description>One.</description></item><item><guid>7</guid><link>ftp://example.org/</link><description>Two.</description></item>',
      ),
    )
    expect(readings.map(({ part }) => part)).toEqual(['7', '7~2'])
    expect(readings.map(({ stated }) => stated.url)).toEqual([undefined, undefined])
  })

  it('says which entries have no text, and how many were left out', async () => {
    const item = '<item><title>x</title><description>The wells are dry.</description></item>'
    const { readings, notes } = await readFeed(
      RSS(`<item><title>Bare</title></item>${item.repeat(1200)}`),
    )
    expect(readings).toHaveLength(999)
    expect(notes).toEqual([
      'more than 1000 entries; the first 1000 were read',
      '1 entry has no text in the feed; add the page it links to',
    ])
  })

  it('is decoded by what it says', async () => {
    const text = RSS('<item><description>L’été à sec.</description></item>').replace(
      'UTF-8',
      'windows-1252',
    )
    const bytes = Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)))
    const result = await readFeedFile({ name: 'a.xml', bytes })
    expect(result).toMatchObject({ readings: [{ text: 'L’été à sec.' }] })
  })

  it.each([
    ['without entries', RSS('')],
    ['whose entries have no text', RSS('<item><title>x</title></item>')],
    ['cut short', RSS(ITEM).slice(0, 500)],
    ['of JSON cut short', '{"version": "https://jsonfeed.org/version/1.1", "items": ['],
    ['that is none', '<catalog><book/></catalog>'],
    ['of other JSON', '{"wells": 3}'],
    ['of nothing', ''],
    ['nested too deep', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`],
    [
      'of JSON nested too deep',
      `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    ],
    ['with entities', RSS(ITEM, '<!DOCTYPE rss [<!ENTITY a "wells"><!ENTITY b "&a;&a;&a;">]>')],
    [
      'with a file for an entity',
      RSS(ITEM, '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
    ],
    ['with a declaration in its midst', RSS(`<!ENTITY a "wells">${ITEM}`)],
    ['of angle brackets', `<rss version="2.0">${'<'.repeat(300_000)}`],
    ['of open sections', `<rss version="2.0"><channel>${'<![CDATA['.repeat(50_000)}`],
  ])('%s is a reason with its mend', async (_name, text) => {
    expect(await reasonOf(text)).toMatch(/^[^\n]{5,}[;,] [^\n]{8,}$/u)
  })

  it('may speak of declarations in its text', async () => {
    const { readings } = await readFeed(
      RSS(
        '<!-- <!DOCTYPE x [ --><item><description><![CDATA[<p>Write <!ENTITY in the DTD.</p>]]></description></item>',
      ),
    )
    expect(readings).toHaveLength(1)
  })

  it('that is no text is a reason', async () => {
    expect(await reasonOf(Uint8Array.from({ length: 500 }, (_, at) => at % 16))).toContain('binary')
  })
})
