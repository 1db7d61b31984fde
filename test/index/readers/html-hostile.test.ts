import { describe, expect, it } from 'vitest'
import { readFile } from '../../../index/readers/read.ts'
import { expectVerbatim } from '../reading.ts'
import { ARTICLE, page, readPage } from './html-pages.ts'

const SENTENCE = 'The wells of the north are dry.'
const site = (body: string): string =>
  `<html><body><nav>Menu</nav>${body}<p>${SENTENCE}</p></body></html>`

describe('a hostile page', () => {
  it.each([
    ['100,000 elements in one another', '<div>'.repeat(100_000)],
    ['a million elements', '<p></p>'.repeat(1_000_000)],
    ['50,000 tables in one another', '<table><tr><td>x'.repeat(50_000)],
    ['50,000 lists in one another', '<ul><li>x'.repeat(50_000)],
    ['end tags of nothing', '<b>'.repeat(500) + '</i>'.repeat(300_000)],
    ['a huge attribute', `<p class="${'related '.repeat(300_000)}">x</p>`],
    [
      '50,000 attributes',
      `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>x</p>`,
    ],
    ['300,000 entities', `<p>${'&nbsp;'.repeat(300_000)}</p>`],
    ['white space', ' '.repeat(3_000_000)],
    ['empty lines', '<br>'.repeat(200_000)],
    ['lines', 'x<br>'.repeat(200_000)],
    ['marks of notes', `<p>${'x<sup><a href="#n">1</a></sup>'.repeat(50_000)}</p>`],
    ['a title without an end of its separators', `<h1>${'a - '.repeat(100_000)}</h1>`],
  ])(
    'of %s is read',
    async (_name, body) => {
      const start = performance.now()
      const document = await readPage(site(body))
      expect(document.text).toContain(SENTENCE)
      expect(performance.now() - start).toBeLessThan(20_000)
    },
    30_000,
  )

  it('that is too large for its article is read whole, and says so', async () => {
    const result = await readFile({
      name: 'a.html',
      bytes: Buffer.from(site(`<footer>Imprint</footer>${'<div><i>x</i></div>'.repeat(15_000)}`)),
    })
    expect(result).toMatchObject({ notes: [expect.stringContaining('very large')] })
    expect(result.documents?.[0]?.text).not.toContain('Imprint')
  })

  it('runs nothing, and its scripts are no text', async () => {
    const document = await readPage(
      page({
        body: '<script>globalThis.hacked = true</script><img src=x onerror="globalThis.hacked = true"><svg onload="globalThis.hacked = true"><script>globalThis.hacked = true</script></svg><a href="javascript:globalThis.hacked = true">x</a><iframe srcdoc="<script>parent.hacked = true</script>"></iframe>',
      }),
    )
    expectVerbatim(document)
    expect('hacked' in globalThis).toBe(false)
    expect(document.text).not.toMatch(/hacked|wells = 3/u)
    expect(document.text).toContain(ARTICLE[0])
  })

  it.each([
    ['an open comment', '<!-- '],
    ['an open tag', '<p title="'],
    ['an open script', '<script>'],
    ['an open CDATA section', '<![CDATA['],
  ])('that ends in %s keeps what came before', async (_name, end) => {
    expect((await readPage(`<p>${SENTENCE}</p>${end}`)).text).toBe(SENTENCE)
  })

  it('of bytes that are no text is refused', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7) % 32)
    expect(await readFile({ name: 'a.html', bytes })).toEqual({ reason: expect.any(String) })
  })
})
