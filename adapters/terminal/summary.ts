/** Summary → lines: what came in, the quotes that matter, the figures that moved, what nobody could answer. */
import type { Figure, Quote, Summary } from '../../src/reply.ts'
import { SUMMARY_WORDS } from '../shared/summary-words.ts'
import { citationLine, datedLine } from './citation.ts'
import type { Look } from './look.ts'
import { paragraph } from './paragraph.ts'

type QuoteLines = (quote: Quote, look: Look) => string[]

export function summaryLines(summary: Summary, look: Look, quoteLines: QuoteLines): string[] {
  const words = SUMMARY_WORDS[summary.language]
  const line = (text: string, indent = '') => paragraph(text, look, [], indent)
  const head = (text: string) => ['', look.style(['bold'], text)]
  const figure = (one: Figure, before = '') => [
    ...line(`${before}${one.wording}`, '  '),
    ...quoteLines(one.quote, look),
  ]
  const lines = [...paragraph(summary.title, look, ['bold'])]
  if (summary.documents.length > 0) lines.push(...head(words.documents))
  for (const { publisher, documents } of summary.documents) {
    lines.push(...line(publisher))
    for (const { state, citation, copies } of documents)
      lines.push(
        ...line(`${datedLine(citation)}${state === 'known' ? '' : ` · ${words[state]}`}`, '  '),
        ...copies.flatMap((copy) => line(`${words.copies} ${citationLine(copy)}`, '    ')),
      )
  }
  if (summary.quotes.length > 0) lines.push(...head(words.quotes))
  for (const [at, quote] of summary.quotes.entries())
    lines.push(...(at > 0 ? [''] : []), ...quoteLines(quote, look))
  if (summary.figures.length > 0) lines.push(...head(words.figures))
  for (const { kind, label, now, before } of summary.figures)
    lines.push(
      ...line(kind === 'known' ? label : `${words[kind]}: ${label}`),
      ...figure(now),
      ...(before === undefined
        ? []
        : figure(before, `${kind === 'contradicted' ? words.against : words.before}: `)),
    )
  if (summary.gaps.length > 0) lines.push(...head(words.gaps))
  for (const { question } of summary.gaps) lines.push(...line(question, '  '))
  if (summary.notes.length > 0) lines.push('', ...summary.notes.flatMap((note) => line(note)))
  return lines
}
