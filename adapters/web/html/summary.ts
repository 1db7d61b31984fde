/** A summary: the facts that matter, the figures that moved, quotes by topic, the documents, open questions. */
import { numbersText } from '../../../src/references.ts'
import type { Summary } from '../../../src/reply.ts'
import { type Change, shownSummary } from '../../../src/summary/shown.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { notesHtml } from './answer.ts'
import { type Html, html, NONE } from './html.ts'
import { quoteHtml, referencesHtml } from './quote.ts'
import type { Words } from '../words.ts'
import type { View } from './view.ts'

export function summaryHtml(summary: Summary, view: View): Html {
  const words = wordingsIn(summary.language).labels
  const { lead, changes, sections, documents, below } = shownSummary(summary)
  const quotes = (all: typeof lead): Html =>
    html`${all.map(({ number, quote }) => quoteHtml(quote, view.words, { number }))}`
  return html`<section class="summary" lang="${summary.language}">
    <h2>${summary.title}</h2>
    ${quotes(lead)}
    ${
      changes.length === 0
        ? NONE
        : html`<h3>${words.figures}</h3>
            <ul class="changes">
              ${changes.map((change) => html`<li>${changeHtml(change, view.words)}</li>`)}
            </ul>`
    }
    ${sections.map(
      ({ heading, quotes: own }) =>
        html`<h3 dir="auto">${heading}</h3>
          ${quotes(own)}`,
    )}
    ${documents.length === 0 ? NONE : html`<h3>${words.documents}</h3>`}
    ${referencesHtml({ sources: documents }, view.words)}
    ${below.map((line) => html`<p class="note">${line}</p>`)}
    ${
      summary.gaps.length === 0
        ? NONE
        : html`<h3>${words.gaps}</h3>
            <ul>
              ${summary.gaps.map(({ question }) => html`<li>${question}</li>`)}
            </ul>`
    }
    ${notesHtml(summary.notes)}
  </section>`
}

function changeHtml({ kind, label, was, is, who, numbers }: Change, words: Words): Html {
  const sign = kind === 'changed' ? '→' : '≠'
  return html`${label}${words.colon}${was === undefined ? NONE : html`${was} ${sign} `}<strong
      >${is}</strong
    >
    <span class="note">(${who}) ${numbersText(numbers)}</span>`
}
