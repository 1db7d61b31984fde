import { describe, expect, it } from 'vitest'
import { linesAt, makePdf, type PdfOptions, type PdfPage } from '../../support/pdf.ts'
import { expectVerbatim, headings, paragraphs } from '../reading.ts'
import { readOne } from './files.ts'

const read = (pages: readonly PdfPage[], options?: PdfOptions) =>
  readOne('wells.pdf', makePdf(pages, options))

const TOWNS = ['Gao', 'Kidal', 'Menaka', 'Mopti', 'Segou', 'Taoudenni', 'Timbuktu']
const prose = (town: string): string[] => [
  `The wells of ${town} were closed in spring, and the people of`,
  'the town have walked to the river every day since then to fetch',
  'their water from a place where nobody had gone before.',
]

describe('the structure of a PDF', () => {
  it('is that of its outline: a chapter ends where the next begins', async () => {
    const pages = TOWNS.slice(0, 4).map((town) => ({
      texts: [{ x: 60, y: 90, text: town, size: 10 }, ...linesAt(60, 130, prose(town))],
    }))
    const outline = TOWNS.slice(0, 4).map((title, page) => ({ title, page }))
    expect(headings(await read(pages))).not.toContain('Menaka')
    const document = await read(pages, { outline })
    expect(headings(document)).toEqual(TOWNS.slice(0, 4))
    for (const [at, { start, end }] of document.sections.entries())
      expect(document.clean.slice(start, end)).toContain(TOWNS[at])
  })

  it('has no tabs at the edge of its pages, another on each', async () => {
    const pages = TOWNS.map((town) => ({
      texts: [
        { x: 500, y: 50, text: town.slice(0, 3).toUpperCase(), size: 14, font: 'bold' as const },
        { x: 60, y: 110, text: town, size: 20, font: 'bold' as const },
        ...linesAt(60, 150, prose(town)),
      ],
    }))
    const document = await read(pages)
    expect(headings(document)).toEqual(TOWNS)
    expect(document.clean).not.toContain('KID')
  })

  it('has no table of contents in what can be quoted', async () => {
    const contents = TOWNS.map((town, at) => ({
      x: 60,
      y: 120 + at * 16,
      text: `The wells of ${town} ${at * 3 + 2}`,
    }))
    const document = await read([
      { texts: [{ x: 60, y: 80, text: 'Contents', size: 16 }, ...contents] },
      { texts: linesAt(60, 100, prose('Gao')) },
    ])
    expect(paragraphs(document)).toEqual([prose('Gao').join(' ')])
  })
})

describe('tables of a PDF', () => {
  /** Lines of a lattice around cells of 120 by 20 points. */
  const lattice = (rows: readonly (readonly string[])[], top: number): PdfPage => ({
    texts: rows.flatMap((cells, row) =>
      cells.map((text, column) => ({ x: 66 + column * 120, y: top + 14 + row * 20, text })),
    ),
    boxes: [
      ...Array.from({ length: rows.length + 1 }, (_, row) => ({
        x: 60,
        y: top + row * 20,
        width: 120 * (rows[0]?.length ?? 0),
        height: 0.5,
        color: '0 0 0',
      })),
      ...Array.from({ length: (rows[0]?.length ?? 0) + 1 }, (_, column) => ({
        x: 60 + column * 120,
        y: top,
        width: 0.5,
        height: 20 * rows.length,
        color: '0 0 0',
      })),
    ],
  })

  it('drawn with lines have their heads, on the next page too', async () => {
    const document = await read([
      lattice(
        [
          ['Town', 'Dry wells'],
          ['Gao', '12'],
          ['Kidal', '3'],
        ],
        600,
      ),
      lattice(
        [
          ['Menaka', '8'],
          ['Mopti', '27'],
        ],
        60,
      ),
    ])
    expect(paragraphs(document)).toEqual([
      'Town: Gao · Dry wells: 12',
      'Town: Kidal · Dry wells: 3',
      'Town: Menaka · Dry wells: 8',
      'Town: Mopti · Dry wells: 27',
    ])
    expectVerbatim(document)
  })

  it('without sure heads give none to a number', async () => {
    const document = await read([
      lattice(
        [
          ['12', '40', '7'],
          ['3', '9', '14'],
          ['8', '2', '5'],
        ],
        100,
      ),
    ])
    expect(paragraphs(document).join()).not.toContain(':')
  })
})
