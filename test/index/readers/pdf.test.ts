import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPdfFile } from '../../../index/readers/pdf/pdf.ts'
import type { Reading } from '../../../index/readers/reading.ts'
import { linesAt, makePdf, type PdfOptions, type PdfPage } from '../../support/pdf.ts'
import { expectVerbatim, headings, paragraphs } from '../reading.ts'
import { readNoted, readOne, reasonOf } from './files.ts'

const NAME = 'wells.pdf'
const read = (pages: readonly PdfPage[], options?: PdfOptions) =>
  readOne(NAME, makePdf(pages, options))

async function reading(pages: readonly PdfPage[], options?: PdfOptions): Promise<Reading> {
  const result = await readPdfFile({ name: NAME, bytes: makePdf(pages, options) })
  const [only] = 'reason' in result ? [] : result.readings
  if (only === undefined) throw new Error('nothing was read')
  return only
}

const LEFT = [
  'The wells of the northern town were closed',
  'in spring, and the people of the town have',
  'walked to the river every day since then to',
  'fetch their water.',
]
const RIGHT = [
  'The mayor asked the ministry for help in',
  'winter. Nobody has answered her so far, and',
  'the second letter was sent back to the town',
  'without having been opened.',
]

describe('columns and boxes of a PDF', () => {
  it('are read one after another', async () => {
    const document = await read([
      { texts: [...linesAt(60, 100, LEFT), ...linesAt(310, 100, RIGHT)] },
    ])
    expect(paragraphs(document)).toEqual([LEFT.join(' '), RIGHT.join(' ')])
    expectVerbatim(document)
  })

  it('are read one after another however they are drawn, and packed', async () => {
    const texts = [...linesAt(60, 100, LEFT), ...linesAt(310, 103, RIGHT)].reverse()
    expect(paragraphs(await read([{ texts }], { packed: true }))).toEqual([
      LEFT.join(' '),
      RIGHT.join(' '),
    ])
  })

  it('keep a paragraph whole that goes on in the next column', async () => {
    const texts = [
      ...linesAt(60, 100, LEFT.slice(0, 3)),
      ...linesAt(310, 100, ['fetch their water. The river is two hours', 'away from the town.']),
      ...linesAt(310, 160, RIGHT),
    ]
    expect(paragraphs(await read([{ texts }]))).toEqual([
      `${LEFT.join(' ')} The river is two hours away from the town.`,
      RIGHT.join(' '),
    ])
  })

  it('keep a paragraph whole that goes on below a box', async () => {
    const wide = [
      'beside it, and went on to the end of the road, where the last of the old wells is.',
    ]
    const texts = [
      ...linesAt(60, 100, [
        'The engineers came in May and looked at every',
        'well of the town and at the pumps that stand',
      ]),
      ...linesAt(340, 100, ['FAST FACTS', 'Nine wells are dry.', 'Two wells are deep.'], {
        font: 'bold',
      }),
      ...linesAt(60, 150, wide),
    ]
    const boxes = [{ x: 330, y: 85, width: 180, height: 50, color: '0.9 0.9 0.9' }]
    expect(paragraphs(await read([{ texts, boxes }]))[0]).toBe(
      `The engineers came in May and looked at every well of the town and at the pumps that stand ${wide[0]}`,
    )
  })

  it('keep key figures with their labels', async () => {
    const texts = [
      ...linesAt(60, 100, ['1,240'], { size: 20, font: 'bold' }),
      ...linesAt(60, 114, ['People without water', 'in the northern town'], { size: 8 }),
      ...linesAt(300, 100, ['35%'], { size: 20, font: 'bold' }),
      ...linesAt(300, 114, ['Wells that are dry'], { size: 8 }),
      ...linesAt(60, 180, ['17'], { size: 20, font: 'bold' }),
      ...linesAt(60, 194, ['Pumps repaired'], { size: 8 }),
      ...linesAt(300, 180, ['US$ 2.4M'], { size: 20, font: 'bold' }),
      ...linesAt(300, 194, ['Needed until May'], { size: 8 }),
    ]
    const found = paragraphs(await read([{ texts }]))
    expect(found.toSorted()).toEqual([
      '1,240 People without water in the northern town',
      '17 Pumps repaired',
      '35% Wells that are dry',
      'US$ 2.4M Needed until May',
    ])
  })

  it('keep a key figure with its label and the caption that goes on with them', async () => {
    const texts = [
      ...linesAt(60, 100, ['~70%'], { size: 40, font: 'bold' }),
      ...linesAt(60, 124, ['of the wells'], { size: 14, font: 'bold' }),
      ...linesAt(60, 140, ['in the northern town were', 'dry as of May'], { size: 9 }),
      ...linesAt(300, 100, ['12'], { size: 40, font: 'bold' }),
      ...linesAt(300, 124, ['Pumps'], { size: 14, font: 'bold' }),
      ...linesAt(300, 140, ['Repaired by the town itself'], { size: 9 }),
    ]
    expect(paragraphs(await read([{ texts }]))).toEqual(
      expect.arrayContaining([
        '~70% of the wells in the northern town were dry as of May',
        '12 Pumps',
        'Repaired by the town itself',
      ]),
    )
  })

  it('go on where a sentence turns bold behind a word that joins', async () => {
    const texts = [
      ...linesAt(60, 100, [
        'The wells are in the towns of Lund, Brenn, Skive (12), Varde (10) and',
      ]),
      ...linesAt(
        60,
        114,
        ['Oss (5) in the north of the province, and all of them were dry in May.'],
        {
          font: 'bold',
        },
      ),
      ...linesAt(60, 150, [
        'The mayor had promised new wells before the rains of the spring came.',
      ]),
    ]
    expect(paragraphs(await read([{ texts }]))[0]).toMatch(
      /Varde \(10\) and Oss \(5\) in the north/u,
    )
  })

  it('stand between a title and a note as in a paper', async () => {
    const first = [
      ...LEFT,
      'They are tired of it, and the children are late',
      'for school on most days of the week, which',
    ]
    const second = ['the teachers have told the ministry twice in', 'this year already.', ...RIGHT]
    const document = await read([
      {
        texts: [
          { x: 140, y: 60, text: 'Wells and schools of the north', size: 18, font: 'bold' },
          ...linesAt(60, 90, [
            'This is a study of what becomes of a town whose wells are closed, and of the way that its',
            'children take to their school.',
          ]),
          { x: 60, y: 130, text: '1 The town', size: 12, font: 'bold' },
          ...linesAt(60, 148, first),
          ...linesAt(310, 130, second),
          ...linesAt(310, 214, ['2 The schools'], { size: 12, font: 'bold' }),
          ...linesAt(310, 230, [
            'There are two schools in the town, both of',
            'them far from the river.',
          ]),
        ],
      },
    ])
    expect(document.title.value).toBe('Wells and schools of the north')
    expect(headings(document)).toEqual([
      'Wells and schools of the north',
      'Wells and schools of the north › 1 The town',
      'Wells and schools of the north › 2 The schools',
    ])
    expect(paragraphs(document)).toContain(
      'They are tired of it, and the children are late for school on most days of the week, which the teachers have told the ministry twice in this year already.',
    )
    expect(paragraphs(document).at(-1)).toBe(
      'There are two schools in the town, both of them far from the river.',
    )
  })

  it('are rows where they are a table, each a line that can be quoted', async () => {
    const rows = [
      ['Province', 'Wells', 'People'],
      ['Gao', '12', '4,500'],
      ['Kidal', '3', '980'],
      ['Mopti', '27', '10,200'],
    ]
    const texts = rows.flatMap((cells, row) =>
      cells.map((text, column) => ({ x: 60 + column * 150, y: 100 + row * 16, text })),
    )
    const { blocks } = await reading([{ texts }])
    expect(blocks.map(({ kind }) => kind)).toEqual(['list', 'list', 'list'])
    expect(paragraphs(await read([{ texts }]))).toEqual([
      'Province: Gao · Wells: 12 · People: 4,500',
      'Province: Kidal · Wells: 3 · People: 980',
      'Province: Mopti · Wells: 27 · People: 10,200',
    ])
  })

  it('finds the column of a name that is wider than its figures, and reaches over the first column', async () => {
    const texts = [
      { x: 150, y: 100, text: 'Zone Upper Gao' },
      { x: 250, y: 100, text: 'Zone Kidal' },
      { x: 60, y: 116, text: 'Dry wells, public' },
      { x: 200, y: 116, text: '5' },
      { x: 280, y: 116, text: '0' },
      { x: 60, y: 132, text: 'Full wells, public' },
      { x: 200, y: 132, text: '32' },
      { x: 280, y: 132, text: '7' },
    ]
    expect(paragraphs(await read([{ texts }]))).toEqual([
      'Dry wells, public · Zone Upper Gao: 5 · Zone Kidal: 0',
      'Full wells, public · Zone Upper Gao: 32 · Zone Kidal: 7',
    ])
  })

  it('put rows of several lines together, cell by cell', async () => {
    const texts = [
      ...linesAt(60, 100, ['Water and', 'sanitation']),
      { x: 200, y: 100, text: '120' },
      ...linesAt(300, 100, ['Repaired by', 'the town']),
      { x: 60, y: 150, text: 'Shelter' },
      { x: 200, y: 150, text: '45' },
      { x: 300, y: 150, text: 'Not yet begun' },
    ]
    expect(paragraphs(await read([{ texts }]))).toEqual([
      'Water and sanitation 120 Repaired by the town',
      'Shelter 45 Not yet begun',
    ])
  })
})

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

describe('the words of a PDF', () => {
  it('are mended where a line broke them, and keep the document’s own text', async () => {
    const lines = [
      'The people asked the govern-',
      'ment for pumps, and the civilian-',
      'led council paid for the wells of the government.',
    ]
    const document = await read([
      { texts: linesAt(60, 100, [...lines, 'A civilian-led council is new.']) },
    ])
    expect(paragraphs(document)).toEqual([
      'The people asked the government for pumps, and the civilian-led council paid for the wells of the government. A civilian-led council is new.',
    ])
    expect(document.text).toContain('govern-\nment')
    expectVerbatim(document)
  })

  it('keep the hyphens of compounds that a line end parts', async () => {
    const lines = [
      'They moved from the flood-',
      'prone quarters, and the strongly-',
      'built houses stood. Strongly.',
    ]
    expect(paragraphs(await read([{ texts: linesAt(60, 100, lines) }]))).toEqual([
      'They moved from the flood-prone quarters, and the strongly-built houses stood. Strongly.',
    ])
  })

  it('keep their ligatures', async () => {
    const document = await read([
      { texts: linesAt(60, 100, ['The of\u0001ce con\u0001rmed \uFB01ve wells.']) },
    ])
    expect(paragraphs(document)).toEqual(['The ofﬁce conﬁrmed ﬁve wells.'])
  })

  it('are whole where letters are set apart, and once where they are drawn twice', async () => {
    const apart = [
      { x: 60, y: 100, text: 'WELLS AND WATER', spacing: 4 },
      ...linesAt(60, 140, LEFT),
    ]
    expect((await read([{ texts: apart }])).text).toContain('WELLS AND WATER')
    const twice = [...linesAt(60, 100, LEFT), ...linesAt(60.4, 100, LEFT)]
    expect(paragraphs(await read([{ texts: twice }]))).toEqual([LEFT.join(' ')])
  })

  it('are put together from pieces, with the spaces between them', async () => {
    const texts = [
      { x: 60, y: 100, text: 'Twel' },
      { x: 78.3, y: 100, text: 've' },
      { x: 92, y: 100, text: 'wells' },
      { x: 116.2, y: 100, text: 'are dry.' },
    ]
    expect(paragraphs(await read([{ texts }]))).toEqual(['Twelve wells are dry.'])
  })

  it('are left out when nobody sees them', async () => {
    const texts = [
      ...linesAt(60, 100, LEFT),
      { x: 60, y: 300, text: 'Invisible words about a dam.', mode: 3 },
      { x: 60, y: 320, text: 'White words about a dam.', color: '1 1 1' },
      { x: 900, y: 340, text: 'Words about a dam off the page.' },
      { x: 60, y: 402, text: 'White words in a box.', color: '1 1 1' },
    ]
    const boxes = [{ x: 50, y: 390, width: 200, height: 20, color: '0 0.2 0.6' }]
    const { text } = await read([{ texts, boxes }])
    expect(text).not.toContain('dam')
    expect(text).toContain('White words in a box.')
  })

  it('are those behind the picture of a scanned page', async () => {
    const texts = linesAt(60, 100, LEFT, { mode: 3 })
    expect(paragraphs(await read([{ texts, picture: true }]))).toEqual([LEFT.join(' ')])
  })
})

describe('any PDF', () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/u)
  const text = fc.record({
    x: fc.integer({ min: 30, max: 200 }),
    line: fc.integer({ min: 4, max: 38 }),
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
    size: fc.constantFrom(7, 10, 10, 10, 16),
    font: fc.constantFrom('regular' as const, 'bold' as const),
  })
  const page = fc.uniqueArray(text, { minLength: 1, maxLength: 25, selector: ({ line }) => line })

  it('has each of its words in its text, and quotes that are slices of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (pages) => {
        const texts = pages.map((own) =>
          own.map(({ line, words, ...rest }) => ({ ...rest, y: line * 20, text: words.join(' ') })),
        )
        const document = await read(texts.map((own) => ({ texts: own })))
        expectVerbatim(document)
        const drawn = pages.flatMap((own) => own.flatMap(({ words }) => words))
        expect(document.text.match(/[a-z]+/gu)?.toSorted()).toEqual(drawn.toSorted())
        expect(document.places).toHaveLength(pages.length)
      }),
      { numRuns: 40 },
    )
  })
})

describe('headings, lists and notes of a PDF', () => {
  it('are told by size, weight and marks', async () => {
    const document = await read([
      {
        texts: [
          { x: 60, y: 60, text: 'Water in the northern towns', size: 22, font: 'bold' },
          { x: 60, y: 100, text: 'What was done', size: 14, font: 'bold' },
          ...linesAt(60, 120, LEFT),
          { x: 60, y: 190, text: 'In the towns', font: 'bold' },
          { x: 60, y: 210, text: '•' },
          ...linesAt(80, 210, ['Nine pumps were repaired by the people of', 'the old quarter.']),
          { x: 60, y: 236, text: '•' },
          { x: 80, y: 236, text: 'Two wells are deeper now.' },
          { x: 60, y: 280, text: 'What is missing', size: 14, font: 'bold' },
          ...linesAt(60, 300, RIGHT),
        ],
      },
    ])
    expect(document.title).toEqual({ value: 'Water in the northern towns', inferred: true })
    expect(headings(document)).toEqual([
      'Water in the northern towns › What was done',
      'Water in the northern towns › What was done › In the towns',
      'Water in the northern towns › What is missing',
    ])
    expect(document.paragraphs.map(({ list }) => list)).toEqual([false, true, true, false])
    expect(paragraphs(document)[1]).toBe(
      'Nine pumps were repaired by the people of the old quarter.',
    )
  })

  it('can be quoted when they state a figure', async () => {
    const texts = [
      { x: 60, y: 60, text: '4,500 people walk for their water', size: 18, font: 'bold' as const },
      ...linesAt(60, 100, LEFT),
    ]
    expect(paragraphs(await read([{ texts }]))).toEqual([
      '4,500 people walk for their water',
      LEFT.join(' '),
    ])
  })

  it('leave notes and their marks out of the sentences', async () => {
    const document = await read([
      {
        texts: [
          ...linesAt(60, 100, LEFT.slice(0, 3)),
          { x: 60, y: 136, text: 'fetch their water.' },
          { x: 137.2, y: 132.5, text: '1', size: 6 },
          { x: 143.4, y: 136, text: 'The mayor has written two letters.' },
          ...linesAt(60, 770, ['1 Counted by the council of the town in May.'], { size: 7 }),
        ],
      },
    ])
    expect(paragraphs(document)).toEqual([`${LEFT.join(' ')} The mayor has written two letters.`])
    expect(document.text).toContain('Counted by the council')
    expectVerbatim(document)
  })
})

describe('a PDF that cannot be read whole', () => {
  const whole = makePdf([0, 1].map(() => ({ texts: linesAt(60, 100, LEFT) })))
  const edited = (change: (file: string) => string): Uint8Array =>
    new Uint8Array(Buffer.from(change(Buffer.from(whole).toString('latin1')), 'latin1'))

  it('is refused with the remedy when it is locked or is none', async () => {
    expect(
      await reasonOf(NAME, makePdf([{ texts: linesAt(60, 100, LEFT) }], { locked: true })),
    ).toBe('a PDF locked with a password; save a copy without the password and add that')
    const broken = await readPdfFile({ name: NAME, bytes: Buffer.from('%PDF-1.7\nnothing') })
    expect(broken).toHaveProperty('reason', expect.stringContaining('a damaged PDF'))
  })

  it('is read as far as it goes when its table is wrong, its end or a page is missing', async () => {
    const moved = edited((file) => file.replace(/startxref\n\d+/u, 'startxref\n99'))
    expect(paragraphs(await readOne(NAME, moved))).toHaveLength(2)
    const lost = edited((file) => file.replace('9 0 obj\n<< /Type /Page ', '9 0 obj\n42 << '))
    const some = await readNoted(NAME, lost)
    expect(some.notes.join()).toContain('page 2 is damaged and was left out')
    expect(paragraphs(some.document)).toEqual([LEFT.join(' ')])
    const cut = await readNoted(
      NAME,
      edited((file) => file.slice(0, file.indexOf('xref\n0'))),
    )
    expect(cut.notes.join()).toContain('the end of the file is missing')
    expect(paragraphs(cut.document)).toContain(LEFT.join(' '))
  })
})
