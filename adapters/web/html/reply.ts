/** Any reply as HTML. */
import type { Gap, Reply, Sources } from '../../../src/reply.ts'
import { answerHtml, contextHtml, nothingHtml } from './answer.ts'
import { checkHtml } from './check.ts'
import { figuresHtml } from './figures.ts'
import { type Html, html, NONE, when } from './html.ts'
import { citationHtml } from './quote.ts'
import { printedPageHtml } from './printed-page.ts'
import { readingHtml } from './reading.ts'
import { summaryHtml } from './summary.ts'
import type { View } from './view.ts'

export function replyHtml(reply: Reply, view: View): Html {
  if (reply.kind === 'answer') return answerHtml(reply, view)
  if (reply.kind === 'nothing') return nothingHtml(reply, view)
  if (reply.kind === 'figures') return figuresHtml(reply, view)
  if (reply.kind === 'check') return checkHtml(reply, view)
  if (reply.kind === 'summary') return summaryHtml(reply, view)
  if (reply.kind === 'context') return contextHtml(reply, view)
  if (reply.kind === 'document')
    return html`${citationHtml(reply.citation, view.words)} ${readingHtml(reply, view)}`
  if (reply.kind === 'page')
    return html`${citationHtml(reply.citation, view.words)} ${printedPageHtml(reply, view.words)}`
  if (reply.kind === 'sources') return sourcesHtml(reply, view)
  if (reply.kind === 'gaps') return gapsHtml(reply.gaps, view)
  if (reply.kind === 'help')
    return html`${linesHtml(reply.text)} ${examplesHtml(reply.examples, view)}`
  if (reply.kind === 'notice') return linesHtml(reply.text)
  if (reply.kind === 'suggestions') return linesHtml(reply.values)
  return html`<p class="failed" role="alert">${reply.message}</p>`
}

const linesHtml = (lines: readonly string[]): Html =>
  html`${lines.map((line) => html`<p>${line}</p>`)}`

/** Questions, each a link that asks it. */
export const examplesHtml = (examples: readonly string[], { words }: View): Html =>
  examples.length === 0
    ? NONE
    : html`<section class="examples">
        <h2>${words.tryThese}</h2>
        <ul>
          ${examples.map(
            (example) =>
              html`<li>
                <a href="/?${new URLSearchParams({ q: example }).toString()}">${example}</a>
              </li>`,
          )}
        </ul>
      </section>`

/** So many are listed at once; the page of sources has them all. */
const MOST_DOCUMENTS = 100

function sourcesHtml({ documents, problems }: Sources, view: View): Html {
  const { words } = view
  return html`<ul class="documents">
      ${documents.slice(0, MOST_DOCUMENTS).map((source) => html`<li>${citationHtml(source, words)}</li>`)}
    </ul>
    ${
      documents.length > MOST_DOCUMENTS
        ? html`<p class="next"><a href="/sources">${words.sources}</a></p>`
        : NONE
    }
    ${linesHtml(problems)}`
}

function gapsHtml(gaps: readonly Gap[], { words }: View): Html {
  if (gaps.length === 0) return html`<p>${words.noGaps}</p>`
  return html`<ul class="gaps">
    ${gaps.map(
      ({ question, reason, nearest }) =>
        html`<li>
          <p><strong>${question}</strong></p>
          <p class="note">${reason}</p>
          ${when(nearest, ({ text }) => html`<p class="note">${words.nearest}${words.colon}${text}</p>`)}
        </li>`,
    )}
  </ul>`
}
