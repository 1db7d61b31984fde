import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Look } from '../../../adapters/terminal/look.ts'
import { renderReply } from '../../../adapters/terminal/render.ts'
import { columnsIn } from '../../../adapters/terminal/wrap.ts'
import type { Figures } from '../../../src/reply.ts'
import { figuresReply } from '../../support/random-figures.ts'
import { REPLIES } from '../../support/replies.ts'

const plain = (width = 100): Look => ({ width, style: (_formats, text) => text })
const linesOf = (reply: Figures, width?: number) =>
  renderReply(reply, plain(width)).trimEnd().split('\n')

describe('figures', () => {
  it('stand in a table, conflicts marked, the quotes below', () => {
    const lines = linesOf(REPLIES.figures)
    expect(lines.slice(0, 5).map((line) => line.replace(/ {2,}/gu, ' | '))).toEqual([
      'dug · Kelani',
      '1 | more than 12 | wells, dug | the council (claims) | 2022 | [1]',
      '2 | 7 | wells | Field Office | published | [2]',
      ' | 2023-04-02',
      ' | ≠ They disagree: more than 12 (the council claims) and 7 (Field Office)',
    ])
    expect(lines.at(-1)).toBe('[1, 2] The harvest report · Field Office · 2023-04-02')
    expect(lines).toContain('│ In 2022 the council claimed more than 12 wells in Kelani. [1]')
  })

  it('have the figure of every quote in bold', () => {
    const bold: string[] = []
    renderReply(REPLIES.figures, {
      width: 100,
      style: (formats, text) => {
        if (formats.includes('bold')) bold.push(text)
        return text
      },
    })
    expect(bold.filter((text) => text === 'more than 12')).toHaveLength(2)
  })

  it('stand below one another in a narrow window', () => {
    const lines = linesOf(REPLIES.figures, 40)
    expect(lines[1]).toBe('1     more than 12')
    expect(lines[2]).toBe('      wells, dug · the council (claims)')
  })

  it('keep to the width, addresses aside', () => {
    fc.assert(
      fc.property(figuresReply, fc.integer({ min: 20, max: 120 }), (reply, width) => {
        const lines = linesOf(reply, width)
        const table = lines.slice(
          0,
          lines.findIndex((line) => line.startsWith('│')),
        )
        for (const line of table) expect(columnsIn(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
