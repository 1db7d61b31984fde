import { describe, expect, it } from 'vitest'
import { readNumeral } from '../../index/quantities/numbers/numerals.ts'
import { read, values } from './read.ts'

describe('numbers in digits', () => {
  it.each([
    ['1,234', '.', 1234],
    ['1.234', '.', 1.234],
    ['1,234', ',', 1.234],
    ['1.234', ',', 1234],
    ['4,15,548', '.', 415_548],
    ["1'250'000", '.', 1_250_000],
    ['12,5', ',', 12.5],
    ['2½', '.', 2.5],
  ] as const)('%s with the decimal mark %s is %d', (text, mark, value) => {
    expect(readNumeral(text, mark)).toBe(value)
  })

  it.each(['1,2,3,4', '1.2.3', '007', '٣٤', '9'.repeat(400), '1,23,45'])(
    '%s is not read',
    (text) => {
      expect(readNumeral(text, '.')).toBeUndefined()
    },
  )

  it('joins groups parted by spaces', () => {
    expect(values('They counted 1 700 000 birds and 3 744 nests.')).toEqual([1_700_000, 3744])
  })

  it('multiplies', () => {
    expect(values('They gave $14M, then 5.2bn euros and 1.3 million dollars.')).toEqual([
      14_000_000, 5_200_000_000, 1_300_000,
    ])
  })
})

describe('numbers in words', () => {
  it.each([
    ['Some two hundred and fifty-four boats sank.', 254],
    ['Twenty-one boats sank.', 21],
    ['Half a million boats sank.', 500_000],
    ['Two and a half million boats sank.', 2_500_000],
    ['Two dozen boats sank.', 24],
  ])('%s', (text, value) => {
    expect(values(text)).toEqual([value])
  })

  it.each([
    ['Quatre-vingt-dix-sept bateaux ont coulé.', 97],
    ['Deux cent cinquante et un bateaux ont coulé.', 251],
    ['Soixante et onze bateaux ont coulé.', 71],
    ['Trois mille bateaux ont coulé.', 3000],
  ])('%s', (text, value) => {
    expect(values(text, 'fr')).toEqual([value])
  })

  it('reads magnitudes as vague', () => {
    const [one, two] = read('Hundreds of boats and tens of thousands of nets were lost.')
    expect(one?.quantity.amount).toEqual({ kind: 'vague', value: 100 })
    expect(two?.quantity.amount).toEqual({ kind: 'vague', value: 10_000 })
  })

  it('does not take "one" for a figure where it is a pronoun', () => {
    expect(values('One sailor told us that no one knew.')).toEqual([])
    expect(values('At least one sailor drowned.')).toEqual([1])
  })
})

describe('ranges, ratios and percentages', () => {
  it.each([
    ['60 to 100 boats', [60, 100]],
    ['between 30 and 35 boats', [30, 35]],
    ['5-10% of boats', [5, 10]],
    ['2 to 3 million boats', [2_000_000, 3_000_000]],
  ])('%s', (text, value) => {
    expect(values(text)).toEqual([value])
  })

  it('makes no range that runs backwards', () => {
    expect(values('10-5 boats')).not.toContainEqual([10, 5])
  })

  it('reads ratios with both their numbers', () => {
    const found = read('Three out of four boats and one in five nets; two-thirds of sails.')
    expect(found.map(({ quantity }) => quantity.unit)).toMatchObject([
      { kind: 'ratio', part: 3, whole: 4 },
      { kind: 'ratio', part: 1, whole: 5 },
      { kind: 'ratio', part: 2, whole: 3 },
    ])
  })

  it('reads percent signs and words', () => {
    const found = read(
      'Of boats 12.5% leak, 40 per cent drift, and losses fell 5 percentage points.',
    )
    expect(found.map(({ value, unit }) => [value, unit])).toEqual([
      [12.5, 'percent'],
      [40, 'percent'],
      [5, 'percent'],
    ])
    expect(read('Près de 12,5 % des bateaux', { language: 'fr' })).toMatchObject([
      { value: 12.5, unit: 'percent', counted: 'bateaux', modifier: '~ Près de' },
    ])
  })
})
