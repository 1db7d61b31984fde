/** Briefings: what was posted here, the newest first. */
import { html, NONE } from '../html/html.ts'
import { replyHtml } from '../html/reply.ts'
import { type App, type Asked, pathOf, type Site, viewOf } from '../site.ts'
import { notFoundPage } from './failed.ts'
import { pageHtml } from './layout.ts'

export function briefingPages(app: App, { posts }: Site): void {
  app.get('/briefings', (c) => {
    const { words } = viewOf(c)
    const entries = posts.list(destinationOf(c))
    return c.html(
      pageHtml(
        { words, title: words.briefings, at: '/briefings', path: pathOf(c) },
        html`<h1>${words.briefings}</h1>
          ${entries.length === 0 ? html`<p>${words.noBriefings}</p>` : NONE}
          <ul class="documents">
            ${entries.map(
              ({ id, at, title }) =>
                html`<li>
                  <a href="/briefings/${id}">${title || words.briefings}</a>
                  <span class="note">${dayOf(at)}</span>
                </li>`,
            )}
          </ul>`,
      ),
    )
  })

  app.get('/briefings/:id', (c) => {
    const view = viewOf(c)
    const post = posts.get(c.req.param('id'), destinationOf(c))
    if (post === undefined) return notFoundPage(c, view)
    const { words } = view
    const { entry, reply } = post
    return c.html(
      pageHtml(
        { words, title: entry.title || words.briefings, at: '/briefings', path: pathOf(c) },
        html`<h1>${words.briefings}</h1>
          <p class="lead">${dayOf(entry.at)}</p>
          ${replyHtml(reply, view)}`,
      ),
    )
  })
}

/** Whoever sits at the machine sees all; of the others each what was posted for them. */
function destinationOf(c: Asked): string | undefined {
  const { local, channel } = c.get('visitor')
  return local ? undefined : channel
}

const dayOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`
