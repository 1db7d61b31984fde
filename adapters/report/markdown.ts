/** A check as Markdown: the draft with numbered marks, and below it each finding with its sources. */
import { inertStretch } from '../../src/inert.ts'
import {
  type Entry,
  entriesOf,
  headline,
  leftLine,
  stretchesOf,
  worstFirst,
} from '../../src/check/report.ts'
import type { Check, Quote } from '../../src/reply.ts'
import { citationText } from '../shared/citation.ts'

export function toMarkdown(check: Check): string {
  const entries = entriesOf(check)
  const numbered = new Map(entries.map((entry) => [entry.number, entry]))
  const draft = stretchesOf(check, entries)
    .map(
      ({ text, ends }) => escape(text) + ends.map((number) => mark(numbered.get(number))).join(''),
    )
    .join('')
  return [
    '# Checked against the documents',
    '',
    headline(entries, check.language),
    ...[leftLine(check), ...check.notes].flatMap((line) =>
      line === undefined ? [] : ['', escape(line)],
    ),
    '',
    '## The draft',
    '',
    draft,
    '',
    '## Findings',
    ...worstFirst(entries).flatMap(entryLines),
    '',
  ].join('\n')
}

const mark = (entry: Entry | undefined): string =>
  entry === undefined ? '' : ` **[${entry.number}: ${entry.finding.verdict}]**`

function entryLines({ number, finding, text, nearest }: Entry): string[] {
  return [
    '',
    `### [${number}] ${finding.verdict}`,
    '',
    escape(text),
    '',
    escape(finding.reason),
    ...finding.quotes.flatMap((quote) => quoteLines(quote, nearest)),
  ]
}

function quoteLines(quote: Quote, nearest: boolean): string[] {
  const words = quote.text.split('\n').map((line) => `> ${escape(line)}`)
  return [
    '',
    ...(nearest ? ['Nearest, no evidence:', ''] : []),
    ...words,
    '>',
    `> — ${escape(citationText(quote.citation))}`,
  ]
}

/** Foreign words are words, whatever signs they have. */
export const escape = (raw: string): string =>
  raw
    .split('\n')
    .map((line) => inertStretch(line).replace(/[\\`*_[\]<>#|~]/gu, '\\$&'))
    .join('\n')
