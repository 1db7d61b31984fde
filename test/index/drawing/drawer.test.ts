import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, describe, expect, it } from 'vitest'
import { type DrawnPage, PageDrawer } from '../../../index/drawing/drawer.ts'
import type { Document, Span } from '../../../index/document.ts'
import { makePdf, type PdfPage } from '../../support/pdf.ts'
import { documentOfPdf, REPORT } from '../../support/printed.ts'

describe('a page that is drawn', () => {
  const drawer = new PageDrawer()
  afterAll(() => drawer.close())

  async function drawn(bytes: Uint8Array, page: number, words: readonly string[]) {
    const document = await documentOfPdf('report.pdf', bytes)
    const text = pageText(document, page)
    const spans = words.map((each) => spanOf(text, each))
    const result = await drawer.draw({ name: 'report.pdf', bytes, page, text, spans })
    if ('reason' in result) throw new Error(result.reason)
    return { result, told: result.marks.map(({ start, end }) => text.slice(start, end)) }
  }

  it('has each line of a quote marked where it stands, and none of its neighbours', async () => {
    const quote =
      'Of the 61 wells that were visited, 23 were\nfound dry, the Water Board reported in its bul-\nletin.'
    const { result, told } = await drawn(REPORT, 1, [quote])
    expect(result.whole).toBe(true)
    expect(told).toEqual(quote.split('\n'))
    // As the page has them: 12 points a line, from 140 down, in the left column.
    for (const [at, { left, right, top, bottom }] of result.marks.entries()) {
      const base = 140 + (at + 2) * 12
      expect([top < base - 6, top > base - 10, bottom > base, bottom < base + 4]).toEqual([
        true,
        true,
        true,
        true,
      ])
      expect(left).toBeGreaterThanOrEqual(59.9)
      expect(right).toBeLessThan(320)
    }
    // “closed. ” stands before the quote.
    expect(result.marks[0]?.left).toBeGreaterThan(85)
    expect(result.marks[1]?.left).toBeCloseTo(60, 0)
  })

  it('tells cells that read alike apart by the row they are in', async () => {
    const { result } = await drawn(REPORT, 2, ['Lund\t9\t3'])
    expect(result.whole).toBe(true)
    expect(result.marks.map(({ left }) => Math.round(left))).toEqual([60, 210, 360])
    for (const { top, bottom } of result.marks)
      expect(top < 156 && bottom > 156 && bottom < 165).toBe(true)
  })

  it('is the picture of the page: ink where the words are, the box in its colour', async () => {
    const { result } = await drawn(REPORT, 1, ['Nobody had measured them for nine years.'])
    const pixels = await pixelsOf(result)
    const [mark] = result.marks
    if (mark === undefined) throw new Error('nothing is marked')
    expect(pixels.darkest(mark.left, mark.top, mark.right, mark.bottom)).toBeLessThan(100)
    expect(pixels.darkest(mark.left, mark.bottom + 30, mark.right, mark.bottom + 40)).toBe(255)
    const [red = 0, green = 0, blue = 0] = pixels.at(150, 440)
    expect([red < green, green < blue, blue > 150]).toEqual([true, true, true])
  })

  it.each([90, 180, 270])('is upright when its pages are turned by %s degrees', async (rotate) => {
    const pages: PdfPage[] = [
      {
        rotate,
        texts: [
          { x: 100, y: 400, text: 'The dam at Oss held through the night, the wardens said.' },
        ],
      },
    ]
    const { result, told } = await drawn(makePdf(pages), 1, ['the night, the wardens said.'])
    expect(told).toEqual(['the night, the wardens said.'])
    const turned = rotate % 180 !== 0
    expect([result.width, result.height]).toEqual(turned ? [842, 595] : [595, 842])
    const [mark] = result.marks
    if (mark === undefined) throw new Error('nothing is marked')
    expect(mark.bottom - mark.top > mark.right - mark.left).toBe(turned)
    const pixels = await pixelsOf(result)
    expect(pixels.darkest(mark.left, mark.top, mark.right, mark.bottom)).toBeLessThan(100)
  })

  it('is refused, with the reason, where there is none', async () => {
    const nothing = { name: 'x.pdf', text: '', spans: [] }
    const damaged = await drawer.draw({ ...nothing, bytes: Buffer.from('%PDF-1.7 no'), page: 1 })
    expect(damaged).toEqual({ reason: expect.stringContaining('damaged PDF') })
    const beyond = await drawer.draw({ ...nothing, bytes: REPORT, page: 3 })
    expect(beyond).toEqual({ reason: expect.stringContaining('page 3') })
    const after = await drawer.draw({ ...nothing, bytes: REPORT, page: 2 })
    expect(after).toMatchObject({ width: 595, marks: [] })
  })

  it('is drawn after others, and not at all when too many wait', async () => {
    const task = { name: 'x.pdf', text: '', spans: [], bytes: REPORT, page: 1 }
    const all = await Promise.all(Array.from({ length: 15 }, () => drawer.draw(task)))
    expect(all.filter((one) => 'picture' in one)).toHaveLength(12)
    expect(all.at(-1)).toEqual({ reason: expect.stringContaining('Try again') })
  })
})

function pageText({ text, places }: Document, page: number): string {
  return text.slice(places[page - 1]?.start, places[page]?.start)
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” is not in ${JSON.stringify(text)}`)
  return { start, end: start + words.length }
}

/** Looked at by points of the page. */
async function pixelsOf({ picture, width }: DrawnPage) {
  const image = await loadImage(Buffer.from(picture))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const scale = image.width / width
  const area = (left: number, top: number, right: number, bottom: number) =>
    context.getImageData(
      Math.round(left * scale),
      Math.round(top * scale),
      Math.max(1, Math.round((right - left) * scale)),
      Math.max(1, Math.round((bottom - top) * scale)),
    ).data
  return {
    at: (x: number, y: number): number[] => [...area(x, y, x, y)].slice(0, 3),
    darkest: (...box: [number, number, number, number]): number => Math.min(...area(...box)),
  }
}
