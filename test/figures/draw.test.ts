import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartOf } from '../../adapters/chart/chart.ts'
import { drawPng, drawSvg } from '../../adapters/chart/draw.ts'
import { breakLines, widthOf } from '../../adapters/chart/text-width.ts'
import type { Figures } from '../../src/reply.ts'
import { figuresReply, text } from '../support/random-figures.ts'
import { figure, REPLIES } from '../support/replies.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47]

/** Figures of one value each. */
function counts(...values: readonly number[]): Figures {
  const [group] = REPLIES.figures.groups
  if (group === undefined) throw new Error('no group')
  const lines = values.map((value, at) => ({
    line: at + 1,
    figures: [
      figure(String(value), `There are ${value} boats.`, { amount: { kind: 'exact', value } }),
    ],
    labels: [],
  }))
  return { ...REPLIES.figures, groups: [{ ...group, lines }] }
}

describe('the chart', () => {
  it('is a picture of the size it was laid out in', async () => {
    const png = Buffer.from(await drawPng(REPLIES.figures))
    expect([...png.subarray(0, 4)]).toEqual(PNG)
    const { height, padding } = chartOf(REPLIES.figures)
    expect(png.readUInt32BE(16)).toBe(2 * (1000 + 2 * Number(padding)))
    expect(png.readUInt32BE(20)).toBe(2 * (Number(height) + 2 * Number(padding)))
  })

  it('tells a screen reader what it shows', async () => {
    const svg = await drawSvg(REPLIES.figures)
    expect(svg).toMatch(/^<svg role="img"/u)
    expect(svg).toContain(`<desc>${REPLIES.figures.description}</desc>`)
    // Letters are shapes: it looks the same where the font is missing.
    expect(svg).not.toContain('<text')
  })

  it('has an axis from zero, and says when it is logarithmic', () => {
    const near = JSON.stringify(chartOf(counts(200, 300)))
    expect(near).toContain('"domain":[0,300]')
    expect(near).not.toContain('logarithmic')
    const far = JSON.stringify(chartOf(counts(2, 3_000_000)))
    expect(far).toContain('"type":"log"')
    expect(far).toContain('logarithmic scale')
  })

  it('names the lines that are not drawn', () => {
    const many = counts(...Array.from({ length: 60 }, (_, at) => at + 1))
    expect(JSON.stringify(chartOf(many))).toContain('20 more not drawn.')
  })

  it('leaves out, and says so, what no axis can hold', async () => {
    const chart = chartOf(counts(Number.MAX_VALUE, -5e-324, 200, Number.POSITIVE_INFINITY))
    expect(JSON.stringify(chart)).toContain('3 more not drawn.')
    expect([...(await drawPng(counts(1e-9, 1e18, -1e18))).subarray(0, 4)]).toEqual(PNG)
    expect([...(await drawPng(counts(1e-9, 1e18))).subarray(0, 4)]).toEqual(PNG)
  })

  it('is drawn whatever the figures and the texts', async () => {
    await fc.assert(
      fc.asyncProperty(figuresReply, async (reply) => {
        expect([...(await drawPng(reply)).subarray(0, 4)]).toEqual(PNG)
        const svg = await drawSvg(reply)
        expect(svg).not.toContain('<script')
        expect(svg).not.toMatch(/NaN|Infinity/u)
      }),
      // A failure is told as it is: each chart takes so long that shrinking would hide it.
      { numRuns: 8, endOnFailure: true },
    )
  })
})

describe('lines of a chart', () => {
  it('keep to their width and number', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 40, max: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, most) => {
          const lines = breakLines(words, width, 12, most)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
