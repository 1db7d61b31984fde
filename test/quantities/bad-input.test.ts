import { describe, expect, it, vi } from 'vitest'
import { tokenize } from '../../index/quantities/numbers/tokens.ts'
import { attributions } from '../../index/quantities/speakers/attribution.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import { read, values } from './read.ts'

describe('bad input', () => {
  it.each([
    `${'9'.repeat(400)} boats`,
    '1,2,3,4',
    '12/13/14',
    '٣٤٥ boats',
    '12٣ boats',
    '1\u200b000 boats',
    '1\u00AD500 boats',
    '1\u2060000 boats',
  ])('leaves out what it cannot read', (text) => {
    expect(values(text)).toEqual([])
  })

  it('reads overlapping ranges without making one up', () => {
    const ranges = read('from 5 to 10 to 20 boats, 5-10-15 nets').filter(
      ({ quantity }) => quantity.amount.kind === 'range',
    )
    expect(ranges.map(({ value }) => value)).toEqual([[5, 10]])
  })

  it('takes ten thousand numbers in one sentence', () => {
    const text = `Boats: ${Array.from({ length: 10_000 }, (_, at) => `${at + 3000} nets`).join(', ')}.`
    expect(extractQuantities(text, { language: 'en' })).toHaveLength(10_000)
  })

  /** How often tokens are looked at: work, not time. */
  function work(text: string): number {
    const tokens = tokenize(text, 'en')
    let reads = 0
    const counted = new Proxy(tokens, {
      get(target, key, receiver): unknown {
        if (typeof key === 'string') reads++
        return Reflect.get(target, key, receiver)
      },
    })
    attributions(counted, 'en')
    return reads
  }

  it.each(['said X, ', ') said ', 'very said ', '“said ', 'according to ', 'and said the '])(
    'works in proportion to the text: %s',
    (piece) => {
      const [small, large] = [work(piece.repeat(500)), work(piece.repeat(2000))]
      expect(large).toBeLessThan(small * 5)
    },
  )

  it.each(['12 men and ', '5 - ', '(5%) ', '100 ', 'rose from 5 to ', 'hundred ', 'five of the '])(
    'looks at text in proportion to its length: %s',
    (piece) => {
      const spy = vi.spyOn(RegExp.prototype, 'test')
      const count = (text: string): number => {
        spy.mockClear()
        extractQuantities(text, { language: 'en' })
        return spy.mock.calls.length
      }
      const [small, large] = [count(piece.repeat(300)), count(piece.repeat(1200))]
      spy.mockRestore()
      expect(large).toBeLessThan(small * 5 + 100)
    },
  )
})
