/** Answers and refusals, with what to ask next. */
import { numbered } from '../../../src/references.ts'
import type { Answer, Context, Nothing } from '../../../src/reply.ts'
import { type Html, html, NONE, when } from './html.ts'
import { quotesHtml, quoteWithSource } from './quote.ts'
import type { View } from './view.ts'

export function answerHtml({ notes, quotes, figures }: Answer, { words }: View): Html {
  return html`${notesHtml(notes)} ${quotesHtml(numbered(quotes), words, true)}
  ${when(
    figures,
    (request) =>
      html`<p class="next">
        <a href="/figures?${new URLSearchParams({ q: request }).toString()}"
          >${words.everyFigure}${words.colon}${request}</a
        >
      </p>`,
  )}`
}

export function nothingHtml({ reason, nearest, notes }: Nothing, { words }: View): Html {
  return html`<div class="refusal">
      <p><strong>${reason}</strong></p>
    </div>
    ${notesHtml(notes)}
    ${
      nearest.length === 0
        ? NONE
        : html`<details class="nearest">
            <summary>${words.nearest}</summary>
            ${quotesHtml(numbered(nearest), words)}
          </details>`
    }`
}

export const contextHtml = ({ paragraphs, quote }: Context, { words }: View): Html =>
  html`<div class="around" dir="auto">${paragraphs.map(({ text }) => html`<p>${text}</p>`)}</div>
    ${quoteWithSource(quote, words)}`

export const notesHtml = (notes: readonly string[]): Html =>
  html`${notes.map((note) => html`<p class="note">${note}</p>`)}`
