/** Sources: the documents there are, where they come from and what needs attention. */
import * as z from 'zod'
import { INFERRED } from '../../../src/references.ts'
import type { Source, Sources } from '../../../src/reply.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { type Html, html, NONE } from '../html/html.ts'
import { citationHtml } from '../html/quote.ts'
import type { View } from '../html/view.ts'
import { type App, pathOf, type Site, viewOf } from '../site.ts'
import { addForm } from './add.ts'
import { failedPage } from './failed.ts'
import { setsOf } from './sets.ts'
import { pageHtml } from './layout.ts'
import { searchForm } from './search-form.ts'

const ON_A_PAGE = 50

const Query = z.object({
  find: z.string().trim().max(200).catch(''),
  /** One alone. */
  set: z.string().max(40).catch(''),
  from: z.coerce.number().int().min(0).max(1e9).catch(0),
})

export function sourcePages(app: App, site: Site): void {
  app.get('/sources', async (c) => {
    const view = viewOf(c)
    const query = Query.parse(c.req.query())
    const { set } = query
    const request = { kind: 'sources' as const, ...(set !== '' && { set }) }
    const [reply, sets] = await Promise.all([site.ask(c, { request }), setsOf(c, site)])
    if (reply.kind !== 'sources') return failedPage(c, view, reply)
    const { words } = view
    return c.html(
      pageHtml(
        { words, title: words.sources, at: '/sources', path: pathOf(c) },
        html`<h1>${words.sources}</h1>
          ${c.get('visitor').local ? addForm(words) : NONE} ${originsHtml(reply, words)}
          ${problemsHtml(reply, words)} ${setsHtml(sets, set, words)}
          ${documentsHtml(reply.documents, query, words)}`,
      ),
    )
  })
}

function documentsHtml(
  all: readonly Source[],
  { find, from, set }: z.infer<typeof Query>,
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
    `/sources?${new URLSearchParams({ ...(find !== '' && { find }), ...(set !== '' && { set }), from: String(offset) }).toString()}`
  return html`<h2>${documentsIn(found.length, words)}</h2>
    ${searchForm({
      action: '/sources',
      name: 'find',
      value: find,
      label: words.find,
      hint: words.findHint,
      button: words.find,
    })}
    <ul class="documents">
      ${shown.map(
        (source) =>
          html`<li>
            ${citationHtml(source, words)}
            <p class="note">
              ${source.document} · ${source.language} · ${source.passages}
              ${source.passages === 1 ? words.onePassage : words.passages}
            </p>
          </li>`,
      )}
    </ul>
    ${shown.some(isInferred) ? html`<p class="note">${INFERRED} ${wordingsIn(words.lang).references.inferred}</p>` : NONE}
    <nav class="parts" aria-label="${words.documents}">
      ${from > 0 ? html`<a href="${at(0)}">${words.firstPage}</a>` : NONE}
      ${
        from + ON_A_PAGE < found.length
          ? html`<a rel="next" href="${at(from + ON_A_PAGE)}">${words.nextPage}</a>`
          : NONE
      }
    </nav>`
}

const documentsIn = (count: number, words: View['words']): string =>
  `${count} ${count === 1 ? words.oneDocument : words.documents}`

/** Something of its line is not stated by the document itself. */
const isInferred = ({ title, publisher, date }: Source): boolean =>
  [title, publisher, date].some((stated) => stated?.inferred === true)

/** Of several sets, each by itself. */
const setsHtml = (sets: readonly string[], chosen: string, words: View['words']): Html =>
  sets.length < 2
    ? NONE
    : html`<nav class="parts" aria-label="${words.set}">
        ${['', ...sets].map(
          (set) =>
            html`<a
              href="/sources?${new URLSearchParams({ set }).toString()}"
              aria-current="${set === chosen ? 'true' : 'false'}"
              >${set === '' ? words.everySet : set}</a
            >`,
        )}
      </nav>`

const originsHtml = ({ origins }: Sources, words: View['words']): Html =>
  origins.length === 0
    ? NONE
    : html`<details>
        <summary>${words.where}</summary>
        <ul>
          ${origins.map(
            ({ location, set, documents }) =>
              html`<li>${set}: ${location} · ${documentsIn(documents, words)}</li>`,
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
