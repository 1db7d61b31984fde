/** Reader: a document at an address that stays, with what was quoted marked where it stands. */
import type { Request } from '../../../src/adapter.ts'
import { documentOfPath, pagePath, readerPath, versionPath } from '../../../src/reader-address.ts'
import type { Citation, Reading } from '../../../src/reply.ts'
import { citationParts, originalUrl } from '../../shared/citation.ts'
import { type Html, html, NONE, when } from '../html/html.ts'
import { citationHtml } from '../html/quote.ts'
import { quoteState, readingHtml } from '../html/reading.ts'
import type { View } from '../html/view.ts'
import { type App, type Asked, pathOf, type Site, viewOf } from '../site.ts'
import { failedPage, notFoundPage } from './failed.ts'
import { pageHtml } from './layout.ts'
import { readQuery } from './read-query.ts'

const PATH = '/documents/'

export function readerPages(app: App, site: Site): void {
  app.get(`${PATH}*`, async (c) => {
    const view = viewOf(c)
    const document = documentOfPath(new URL(c.req.url).pathname.slice(PATH.length))
    if (document === undefined) return notFoundPage(c, view)
    const { quote, part, version } = readQuery(c)
    const request: Request = {
      kind: 'read',
      document,
      ...(part !== undefined && { part }),
      ...(quote !== undefined && { quote }),
      ...(version !== undefined && { version }),
    }
    const reply = await site.ask(c, { request })
    if (reply.kind === 'failed' && reply.code === 'documents') return notFoundPage(c, view)
    if (reply.kind !== 'document') return failedPage(c, view, reply)
    const { title } = citationParts(reply.citation, view.words.lang)
    return c.html(
      pageHtml(
        { words: view.words, title, path: pathOf(c), wide: true },
        readerHtml(c, reply, view),
      ),
    )
  })
}

function readerHtml(c: Asked, reading: Reading, view: View): Html {
  const { words } = view
  const { citation } = reading
  const { title, rest } = citationParts(citation, words.lang)
  const { value, inferred } = citation.title
  // What a digest retells is named in full; a title of its own is told as it is.
  const told = citation.kind === 'document' ? value : title
  const how = inferred && citation.kind === 'document' ? [`${words.title}: ${words.inferred}`] : []
  return html`<div class="${reading.pages === undefined ? 'reader' : 'reader paged'}">
    <article>
      <h1 dir="auto">${told}</h1>
      <p class="lead">${[...rest, ...how].join(' · ')}</p>
      ${quoteState(reading, view)} ${readingHtml(reading, view)} ${partsHtml(reading, view)}
    </article>
    <div class="beside-it">${printedHtml(c, reading, words)} ${asideHtml(reading, view)}</div>
  </div>`
}

/** Drawn late, in a frame of its own: the text is there before it. */
function printedHtml(c: Asked, { citation, pages, quote }: Reading, words: View['words']): Html {
  if (pages === undefined) return NONE
  const { searchParams } = new URL(c.req.url)
  if (quote?.found === undefined) searchParams.delete('quote')
  const path = pagePath(citation.document, pages.page, searchParams)
  return html`<section class="page-itself" aria-label="${words.pageItself}">
    <h2><a href="${path}">${words.pageItself}</a></h2>
    <iframe
      title="${words.page} ${pages.page} ${words.of} ${pages.of}"
      src="${quote?.found === undefined ? path : `${path}#quote`}"
      loading="lazy"
    ></iframe>
  </section>`
}

function partsHtml({ citation, part, parts, until, hash }: Reading, { words, key }: View): Html {
  if (parts === 1) return NONE
  const { document } = citation
  const own = readerPath(document, undefined, key)
  const path =
    until === undefined
      ? `${own}${own.includes('?') ? '&' : '?'}`
      : `${versionPath(document, hash, key)}&`
  return html`<nav class="parts" aria-label="${words.parts}">
    ${part > 1 ? html`<a rel="prev" href="${path}part=${part - 1}">← ${words.previous}</a>` : NONE}
    <span>${words.part} ${part} ${words.of} ${parts}</span>
    ${part < parts ? html`<a rel="next" href="${path}part=${part + 1}">${words.next} →</a>` : NONE}
  </nav>`
}

function asideHtml(
  { citation, language, hash, copies, quote, versions }: Reading,
  { words, key }: View,
): Html {
  const url = originalUrl(quote?.found?.citation ?? citation, quote?.found)
  const asked = new URLSearchParams({ in: citation.title.value }).toString()
  return html`<aside aria-label="${words.aboutDocument}">
    <h2>${words.aboutDocument}</h2>
    <dl>
      ${statedHtml(words.publisher, citation.publisher, words)}
      ${when(
        citation.byline,
        (byline) =>
          html`<dt>${words.author}</dt>
            <dd>${byline}</dd>`,
      )}
      ${statedHtml(words.date, citation.date ?? { value: words.undated, inferred: false }, words)}
      ${retoldHtml(citation, words)}
      <dt>${words.language}</dt>
      <dd>
        ${/^[a-z]{2,3}$/u.test(language) ? languageName(language, words) : words.languageUnknown}
      </dd>
      <dt>${words.document}</dt>
      <dd>${citation.document}</dd>
      <dt>${words.fingerprint}</dt>
      <dd class="hash">${hash}</dd>
    </dl>
    ${when(
      url,
      (href) =>
        html`<p>
          <a class="out" href="${href}" rel="noreferrer noopener"
            >${quote?.found === undefined ? words.originalOf : words.originalAt}</a
          >
        </p>`,
    )}
    <p><a href="/?${asked}">${words.askThis}</a></p>
    ${versionsHtml(citation, versions, { words, key })}
    ${
      copies.length === 0
        ? NONE
        : html`<h2>${words.copies}</h2>
            <ul class="documents">
              ${copies.map((copy) => html`<li>${citationHtml(copy, words)}</li>`)}
            </ul>`
    }
  </aside>`
}

const versionsHtml = (
  { document }: Citation,
  versions: Reading['versions'],
  { words, key }: View,
): Html =>
  versions.length === 0
    ? NONE
    : html`<h2>${words.versions}</h2>
        <ul class="documents">
          ${versions.map(
            ({ hash, until }) =>
              html`<li>
                <a href="${versionPath(document, hash, key)}"
                  >${words.until}
                  <time datetime="${until}">${until.slice(0, 16).replace('T', ' ')}</time></a
                >
              </li>`,
          )}
        </ul>`

const statedHtml = (label: string, stated: Citation['publisher'], words: View['words']): Html =>
  when(
    stated,
    ({ value, inferred }) =>
      html`<dt>${label}</dt>
        <dd>${value}${inferred ? ` (${words.inferred})` : ''}</dd>`,
  )

const retoldHtml = ({ source }: Citation, words: View['words']): Html =>
  when(
    source,
    ({ title, publisher }) =>
      html`<dt>${words.retells}</dt>
        <dd>${title}${publisher === undefined ? '' : ` (${publisher})`}</dd>`,
  )

function languageName(code: string, { lang }: View['words']): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
}
