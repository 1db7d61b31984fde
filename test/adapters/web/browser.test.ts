/** The desk in a browser: with and without its script, by keyboard, on a phone, in both schemes. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inaccessible, openBrowser, WITHOUT_BROWSER, watched } from '../../support/browser.ts'
import { notice } from '../../../src/manage.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'
import { type OpenDesk, openDesk, served } from '../../support/desk.ts'
import { VALLEY } from '../../support/library.ts'
import { docx, p } from '../../support/office.ts'

const DRAFT = 'The flood in Tarwell destroyed 600 houses.\n\nIn Oss 14 people were injured.'

/** A quote without its number. */
const wordsOf = (text: string | null): string => (text ?? '').replace(/\s*\[\d+\]\s*$/u, '').trim()

/** Pictures of what was tested, to be looked at; not kept. */
const PICTURES = join(import.meta.dirname, '../../../coverage/pages')
const QUESTION = 'How many houses did the flood in Tarwell destroy?'

if (WITHOUT_BROWSER !== undefined)
  process.stdout.write(`The desk is not tried in a browser: ${WITHOUT_BROWSER}\n`)

describe.skipIf(WITHOUT_BROWSER !== undefined)('the desk in a browser', () => {
  let browser: Browser
  let desk: OpenDesk
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    desk = await openDesk({
      ...VALLEY,
      'stores.md':
        '# Stores of the valley\n\n| Place | Sacks | Casks |\n| --- | --- | --- |\n| Oss | 41 | 7 |\n| Tarwell | 12 | 19 |\n',
    })
  })
  afterEach(() => desk.adapter.stop())

  it('answers, goes on, and opens the quote where it stands', async () => {
    const { page, complaints } = await watched(browser, desk.address)
    await page.goto('/')
    await page.getByLabel('Your question').fill(QUESTION)
    await page.keyboard.press('Enter')
    const quote = page.locator('.turn').first().locator('blockquote p:not(.beside)').first()
    await quote.waitFor()
    const words = wordsOf(await quote.textContent())
    expect(words).toContain('houses')
    expect(await page.evaluate('document.activeElement.textContent')).toBe(QUESTION)
    await page.getByRole('link', { name: 'Who said that?' }).click()
    await page.getByRole('heading', { name: 'Who said that?' }).waitFor()
    expect(await page.locator('.turn').count()).toBe(2)
    await page.locator('.turn').last().locator('a.title').first().click()
    await page.locator('#quote').waitFor()
    expect(await page.locator('mark').allTextContents()).toEqual([words])
    const seen = await page.evaluate(`(() => {
      const { top, bottom } = document.querySelector('#quote').getBoundingClientRect()
      return top >= 0 && bottom <= window.innerHeight
    })()`)
    expect(seen).toBe(true)
    expect(await page.evaluate('document.activeElement.id')).toBe('quote')
    expect(complaints).toEqual([])
  })

  it('shows figures that disagree, draws them, and gives them as a table', async () => {
    const { page, complaints } = await watched(browser, desk.address)
    await page.goto('/')
    await page.getByRole('link', { name: 'Figures' }).click()
    await page.getByLabel('What is counted').fill('houses destroyed in Tarwell')
    await page.keyboard.press('Enter')
    await page.locator('td.value').first().waitFor()
    expect(await page.locator('td.value').allTextContents()).toEqual(
      expect.arrayContaining(['412', '530']),
    )
    expect(await page.locator('tr.relation.contradiction, tr.relation.update').count()).not.toBe(0)
    await page.getByText('Chart', { exact: true }).click()
    const chart = page.locator('.chart img')
    await chart.scrollIntoViewIfNeeded()
    await page.evaluate('document.querySelector(".chart img").decode()')
    expect(
      await page.evaluate('document.querySelector(".chart img").naturalWidth'),
    ).toBeGreaterThan(100)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download as CSV' }).click()
    expect((await download).suggestedFilename()).toBe('figures.csv')
    expect(complaints).toEqual([])
  })

  it('checks a draft: marks beside verdicts, each with the documents’ words', async () => {
    const { page, complaints } = await watched(browser, desk.address)
    await page.goto('/check')
    await page.getByLabel('Your draft').fill(DRAFT)
    await page.getByRole('button', { name: 'Check it' }).click()
    expect(await page.locator('.draft .wrong').first().textContent()).toContain('600')
    const worst = page.locator('.finding').first()
    expect(await worst.locator('.level').first().textContent()).toBe('does not hold')
    expect(await worst.locator('blockquote').first().textContent()).toContain('Tarwell')
    expect(await page.getByLabel('Your draft').inputValue()).toBe(DRAFT)
    expect(complaints).toEqual([])
  })

  it('checks a draft in a Word file, chosen or dropped', async () => {
    const { page, complaints } = await watched(browser, desk.address)
    const name = 'story.docx'
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const buffer = Buffer.from(docx(p('The flood in Tarwell destroyed 600 houses.')))
    await page.goto('/check')
    await page.locator('#file').setInputFiles({ name, mimeType, buffer })
    await page.getByRole('button', { name: 'Check it' }).click()
    expect(await page.locator('.draft .wrong').first().textContent()).toContain('600')
    expect(await page.getByLabel('Your draft').inputValue()).toContain('destroyed 600 houses')
    await page.goto('/check')
    const dropped = await page.evaluateHandle(
      `(() => {
        const files = new DataTransfer()
        const bytes = Uint8Array.from(atob('${buffer.toString('base64')}'), (each) => each.charCodeAt(0))
        files.items.add(new File([bytes], '${name}', { type: '${mimeType}' }))
        return files
      })()`,
    )
    await page.dispatchEvent('#check', 'drop', { dataTransfer: dropped })
    await page.locator('.finding').first().waitFor()
    expect(await page.locator('.draft .wrong').first().textContent()).toContain('600')
    const damaged = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300)])
    await page.locator('#file').setInputFiles({ name, mimeType, buffer: damaged })
    await page.getByRole('button', { name: 'Check it' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('story.docx')
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([])
  })

  it('takes a file in, tells how far it is, and answers from it', async () => {
    const given: string[] = []
    const taking = await served((message) => {
      const { request } = message
      if (request?.kind === 'add')
        given.push(`${request.name}: ${new TextDecoder().decode(request.bytes)}`)
      return request?.kind === 'sources'
        ? Promise.resolve({ kind: 'sources', origins: [], documents: [], problems: [] })
        : Promise.resolve(notice([`${given.at(-1) ?? 'nothing'} is in.`]))
    }, sqliteStore(':memory:'))
    const { page, complaints } = await watched(browser, taking.address)
    await page.goto('/sources')
    await page.getByText('Add documents').click()
    await page.getByLabel('Files, or drop them here').setInputFiles({
      name: 'ferry.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Ferry'),
    })
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('ferry.md: # Ferry is in.').waitFor()
    expect(given).toEqual(['ferry.md: # Ferry'])
    expect(complaints).toEqual([])
    await taking.adapter.stop()
  })

  it('works without its script', async () => {
    const { page, complaints } = await watched(browser, desk.address, { javaScriptEnabled: false })
    await page.goto('/')
    await page.getByLabel('Your question').fill(QUESTION)
    await page.getByRole('button', { name: 'Ask' }).click()
    const words = wordsOf(await page.locator('blockquote p:not(.beside)').first().textContent())
    await page.getByRole('link', { name: 'Who said that?' }).click()
    expect(await page.getByRole('heading', { name: 'Who said that?' }).count()).toBe(1)
    await page.locator('a.title').first().click()
    expect(await page.locator('mark').allTextContents()).toEqual([words])
    expect(complaints).toEqual([])
  })

  it('tells who gives a figure, by keyboard, and lets go of it with Escape', async () => {
    const { page } = await watched(browser, desk.address)
    await page.goto('/documents/flood-april.md')
    const figure = page.getByRole('button', { name: '412' })
    await figure.focus()
    await page.keyboard.press('Enter')
    const owner = page.locator('.owner:popover-open')
    expect(await owner.textContent()).toContain('says the mayor')
    await page.keyboard.press('Escape')
    expect(await owner.count()).toBe(0)
  })

  it('is reached by keyboard alone: past the pages, to the question, to the answer', async () => {
    const { page } = await watched(browser, desk.address)
    await page.goto('/sources')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
    await page.goto('/')
    await page.keyboard.type(QUESTION)
    await page.keyboard.press('Enter')
    await page.locator('.turn h2').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('number')
  })

  it.each([
    ['desktop', 'light', { width: 1280, height: 900 }],
    ['desktop', 'dark', { width: 1280, height: 900 }],
    ['phone', 'light', { width: 360, height: 740 }],
    ['phone', 'dark', { width: 360, height: 740 }],
  ] as const)('is accessible and fits on a %s, %s', async (name, colorScheme, viewport) => {
    const { page, complaints } = await watched(browser, desk.address, { colorScheme, viewport })
    const asked = new URLSearchParams({ q: QUESTION }).toString()
    const pages = {
      home: '/',
      answer: `/?${asked}`,
      refusal: '/?q=Who+won+the+regatta+of+Basel',
      reader: '/documents/flood-april.md?quote=120-200#quote',
      table: '/documents/stores.md',
      sources: '/sources',
      figures: '/figures?q=injured',
      briefing: '/briefings?topic=flood',
      gaps: '/gaps',
      missing: '/missing',
      check: '/check',
      french: '/?lang=fr',
    }
    const check = async (): Promise<void> => {
      await page.goto('/check')
      await page.getByLabel('Your draft').fill(DRAFT)
      await page.getByRole('button', { name: 'Check it' }).click()
      await page.locator('.finding').first().waitFor()
    }
    for (const [what, path] of Object.entries(pages)) {
      await (what === 'check' ? check() : page.goto(path))
      await page.screenshot({ path: join(PICTURES, `${what}-${name}-${colorScheme}.png`) })
      expect(await inaccessible(page), `at ${path}`).toEqual([])
      const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
      expect(wide, `${path} is as wide as the window`).toBe(0)
    }
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([])
  })
})
