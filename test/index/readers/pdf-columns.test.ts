import { describe, expect, it } from 'vitest'
import { linesAt } from '../../support/pdf.ts'
import { expectVerbatim, headings, paragraphs } from '../reading.ts'
import { read, reading, LEFT, RIGHT } from './pdfs.ts'

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
