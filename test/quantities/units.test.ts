import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

describe('units', () => {
  it.each([
    ['They paid US$ 5 million.', 5_000_000, 'USD'],
    ['They paid 12 Swiss francs.', 12, 'CHF'],
    ['They paid SYP 1,983 per kg.', 1983, 'SYP'],
    ['They paid 75 USD million.', 75_000_000, 'USD'],
    ['It weighs 37.2 kg.', 37.2, 'kilogram'],
    ['It covers 1.8 million hectares.', 1_800_000, 'hectare'],
    ['It runs 40 km/h.', 40, 'kilometre-per-hour'],
    ['It was 40 degrees Celsius.', 40, 'degree-celsius'],
    ['It lasted six months.', 6, 'month'],
    ['Profits are five times larger.', 5, 'multiple'],
  ])('%s', (text, value, unit) => {
    expect(read(text)).toMatchObject([{ value, unit }])
  })

  it('tells ages from spans of time', () => {
    const [girl, span] = read('A 14-year-old girl sailed for 12 days.')
    expect(girl?.quantity.unit).toMatchObject({ kind: 'age', name: 'year' })
    expect(girl?.counted).toBe('girl')
    expect(span?.quantity.unit).toMatchObject({ kind: 'duration', name: 'day' })
  })

  it('keeps what a price is for each', () => {
    const text = 'Rice costs 1,983 SYP per kg.'
    const [one] = read(text)
    const per = one?.quantity.unit.per
    expect(text.slice(per?.start, per?.end)).toBe('per kg')
  })

  it('shares a unit along a list', () => {
    expect(read('Rice cost 20, 30 and 40 SYP per kg.').map(({ unit }) => unit)).toEqual([
      'SYP',
      'SYP',
      'SYP',
    ])
  })

  it.each([
    ['Ils ont reçu 5 millions d’euros.', 5_000_000, 'EUR'],
    ['Ils ont reçu 12 francs suisses.', 12, 'CHF'],
    ['Ils ont reçu 3 tonnes de riz.', 3, 'tonne'],
  ])('%s', (text, value, unit) => {
    expect(read(text, { language: 'fr' })).toMatchObject([{ value, unit }])
  })
})
