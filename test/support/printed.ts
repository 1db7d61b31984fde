/** A made-up report as a PDF: running heads, two columns, a table, words broken at line ends. */
import { readFile } from '../../index/readers/read.ts'
import type { Document } from '../../index/document.ts'
import { linesAt, makePdf, type PdfPage } from './pdf.ts'

const head = (page: number): PdfPage['texts'] => [
  { x: 60, y: 40, text: 'Water Board of Tarwell', size: 8 },
  { x: 500, y: 810, text: `Page ${page}`, size: 8 },
]

const LEFT = [
  'The survey of the lower valley began in April and',
  'took eleven weeks, because two of the roads were',
  'closed. Of the 61 wells that were visited, 23 were',
  'found dry, the Water Board reported in its bul-',
  'letin. Nobody had measured them for nine years.',
]
const RIGHT = [
  'In the upper valley the mills went on as before.',
  'The millers told the surveyors that their ponds',
  'had lost a third of their water since the spring.',
  'Closed. Of the 61 wells none is theirs.',
]

const PAGES: readonly PdfPage[] = [
  {
    texts: [
      ...head(1),
      { x: 60, y: 90, text: 'Wells of the lower valley', size: 18, font: 'bold' },
      ...linesAt(60, 140, LEFT),
      ...linesAt(320, 140, RIGHT),
    ],
    boxes: [{ x: 55, y: 400, width: 200, height: 90, color: '0.2 0.4 0.8' }],
  },
  {
    texts: [
      ...head(2),
      ...['Zone', 'Wells', 'Dry'].map((text, at) => ({ x: 60 + at * 150, y: 120, text })),
      ...[
        ['Oss', '12', '3'],
        ['Lund', '9', '3'],
        ['Kelani', '40', '17'],
      ].flatMap((row, line) =>
        row.map((text, at) => ({ x: 60 + at * 150, y: 140 + line * 16, text })),
      ),
      ...linesAt(60, 300, ['The board will deepen seventeen wells before the next dry season.']),
    ],
  },
]

export const REPORT: Uint8Array = makePdf(PAGES, { title: 'Wells of the lower valley' })

export async function documentOfPdf(name: string, bytes: Uint8Array): Promise<Document> {
  const { documents: [document] = [], ...rest } = await readFile({ name, bytes })
  if (document === undefined) throw new Error(JSON.stringify(rest))
  return document
}
