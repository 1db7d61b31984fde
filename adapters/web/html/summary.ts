/** A summary: what came in, the quotes that matter, the figures that moved, what nobody could answer. */
import type { Figure, Summary } from '../../../src/reply.ts'
import { SUMMARY_WORDS, type SummaryWords } from '../../shared/summary-words.ts'
import { notesHtml } from './answer.ts'
import { type Html, html, NONE, when } from './html.ts'
import { citationHtml, quoteHtml, titleLink } from './quote.ts'
import type { View } from './view.ts'

export function summaryHtml(summary: Summary, view: View): Html {
  const words = SUMMARY_WORDS[summary.language]
  const { documents, quotes, figures, gaps, notes } = summary
  return html`<div lang="${summary.language}">
    <h2>${summary.title}</h2>
    ${
      documents.length === 0
        ? NONE
        : html`<h3>${words.documents}</h3>
            ${documents.map((group) => publisherHtml(group, words, view))}`
    }
    ${quotes.length === 0 ? NONE : html`<h3>${words.quotes}</h3>`}
    ${quotes.map((quote) => quoteHtml(quote, view.words))}
    ${figures.length === 0 ? NONE : html`<h3>${words.figures}</h3>`}
    ${figures.map((figure) => figureHtml(figure, words, view))}
    ${
      gaps.length === 0
        ? NONE
        : html`<h3>${words.gaps}</h3>
            <ul>
              ${gaps.map(({ question }) => html`<li>${question}</li>`)}
            </ul>`
    }
    ${notesHtml(notes)}
  </div>`
}

function publisherHtml(
  { publisher, documents }: Summary['documents'][number],
  words: SummaryWords,
  view: View,
): Html {
  return html`<p class="publisher">${publisher}</p>
    <ul class="documents">
      ${documents.map(
        ({ state, citation, copies }) =>
          html`<li>
            ${state === 'known' ? NONE : html`<span class="state">${words[state]}</span>`}
            ${citationHtml(citation, view.words)}
            ${
              copies.length === 0
                ? NONE
                : html`<p class="also">${words.copies} ${copies.map((copy) => titleLink(copy))}</p>`
            }
          </li>`,
      )}
    </ul>`
}

function figureHtml(
  { kind, label, now, before }: Summary['figures'][number],
  words: SummaryWords,
  { words: own }: View,
): Html {
  const one = ({ wording, quote }: Figure): Html =>
    html`<p class="value">${wording}</p>
      ${quoteHtml(quote, own)}`
  return html`<div class="moved ${kind}">
    <h4>${kind === 'known' ? '' : `${words[kind]}: `}${label}</h4>
    ${one(now)}
    ${when(
      before,
      (figure) =>
        html`<p class="note">${kind === 'contradicted' ? words.against : words.before}</p>
          ${one(figure)}`,
    )}
  </div>`
}
