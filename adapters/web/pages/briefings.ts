/** Briefings: one now, on a topic or on what is new; and what was posted here, the newest first. */
import * as z from 'zod'
import type { Reply } from '../../../src/reply.ts'
import { type Html, html, NONE } from '../html/html.ts'
import { replyHtml } from '../html/reply.ts'
import type { View } from '../html/view.ts'
import { type App, type Asked, pathOf, type Site, viewOf } from '../site.ts'
import { endingOf, filesHtml, kindOf, KINDS, sendBriefing } from './briefing-files.ts'
import { notFoundPage } from './failed.ts'
import { pageHtml } from './layout.ts'
import { statusOf } from './status.ts'

const Query = z.object({
  topic: z.string().trim().max(500).catch(''),
  since: z.string().trim().max(40).catch(''),
})

export function briefingPages(app: App, site: Site): void {
  const { posts } = site
  app.get('/briefings', async (c) => {
    const view = viewOf(c)
    const { words } = view
    const query = Query.parse(c.req.query())
    const entries = await posts.list(destinationOf(c))
    const reply = await brief(c, site, query)
    return c.html(
      pageHtml(
        { words, title: words.briefings, at: '/briefings', path: pathOf(c) },
        html`<h1>${words.briefings}</h1>
          ${formHtml(query, words)} ${replyHtml(reply, view)}
          ${filesHtml(reply, (ending) => `/briefings${ending}?${queryOf(query)}`, words)}
          <h2>${words.posted}</h2>
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
      statusOf(reply),
    )
  })

  for (const kind of KINDS)
    app.get(`/briefings${endingOf(kind)}`, async (c) => {
      const reply = await brief(c, site, Query.parse(c.req.query()))
      return (await sendBriefing(c, reply, kind)) ?? notFoundPage(c, viewOf(c))
    })

  app.get('/briefings/:name', async (c) => {
    const view = viewOf(c)
    const name = c.req.param('name')
    const kind = kindOf(name)
    const id = kind === undefined ? name : name.slice(0, -endingOf(kind).length)
    const post = await posts.get(id, destinationOf(c))
    if (post === undefined) return notFoundPage(c, view)
    if (kind !== undefined)
      return (await sendBriefing(c, post.reply, kind)) ?? notFoundPage(c, view)
    const { words } = view
    const { entry, reply } = post
    return c.html(
      pageHtml(
        { words, title: entry.title || words.briefings, at: '/briefings', path: pathOf(c) },
        html`<h1>${words.briefings}</h1>
          <p class="lead">${dayOf(entry.at)}</p>
          ${replyHtml(reply, view)}
          ${filesHtml(reply, (ending) => `/briefings/${id}${ending}`, words)}`,
      ),
    )
  })
}

const queryOf = ({ topic, since }: z.infer<typeof Query>): string =>
  new URLSearchParams({
    ...(topic !== '' && { topic }),
    ...(since !== '' && { since }),
  }).toString()

function brief(c: Asked, site: Site, { topic, since }: z.infer<typeof Query>): Promise<Reply> {
  const request = { kind: 'brief' as const, ...(since !== '' && { since }) }
  return site.ask(c, { text: topic, request })
}

const formHtml = ({ topic, since }: z.infer<typeof Query>, words: View['words']): Html =>
  html`<form class="ask" action="/briefings" method="get">
    <div class="filters">
      <div>
        <label for="topic">${words.topic}</label>
        <input id="topic" name="topic" value="${topic}" aria-describedby="topic-hint" />
      </div>
      <div>
        <label for="since">${words.since}</label>
        <input id="since" name="since" value="${since}" placeholder="2026-01-31" />
      </div>
    </div>
    <p class="note" id="topic-hint">${words.topicHint}</p>
    <button class="go" type="submit">${words.briefButton}</button>
  </form>`

/** Whoever sits at the machine sees all; of the others each what was posted for them. */
function destinationOf(c: Asked): string | undefined {
  const { local, channel } = c.get('visitor')
  return local ? undefined : channel
}

const dayOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`
