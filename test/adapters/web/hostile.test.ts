/** 200 documents that mean harm, in their names, titles, addresses and texts: every page of them is inert. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../../index/engines/minisearch.ts'
import type { Document } from '../../../index/document.ts'
import { readFile } from '../../../index/readers/read.ts'
import { readerPath } from '../../../src/reader-address.ts'
import { openBrowser, WITHOUT_BROWSER, watched } from '../../support/browser.ts'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { libraryOf } from '../../support/library.ts'
import { livePartsOf } from '../../support/page.ts'

/** Some of them are damaged so that there is nothing to be read. */
const [MADE, COUNT] = [300, 200]
const RUN = 'window.harmed=1'

/** Each would do something where it is taken for more than words. */
const HARMS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `"><svg/onload=${RUN}>`,
  `'-${RUN}-'`,
  `<a href="javascript:${RUN}">here</a>`,
  `[here](javascript:${RUN})`,
  '![](https://evil.example/pixel.png)',
  '<iframe src="//evil.example"></iframe>',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<form action="https://evil.example"><input name="token"></form>',
  '</main></body></html>',
  '<!--',
  '{{constructor.constructor("x")()}}',
  '\u202Etxt.exe',
  '\u0000\u0008\u001b[2J',
  '@everyone <!channel> *bold* _it_',
]

const harm = fc.constantFrom(...HARMS)
const hostile = fc.record({
  name: fc
    .tuple(harm, fc.nat({ max: 1e6 }))
    .map(([one, at]) => `${at} ${one.replaceAll('\u0000', '')}`),
  title: harm,
  publisher: harm,
  url: fc.constantFrom(
    `javascript:${RUN}`,
    `data:text/html,<script>${RUN}</script>`,
    'https://user:pass@evil.example/',
    'https://evil.example/"onmouseover="x',
    'vbscript:msgbox(1)',
  ),
  texts: fc.array(harm, { minLength: 1, maxLength: 4 }),
  wells: fc.integer({ min: 2, max: 90 }),
  html: fc.boolean(),
})

type Hostile = typeof hostile extends fc.Arbitrary<infer T> ? T : never

const fileOf = ({ title, publisher, url, texts, wells, html }: Hostile): string => {
  const words = texts.map(
    (text) => `The council of Oss said ${text} and dug ${wells} wells in May.`,
  )
  return html
    ? `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${words.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`
    : `---\n${['title', 'publisher', 'url'].map((key, at) => `${key}: ${JSON.stringify([title, publisher, url][at])}`).join('\n')}\n---\n\n# ${title}\n\n${words.join('\n\n')}\n`
}

const LISTS = [
  '/sources',
  '/gaps',
  '/',
  '/?q=How+many+wells+did+the+council+of+Oss+dig',
  '/figures?q=wells+Oss',
  '/briefings?topic=wells',
]

describe('documents that mean harm', () => {
  let documents: Document[]
  let desk: OpenDesk
  beforeAll(async () => {
    const made = fc.sample(hostile, { numRuns: MADE, seed: 7 })
    const read = await Promise.all(
      made.map(async (one) => {
        const name = `${one.name}${one.html ? '.html' : '.md'}`
        return readFile({ name, bytes: Buffer.from(fileOf(one)) })
      }),
    )
    documents = read.flatMap((each) => each.documents ?? [])
    const corpus = new WholeCorpus(makeMiniSearch)
    corpus.add(documents)
    desk = await openDesk({}, { library: libraryOf(corpus), perMinute: 10_000 })
  }, 120_000)
  afterAll(() => desk.adapter.stop())

  it('are nothing but words on every page of the desk', { timeout: 120_000 }, async () => {
    expect(documents.length).toBeGreaterThanOrEqual(COUNT)
    const readers = documents.map(({ id }) => readerPath(id))
    const others = HARMS.map((one) => `/?${new URLSearchParams({ q: one }).toString()}`)
    for (const path of [...readers, ...LISTS, ...others]) {
      const response = await desk.get(path)
      // A question may be none.
      const isAsked = others.includes(path) && response.status === 400
      expect([path, isAsked || response.status === 200]).toEqual([path, true])
      expect([path, livePartsOf(await response.text())]).toEqual([path, []])
    }
  })

  it.skipIf(WITHOUT_BROWSER !== undefined)(
    'run nothing, load nothing and hide nothing in a browser',
    { timeout: 120_000 },
    async () => {
      const browser = await openBrowser()
      const { page, complaints } = await watched(browser, desk.address)
      const some = documents.filter((_, at) => at % 8 === 0).map(({ id }) => readerPath(id))
      for (const path of [...some, ...LISTS]) {
        await page.goto(path)
        expect([path, await page.evaluate('typeof window.harmed')]).toEqual([path, 'undefined'])
        expect([path, await page.locator('header .name').isVisible()]).toEqual([path, true])
      }
      expect(complaints).toEqual([])
      await browser.close()
    },
  )
})
