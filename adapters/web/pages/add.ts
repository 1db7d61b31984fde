/** Adding documents: a page or a feed by its address, files as they are; for whoever sits at the machine. */
import type { Reply } from '../../../src/reply.ts'
import { MOST_FILE_BYTES, refusal } from '../../shared/refusal.ts'
import { type Html, html } from '../html/html.ts'
import { replyHtml } from '../html/reply.ts'
import { type App, type Asked, languageOf, pathOf, type Site, viewOf } from '../site.ts'
import type { Words } from '../words.ts'
import { pageHtml } from './layout.ts'
import { statusOf } from './status.ts'

/** In bytes: a file, and what a form puts around it. */
export const MOST_UPLOAD = MOST_FILE_BYTES + 1_000_000

export function addPages(app: App, site: Site): void {
  app.post('/sources', async (c) => {
    const view = viewOf(c)
    const { words } = view
    const { location, file } = await c.req.parseBody({ all: true })
    const files = [file].flat().filter((one) => one instanceof File && one.size > 0)
    const replies: Reply[] = []
    if (typeof location === 'string' && location.trim() !== '')
      replies.push(
        await site.ask(c, { text: `add ${location.trim()}`, request: { kind: 'manage' } }),
      )
    for (const one of files) if (one instanceof File) replies.push(await kept(c, site, one))
    if (replies.length === 0) return c.redirect('/sources', 303)
    const failed = replies.find(({ kind }) => kind === 'failed')
    return c.html(
      pageHtml(
        { words, title: words.sources, at: '/sources', path: pathOf(c) },
        html`<h1>${words.sources}</h1>
          <div class="added" role="status">${replies.map((reply) => replyHtml(reply, view))}</div>
          <p><a href="/sources">${words.sources}</a> · <a href="/">${words.ask}</a></p>`,
      ),
      failed === undefined ? 200 : statusOf(failed),
    )
  })
}

async function kept(c: Asked, site: Site, file: File): Promise<Reply> {
  const refused = refusal(file.name, file.size, languageOf(c))
  if (refused !== undefined)
    return { kind: 'failed', code: 'usage', message: `${file.name}: ${refused}` }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return site.ask(c, { request: { kind: 'add', name: file.name, bytes } })
}

/** What the script of the page needs to tell how far it is stands in the form. */
export const addForm = (words: Words): Html =>
  html`<details class="add">
    <summary>${words.addDocuments}</summary>
    <form
      class="ask"
      id="add"
      action="/sources"
      method="post"
      enctype="multipart/form-data"
      data-sending="${words.sending}"
      data-reading="${words.reading}"
      data-unreachable="${words.unreachable}"
    >
      <div class="filters">
        <div>
          <label for="location">${words.address}</label>
          <input
            id="location"
            name="location"
            type="url"
            placeholder="https://example.org/feed.xml"
          />
        </div>
        <div>
          <label for="files">${words.filesToAdd}</label>
          <input id="files" name="file" type="file" multiple />
        </div>
      </div>
      <button class="go" type="submit">${words.addButton}</button>
    </form>
  </details>`
