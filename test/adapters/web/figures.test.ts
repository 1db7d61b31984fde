/** What was counted again is a line over time, beside table and chart. */
import { expect, it } from 'vitest'
import { inaccessible, openBrowser, WITHOUT_BROWSER, watched } from '../../support/browser.ts'
import { openDesk } from '../../support/desk.ts'

const dated = (date: string, text: string): string =>
  `---\npublisher: Camp Cell\ndate: ${date}\n---\n\n${text}\n`

const open = () =>
  openDesk({
    'march.md': dated('2024-03-01', 'Fighting displaced 4,000 people in Oss.'),
    'april.md': dated('2024-04-01', 'Fighting displaced 9,500 people in Oss.'),
    'middle.md': dated('2024-03-15', 'Fighting displaced 6,100 people in Oss.'),
  })

it.skipIf(WITHOUT_BROWSER !== undefined)(
  'figures have their steps in order, each a link to its quote',
  async () => {
    const desk = await open()
    const browser = await openBrowser()
    const { page, complaints } = await watched(browser, desk.address, { javaScriptEnabled: false })
    await page.goto('/figures?q=people+displaced+in+Oss')
    const steps = page.locator('.timeline li')
    expect(await steps.locator('time').allTextContents()).toEqual([
      '2024-03-01',
      '2024-03-15',
      '2024-04-01',
    ])
    expect(await steps.locator('strong').allTextContents()).toEqual(['4,000', '6,100', '9,500'])
    expect(await steps.locator('.note').first().textContent()).toContain('Camp Cell')
    await steps.last().locator('a').click()
    expect(await page.locator('mark').allTextContents()).toEqual([
      'Fighting displaced 9,500 people in Oss.',
    ])
    expect(complaints).toEqual([])
    const scripted = await watched(browser, desk.address)
    await scripted.page.goto('/figures?q=people+displaced+in+Oss')
    expect(await inaccessible(scripted.page)).toEqual([])
    await browser.close()
    await desk.adapter.stop()
  },
)

it('figures that nobody counted again have no line over time', async () => {
  const desk = await openDesk({
    'a.md': dated('2024-03-01', 'Fighting displaced 4,000 people in Oss.'),
  })
  expect(await (await desk.get('/figures?q=people+displaced+in+Oss')).text()).not.toContain(
    'timeline',
  )
  await desk.adapter.stop()
})
