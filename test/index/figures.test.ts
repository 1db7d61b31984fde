import { describe, expect, it } from 'vitest'
import {
  FigureIndex,
  packQuantities,
  quantitiesOf,
  sliceOf,
} from '../../index/quantities/figure-index.ts'
import type { Context, Quantity } from '../../index/quantities/quantity.ts'
import { documentFrom } from '../support/library.ts'

const PAGE = `---
title: The mills
publisher: Grain Board
date: 2020-05-04
---

Two mills stood in Brenn.

## Wheat

Brenn has 14 barns. Of these 3 burnt.

### Rye

In Lund 9 barns stand.
`

/** Every run of digits. */
function digits(text: string): Quantity[] {
  return [...text.matchAll(/\d+/gu)].map(({ 0: written, index: start }) => {
    const span = { start, end: start + written.length }
    const value = Number(written)
    return {
      ...span,
      number: span,
      amount: { kind: 'exact', value },
      unit: { kind: 'count' },
      attribution: [],
      sentence: { start: 0, end: text.length },
    }
  })
}

describe('the figures of a document', () => {
  it('are those of its paragraphs, each with what is known around it', () => {
    const seen: Context[] = []
    const index = new FigureIndex((text, context) => {
      seen.push(context)
      return digits(text)
    })
    const figures = index.of(documentFrom('mills.md', PAGE))
    expect(figures.map((one) => sliceOf(one, one.quantity))).toEqual(['14', '3', '9'])
    expect(figures.map(({ heading }) => heading)).toEqual(['Wheat', 'Wheat', 'Wheat › Rye'])
    expect(figures[0]?.siblings).toEqual([figures[0], figures[1]])
    expect(seen.at(-1)).toEqual({
      language: 'en',
      title: 'The mills',
      heading: 'Wheat › Rye',
      published: '2020-05-04',
    })
  })

  it('are looked for once, and again when the document is another', () => {
    let runs = 0
    const index = new FigureIndex((text) => {
      runs++
      return digits(text)
    })
    const document = documentFrom('one.txt', 'Lund has 9 barns.')
    expect(index.of(document)).toBe(index.of(document))
    expect(runs).toBe(1)
    expect(index.of(documentFrom('one.txt', 'Lund has 8 barns.'))).toHaveLength(1)
    expect(runs).toBe(2)
    index.remove('one.txt')
    index.of(document)
    expect(runs).toBe(3)
  })

  it('are taken as found elsewhere, for the document that they were found in', async () => {
    const document = documentFrom('mills.md', PAGE)
    const packed = packQuantities(quantitiesOf(document, digits), () => true)
    if (packed === undefined) throw new Error('they fit')
    let runs = 0
    const index = new FigureIndex((text) => {
      runs++
      return digits(text)
    })
    index.put(document, packed)
    expect(index.of(document)).toEqual(new FigureIndex(digits).of(document))
    const sliced = new FigureIndex(digits)
    sliced.put(document, packed)
    await sliced.read(document)
    expect(sliced.of(document)).toEqual(index.of(document))
    expect(runs).toBe(0)
    expect(index.packed(document)).toBe(packed)
    const changed = documentFrom('mills.md', PAGE.replace('14', '15'))
    expect(index.packed(changed)).toBeUndefined()
    expect(index.of(changed)).toHaveLength(3)
    expect(runs).toBeGreaterThan(0)
  })

  it('of a crowded paragraph are kept whole', async () => {
    const counts = Array.from({ length: 1234 }, (_, at) => at).join(' and ')
    const document = documentFrom('list.txt', `A list\n\n${counts}\n\nThen 7 more.\n`)
    const packed = packQuantities(quantitiesOf(document, digits), () => true)
    if (packed === undefined) throw new Error('they fit')
    const [index, sliced] = [new FigureIndex(digits), new FigureIndex(digits)]
    for (const one of [index, sliced]) one.put(document, packed)
    await sliced.read(document)
    expect(index.of(document)).toHaveLength(1235)
    const own = (of: FigureIndex): Quantity[] => of.of(document).map(({ quantity }) => quantity)
    expect(own(sliced)).toEqual(own(new FigureIndex(digits)))
    expect(own(index)).toEqual(own(sliced))
  })

  it('read longest ago are let go of where that is too much, and found again', async () => {
    const [old, middle, young] = ['a.txt', 'b.txt', 'c.txt'].map((name) =>
      documentFrom(name, 'Lund has 9 barns.\n\nOss has 8 barns.\n'),
    )
    if (old === undefined || middle === undefined || young === undefined) throw new Error('three')
    const index = new FigureIndex(digits, 5)
    await index.read(old)
    await index.read(middle)
    const [ofOld, ofMiddle] = [index.of(old), index.of(middle)]
    // Read again, it is younger than the one beside it.
    await index.read(old)
    await index.read(young)
    index.letGo(3)
    expect(index.of(middle)).toBe(ofMiddle)
    index.letGo(1)
    expect(index.of(old)).toBe(ofOld)
    expect(index.of(middle)).not.toBe(ofMiddle)
    expect(index.of(middle)).toHaveLength(ofMiddle.length)
  })

  it('are given up when they take more than they may', () => {
    const document = documentFrom('mills.md', PAGE)
    let room = 300
    const fits = (length: number): boolean => (room -= length) >= 0
    expect(packQuantities(quantitiesOf(document, digits), fits)).toBeUndefined()
  })
})
