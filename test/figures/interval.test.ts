import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount, Relation } from '../../index/quantities/quantity.ts'
import { type Interval, intervalOf, isBelow, meet } from '../../src/figures/interval.ts'

const RELATIONS = ['≥', '>', '~', '≤', '<', '='] as const
const exact = (value: number): Amount => ({ kind: 'exact', value })

function interval(amount: Amount, relation?: Relation): Interval {
  const modifier = { start: 0, end: 0, wording: '' }
  return intervalOf({ amount, ...(relation && { modifier: { ...modifier, relation } }) })
}

describe('what a figure leaves room for', () => {
  it.each([
    [exact(300), '>', exact(203), undefined, false],
    [exact(300), '>', exact(203), '≥', true],
    [exact(300), '>', exact(300), undefined, false],
    [exact(300), '≥', exact(300), undefined, true],
    [exact(300), '~', exact(310), undefined, true],
    [exact(300), '~', exact(203), undefined, false],
    [exact(50), '≤', exact(60), '<', true],
    [exact(50), '≤', exact(60), '>', false],
    [{ kind: 'range', low: 60, high: 100 }, undefined, exact(80), undefined, true],
    [{ kind: 'range', low: 60, high: 100 }, undefined, exact(101), undefined, false],
    [{ kind: 'vague', value: 100 }, undefined, exact(700), undefined, true],
    [{ kind: 'vague', value: 100 }, undefined, exact(1000), undefined, false],
  ] as const)('%j %s and %j %s: %s', (one, relation, other, second, together) => {
    const [a, b] = [interval(one, relation), interval(other, second)]
    expect(meet(a, b)).toBe(together)
    expect(meet(b, a)).toBe(together)
  })

  it('is below, above or meets, and only one of them', () => {
    const any = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.option(fc.constantFrom(...RELATIONS)))
      .map(([value, relation]) => interval(exact(value), relation ?? undefined))
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect([isBelow(a, b), isBelow(b, a), meet(a, b)].filter(Boolean)).toHaveLength(1)
      }),
    )
  })
})
