/** Gaps: what could not be answered, the most asked first. */
import type { Gap } from '../../../src/reply.ts'
import { html, type Html, NONE, when } from '../html/html.ts'
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
    const asked = byQuestion(reply.gaps)
    return c.html(
      pageHtml(
        { words, title: words.gaps, at: '/gaps', path: pathOf(c) },
        html`<h1>${words.gaps}</h1>
          <p class="lead">${asked.length === 0 ? words.noGaps : words.gapsIntro}</p>
          <ul class="gaps">
            ${asked.map((one) => gapHtml(one, words))}
          </ul>`,
      ),
    )
  })
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
  const { question, reason, nearest, at } = gap
  const query = new URLSearchParams({ q: question }).toString()
  return html`<li>
    <p class="question"><strong>${question}</strong></p>
    <p class="note">
      ${count === 1 ? words.once : `${count} ${words.times}`}, ${words.lastAsked} ${at.slice(0, 10)}
      ·
      <a href="/?${query}">${words.askAgain}</a>
    </p>
    <p class="note">${reason}</p>
    ${
      nearest === undefined
        ? NONE
        : when(nearest.text, (text) => html`<p class="note">${words.nearest}: ${text}</p>`)
    }
  </li>`
}
