import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from 'fastest-levenshtein'
import { Vocabulary } from '../../index/vocabulary.ts'

const vocabularyOf = (...terms: string[]): Vocabulary => {
  const vocabulary = new Vocabulary()
  for (const term of terms) vocabulary.add(term, 1, () => term)
  return vocabulary
}

describe('a vocabulary', () => {
  it('counts passages and forgets terms that none has any more', () => {
    const vocabulary = vocabularyOf('well', 'well', 'road')
    expect(vocabulary.frequency('well')).toBe(2)
    vocabulary.remove('well')
    vocabulary.remove('road')
    vocabulary.remove('never there')
    expect(vocabulary.frequency('well')).toBe(1)
    expect(vocabulary.frequency('road')).toBe(0)
    expect(vocabulary.size).toBe(1)
  })

  it('finds terms spelt alike, nearest first, then the more common', () => {
    const vocabulary = vocabularyOf('civilian', 'civilians', 'civilians', 'civilianx', 'military')
    expect(vocabulary.nearest('civillians', 3)).toEqual([
      { term: 'civilians', distance: 1 },
      { term: 'civilian', distance: 2 },
      { term: 'civilianx', distance: 2 },
    ])
  })

  it('knows terms that came and went since it was last asked', () => {
    const vocabulary = vocabularyOf('market')
    expect(vocabulary.nearest('markat', 3)).toHaveLength(1)
    vocabulary.add('markets', 1, () => 'markets')
    vocabulary.add('marcat', 1, () => 'marcat')
    expect(vocabulary.nearest('markat', 3).map(({ term }) => term)).toEqual(['marcat', 'market'])
    vocabulary.remove('marcat')
    expect(vocabulary.nearest('markat', 3).map(({ term }) => term)).toEqual(['market'])
  })

  it('gives numbers, short and endless words no neighbours', () => {
    const vocabulary = vocabularyOf('2022', 'the', 'a'.repeat(31))
    expect(vocabulary.nearest('2023', 3)).toEqual([])
    expect(vocabulary.nearest('thx', 3)).toEqual([])
    expect(vocabulary.nearest('a'.repeat(32), 3)).toEqual([])
  })

  it('misses no term that comparing with every one would find', () => {
    const word = fc.string({
      minLength: 4,
      maxLength: 10,
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', 'ж', 'A', '-'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), word, (terms, asked) => {
        const most = asked.length < 8 ? 1 : 2
        const expected = terms.filter(
          (term) =>
            term !== asked &&
            (term[0] === asked[0] || term[0] === asked[1]) &&
            distance(term, asked) <= most,
        )
        const found = vocabularyOf(...terms).nearest(asked, 100)
        expect(new Set(found.map(({ term }) => term))).toEqual(new Set(expected))
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
