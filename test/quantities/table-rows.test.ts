import { describe, expect, it } from 'vitest'
import { type RowCell, rowQuantities } from '../../index/quantities/table-rows.ts'

/** Cells as "head: value"; one without a head is its value alone. */
function figures(row: string, language: 'en' | 'fr' = 'en'): Record<string, unknown>[] {
  const cells: RowCell[] = []
  let at = 0
  for (const cell of row.split(' · ')) {
    const [head, value = cell] = cell.includes(': ') ? cell.split(': ') : []
    const end = at + cell.length
    cells.push({
      value: { start: end - value.length, end },
      ...(head !== undefined && { head: { start: at, end: at + head.length } }),
    })
    at = end + 3
  }
  return rowQuantities(row, cells, { language }).map(
    ({ amount, unit, counted, place, period, event }) => ({
      value: amount.kind === 'exact' ? amount.value : undefined,
      unit: unit.kind,
      counted: counted && row.slice(counted.start, counted.end),
      ...(place !== undefined && { place: place.wording }),
      ...(period?.from !== undefined && { from: period.from }),
      ...(event !== undefined && { event: event.kind }),
    }),
  )
}

describe('the figures of a row', () => {
  it('count what the heads of their column say, in the place of the row', () => {
    expect(figures('District: Gao · Dry wells: 1,200 · Wells dug in 2020: 37')).toEqual([
      { value: 1200, unit: 'count', counted: 'Dry wells', place: 'Gao' },
      { value: 37, unit: 'count', counted: 'Wells dug in 2020', place: 'Gao', from: '2020-01-01' },
    ])
  })

  it('count what the row says, in the place of the column, under an empty corner', () => {
    expect(figures('Deaths · Gao: 5 · Kidal: 0')).toEqual([
      { value: 5, unit: 'count', counted: 'Deaths', place: 'Gao', event: 'killed' },
      { value: 0, unit: 'count', counted: 'Deaths', place: 'Kidal', event: 'killed' },
    ])
  })

  it('count what an indicator is, where the column only says that it is a value', () => {
    expect(figures('day: 2024-05-01 · indicator: wells_dry · value: 12 · report_no: 7')).toEqual([
      { value: 12, unit: 'count', counted: 'wells_dry', from: '2024-05-01' },
    ])
  })

  it.each([
    ['a share', 'Zone: Gao · Share of wells (%): 22,4', { value: 22.4, unit: 'percent' }],
    ['a share in the cell', 'Zone: Gao · Coverage: 41.5%', { value: 41.5, unit: 'percent' }],
    ['money', 'Zone: Gao · Cost (USD): 300', { value: 300, unit: 'currency' }],
    ['thousands', 'Zone: Gao · Population (thousands): 12', { value: 12_000 }],
    ['groups by spaces', 'Zone: Gao · Contacts seen: 5 920', { value: 5920 }],
    ['a share in brackets', 'Zone: Gao · Cases: 38 (90.5%)', { value: 38, unit: 'count' }],
  ])('read %s', (_, row, expected) => {
    expect(figures(row, row.includes(',4') ? 'fr' : 'en')).toMatchObject([expected])
  })

  it.each([
    ['several numbers in one cell', 'Zone: Gao · Wells: 78.4 76.6'],
    ['codes and dates', 'Zone: Gao · Zone code: 1204 · Date: 2024-05-01 · Year: 2024'],
    ['no heads', 'Gao · 12 · 40'],
    ['a head that says nothing', 'Zone: Gao · Value: 12'],
  ])('are none where there are %s', (_, row) => {
    expect(figures(row)).toEqual([])
  })
})
