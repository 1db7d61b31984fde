/** A reply as text for an assistant: each quote whole, with its number; below them the sources and where they are read. */
import { entriesOf, headline, worstFirst } from '../../src/check/report.ts'
import { labelWordings } from '../../src/figures/describe.ts'
import { sourcesOf } from '../../src/figures/sources.ts'
import { whoSays } from '../../src/figures/who.ts'
import { inertText } from '../../src/inert.ts'
import {
  numbered,
  type NumberedQuote,
  numbersText,
  referencesOf,
  referenceText,
} from '../../src/references.ts'
import type { Check, Figures, Quote, Reply } from '../../src/reply.ts'
import { quotesOfSummary } from '../../src/summary/shown.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import { entryHead } from '../shared/check-entries.ts'
import { countedOf, numberOf, whenOf } from '../shared/figure-cells.ts'
import { readingLines } from '../shared/reading-lines.ts'

export const replyText = (reply: Reply): string => linesOf(reply).map(inertText).join('\n')

function linesOf(reply: Reply): string[] {
  if (reply.kind === 'answer') return [...reply.notes, ...quotesLines(numbered(reply.quotes))]
  if (reply.kind === 'nothing')
    return [
      refusal(reply.reason),
      ...(reply.nearest.length === 0 ? [] : [`${wordingsIn(reply.language).answers.nearest}:`]),
      ...quotesLines(numbered(reply.nearest)),
    ]
  if (reply.kind === 'figures') return figuresLines(reply)
  if (reply.kind === 'check') return checkLines(reply)
  if (reply.kind === 'summary')
    return [
      reply.title,
      ...quotesLines(numbered(quotesOfSummary(reply))),
      ...reply.gaps.map(({ question }) => `Unanswered: ${question}`),
      ...reply.notes,
    ]
  if (reply.kind === 'document' || reply.kind === 'page') return readingLines(reply)
  if (reply.kind === 'context')
    return [...reply.paragraphs.map(({ text }) => text), ...quotesLines(numbered([reply.quote]))]
  if (reply.kind === 'sources')
    return [
      ...reply.documents.map(({ document, title }) => `${document}: ${title.value}`),
      ...reply.problems,
    ]
  if (reply.kind === 'gaps')
    return reply.gaps.map(({ question, reason }) => `${question} ${reason}`)
  if (reply.kind === 'help') return [...reply.text, ...reply.examples]
  if (reply.kind === 'notice') return reply.text
  return reply.kind === 'suggestions' ? reply.values : [reply.message]
}

/** Whatever the reason, an assistant is told in plain words that this is no answer. */
const refusal = (reason: string): string =>
  reason.startsWith(REFUSED) ? reason : `${REFUSED}. ${reason}`

const REFUSED = 'The documents do not say'

function quotesLines(quotes: readonly NumberedQuote[]): string[] {
  const { sources, legend } = referencesOf(quotes)
  return [
    ...quotes.map(({ number, quote }) => `“${quote.text}” [${number}]`),
    ...sources.map((source) => {
      const also = source.also.length === 0 ? '' : ` (also in ${source.also.join(', ')})`
      return `${numbersText(source.numbers)} ${referenceText(source)}${also}${readAt(source.quote)}`
    }),
    ...(legend === undefined ? [] : [legend]),
  ]
}

const readAt = (quote: Quote | undefined): string => {
  const address = quote?.citation.reader ?? quote?.citation.url
  return address === undefined ? '' : ` ${address}`
}

function figuresLines(reply: Figures): string[] {
  return [
    ...reply.notes,
    ...reply.groups.flatMap(({ label, related, lines }) => [
      related ? `Also counted there: ${label}` : label,
      ...lines.flatMap((line) => [
        ...line.figures.map(
          (figure) =>
            `${numberOf(line)}. ${figure.wording}: ${countedOf(figure)}; ${whoSays(figure)}; ${whenOf(figure)} [${figure.source}]`,
        ),
        ...labelWordings(line).map(({ text }) => `${line.line} ${text}`),
      ]),
    ]),
    ...quotesLines(sourcesOf(reply).map(({ source, quote }) => ({ number: source, quote }))),
  ]
}

function checkLines(check: Check): string[] {
  const entries = entriesOf(check)
  return [
    headline(entries),
    ...worstFirst(entries).flatMap((entry) => [
      entryHead(entry),
      entry.finding.reason,
      ...(entry.nearest && entry.finding.quotes.length > 0
        ? [wordingsIn(check.language).checks.nearest]
        : []),
      ...quotesLines(numbered(entry.finding.quotes)),
    ]),
    ...check.notes,
  ]
}
