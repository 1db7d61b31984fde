/** Summary → lines: the facts that matter, the figures that moved, quotes by topic, the documents, open questions. */
import { shownSummary } from '../../src/summary/shown.ts'
import { numbersText } from '../../src/references.ts'
import type { Summary } from '../../src/reply.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import type { Look } from './look.ts'
import { paragraph } from './paragraph.ts'
import { quoteLines, referenceLines } from './quotes.ts'

export function summaryLines(summary: Summary, look: Look): string[] {
  const words = wordingsIn(summary.language).labels
  const { lead, changes, sections, documents, below } = shownSummary(summary)
  const line = (text: string, indent = '') => paragraph(text, look, [], indent)
  const head = (text: string) => ['', ...paragraph(text, look, ['bold'])]
  const lines = [...paragraph(summary.title, look, ['bold'])]
  for (const { number, quote } of lead) lines.push(...quoteLines(quote, look, { number }))
  if (changes.length > 0) lines.push(...head(words.figures))
  for (const { kind, label, was, is, who, numbers } of changes) {
    const moved = was === undefined ? is : `${was} ${kind === 'changed' ? '→' : '≠'} ${is}`
    lines.push(...line(`${label}: ${moved} (${who}) ${numbersText(numbers)}`, '  '))
  }
  for (const { heading, quotes } of sections) {
    lines.push(...head(heading))
    for (const { number, quote } of quotes) lines.push(...quoteLines(quote, look, { number }))
  }
  if (documents.length > 0)
    lines.push(
      ...head(words.documents),
      ...referenceLines({ sources: documents }, look, words.also),
    )
  lines.push(...below.flatMap((text) => paragraph(text, look, ['dim'])))
  if (summary.gaps.length > 0) lines.push(...head(words.gaps))
  for (const { question } of summary.gaps) lines.push(...line(question, '  '))
  if (summary.notes.length > 0) lines.push('', ...summary.notes.flatMap((note) => line(note)))
  return lines
}
