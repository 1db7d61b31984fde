/** A quote as a card: the document's words, and the citation that leads to where they stand. */
import { readerPath } from '../../../src/reader-address.ts'
import type { Citation, Excerpt, Quote } from '../../../src/reply.ts'
import { citationParts, sourceUrl } from '../../shared/citation.ts'
import type { Words } from '../words.ts'
import { type Html, html, inline, NONE, when } from './html.ts'
import { markedWords } from './stretch.ts'

/** @param around whether the sentences beside it are shown, too */
export function quoteHtml(quote: Quote, words: Words, around = false): Html {
  return html`<figure class="quote">
    <blockquote dir="auto">
      ${around ? beside(quote.before) : NONE}
      <p>${markedWords(quote.text, quote.marks)}</p>
      ${around ? beside(quote.after) : NONE}
    </blockquote>
    <figcaption>
      ${citationHtml(quote.citation, words, quote)}
      ${
        quote.also.length === 0
          ? NONE
          : html`<p class="also">
              ${words.also}
              ${quote.also.map((one, at) => html`${at > 0 ? ' · ' : ''}${titleLink(one)}`)}
            </p>`
      }
    </figcaption>
  </figure>`
}

const beside = (excerpt: Excerpt | undefined): Html =>
  when(excerpt, ({ text }) => html`<p class="beside">${text}</p>`)

/** Title, publisher, date, section, page; the title leads to the place. */
export function citationHtml(citation: Citation, words: Words, quote?: Quote): Html {
  const { rest } = citationParts(citation)
  const url = sourceUrl(citation, quote)
  return html`<p class="citation">
    ${titleLink(citation, quote)}
    ${rest.map((part) => html` <span class="dot" aria-hidden="true">·</span> <span>${part}</span>`)}
    ${when(
      url,
      (href) =>
        html` <span class="dot" aria-hidden="true">·</span>
          <a class="out" href="${href}" rel="noreferrer noopener">${words.original}</a>`,
    )}
  </p>`
}

export const titleLink = (citation: Citation, quote?: Quote): Html =>
  inline`<a class="title" href="${readerPath(citation.document, quote)}">${citationParts(citation).title}</a>`
