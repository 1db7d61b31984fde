/** Quotes with their numbers, which lead to where they stand, and the sources below them, each once. */
import { readerPath } from '../../../src/reader-address.ts'
import {
  numbersText,
  type NumberedQuote,
  type Reference,
  type References,
  referencesOf,
  sourceOf,
} from '../../../src/references.ts'
import type { Citation, Excerpt, Quote } from '../../../src/reply.ts'
import { originalUrl } from '../../shared/citation.ts'
import type { Words } from '../words.ts'
import { type Html, html, inline, NONE, when } from './html.ts'
import { markedWords } from './stretch.ts'

interface QuoteOptions {
  readonly number?: number
  /** Whether the sentences beside it are shown, too. */
  readonly around?: boolean
}

export function quoteHtml(
  quote: Quote,
  words: Words,
  { number, around = false }: QuoteOptions = {},
): Html {
  const { citation, text, marks } = quote
  const path = readerPath(citation.document, quote)
  const mark = when(number, (one) => numberLink(one, path, words))
  return html`<blockquote class="quote" dir="auto">
    ${around ? beside(quote.before) : NONE} ${inline`<p>${markedWords(text, marks)} ${mark}</p>`}
    ${around ? beside(quote.after) : NONE}
  </blockquote>`
}

/** A quote with its source right below: where quotes have no numbers of their own. */
export const quoteWithSource = (quote: Quote, words: Words): Html =>
  html`<div class="sourced">
    ${quoteHtml(quote, words)} ${sourceHtml(sourceOf(quote.citation, words.lang), words, quote)}
  </div>`

export function quotesHtml(quotes: readonly NumberedQuote[], words: Words, around = false): Html {
  return html`${quotes.map(({ number, quote }, at) =>
    quoteHtml(quote, words, { number, around: around && at === 0 }),
  )}
  ${referencesHtml(referencesOf(quotes, words.lang), words)}`
}

export const referencesHtml = ({ sources, legend }: References, words: Words): Html =>
  sources.length === 0
    ? NONE
    : html`<ul class="sources" aria-label="${words.sources}">
          ${sources.map((source) => html`<li>${sourceHtml(source, words, source.quote)}</li>`)}
        </ul>
        ${when(legend, (text) => html`<p class="note">${text}</p>`)}`

function sourceHtml(source: Reference, words: Words, quote?: Quote): Html {
  const { numbers, title, rest, also, citation } = source
  const path = readerPath(citation.document, quote)
  const url = originalUrl(citation, quote)
  return html`<p class="citation">
    ${numbers.length > 0 ? html`<span class="number">${numbersText(numbers)}</span>` : NONE}
    ${inline`<a class="title" href="${path}" title="${citation.title.value}">${title}</a>`}
    ${rest.map((part) => html` · <span>${part}</span>`)}
    ${when(
      url,
      (href) =>
        html` · <a class="out" href="${href}" rel="noreferrer noopener">${words.original}</a>`,
    )}
    ${also.length === 0 ? NONE : html`<span class="also">${words.also} ${also.join(', ')}</span>`}
  </p>`
}

const numberLink = (number: number, path: string, words: Words): Html =>
  inline`<a class="number" href="${path}" aria-label="[${String(number)}] ${words.open}">[${String(number)}]</a>`

const beside = (excerpt: Excerpt | undefined): Html =>
  when(excerpt, ({ text }) => html`<p class="beside">${text}</p>`)

/** A document that is named and not quoted. */
export const citationHtml = (citation: Citation, words: Words): Html =>
  sourceHtml(sourceOf(citation, words.lang), words)
