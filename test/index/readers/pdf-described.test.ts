import { describe, expect, it } from 'vitest'
import { linesAt, makePdf, type PdfOptions, type PdfPage } from '../../support/pdf.ts'
import { readOne } from './files.ts'

const read = (pages: readonly PdfPage[], options?: PdfOptions) =>
  readOne('wells.pdf', makePdf(pages, options))

const LEFT = [
  'The wells of the northern town were closed',
  'in spring, and the people of the town have',
  'walked to the river every day since then to',
  'fetch their water.',
]

describe('what a PDF says about itself', () => {
  const page = {
    texts: [
      { x: 60, y: 60, text: 'Northern Towns Emergency', size: 20, font: 'bold' as const },
      { x: 60, y: 84, text: 'Situation Report No. 7 – as of 4 May 2031', size: 14 },
      ...linesAt(60, 130, LEFT),
    ],
  }

  it('is its title where it is one, and a date that it prints', async () => {
    const stated = await read([page], { title: 'Water in the northern towns' })
    expect(stated.title).toEqual({ value: 'Water in the northern towns', inferred: false })
    expect(stated.date).toEqual({ value: '2031-05-04', inferred: true })
  })

  it('is not the title of what it was made of', async () => {
    const { title } = await read([page], { title: 'Harvest outlook of the southern plains' })
    expect(title.value).toMatch(/^Northern Towns Emergency/u)
  })

  it.each(['Microsoft Word - wells.docx', 'untitled', 'wells_final_v3', 'Document1'])(
    'is not the title %s',
    async (title) => {
      expect((await read([page], { title })).title).toEqual({
        value: 'Northern Towns Emergency – Situation Report No. 7 – as of 4 May 2031',
        inferred: true,
      })
    },
  )

  it.each([
    ['Flash Update No. 3 | 2 May 2031', '2031-05-02'],
    ['Situation Report #4 - Date 05/28/2031', '2031-05-28'],
    ['Reporting Period: 22-27 May 2031', '2031-05-27'],
    ['1 May – 3 May 2031', undefined],
  ])('is the date of %s', async (line, date) => {
    const texts = [{ x: 60, y: 60, text: line, size: 14 }, ...linesAt(60, 130, LEFT)]
    expect((await read([{ texts }])).date?.value).toBe(date)
  })

  it('is called after what it repeats, where its pages have no more than chapters', async () => {
    const pages = ['LUND', 'BRENN', 'VARDE', 'SKIVE'].map((chapter, at) => ({
      texts: [
        { x: 60, y: 60, text: chapter, size: 20, font: 'bold' as const },
        ...linesAt(60, 130, LEFT),
        { x: 60, y: 810, text: `Ada Trust Report 2006 ${at + 51}`, size: 8 },
      ],
    }))
    const found = await read(pages, { title: 'a-zfinal.amended.qxp' })
    expect(found.title).toEqual({ value: 'Ada Trust Report 2006', inferred: true })
    expect(found.date).toEqual({ value: '2006', inferred: true })
  })

  it('is its author where the page names them', async () => {
    expect((await read([page], { author: 'Ada Mbeki' })).byline).toBeUndefined()
    const signed = { texts: [...page.texts, { x: 60, y: 110, text: 'By Ada Mbeki' }] }
    expect((await read([signed], { author: 'Ada Mbeki' })).byline).toBe('Ada Mbeki')
  })
})
