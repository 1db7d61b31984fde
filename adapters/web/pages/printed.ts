/** A page of a document as it is printed, beside the reader and by itself. */
import type { Request } from '../../../src/adapter.ts'
import { documentOfPath, pagePath, readerPath } from '../../../src/reader-address.ts'
import type { PrintedPage } from '../../../src/reply.ts'
import { citationParts } from '../../shared/citation.ts'
import { type Html, html, NONE } from '../html/html.ts'
import { printedPageHtml } from '../html/printed-page.ts'
import type { View } from '../html/view.ts'
import { type App, type Asked, pathOf, type Site, viewOf } from '../site.ts'
import { failedPage, notFoundPage } from './failed.ts'
import { bareHtml } from './layout.ts'
import { readQuery } from './read-query.ts'

export const PRINTED = '/pages/'

export function printedPages(app: App, site: Site): void {
  app.get(`${PRINTED}*`, async (c) => {
    const view = viewOf(c)
    const document = documentOfPath(new URL(c.req.url).pathname.slice(PRINTED.length))
    if (document === undefined) return notFoundPage(c, view)
    const { quote, page } = readQuery(c)
    const request: Request = {
      kind: 'page',
      document,
      ...(page !== undefined && { page }),
      ...(quote !== undefined && { quote }),
    }
    const reply = await site.ask(c, { request })
    if (reply.kind !== 'page') return failedPage(c, view, reply)
    const { title } = citationParts(reply.citation, view.words.lang)
    return c.html(
      bareHtml({ words: view.words, title, path: pathOf(c) }, shownHtml(c, reply, view)),
    )
  })
}

function shownHtml(c: Asked, reply: PrintedPage, { words, key }: View): Html {
  const { citation, page, of, marked } = reply
  const to = (number: number): string =>
    pagePath(citation.document, number, new URL(c.req.url).searchParams)
  return html`<h1>
      <a href="${readerPath(citation.document, undefined, key)}" target="_top" dir="auto"
        >${citation.title.value}</a
      >
    </h1>
    <nav class="parts" aria-label="${words.pages}">
      ${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">← ${words.previousPage}</a>` : NONE}
      <span>${words.page} ${page} ${words.of} ${of}</span>
      ${page < of ? html`<a rel="next" href="${to(page + 1)}">${words.followingPage} →</a>` : NONE}
    </nav>
    ${marked === 'part' ? html`<p class="state">${words.markedInPart}</p>` : NONE}
    ${printedPageHtml(reply, words)}`
}
