/** A briefing as a Word document, its citations as footnotes of Word's own. */
import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Briefing, Line, Source } from './briefing.ts'

export async function briefingDocx(briefing: Briefing): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Verbatim',
    title: briefing.title,
    footnotes: Object.fromEntries(
      [...briefing.notes].map(([number, source]) => [
        number,
        { children: [new Paragraph({ children: sourceRuns(source) })] },
      ]),
    ),
    sections: [
      {
        children: [
          new Paragraph({ text: briefing.title, heading: HeadingLevel.HEADING_1 }),
          ...briefing.parts.flatMap(({ heading, lines }) => [
            ...(heading === undefined ? [] : [headed(heading)]),
            ...lines.map(paragraphOf),
          ]),
          headed(briefing.sourcesHeading),
          ...briefing.sources.map((source) => new Paragraph({ children: sourceRuns(source) })),
          ...briefing.below.map(
            (line) => new Paragraph({ children: [new TextRun({ text: line, italics: true })] }),
          ),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const headed = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })

/** Twips. */
const INDENT = 360

const paragraphOf = ({ text, quoted, notes }: Line): Paragraph =>
  new Paragraph({
    ...(quoted && { indent: { left: INDENT } }),
    children: [
      new TextRun(quoted ? `“${text}”` : text),
      ...notes.map((number) => new FootnoteReferenceRun(number)),
    ],
  })

const sourceRuns = ({ text, url }: Source): ParagraphChild[] =>
  url === undefined
    ? [new TextRun(text)]
    : [
        new ExternalHyperlink({
          link: url,
          children: [new TextRun({ text, style: 'Hyperlink' })],
        }),
      ]
