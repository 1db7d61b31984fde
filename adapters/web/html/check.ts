/** A draft with its marks, and the findings, the worst first. */
import {
  type Entry,
  entriesOf,
  headline,
  leftLine,
  type Level,
  stretchesOf,
  worstFirst,
} from '../../../src/check/report.ts'
import { inertStretch } from '../../../src/inert.ts'
import type { Check } from '../../../src/reply.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { entryHead } from '../../shared/check-entries.ts'
import type { Words } from '../words.ts'
import { notesHtml } from './answer.ts'
import { type Html, html, inline, NONE, when } from './html.ts'
import { quoteWithSource } from './quote.ts'
import type { View } from './view.ts'

export function checkHtml(check: Check, { words }: View): Html {
  const entries = entriesOf(check)
  return html`<p class="headline"><strong>${headline(entries, words.lang)}</strong></p>
    ${when(leftLine(check), (line) => html`<p class="note">${line}</p>`)} ${notesHtml(check.notes)}
    <div class="checked">
      <section class="draft" aria-label="${words.draftMarked}">
        <h2>${words.draftMarked}</h2>
        ${draftHtml(check, entries)}
      </section>
      <section class="findings" aria-label="${words.findings}">
        <h2>${words.findings}</h2>
        ${worstFirst(entries).map((entry) => entryHtml(entry, words))}
      </section>
    </div>`
}

function draftHtml(check: Check, entries: readonly Entry[]): Html {
  const paragraphs: Html[][] = [[]]
  for (const { text, ends, level } of stretchesOf(check, entries)) {
    for (const [at, line] of text.split(/\n\s*\n/u).entries()) {
      if (at > 0) paragraphs.push([])
      const words = inertStretch(line)
      if (words !== '') paragraphs.at(-1)?.push(markHtml(words, level))
    }
    for (const number of ends)
      paragraphs.at(-1)?.push(inline`<a class="to" href="#finding-${number}">[${number}]</a>`)
  }
  return html`${paragraphs
    .filter(({ length }) => length > 0)
    .map((one) => html`<p dir="auto">${one}</p>`)}`
}

const markHtml = (words: string, level: Level | undefined): Html =>
  level === undefined ? inline`${words}` : inline`<span class="${level}">${words}</span>`

function entryHtml(entry: Entry, words: Words): Html {
  const { number, finding, level, nearest } = entry
  return html`<article class="finding ${level}" id="finding-${number}" tabindex="-1">
    <h3><span class="number">[${number}]</span> ${entryHead(entry, words.lang)}</h3>
    <p class="level">${levelWord(level, words)}</p>
    <p>${finding.reason}</p>
    ${nearest && finding.quotes.length > 0 ? html`<p class="note">${wordingsIn(words.lang).checks.nearest}</p>` : NONE}
    ${finding.quotes.map((quote) => quoteWithSource(quote, words))}
  </article>`
}

function levelWord(level: Level, words: Words): string {
  if (level === 'wrong') return words.wrong
  return level === 'open' ? words.openVerdict : words.holds
}
