/** What every page has: its head, the way to the other pages, the way past them. */
import { assetPath } from '../assets.ts'
import { type Html, html } from '../html/html.ts'
import type { Language, Words } from '../words.ts'

export interface PageOptions {
  readonly words: Words
  readonly title: string
  /** Of the page that is marked as the one where one is. */
  readonly at?: string
  /** Its own address, from which the other language is reached. */
  readonly path: string
  readonly wide?: boolean
}

const PAGES = [
  ['/', 'ask'],
  ['/figures', 'figures'],
  ['/check', 'check'],
  ['/briefings', 'briefings'],
  ['/sources', 'sources'],
  ['/gaps', 'gaps'],
] as const

export const pageHtml = (
  { words, title, at, path, wide = false }: PageOptions,
  content: Html,
): Html =>
  html`<!doctype html>
    <html lang="${words.lang}">
      ${headHtml(words, title)}
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <a class="name" href="/">Verbatim</a>
          <nav aria-label="${words.nav}">
            <ul>
              ${PAGES.map(
                ([href, key]) =>
                  html`<li>
                    ${
                      at === href
                        ? html`<a href="${href}" aria-current="page">${words[key]}</a>`
                        : html`<a href="${href}">${words[key]}</a>`
                    }
                  </li>`,
              )}
            </ul>
          </nav>
          <a
            class="language"
            href="${inLanguage(path, other(words))}"
            hreflang="${other(words)}"
            lang="${other(words)}"
            >${words.otherLanguage}</a
          >
        </header>
        <main id="content" class="${wide ? 'wide' : 'narrow'}" tabindex="-1">${content}</main>
      </body>
    </html>`

/** A page within another: its content alone. */
export const bareHtml = ({ words, title }: PageOptions, content: Html): Html =>
  html`<!doctype html>
    <html lang="${words.lang}">
      ${headHtml(words, title)}
      <body>
        <main class="bare">${content}</main>
      </body>
    </html>`

const headHtml = (words: Words, title: string): Html =>
  html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Verbatim</title>
    <link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml" />
    <link rel="stylesheet" href="${assetPath('desk.css')}" />
    <script type="module" src="${assetPath('desk.js')}"></script>
  </head>`

const other = ({ lang }: Words): Language => (lang === 'en' ? 'fr' : 'en')

/** The same page in another language. */
function inLanguage(path: string, language: Language): string {
  const url = new URL(path, 'http://desk.invalid')
  url.searchParams.set('lang', language)
  return `${url.pathname}${url.search}`
}
