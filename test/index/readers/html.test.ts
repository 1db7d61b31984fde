import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../../index/clean/blocks.ts'
import { htmlReading } from '../../../index/readers/html/reading.ts'
import { readFile } from '../../../index/readers/read.ts'
import { expectVerbatim, headings, paragraphs } from '../reading.ts'
import { ARTICLE, page, readPage } from './html-pages.ts'

/** Kind and words of every block. */
const blocks = (html: string): string[] => {
  const reading = htmlReading(html, {})
  return reading.blocks.map(
    (block) => `${block.kind}${block.level ?? ''}: ${blockText(reading.text, block)}`,
  )
}

describe('a page that shows no more than an error', () => {
  const read = (html: string) => readFile({ name: 'a.html', bytes: Buffer.from(html) })

  it.each([
    '404 Not Found',
    'Page non trouvée – Puits',
    'Página no encontrada',
    'Seite nicht gefunden',
  ])('is refused: %s', async (title) => {
    const html = `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>Nothing is here.</p></body></html>`
    expect(await read(html)).toHaveProperty('reason', expect.stringContaining('an error page'))
  })

  it('is no article about such pages', async () => {
    const text =
      'Whoever opens the old address of the town finds an error page instead of its wells. '
    const html = `<title>Page not found</title><h1>Page not found</h1><p>${text.repeat(12)}</p>`
    expect(await read(html)).toHaveProperty('documents')
  })
})

describe('HTML by its structure', () => {
  it.each([
    [
      'white space',
      '<p>\n  The   <b>old</b>\twells\n are dry. </p>',
      'text: The old wells are dry.',
    ],
    ['inline elements', '<p>The <em>ol</em>d<span> wells</span>.</p>', 'text: The old wells.'],
    [
      'entities',
      '<p>Caf&eacute; &amp; well &#x2014; &lt;3&nbsp;km&gt;</p>',
      'text: Café & well — <3 km>',
    ],
    ['line breaks', '<p>The old wells<br>are dry.</p>', 'text: The old wells are dry.'],
    [
      'text outside of paragraphs',
      '<div>The wells <i>are</i> dry.</div>',
      'text: The wells are dry.',
    ],
    [
      'quotations',
      '<p>He said: <q>The wells are dry.</q></p>',
      'text: He said: “The wells are dry.”',
    ],
    ['headings', '<h3>The <a href="/w">wells</a></h3>', 'heading3: The wells'],
    [
      'captions',
      '<figure><img src="a.png"><figcaption>A dry well near Kita.</figcaption></figure>',
      'text: A dry well near Kita.',
    ],
    ['preformatted text', '<pre>The wells\n are  dry.</pre>', 'text: The wells are dry.'],
    [
      'notes in numbers',
      '<p>Dry<sup><a href="#n1">[1]</a></sup> since May<a href="#n2"><sup>2</sup></a>.</p>',
      'text: Dry since May.',
    ],
    ['powers', '<p>It covers 40 km<sup>2</sup> of land.</p>', 'text: It covers 40 km2 of land.'],
    [
      'words hidden from readers',
      '<p>The <span hidden>new</span><span style="color:red; display : none">x</span>wells<i aria-hidden="true">*</i> are dry.</p>',
      'text: The wells are dry.',
    ],
  ])('reads %s', (_name, html, expected) => expect(blocks(html)).toEqual([expected]))

  it('parts what a browser shows apart', () => {
    expect(blocks('<p>One.<p>Two.<div>Three.</div>Four.<br><br>Five.<hr>Six.')).toEqual(
      ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'].map((text) => `text: ${text}`),
    )
    expect(htmlReading('<p>One.<p>Two<br>lines.', {}).text).toBe('One.\n\nTwo\nlines.')
  })

  it('reads lists in lists, closed or not', () => {
    expect(blocks('<ul><li>Wells<ol><li>old<li>new</ol><li><p>Rivers</p></ul><p>End.</p>')).toEqual(
      ['list: Wells', 'list: old', 'list: new', 'list: Rivers', 'text: End.'],
    )
    expect(blocks('<dl><dt>Well<dd>A hole with water.</dl>')).toEqual([
      'list: Well',
      'list: A hole with water.',
    ])
  })

  it('reads the rows of a table, its cells in order', () => {
    expect(
      blocks(
        '<table><caption>Wells in use</caption><tr><th>Place<th>Wells<th>Dry<tr><td>Kita</td><td><p>12</p></td><td>3</td></tr><tr><td>Nioro<td><td>7</table>',
      ),
    ).toEqual([
      'text: Wells in use',
      'list: Kita | 12 | 3',
      'list: Nioro |  | 7'.replace('  ', ' '),
    ])
  })

  it('reads through tables that only lay a page out', () => {
    expect(
      blocks(
        '<table><tr><td><h2>Wells</h2><p>They are dry.</p></td><td>On the side.<table><tr><td>Kita</td><td>3</td></tr></table></td></tr></table>',
      ),
    ).toEqual(['heading2: Wells', 'text: They are dry.', 'text: On the side.', 'list: Kita | 3'])
  })

  it('leaves out what holds no words', () => {
    const machines = [
      'script',
      'style',
      'noscript',
      'template',
      'iframe',
      'svg',
      'nav',
      'select',
      'button',
      'textarea',
    ]
      .map((name) => `<${name}>let wells = 3</${name}>`)
      .join('')
    expect(blocks(`<p>Before.</p>${machines}<input value="x"><p>After.</p>`)).toEqual([
      'text: Before.',
      'text: After.',
    ])
  })

  it('ends what is left out where its parent ends', () => {
    expect(blocks('<div><nav>Menu<ul><li>Home</div><p>The wells are dry.</p>')).toEqual([
      'text: The wells are dry.',
    ])
  })

  it('keeps furniture in the text and out of the quotes', () => {
    const reading = htmlReading(
      '<p>The wells are dry.</p><p>Advertisement</p><div class="newsletter-box"><p>Wells in your mail, every day.</p></div><p><a href="/b">Rivers rise in the north</a></p><h2>Related stories</h2><ul><li><a href="/c">More wells</a></li></ul><p>They were full in May.</p><figcaption>Omar Ba/AFP</figcaption>',
      {},
    )
    expect(reading.blocks.map((block) => blockText(reading.text, block))).toEqual([
      'The wells are dry.',
      'They were full in May.',
    ])
    expect(reading.text).toContain('Wells in your mail')
  })

  it('does not trust a name that the whole text bears', () => {
    expect(blocks('<div class="post share"><p>The wells are dry.</p></div>')).toEqual([
      'text: The wells are dry.',
    ])
  })

  it('reads XHTML, its empty elements included', () => {
    expect(
      blocks(
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><p>The <a id="p1"/>wells<br/>are dry.</p></body></html>',
      ),
    ).toEqual(['text: The wells are dry.'])
  })
})

describe('a web page', () => {
  it('is its article, without the site around it', async () => {
    const document = await readPage(page({}))
    expectVerbatim(document)
    expect(paragraphs(document)).toEqual(ARTICLE)
    expect(headings(document)).toEqual(['What the council says'])
    expect(document.text).not.toMatch(/Home|Imprint|cookies|wells = 3/u)
  })

  it('is the part it calls its text where no article is found', async () => {
    const document = await readPage(
      '<html><body><header>Site</header><main><p>Dry.</p></main><footer>Imprint</footer></body></html>',
    )
    expect(paragraphs(document)).toEqual(['Dry.'])
  })

  it('is read whole when there is nothing around it', async () => {
    const document = await readPage(
      '<html><head><title>Report</title></head><body><h1>Wells</h1><p>Dry.</p><table><tr><td>Kita</td><td>3</td></tr></table><ul><li>One</li></ul></body></html>',
    )
    expect(paragraphs(document)).toEqual(['Dry.', 'Kita | 3', 'One'])
  })

  it.each([
    ['a page without words', '<html><body><script>let x</script></body></html>'],
    ['an empty page', '<html></html>'],
  ])('%s is a reason', async (_name, html) => {
    expect(await readFile({ name: 'a.html', bytes: Buffer.from(html) })).toEqual({
      reason: expect.stringContaining('no text'),
    })
  })

  it('is the same each time', async () => {
    expect(await readPage(page({}))).toEqual(await readPage(page({})))
  })
})

describe('a page without a title', () => {
  const TEXT =
    'The harbour of Kelani was closed for nine days after the storm, and no boat could land the grain that had been promised.'

  it.each([
    [
      'what its sections are called',
      `<p>${TEXT}</p><h3>What others saw</h3><p>${TEXT}</p>`,
      'tides',
    ],
    ['a heading above its text', `<h3>The closed harbour</h3><p>${TEXT}</p>`, 'The closed harbour'],
    [
      'a headline below its standfirst',
      `<p>${TEXT}</p><h3>Storm at Kelani keeps grain ships out of the harbour for nine days</h3><p>${TEXT}</p><h3>What others saw</h3><p>${TEXT}</p>`,
      'Storm at Kelani keeps grain ships out of the harbour for nine days',
    ],
  ])('is not named by a section: %s', async (_, body, title) => {
    const { documents } = await readFile({ name: 'tides.html', bytes: Buffer.from(body) })
    expect(documents?.[0]?.title).toEqual({ value: title, inferred: true })
  })
})

describe('encodings of a page', () => {
  const text = 'L’été, à l’école, 3 € suffisaient.'
  const windows1252 = (html: string): Uint8Array =>
    Uint8Array.from(html, (letter) => ({ '’': 0x92, '€': 0x80 })[letter] ?? letter.charCodeAt(0))
  const html = (head: string): string =>
    `<html><head>${head}</head><body><p>${text}</p></body></html>`

  it.each([
    ['UTF-8', Buffer.from(html('')), undefined],
    ['UTF-8 that says otherwise', Buffer.from(html('<meta charset="iso-8859-1">')), undefined],
    ['a mark', Buffer.from(`\uFEFF${html('')}`), undefined],
    ['UTF-16', Buffer.from(`\uFEFF${html('')}`, 'utf16le'), undefined],
    ['its own word', windows1252(html('<meta charset=windows-1252>')), undefined],
    [
      'its own older word',
      windows1252(html('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">')),
      undefined,
    ],
    ['the word of the server', windows1252(html('')), 'text/html; charset="windows-1252"'],
    ['its letters', windows1252(html('')), undefined],
    [
      'its letters, when its word means nothing',
      windows1252(html('<meta charset="x-none">')),
      undefined,
    ],
  ])('are told by %s', async (_name, bytes, contentType) => {
    const { documents } = await readFile({
      name: 'a.html',
      bytes,
      ...(contentType !== undefined && { contentType }),
    })
    expect(documents?.map((document) => document.text.trim())).toEqual([text])
  })
})

describe('any HTML', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<ul>',
      '<li>',
      '</ul>',
      '<h2>',
      '</h2>',
      '<br>',
      '<sup>',
      '</sup>',
      '<a href="#n">',
      '</a>',
      '<q>',
      '</q>',
      '<nav>',
      '</nav>',
      '<span class="credit">',
      '</span>',
      '<pre>',
      '</pre>',
      '<script>',
      '</script>',
      '<div hidden>',
      '<!--',
      '-->',
      '&amp;',
      '&#0;',
      '&#xD800;',
      '\u00A0',
      ' ',
      '\n',
      '1',
      '<',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const anyHtml = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

  it('has its blocks inside its text, in order, none empty', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const { text, blocks: found } = htmlReading(html, {})
        let last = 0
        for (const { start, end } of found.flatMap(({ spans }) => spans)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })

  it('is read without an error, verbatim', async () => {
    const property = fc.asyncProperty(anyHtml, fc.boolean(), async (html, site) => {
      const bytes = Buffer.from(site ? `<html><body><nav>x</nav>${html}` : html)
      const { documents = [] } = await readFile({ name: 'a.html', bytes })
      for (const document of documents) expectVerbatim(document)
    })
    await expect(fc.assert(property, { numRuns: 60 })).resolves.toBeUndefined()
  })
})
