import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CleanText } from '../../index/offset-map.ts'

describe('the map from a reading text to the original', () => {
  it('knows what was left out', () => {
    const text = 'The wells,1 were dry.'
    const out = new CleanText(text)
    out.keep(0, 10)
    out.keep(11, text.length)
    const { clean, map } = out.finish()
    expect(clean).toBe('The wells, were dry.')
    expect(map.toText({ start: 0, end: clean.length })).toEqual({
      start: 0,
      end: text.length,
      omitted: [{ start: 10, end: 11 }],
    })
    expect(map.toText({ start: 4, end: 10 })).toEqual({ start: 4, end: 10, omitted: [] })
    expect(map.toText({ start: 11, end: 15 })).toEqual({ start: 12, end: 16, omitted: [] })
  })

  it('joins neighbouring stretches, and puts no separator into a quote', () => {
    const out = new CleanText('abcdef')
    out.keep(0, 2)
    out.keep(2, 3)
    out.separate('\n\n')
    out.keep(3, 6)
    const { clean, map } = out.finish()
    expect(clean).toBe('abc\n\ndef')
    expect(map.toText({ start: 0, end: 8 })).toEqual({ start: 0, end: 6, omitted: [] })
    expect(map.toText({ start: 5, end: 6 })).toEqual({ start: 3, end: 4, omitted: [] })
  })

  it('of nothing is nothing', () => {
    const { clean, map } = new CleanText('').finish()
    expect(clean).toBe('')
    expect(map.toText({ start: 0, end: 0 })).toEqual({ start: 0, end: 0, omitted: [] })
  })

  it('gives back every span of every text', () => {
    const pieces = fc.array(
      fc.record({ text: fc.string({ minLength: 1, maxLength: 8 }), kept: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (all, one, other) => {
        const text = all.map((piece) => piece.text).join('')
        const out = new CleanText(text)
        let at = 0
        for (const piece of all) {
          if (piece.kept) out.keep(at, at + piece.text.length)
          at += piece.text.length
        }
        const { clean, map } = out.finish()
        if (clean === '') return
        const [start, end] = [one % clean.length, other % clean.length].sort((a, b) => a - b)
        const span = { start: start ?? 0, end: (end ?? 0) + 1 }
        const found = map.toText(span)
        let quoted = ''
        let from = found.start
        for (const cut of found.omitted) {
          quoted += text.slice(from, cut.start)
          from = cut.end
        }
        expect(quoted + text.slice(from, found.end)).toBe(clean.slice(span.start, span.end))
      }),
    )
  })
})
