/** Figures: every one for a request, those that disagree side by side; as table, chart and CSV. */
import { toCsv } from '../../../src/figures/csv.ts'
import type { Figures, Reply } from '../../../src/reply.ts'
import { html, NONE } from '../html/html.ts'
import { replyHtml } from '../html/reply.ts'
import { type App, type Asked, pathOf, type Site, viewOf } from '../site.ts'
import { notFoundPage } from './failed.ts'
import { pageHtml } from './layout.ts'
import { questionOf } from './question.ts'
import { searchForm } from './search-form.ts'
import { statusOf } from './status.ts'

export function figurePages(app: App, site: Site): void {
  app.get('/figures', async (c) => {
    const view = viewOf(c)
    const { words } = view
    const { q } = questionOf(c)
    const reply = q.trim() === '' ? undefined : await ask(c, site)
    return c.html(
      pageHtml(
        {
          words,
          title: q.trim() === '' ? words.figures : `${words.figures}${words.colon}${q}`,
          at: '/figures',
          path: pathOf(c),
          wide: true,
        },
        html`<h1>${words.figures}</h1>
          ${searchForm({
            action: '/figures',
            name: 'q',
            value: q,
            label: words.figuresFor,
            hint: words.figuresHint,
            button: words.figuresButton,
            required: true,
          })}
          ${reply === undefined ? NONE : replyHtml(reply, view)}`,
      ),
      reply === undefined ? 200 : statusOf(reply),
    )
  })

  app.get('/figures.csv', async (c) => {
    const reply = await ask(c, site)
    return reply.kind === 'figures'
      ? c.body(toCsv(reply), 200, {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': 'attachment; filename="figures.csv"',
        })
      : notFoundPage(c, viewOf(c))
  })

  app.get('/figures.svg', async (c) => {
    const reply = await ask(c, site)
    return reply.kind === 'figures'
      ? c.body(await drawn(reply), 200, { 'Content-Type': 'image/svg+xml' })
      : notFoundPage(c, viewOf(c))
  })
}

const ask = (c: Asked, site: Site): Promise<Reply> =>
  site.ask(c, { text: questionOf(c).q, request: { kind: 'figures' } })

/** What draws is loaded when a chart is first opened. */
async function drawn(reply: Figures): Promise<string> {
  const { drawSvg } = await import('../../chart/draw.ts')
  return drawSvg(reply)
}
