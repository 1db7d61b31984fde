/** Check: a draft held against the documents. It is kept nowhere. */
import { html, NONE, type Html } from '../html/html.ts'
import { typed } from '../html/typed.ts'
import { replyHtml } from '../html/reply.ts'
import type { View } from '../html/view.ts'
import { READABLE } from '../../../src/readable.ts'
import type { Reply } from '../../../src/reply.ts'
import { type App, type Asked, pathOf, type Site, viewOf } from '../site.ts'
import { pageHtml } from './layout.ts'
import { statusOf } from './status.ts'

export function checkPages(app: App, site: Site): void {
  app.get('/check', (c) => c.html(checkPage(c, viewOf(c), '')))

  app.post('/check', async (c) => {
    const { draft, file } = await c.req.parseBody()
    const text = typeof draft === 'string' ? draft : ''
    const dropped = file instanceof File && file.size > 0 ? file : undefined
    const view = viewOf(c)
    if (text.trim() === '' && dropped === undefined) return c.html(checkPage(c, view, ''), 400)
    const reply = await (dropped === undefined
      ? site.ask(c, { text, request: { kind: 'check' } })
      : site.ask(c, { request: { kind: 'check', file: await bytesOf(dropped) } }))
    const shown = reply.kind === 'check' ? reply.draft : text
    return c.html(checkPage(c, view, shown, reply), statusOf(reply))
  })
}

const bytesOf = async (file: File): Promise<{ name: string; bytes: Uint8Array }> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/** What the terminal's `check` reads, too. */
const FORMATS = [...READABLE].join(',')

function checkPage(c: Asked, view: View, text: string, reply?: Reply): Html {
  const { words } = view
  return pageHtml(
    { words, title: words.check, at: '/check', path: pathOf(c), wide: reply !== undefined },
    html`<h1>${words.check}</h1>
      <p class="lead">${words.draftHint}</p>
      ${reply === undefined ? NONE : replyHtml(reply, view)}
      <form class="ask" id="check" action="/check" method="post" enctype="multipart/form-data">
        <label for="draft">${words.draft}</label>
        ${draftField(text)}
        <div class="filters">
          <div>
            <label for="file">${words.dropDraft}</label>
            <input id="file" name="file" type="file" accept="${FORMATS}" />
          </div>
        </div>
        <button class="go" type="submit">${words.checkButton}</button>
      </form>`,
  )
}

/** A field's first line end is none of its text. */
const draftField = (text: string): Html =>
  typed`<textarea id="draft" name="draft" spellcheck="false">
${text}</textarea>`
