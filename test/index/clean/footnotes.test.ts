import { describe, expect, it } from 'vitest'
import { paragraphs, read, readParagraphs } from '../reading.ts'

const REPORT = `The council met twice during the long winter of that year and decided on almost
nothing,1 though the chair had promised a plan for every district of the north.2 The
ministry called the delay “a matter of procedure”3 and left it there until the spring.

Donors were less patient than the ministry (and said so in public),4 and two of them cut
what they had pledged for the year that followed.5 Nobody replaced the money they took

1 Minutes of the council, first and second session.
2 Speech by the chair, as the local radio reported it on the
same evening.
3 Letter to the districts.
4 Press release of the donors’ group.
5 Budget of the ministry, annex.

away. The districts went without a plan for the rest of the year, as they had before it.
`

describe('footnote marks', () => {
  it('are left out where they are glued to words, and so are the notes', () => {
    const [first, second, ...rest] = readParagraphs(REPORT)
    expect(first).toBe(
      'The council met twice during the long winter of that year and decided on almost nothing, though the chair had promised a plan for every district of the north. The ministry called the delay “a matter of procedure” and left it there until the spring.',
    )
    expect(second).toBe(
      'Donors were less patient than the ministry (and said so in public), and two of them cut what they had pledged for the year that followed. Nobody replaced the money they took away. The districts went without a plan for the rest of the year, as they had before it.',
    )
    expect(rest).toEqual([])
  })

  it('are superscripts too, but not the powers of figures and units', () => {
    expect(
      readParagraphs('The camp covers 12 km² of sand.¹ It holds 10⁵ people² and x² tents.'),
    ).toEqual(['The camp covers 12 km² of sand. It holds 10⁵ people and x² tents.'])
  })

  it('may be several behind one word', () => {
    expect(
      readParagraphs('The bridge fell.1 It was rebuilt.2,3 It fell again,4–6 and stayed so.7'),
    ).toEqual(['The bridge fell. It was rebuilt. It fell again, and stayed so.'])
  })

  it.each([
    'Version 2.4 came out. Version 3.1 followed it.',
    'The G5 met, then the G7 met, then the G8 met again.',
    'COVID-19 spread. H5N1 did not. PM2.5 rose. B12 fell.',
    'It cost $16.56 or €7.20 a head, that is 3.5 times more.',
    'See Fig.1 and Fig.2 and Fig.3 for all of it.',
    'Line No.1 and line No.2 are closed.',
    'He was born on 3.4.1990, at 5.30 in the morning.',
    'The figure rose from 31 in 2021 to 320 in 2022.',
    'A ratio of 1:2 and another of 3:4 were found.',
  ])('leaves the numbers alone: %s', (text) => {
    expect(readParagraphs(text)).toEqual([text])
  })

  it('one mark without a note is doubtful, and stays', () => {
    expect(readParagraphs('They left the city,1 and none came back.')).toEqual([
      'They left the city,1 and none came back.',
    ])
  })

  it('lists are not taken for notes', () => {
    const document = read(
      'The plan was late,1 and thin.2 It has three parts.\n\n1. Water for the camps\n2. Food for the towns\n3. Roads for the north\n',
    )
    expect(paragraphs(document)).toEqual([
      'The plan was late, and thin. It has three parts.',
      '1. Water for the camps',
      '2. Food for the towns',
      '3. Roads for the north',
    ])
    expect(document.paragraphs.map(({ list }) => list)).toEqual([false, true, true, true])
  })
})
