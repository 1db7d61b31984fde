/** Sources: the documents there are, where they come from and what needs attention. */
import * as z from 'zod'
import type { Source, Sources } from '../../../src/reply.ts'
import { type Html, html, NONE } from '../html/html.ts'
import { citationHtml } from '../html/quote.ts'
import type { View } from '../html/view.ts'
import { type App, pathOf, type Site, viewOf } from '../site.ts'
import { addForm } from './add.ts'
import { failedPage } from './failed.ts'
import { pageHtml } from './layout.ts'

const ON_A_PAGE = 50

const Query = z.object({
  find: z.string().trim().max(200).catch(''),
  from: z.coerce.number().int().min(0).max(1e9).catch(0),
})

export function sourcePages(app: App, site: Site): void {
  app.get('/sources', async (c) => {
    const view = viewOf(c)
    const reply = await site.ask(c, { request: { kind: 'sources' } })
    if (reply.kind !== 'sources') return failedPage(c, view, reply)
    const { words } = view
    const query = Query.parse(c.req.query())
    return c.html(
      pageHtml(
        { words, title: words.sources, at: '/sources', path: pathOf(c) },
        html`<h1>${words.sources}</h1>
          ${c.get('visitor').local ? addForm(words) : NONE} ${originsHtml(reply, words)}
          ${problemsHtml(reply, words)} ${documentsHtml(reply.documents, query, words)}`,
      ),
    )
  })
}

function documentsHtml(
  all: readonly Source[],
  { find, from }: z.infer<typeof Query>,
  words: View['words'],
): Html {
  const wanted = find.toLowerCase()
  const found =
    wanted === ''
      ? all
      : all.filter(({ title, publisher, document }) =>
          `${title.value}\n${publisher?.value ?? ''}\n${document}`.toLowerCase().includes(wanted),
        )
  const shown = found.slice(from, from + ON_A_PAGE)
  const at = (offset: number): string =>
    `/sources?${new URLSearchParams({ ...(find !== '' && { find }), from: String(offset) }).toString()}`
  return html`<h2>${found.length} ${words.documents}</h2>
    <form action="/sources" method="get" role="search">
      <label for="find">${words.find}</label>
      <div class="row">
        <input
          id="find"
          name="find"
          type="search"
          value="${find}"
          placeholder="${words.findHint}"
        />
        <button class="go" type="submit">${words.find}</button>
      </div>
    </form>
    <ul class="documents">
      ${shown.map(
        (source) =>
          html`<li>
            ${citationHtml(source, words)}
            <p class="note">
              ${source.document} · ${source.language} · ${source.passages} ${words.passages}
            </p>
          </li>`,
      )}
    </ul>
    <nav class="parts" aria-label="${words.documents}">
      ${from > 0 ? html`<a href="${at(0)}">${words.firstPage}</a>` : NONE}
      ${
        from + ON_A_PAGE < found.length
          ? html`<a rel="next" href="${at(from + ON_A_PAGE)}">${words.nextPage}</a>`
          : NONE
      }
    </nav>`
}

const originsHtml = ({ origins }: Sources, words: View['words']): Html =>
  origins.length === 0
    ? NONE
    : html`<details>
        <summary>${words.where}</summary>
        <ul>
          ${origins.map(
            ({ location, set, documents }) =>
              html`<li>${set}: ${location} · ${documents} ${words.documents}</li>`,
          )}
        </ul>
      </details>`

const problemsHtml = ({ problems }: Sources, words: View['words']): Html =>
  problems.length === 0
    ? NONE
    : html`<details>
        <summary>${words.problems} (${problems.length})</summary>
        <ul>
          ${problems.map((problem) => html`<li>${problem}</li>`)}
        </ul>
      </details>`
