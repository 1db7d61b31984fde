/** Gaps: what could not be answered, the most asked first, and answers that did not help. */
import type { Gap, Unhelpful } from '../../../src/reply.ts'
import { html, type Html, NONE, when } from '../html/html.ts'
import { quoteWithSource } from '../html/quote.ts'
import type { View } from '../html/view.ts'
import { type App, pathOf, type Site, viewOf } from '../site.ts'
import { failedPage } from './failed.ts'
import { pageHtml } from './layout.ts'

export function gapPages(app: App, site: Site): void {
  app.get('/gaps', async (c) => {
    const view = viewOf(c)
    const reply = await site.ask(c, { request: { kind: 'gaps' } })
    if (reply.kind !== 'gaps') return failedPage(c, view, reply)
    const { words } = view
    const [open, answered] = [false, true].map((is) =>
      byQuestion(reply.gaps.filter((gap) => (gap.answered !== undefined) === is)),
    )
    return c.html(
      pageHtml(
        { words, title: words.gaps, at: '/gaps', path: pathOf(c) },
        html`<h1>${words.gaps}</h1>
          <p class="lead">${open?.length === 0 ? words.noGaps : words.gapsIntro}</p>
          ${listHtml(open, words)} ${section(words.answeredNow, listHtml(answered, words))}
          ${unhelpfulHtml(reply.unhelpful, view)}`,
      ),
    )
  })

  app.get('/gaps/cases.jsonl', async (c) => {
    const reply = await site.ask(c, { request: { kind: 'gaps' } })
    if (reply.kind !== 'gaps') return failedPage(c, viewOf(c), reply)
    return c.body(casesOf(reply.unhelpful ?? []), 200, {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': 'attachment; filename="cases.jsonl"',
    })
  })
}

/** A line each: what was asked, and what was no answer to it. */
const casesOf = (unhelpful: readonly Unhelpful[]): string =>
  unhelpful
    .map(({ question, at, quotes }) => {
      const shown = quotes.map(({ text, start, end, citation }) => ({
        document: citation.document,
        start,
        end,
        text,
      }))
      return `${JSON.stringify({ question, at, unhelpful: shown })}\n`
    })
    .join('')

const section = (heading: string, content: Html): Html =>
  content === NONE
    ? NONE
    : html`<section>
        <h2>${heading}</h2>
        ${content}
      </section>`

const listHtml = (asked: readonly AskedGap[] = [], words: View['words']): Html =>
  asked.length === 0
    ? NONE
    : html`<ul class="gaps">
        ${asked.map((one) => gapHtml(one, words))}
      </ul>`

function unhelpfulHtml(unhelpful: readonly Unhelpful[] = [], { words }: View): Html {
  if (unhelpful.length === 0) return NONE
  return section(
    words.unhelpful,
    html`<p class="note">
        ${words.unhelpfulIntro}
        <a href="/gaps/cases.jsonl" download="cases.jsonl">${words.cases}</a>
      </p>
      <ul class="gaps">
        ${unhelpful.map(
          ({ question, at, quotes }) =>
            html`<li>
              <p class="question"><strong>${question}</strong></p>
              <p class="note">${at.slice(0, 10)} · ${againHtml(question, words)}</p>
              ${quotes.map((quote) => quoteWithSource(quote, words))}
            </li>`,
        )}
      </ul>`,
  )
}

const againHtml = (question: string, words: View['words']): Html => {
  const query = new URLSearchParams({ q: question }).toString()
  return html`<a href="/?${query}">${words.askAgain}</a>`
}

interface AskedGap {
  /** The newest. */
  readonly gap: Gap
  readonly count: number
}

/** The same question in other letters is the same question. */
function byQuestion(gaps: readonly Gap[]): AskedGap[] {
  const groups = Map.groupBy(gaps, ({ question }) =>
    question
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  return [...groups.values()]
    .flatMap(([gap, ...others]) => (gap === undefined ? [] : [{ gap, count: 1 + others.length }]))
    .sort((a, b) => b.count - a.count)
}

function gapHtml({ gap, count }: AskedGap, words: View['words']): Html {
  const { question, reason, nearest, at, answered } = gap
  return html`<li>
    <p class="question"><strong>${question}</strong></p>
    <p class="note">
      ${count === 1 ? words.once : `${count} ${words.times}`}, ${words.lastAsked} ${at.slice(0, 10)}
      · ${againHtml(question, words)}
    </p>
    ${when(answered, (date) => html`<p class="note">${words.answeredSince} ${date.slice(0, 10)}</p>`)}
    ${answered === undefined ? html`<p class="note">${reason}</p>` : NONE}
    ${
      nearest === undefined || answered !== undefined
        ? NONE
        : when(
            nearest.text,
            (text) => html`<p class="note">${words.nearest}${words.colon}${text}</p>`,
          )
    }
  </li>`
}
