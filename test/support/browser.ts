/** The system's Chromium, for what only a browser can tell. */
import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import * as z from 'zod'

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const CHROMIUM = PLACES.find((place) => place !== '' && existsSync(place))

/** Where there is no Chromium the tests are left out, and say so; where all must run that is a failure. */
export const WITHOUT_BROWSER =
  CHROMIUM === undefined && process.env['CI'] !== 'true'
    ? 'no Chromium is installed (apt-get install chromium, or CHROMIUM=PATH)'
    : undefined

/** @throws Error where there is no Chromium */
export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined)
    throw new Error('No Chromium is installed: apt-get install chromium, or set CHROMIUM=PATH.')
  // In a container Chromium's own sandbox has no rights to be made.
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
}

/** What went wrong on a page, and whatever it asked of another place. */
export interface Watched {
  readonly page: Page
  readonly complaints: string[]
}

export async function watched(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Watched> {
  const page = await browser.newPage({ baseURL: address, ...options })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (origin !== new URL(address).origin) complaints.push(`foreign request: ${request.url()}`)
  })
  return { page, complaints }
}

const Violations = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
)

/** What WCAG 2.2 AA finds wrong with a page, a line each. */
export async function inaccessible(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)`,
  )
  return Violations.parse(found).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}
