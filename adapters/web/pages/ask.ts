/** Ask: a question, its answer below it, and what to ask next. */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { QuoteRef, Request } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { shownQuotes } from '../../shared/asked.ts'
import { type Html, html, NONE } from '../html/html.ts'
import { examplesHtml, replyHtml } from '../html/reply.ts'
import type { View } from '../html/view.ts'
import { type App, type Asked, pathOf, type Site, viewOf } from '../site.ts'
import { pageHtml } from './layout.ts'
import { type Question, questionOf, queryOf, textOf } from './question.ts'
import { setsOf } from './sets.ts'
import { statusOf } from './status.ts'

export function askPages(app: App, site: Site): void {
  app.get('/', async (c) => {
    const view = viewOf(c)
    const question = { ...questionOf(c), c: questionOf(c).c ?? randomUUID() }
    const sets = await setsOf(c, site)
    if (question.q.trim() === '') {
      const help = await site.ask(c, { request: { kind: 'help' } })
      const examples = help.kind === 'help' ? help.examples : []
      return c.html(askPage(c, view, question, sets, examplesHtml(examples, view)))
    }
    const reply = await answer(c, site, question)
    return c.html(
      askPage(c, view, question, sets, turnHtml(question, reply, view)),
      statusOf(reply),
    )
  })

  /** The answer alone, for the page's script. */
  app.get('/turn', async (c) => {
    const question = { ...questionOf(c), c: questionOf(c).c ?? randomUUID() }
    const reply = await answer(c, site, question)
    return c.html(turnHtml(question, reply, viewOf(c)), statusOf(reply))
  })

  app.post('/feedback', async (c) => {
    const { question, helpful, quotes } = Feedback.parse(await c.req.parseBody())
    const request = { kind: 'feedback' as const, helpful: helpful === 'yes', quotes }
    await site.ask(c, { text: question, request })
    const view = viewOf(c)
    const { noted, ask } = view.words
    const page = { words: view.words, title: noted, path: '/' }
    return c.html(
      pageHtml(
        page,
        html`<h1>${noted}</h1>
          <p><a href="/">${ask}</a></p>`,
      ),
    )
  })
}

const Refs = z.array(
  z.object({ document: z.string(), start: z.int(), end: z.int() }),
) satisfies z.ZodType<QuoteRef[]>

const Feedback = z.object({
  question: z.string().max(2000).catch(''),
  helpful: z.string().catch('no'),
  quotes: z
    .string()
    .max(20_000)
    .transform((text): unknown => JSON.parse(text))
    .pipe(Refs)
    .catch([]),
})

function answer(c: Asked, site: Site, question: Question): Promise<Reply> {
  const { shown, set } = question
  const request: Request =
    shown === undefined ? { kind: 'ask', ...(set !== '' && { set }) } : { kind: 'more', shown }
  return site.ask(c, { text: textOf(question), request, thread: question.c })
}

function askPage(
  c: Asked,
  view: View,
  question: Question,
  sets: readonly string[],
  content: Html,
): Html {
  const { words } = view
  const { q } = question
  const title = q.trim() === '' ? words.ask : q
  return pageHtml(
    { words, title, at: '/', path: pathOf(c) },
    html`<h1 class="${q.trim() === '' ? 'welcome' : 'small'}">${words.ask}</h1>
      <p class="lead">${words.tagline}</p>
      ${formHtml(question, sets, view)}
      <div id="turns" data-working="${words.working}" data-unreachable="${words.unreachable}">
        ${content}
      </div>`,
  )
}

function formHtml(question: Question, sets: readonly string[], { words }: View): Html {
  const { by, in: title, since, before, set, c = '' } = question
  const narrowed = [by, title, since, before, set].some((value) => value !== '')
  const fields = html`<div class="filters">
    ${fieldHtml('in', words.inDocument, title)} ${fieldHtml('by', words.by, by)}
    ${fieldHtml('since', words.since, since, words.dateHint)}
    ${fieldHtml('before', words.before, before, words.dateHint)}
    ${sets.length < 2 ? NONE : setHtml(sets, set, words)}
  </div>`
  return html`<form class="ask" id="ask" action="/" method="get" role="search">
    <input type="hidden" name="c" value="${c}" />
    <label for="q">${words.question}</label>
    <div class="row">
      <input
        id="q"
        name="q"
        type="search"
        required
        maxlength="2000"
        autocomplete="off"
        placeholder="${words.askHint}"
        autofocus
      />
      <button class="go" type="submit">${words.askButton}</button>
    </div>
    <details ${narrowed ? 'open' : ''}>
      <summary>${words.narrow}</summary>
      ${fields}
    </details>
  </form>`
}

const fieldHtml = (name: string, label: string, value: string, hint = ''): Html =>
  html`<div>
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${value}" placeholder="${hint}" autocomplete="off" />
  </div>`

const setHtml = (sets: readonly string[], chosen: string, words: View['words']): Html =>
  html`<div>
    <label for="set">${words.set}</label>
    <select id="set" name="set">
      <option value="">${words.everySet}</option>
      ${sets.map((set) =>
        set === chosen ? html`<option selected>${set}</option>` : html`<option>${set}</option>`,
      )}
    </select>
  </div>`

/** A question with its answer. */
function turnHtml(question: Question, reply: Reply, view: View): Html {
  const { words } = view
  return html`<section class="turn" data-conversation="${question.c ?? ''}">
    <h2 tabindex="-1">${question.q}</h2>
    ${replyHtml(reply, view)}
    ${
      reply.kind === 'answer'
        ? html`<div class="turn-actions">
            <a
              class="follow"
              href="/?${queryOf(question, { shown: (question.shown ?? 0) + reply.quotes.length })}"
              >${words.more}</a
            >
            <a class="follow" href="/?${queryOf(question, { q: words.whoSaid, shown: undefined })}"
              >${words.whoSaid}</a
            >
            ${feedbackHtml(question, reply, words)}
          </div>`
        : NONE
    }
  </section>`
}

function feedbackHtml(question: Question, reply: Reply, words: View['words']): Html {
  const quotes = shownQuotes(reply).map(({ citation, start, end }) => ({
    document: citation.document,
    start,
    end,
  }))
  return html`<form class="feedback" action="/feedback" method="post" data-noted="${words.noted}">
    <input type="hidden" name="question" value="${textOf(question)}" />
    <input type="hidden" name="quotes" value="${JSON.stringify(quotes)}" />
    <span>${words.helpful}</span>
    <button class="plain" name="helpful" value="yes">${words.yes}</button>
    <button class="plain" name="helpful" value="no">${words.no}</button>
  </form>`
}
