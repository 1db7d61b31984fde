import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPdfFile } from '../../../index/readers/pdf/pdf.ts'
import { linesAt, makePdf } from '../../support/pdf.ts'
import { expectVerbatim, headings, paragraphs } from '../reading.ts'
import { readNoted, readOne, reasonOf } from './files.ts'
import { NAME, read, LEFT, RIGHT } from './pdfs.ts'

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
