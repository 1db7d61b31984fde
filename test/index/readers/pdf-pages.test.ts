import { describe, expect, it } from 'vitest'
import { linesAt, makePdf } from '../../support/pdf.ts'
import { expectVerbatim, paragraphs } from '../reading.ts'
import { readNoted, reasonOf } from './files.ts'
import { NAME, read, LEFT, RIGHT } from './pdfs.ts'

describe('the pages of a PDF', () => {
  const days = ['Sunday', 'Monday', 'Tuesday', 'Friday']
  const ends = ['in the dark', 'at noon', 'with nothing', 'and were glad']
  const body = (page: number): string[] => [
    `On ${days[page]} the people of the northern town went to the river to fetch their water, as`,
    `they had done since the wells were closed, and came home ${ends[page]}.`,
  ]

  it('give places with the labels that they carry', async () => {
    const pages = [0, 1, 2].map((page) => ({ texts: linesAt(60, 100, body(page)) }))
    const plain = await read(pages)
    expect(plain.places.map(({ label }) => label)).toEqual(['1', '2', '3'])
    for (const [at, { start }] of plain.places.entries())
      expect(plain.text.slice(start)).toMatch(new RegExp(`^On ${days[at]}`, 'u'))
    const labelled = await read(pages, { labels: '0 << /S /r >> 1 << /S /D >>' })
    expect(labelled.places.map(({ label }) => label)).toEqual([
      '1 (printed i)',
      '2 (printed 1)',
      '3 (printed 2)',
    ])
    const again = await read(pages, { labels: '0 << /S /D >> 1 << /S /D >> 2 << /S /D >>' })
    expect(again.places.map(({ label }) => label)).toEqual(['1', '2', '3'])
  })

  it('lose their headers, footers and numbers, which stay in the text', async () => {
    const pages = [0, 1, 2].map((page) => ({
      texts: [
        { x: 60, y: 40, text: 'Water Watch | Bulletin of the northern towns', size: 8 },
        ...linesAt(60, 100, body(page)),
        { x: 60, y: 800, text: `Page ${page + 1} of 3`, size: 8 },
        { x: 400, y: 815, text: 'water.example', size: 8 },
      ],
    }))
    const document = await read(pages)
    expect(paragraphs(document)).toEqual([0, 1, 2].map((page) => body(page).join(' ')))
    expect(document.text).toContain('Bulletin of the northern towns')
    expect(document.text).toContain('Page 2 of 3')
    expectVerbatim(document)
  })

  it('lose a bare number at their foot, but no figure', async () => {
    const pages = [0, 1].map((page) => ({
      texts: [...linesAt(60, 100, body(page)), { x: 290, y: 810, text: String(page + 1) }],
    }))
    expect(paragraphs(await read(pages))).toEqual([0, 1].map((page) => body(page).join(' ')))
    const figure = await read([
      {
        texts: [
          ...linesAt(60, 100, body(0)),
          { x: 60, y: 790, text: '4,500 people were reached.' },
        ],
      },
    ])
    expect(paragraphs(figure).at(-1)).toBe('4,500 people were reached.')
  })

  it('keep lines that recur in the midst of them', async () => {
    const pages = [0, 1].map((page) => ({
      texts: [
        ...linesAt(60, 100, body(page)),
        { x: 60, y: 400, text: 'Nothing was paid in this month.' },
        ...linesAt(60, 500, body(page + 2)),
      ],
    }))
    expect(paragraphs(await read(pages)).filter((line) => line.startsWith('Nothing'))).toHaveLength(
      2,
    )
  })

  it('are one text where a sentence goes on over the break', async () => {
    const head = { x: 60, y: 40, text: 'Water Watch', size: 8 }
    const document = await read([
      {
        texts: [
          head,
          ...linesAt(60, 700, [
            'The council of the town has said that the last of the three wells would',
            'be opened again before the rains come, and that the people of the old',
          ]),
          { x: 290, y: 810, text: '1' },
        ],
      },
      {
        texts: [
          head,
          ...linesAt(60, 100, ['quarter would be the first to fetch their water there.']),
          { x: 290, y: 810, text: '2' },
        ],
      },
    ])
    expect(paragraphs(document)).toEqual([
      'The council of the town has said that the last of the three wells would be opened again before the rains come, and that the people of the old quarter would be the first to fetch their water there.',
    ])
    expectVerbatim(document)
  })

  it('are read upright when they are turned, and so is text at right angles', async () => {
    const sideways = LEFT.map((text, at) => ({ x: 100 + at * 12, y: 700, text, angle: 90 }))
    expect(paragraphs(await read([{ rotate: 90, texts: sideways }]))).toEqual([LEFT.join(' ')])
    expect(paragraphs(await read([{ texts: sideways }]))).toEqual([LEFT.join(' ')])
    const overhead = LEFT.map((text, at) => ({ x: 500, y: 700 - at * 12, text, angle: 180 }))
    expect(paragraphs(await read([{ texts: overhead }]))).toEqual([LEFT.join(' ')])
    const mixed = [...linesAt(60, 100, RIGHT), { x: 40, y: 400, text: 'Litres a day', angle: 90 }]
    expect(paragraphs(await read([{ texts: mixed }]))).toEqual([RIGHT.join(' '), 'Litres a day'])
  })

  it('are named when they hold a picture only, and a file of pictures is refused', async () => {
    const { document, notes } = await readNoted(
      NAME,
      makePdf([{ texts: linesAt(60, 100, LEFT) }, { texts: [], picture: true }, { texts: [] }]),
    )
    expect(notes).toEqual(['page 2 holds no text, only a picture; run it through OCR'])
    expect(document.places).toHaveLength(3)
    expect(await reasonOf(NAME, makePdf([{ texts: [], picture: true }]))).toBe(
      'a PDF without text, only pictures; run it through OCR and add the result',
    )
  })
})
