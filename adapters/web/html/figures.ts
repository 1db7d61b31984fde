/** Figures in a table: what disagrees side by side, each with the quote it stands in. */
import { countedAgain, dayOf, standingsAt } from '../../../src/figures/standing.ts'
import { readerPath } from '../../../src/reader-address.ts'
import { figuresOf, sourcesOf } from '../../../src/figures/sources.ts'
import { whoSays } from '../../../src/figures/who.ts'
import type { Figure, FigureGroup, FigureLine, Figures } from '../../../src/reply.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { countedOf, SIGNS, whenOf } from '../../shared/figure-cells.ts'
import { notesHtml } from './answer.ts'
import { type Html, html, NONE } from './html.ts'
import { quotesHtml } from './quote.ts'
import type { Words } from '../words.ts'
import type { View } from './view.ts'

/** One bar says no more than its number. */
const FEWEST_CHARTED = 2

export function figuresHtml(reply: Figures, view: View): Html {
  const { words } = view
  const query = new URLSearchParams({ q: reply.question }).toString()
  const charted = figuresOf(reply).length >= FEWEST_CHARTED
  return html`${notesHtml(reply.notes)} ${reply.groups.map((group) => groupHtml(group, view))}
    ${
      charted
        ? html`<details class="chart">
            <summary>${words.chart}</summary>
            <img src="/figures.svg?${query}" alt="${reply.description}" loading="lazy" />
          </details>`
        : NONE
    }
    ${timeLinesHtml(reply, view)}
    <p class="next"><a href="/figures.csv?${query}" download="figures.csv">${words.csv}</a></p>
    <details class="told">
      <summary>${words.description}</summary>
      <p>${reply.description}</p>
    </details>
    <section class="quotes" aria-label="${words.quotes}">
      <h2>${words.quotes}</h2>
      ${quotesHtml(
        sourcesOf(reply).map(({ source, quote }) => ({ number: source, quote })),
        words,
      )}
    </section>`
}

/** What was counted again, step by step: the last is the newest, and nobody says that it is the truest. */
function timeLinesHtml({ groups }: Figures, { words }: View): Html {
  const rows = groups.flatMap(({ label, lines }) =>
    countedAgain(lines).map((steps) => ({ label, steps })),
  )
  if (rows.length === 0) return NONE
  return html`<section class="timelines" aria-label="${words.timeLine}">
    <h2>${words.timeLine}</h2>
    ${rows.map(
      ({ label, steps }) =>
        html`<h3>${label}</h3>
          <ol class="timeline">
            ${steps.map((step) => stepHtml(step, words))}
          </ol>`,
    )}
  </section>`
}

function stepHtml(line: FigureLine, words: Words): Html {
  const [figure] = line.figures
  if (figure === undefined) return NONE
  const { quote } = figure
  const day = dayOf(line)
  return html`<li>
    ${day === '' ? NONE : html`<time datetime="${day}">${day}</time>`}
    <strong>${figure.wording}</strong>
    <span class="note">
      ${whoSays(figure, wordingsIn(words.lang).figures)}
      <a href="${readerPath(quote.citation.document, quote)}">[${figure.source}]</a>
    </span>
  </li>`
}

function groupHtml(group: FigureGroup, { words }: View): Html {
  const { label, related, lines } = group
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">
    <table class="figures">
      <caption>
        ${related ? `${words.related}${words.colon}` : ''}${label}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.line}</th>
          <th scope="col">${words.value}</th>
          <th scope="col">${words.counted}</th>
          <th scope="col">${words.who}</th>
          <th scope="col">${words.when}</th>
          <th scope="col">${words.source}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => lineHtml(line, group, words))}
      </tbody>
    </table>
  </div>`
}

function lineHtml(line: FigureLine, group: FigureGroup, words: Words): Html {
  return html`${line.figures.map((figure, at) => figureRow(line, figure, { at, words }))}
  ${standingsAt(group, line, wordingsIn(words.lang).figures).map(
    ({ kind, text }) =>
      html`<tr class="relation ${kind}">
        <td></td>
        <td colspan="5"><div>${SIGNS[kind]} ${text}</div></td>
      </tr>`,
  )}`
}

function figureRow(
  line: FigureLine,
  figure: Figure,
  { at, words }: { readonly at: number; readonly words: Words },
): Html {
  // The same value is told once unless it is worded otherwise.
  const again = at > 0 && figure.wording === line.figures[0]?.wording
  return html`<tr class="${line.partOf === undefined ? 'whole' : 'part-of'}">
    <td class="line">${at === 0 ? numberOf(line) : ''}</td>
    <td class="value">${again ? '' : figure.wording}</td>
    <td>${countedOf(figure)}</td>
    <td>${whoSays(figure, wordingsIn(words.lang).figures)}</td>
    <td>${whenOf(figure, wordingsIn(words.lang).figures)}</td>
    <td>
      <a href="${readerPath(figure.quote.citation.document, figure.quote)}">[${figure.source}]</a>
    </td>
  </tr>`
}

const numberOf = ({ line, partOf }: FigureLine): string =>
  partOf === undefined ? String(line) : `└ ${line}`
