/** A check as a Word document: the draft, with a comment at each stretch that was checked. */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { inertStretch, inertText } from '../../src/inert.ts'
import {
  type Entry,
  entriesOf,
  headline,
  leftLine,
  type Level,
  stretchesOf,
} from '../../src/check/report.ts'
import type { Check } from '../../src/reply.ts'
import { citationText } from '../shared/citation.ts'

const AUTHOR = 'Verbatim'
/** As Word's highlighter has them. */
const COLOURS: Readonly<Record<Level, 'red' | 'yellow' | 'green'>> = {
  wrong: 'red',
  open: 'yellow',
  holds: 'green',
}

export async function toDocx(check: Check): Promise<Uint8Array> {
  const entries = entriesOf(check)
  const document = new Document({
    creator: AUTHOR,
    title: 'Checked against the documents',
    comments: {
      children: entries.map((entry) => ({
        id: entry.number,
        author: AUTHOR,
        initials: 'V',
        date: new Date(),
        children: commentOf(entry).map((line) => new Paragraph({ children: [new TextRun(line)] })),
      })),
    },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Checked against the documents', heading: HeadingLevel.HEADING_1 }),
          ...[headline(entries, check.language), leftLine(check), ...check.notes].flatMap((line) =>
            line === undefined ? [] : [new Paragraph({ text: inertText(line) })],
          ),
          ...paragraphsOf(check, entries),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Comments hold plain lines: verdict, why, and each quote with where it stands. */
function commentOf({ finding, nearest }: Entry): string[] {
  return [
    `${finding.verdict}. ${finding.reason}`,
    ...(nearest && finding.quotes.length > 0 ? ['Nearest, no evidence:'] : []),
    ...finding.quotes.flatMap((quote) => [`“${quote.text}”`, citationText(quote.citation)]),
  ].map((line) => inertText(line))
}

function paragraphsOf(check: Check, entries: readonly Entry[]): Paragraph[] {
  const lines: ParagraphChild[][] = [[]]
  let at = 0
  for (const { text, level } of stretchesOf(check, entries)) {
    const start = at
    at += text.length
    for (const { finding, number } of entries)
      if (finding.start === start) lines.at(-1)?.push(new CommentRangeStart(number))
    for (const [index, part] of text.split(/\n+/u).entries()) {
      if (index > 0) lines.push([])
      const words = inertStretch(part)
      if (words !== '')
        lines
          .at(-1)
          ?.push(
            new TextRun({ text: words, ...(level !== undefined && { highlight: COLOURS[level] }) }),
          )
    }
    for (const { finding, number } of entries)
      if (finding.end === at)
        lines
          .at(-1)
          ?.push(
            new CommentRangeEnd(number),
            new TextRun({ children: [new CommentReference(number)] }),
          )
  }
  return lines.filter((line) => line.length > 0).map((children) => new Paragraph({ children }))
}
