/** A check: how much holds, the draft with its marks, then the findings, the worst first. */
import { inertStretch } from '../../src/inert.ts'
import {
  type Entry,
  entriesOf,
  headline,
  leftLine,
  type Level,
  stretchesOf,
  worstFirst,
} from '../../src/check/report.ts'
import type { Check, Quote } from '../../src/reply.ts'
import type { Format, Look } from './look.ts'
import { paragraph } from './paragraph.ts'
import { wrap } from './wrap.ts'

type QuoteLines = (quote: Quote, look: Look, formats?: readonly Format[]) => string[]

const FORMATS: Readonly<Record<Level, readonly Format[]>> = {
  wrong: ['red'],
  open: ['bold'],
  holds: [],
}

/** @param quoteLines how a quote is shown */
export function checkLines(check: Check, look: Look, quoteLines: QuoteLines): string[] {
  const entries = entriesOf(check)
  const left = leftLine(check)
  return [
    ...paragraph(headline(entries), look, ['bold']),
    ...(left === undefined ? [] : paragraph(left, look, ['dim'])),
    ...check.notes.flatMap((note) => paragraph(note, look)),
    '',
    ...draftLines(check, entries, look),
    ...worstFirst(entries).flatMap((entry) => ['', ...entryLines(entry, look, quoteLines)]),
  ]
}

/** Without colours the numbers alone are the marks. */
function draftLines(check: Check, entries: readonly Entry[], look: Look): string[] {
  const runs: { start: number; end: number; formats: readonly Format[] }[] = []
  let text = ''
  for (const { text: raw, ends, level } of stretchesOf(check, entries)) {
    const start = text.length
    text += inertStretch(raw)
    runs.push({ start, end: text.length, formats: level === undefined ? [] : FORMATS[level] })
    for (const number of ends) {
      const mark = text.length
      text += `[${number}]`
      runs.push({ start: mark, end: text.length, formats: ['dim'] })
    }
  }
  return wrap(text, look.width).map(({ start, end }) =>
    runs
      .filter((run) => run.start < end && start < run.end)
      .map((run) =>
        look.style(run.formats, text.slice(Math.max(run.start, start), Math.min(run.end, end))),
      )
      .join(''),
  )
}

function entryLines(
  { number, finding, level, text, nearest }: Entry,
  look: Look,
  quoteLines: QuoteLines,
): string[] {
  return [
    ...paragraph(`[${number}] ${finding.verdict}: ${text}`, look, FORMATS[level]),
    ...paragraph(finding.reason, look, [], '    '),
    ...(nearest && finding.quotes.length > 0
      ? paragraph('Nearest, no evidence:', look, ['dim'], '    ')
      : []),
    ...finding.quotes.flatMap((quote) => quoteLines(quote, look, nearest ? ['dim'] : [])),
  ]
}
