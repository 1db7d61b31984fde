/** Pages that say what went wrong, and where to go. */
import type { Reply } from '../../../src/reply.ts'
import { html } from '../html/html.ts'
import { replyHtml } from '../html/reply.ts'
import type { View } from '../html/view.ts'
import { type Asked, pathOf } from '../site.ts'
import { pageHtml } from './layout.ts'
import { statusOf } from './status.ts'

export function notFoundPage(c: Asked, { words }: View): Response | Promise<Response> {
  const page = { words, title: words.notFound, path: pathOf(c) }
  return c.html(
    pageHtml(
      page,
      html`<h1>${words.notFound}</h1>
        <p>${words.notFoundMend}</p>
        <p><a href="/">${words.ask}</a> · <a href="/sources">${words.sources}</a></p>`,
    ),
    404,
  )
}

export function failedPage(c: Asked, view: View, reply: Reply): Response | Promise<Response> {
  const { words } = view
  return c.html(
    pageHtml(
      { words, title: words.failed, path: pathOf(c) },
      html`<h1>${words.failed}</h1>
        ${replyHtml(reply, view)}`,
    ),
    statusOf(reply),
  )
}
