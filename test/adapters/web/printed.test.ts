/** The page of a PDF beside its text: the quote is marked on both, for whoever may see it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inaccessible, openBrowser, WITHOUT_BROWSER, watched } from '../../support/browser.ts'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { libraryOf } from '../../support/library.ts'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../../index/engines/minisearch.ts'
import { documentOfPdf, REPORT } from '../../support/printed.ts'

const PICTURES = join(import.meta.dirname, '../../../coverage/pages')
const NAME = 'reports/wells 2.pdf'
const ADDRESS = '/documents/reports/wells%202.pdf'
const QUESTION = 'How many wells were found dry?'

async function wells(bytes: Uint8Array | undefined = REPORT): Promise<OpenDesk> {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add([await documentOfPdf(NAME, REPORT)])
  const asked: string[] = []
  const original = (id: string) => {
    asked.push(id)
    return Promise.resolve(bytes)
  }
  const empty = new WholeCorpus(makeMiniSearch)
  const view = (sets?: readonly string[]) =>
    Promise.resolve(sets === undefined || sets.includes('wells') ? corpus : empty)
  const library = libraryOf(corpus, { original, view, sets: ['wells', 'other'] })
  return openDesk(
    {},
    { library, channels: { 'web:stranger': { sets: ['other'], outsiders: false } } },
  )
}

/** Lines end elsewhere on the page than in what is read. */
const evened = (text: string): string => text.replace(/\s+/gu, '')

describe('a page through the desk', () => {
  let desk: OpenDesk
  beforeEach(async () => {
    desk = await wells()
  })
  afterEach(() => desk.adapter.stop())

  it('is shown by itself, the next one a link away', async () => {
    const response = await desk.get('/pages/reports/wells%202.pdf?page=1')
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toContain('data:image/webp;base64,UklGR')
    expect(html).toContain('/pages/reports/wells%202.pdf?page=2')
    expect(html).not.toContain('class="hit"')
  })

  it('may stand in a frame of this desk alone, and loads nothing', async () => {
    const { headers } = await desk.get('/pages/reports/wells%202.pdf')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("script-src 'self'")
    const reader = await desk.get(ADDRESS)
    expect(reader.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it.each(['/pages/reports/wells%202.pdf?page=3', '/pages/nothing.pdf', '/pages/%E0%A4%A'])(
    'is not there: %s',
    async (path) => expect((await desk.get(path)).status).toBe(404),
  )

  it('is nobody’s who does not see its document, and no file is looked at for them', async () => {
    const request = { kind: 'page', document: NAME } as const
    const message = { id: '1', text: '', request, user: 'eve', platform: 'web' }
    const foreign = await desk.bot.answer({ ...message, channel: 'stranger' })
    const missing = await desk.bot.answer({
      ...message,
      channel: 'stranger',
      request: { kind: 'page', document: 'nothing.pdf' },
    })
    expect(foreign).toEqual(missing)
    expect(foreign).toMatchObject({ kind: 'failed', code: 'documents' })
  })

  it('is told to be gone when the file is another by now', async () => {
    const changed = await wells(Buffer.from('another text'))
    const response = await changed.get('/pages/reports/wells%202.pdf?page=1')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Read its text instead')
    await changed.adapter.stop()
  })
})

describe.skipIf(WITHOUT_BROWSER !== undefined)('a page beside its text, in a browser', () => {
  let browser: Browser
  let desk: OpenDesk
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    desk = await wells()
  })
  afterEach(() => desk.adapter.stop())

  async function opened(page: Page): Promise<{ frame: Frame; quote: string }> {
    await page.goto(`/?${new URLSearchParams({ q: QUESTION }).toString()}`)
    await page.locator('a.title').first().click()
    await page.locator('#quote').waitFor()
    const quote = (await page.locator('mark').allTextContents()).join(' ')
    const handle = await page.locator('.page-itself iframe').elementHandle()
    const frame = await handle?.contentFrame()
    if (frame === null || frame === undefined) throw new Error('there is no page beside it')
    await frame.locator('svg.printed').waitFor()
    return { frame, quote }
  }

  it.each([true, false])('has the quote marked on it (with script: %s)', async (script) => {
    const { page, complaints } = await watched(browser, desk.address, {
      javaScriptEnabled: script,
      viewport: { width: 1440, height: 1000 },
    })
    const { frame, quote } = await opened(page)
    expect(quote).toContain('23 were found dry')
    const words = await frame.locator('svg .words').allTextContents()
    expect(evened(words.join(''))).toBe(evened(quote))
    const boxes = await frame.locator('svg .hit').all()
    expect(boxes).toHaveLength(words.length)
    for (const [at, box] of boxes.entries()) {
      const [mark, text] = [
        await box.boundingBox(),
        await frame.locator('svg .words').nth(at).boundingBox(),
      ]
      if (mark === null || text === null) throw new Error('a mark is not shown')
      expect(Math.abs(mark.x - text.x)).toBeLessThan(2)
      expect(Math.abs(mark.width - text.width)).toBeLessThan(4)
    }
    await page.screenshot({ path: join(PICTURES, `printed-${script}.png`) })
    expect(complaints).toEqual([])
  })

  it.each([
    ['desktop', { width: 1280, height: 900 }, 'light'],
    ['desktop', { width: 1280, height: 900 }, 'dark'],
    ['phone', { width: 360, height: 740 }, 'light'],
  ] as const)('is accessible and fits on a %s', async (name, viewport, colorScheme) => {
    const { page, complaints } = await watched(browser, desk.address, { viewport, colorScheme })
    await page.goto(`/?${new URLSearchParams({ q: QUESTION }).toString()}`)
    await page.locator('a.title').first().click()
    await page.locator('#quote').waitFor()
    expect(await inaccessible(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0)
    await page.screenshot({
      path: join(PICTURES, `printed-${name}-${colorScheme}.png`),
      fullPage: true,
    })
    await page.getByRole('link', { name: 'The page itself' }).click()
    await page.locator('svg.printed').waitFor()
    expect(await inaccessible(page)).toEqual([])
    await page.getByRole('link', { name: 'Page after' }).click()
    await page.getByText('Page 2 of 2').first().waitFor()
    expect(complaints).toEqual([])
  })
})
