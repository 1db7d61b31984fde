/** Check: a draft held against the documents. It is kept nowhere. */
import { html, NONE, type Html } from '../html/html.ts'
import { typed } from '../html/typed.ts'
import { replyHtml } from '../html/reply.ts'
import type { View } from '../html/view.ts'
import type { Reply } from '../../../src/reply.ts'
import { type App, type Asked, pathOf, type Site, viewOf } from '../site.ts'
import { pageHtml } from './layout.ts'
import { statusOf } from './status.ts'

export function checkPages(app: App, site: Site): void {
  app.get('/check', (c) => c.html(checkPage(c, viewOf(c), '')))

  app.post('/check', async (c) => {
    const { draft, file } = await c.req.parseBody()
    const pasted = typeof draft === 'string' ? draft : ''
    const text = file instanceof File && file.size > 0 ? await file.text() : pasted
    const view = viewOf(c)
    if (text.trim() === '') return c.html(checkPage(c, view, ''), 400)
    const reply = await site.ask(c, { text, request: { kind: 'check' } })
    return c.html(checkPage(c, view, text, reply), statusOf(reply))
  })
}

function checkPage(c: Asked, view: View, text: string, reply?: Reply): Html {
  const { words } = view
  return pageHtml(
    { words, title: words.check, at: '/check', path: pathOf(c), wide: reply !== undefined },
    html`<h1>${words.check}</h1>
      <p class="lead">${words.draftHint}</p>
      ${reply === undefined ? NONE : replyHtml(reply, view)}
      <form class="ask" action="/check" method="post" enctype="multipart/form-data">
        <label for="draft">${words.draft}</label>
        ${draftField(text)}
        <div class="filters">
          <div>
            <label for="file">${words.dropDraft}</label>
            <input id="file" name="file" type="file" accept=".txt,.md,.markdown,text/plain" />
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
