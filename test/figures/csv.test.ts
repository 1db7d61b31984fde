import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/figures/csv.ts'
import { figuresOf } from '../../src/figures/sources.ts'
import type { Figures } from '../../src/reply.ts'
import { figuresReply } from '../support/random-figures.ts'
import { REPLIES } from '../support/replies.ts'

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true })
const rowsOf = (reply: Figures) => read(toCsv(reply))

/** Cells of these columns are numbers, which may be negative. */
const NUMBERS = new Set(['value', 'low', 'high'])

describe('the table for spreadsheets', () => {
  it('has a header, and a row a figure with ISO dates', () => {
    const rows = rowsOf(REPLIES.figures)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      line: '1',
      value: '12',
      relation: '>',
      wording: 'more than 12',
      counted: 'wells',
      event: 'built',
      from: '2022-01-01',
      to: '2022-12-31',
      says: 'the council',
      stance: 'claimed',
      labels: 'contradiction: contradicts line 2',
      published: '2023-04-02',
    })
  })

  it('begins with the mark by which spreadsheets know UTF-8, and ends its lines as RFC 4180 has it', () => {
    const csv = toCsv(REPLIES.figures)
    expect(csv.startsWith('\ufeffline,group,')).toBe(true)
    expect(csv.match(/\r\n/gu)).toHaveLength(3)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
  })

  it('reads back whatever the texts are', () => {
    fc.assert(
      fc.property(figuresReply, (reply) => {
        const rows = rowsOf(reply)
        const figures = figuresOf(reply)
        expect(rows).toHaveLength(figures.length)
        expect(rows.map((row) => [row['value'], row['low'], row['high']].map(Number))).toEqual(
          figures.map(({ amount }) =>
            amount.kind === 'range'
              ? [0, amount.low + 0, amount.high + 0]
              : [amount.value + 0, 0, 0],
          ),
        )
      }),
    )
  })

  it('has no cell that a spreadsheet runs', () => {
    fc.assert(
      fc.property(figuresReply, (reply) => {
        for (const row of rowsOf(reply))
          for (const [column, cell] of Object.entries(row)) {
            expect(NUMBERS.has(column) ? '' : cell).not.toMatch(/^[\s\ufeff]*[=+\-@\t\r]/u)
            expect(cell).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u)
          }
      }),
    )
  })
})
