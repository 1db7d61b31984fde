import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, compose } from '../../../index/clean/blocks.ts'
import { cellsOf } from '../../../index/clean/rows.ts'
import { original } from '../reading.ts'
import { documentFrom } from '../../support/library.ts'

const TEXT = 'Zone | Dry wells\nGao | 12\n'
const span = (words: string): { start: number; end: number } => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}
const ROW: Block = {
  kind: 'list',
  spans: [span('Gao | 12')],
  cells: [
    { heads: [[span('Zone')]], spans: [span('Gao')] },
    { heads: [[span('Dry wells')]], spans: [span('12')] },
  ],
}

describe('the row of a table in the reading text', () => {
  const { clean, map, paragraphs } = compose(TEXT, [ROW])

  it('has each cell behind its heads, which stand elsewhere', () => {
    expect(clean).toBe('Zone: Gao · Dry wells: 12')
    expect(paragraphs).toEqual([{ start: 0, end: clean.length, list: true, row: true }])
    expect(map.toText({ start: 0, end: clean.length })).toMatchObject(span('Gao | 12'))
    expect(
      map.pieces({ start: 0, end: clean.length }).map(({ start, end }) => TEXT.slice(start, end)),
    ).toEqual(['Zone', 'Gao', 'Dry wells', '12'])
  })

  it('is taken apart into its cells again', () => {
    const [row] = paragraphs
    const cells = row === undefined ? [] : cellsOf({ map }, row)
    const words = (part: { start: number; end: number } | undefined): string =>
      part === undefined ? '' : clean.slice(part.start, part.end)
    expect(cells.map(({ head, value }) => [words(head), words(value)])).toEqual([
      ['Zone', 'Gao'],
      ['Dry wells', '12'],
    ])
  })

  it('has the same cells however many heads and pieces they have', () => {
    const words = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(words, (shape) => {
        let text = ''
        const put = (): { start: number; end: number } => {
          const start = text.length
          text += 'word '
          return { start, end: start + 4 }
        }
        const cells = shape.map(([heads, height]) => ({
          heads: Array.from({ length: heads }, () => [put()]),
          spans: Array.from({ length: height }, () => {
            const start = text.length
            text += 'cell'
            return { start, end: text.length }
          }),
        }))
        const composed = compose(text, [{ kind: 'list', spans: [], cells }])
        // Blocks without words are left out.
        if (composed.paragraphs.length === 0) return
        const [row] = composed.paragraphs
        const found = row === undefined ? [] : cellsOf(composed, row)
        expect(found.map(({ head }) => head !== undefined)).toEqual(
          shape.map(([heads]) => heads > 0),
        )
      }),
    )
  })

  it('is the document’s own text, piece by piece', () => {
    const document = { ...documentFrom('wells.txt', 'Wells.'), text: TEXT, clean, map }
    expect(original(document, { start: 0, end: clean.length })).toBe(clean)
  })
})
