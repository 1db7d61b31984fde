import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hit, QueryTerm } from '../../index/engines/passage-index.ts'
import { FOR_PASSAGES, idf } from '../../index/engines/bm25.ts'
import { PostingsIndex } from '../../index/engines/postings/postings-index.ts'
import {
  addAll,
  apply,
  changes,
  passage,
  type PassageOfWords,
  queries,
  query,
} from '../support/passage-index-contract.ts'
import { testEmbeddedIndex } from '../support/embedded-index-contract.ts'

testEmbeddedIndex('Postings', () => new PostingsIndex())

/** BM25 as the paper has it, over every passage. */
function scoreAll(there: readonly PassageOfWords[], asked: readonly QueryTerm[]): Hit[] {
  const { k1, b, heading } = FOR_PASSAGES
  const lengthOf = (one: PassageOfWords): number =>
    one.terms.length + heading * one.headingTerms.length
  const average = there.reduce((sum, one) => sum + lengthOf(one), 0) / there.length
  const weights = new Map<string, number>()
  for (const { term, weight } of asked) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  return there.flatMap((one) => {
    let score = 0
    for (const [term, weight] of weights) {
      const times =
        one.terms.filter((other) => other === term).length +
        heading * one.headingTerms.filter((other) => other === term).length
      if (times === 0) continue
      const having = there.filter((other) =>
        [...other.terms, ...other.headingTerms].includes(term),
      ).length
      const damping = k1 * (1 - b + (b * lengthOf(one)) / average)
      score += (weight * idf(having, there.length) * times) / (times + damping)
    }
    return score === 0 ? [] : [{ id: one.id, score }]
  })
}

describe('Postings', () => {
  it('scores as BM25 does, whatever was added and removed before', async () => {
    await fc.assert(
      fc.asyncProperty(
        changes,
        queries,
        fc.integer({ min: 1, max: 6 }),
        async (steps, asked, limit) => {
          const index = new PostingsIndex()
          const there = [...(await apply(index, steps)).values()]
          const expected = new Map(scoreAll(there, asked).map(({ id, score }) => [id, score]))
          const hits = index.search(asked, { limit })
          for (const { id, score } of hits) expect(score).toBeCloseTo(expected.get(id) ?? -1, 9)
          const best = [...expected.values()].sort((a, b) => b - a).slice(0, limit)
          expect(hits.map(({ score }) => score.toFixed(9))).toEqual(
            best.map((score) => score.toFixed(9)),
          )
        },
      ),
      { numRuns: 300, seed: 20_220_327 },
    )
  })

  it('finds the same best in a large set, where common words only score', async () => {
    const index = new PostingsIndex()
    const there = largeSet(3000)
    await addAll(index, there)
    const asked = query('common usual often rare7 rare19')
    const expected = scoreAll(there, asked).sort((a, b) => b.score - a.score || a.id - b.id)
    const hits = index.search(asked, { limit: 10 })
    expect(hits.map(({ id }) => id)).toEqual(expected.slice(0, 10).map(({ id }) => id))
  })

  it('does not read the postings of common words when rare ones decide', async () => {
    const index = new PostingsIndex()
    await addAll(index, largeSet(20_000))
    const read = (words: string): number => {
      index.search(query(words), { limit: 10 })
      const before = index.postingsRead
      index.search(query(words), { limit: 10 })
      return index.postingsRead - before
    }
    expect(read('common')).toBe(20_000)
    expect(read('common usual often rare7 rare19')).toBeLessThan(5000)
  })

  it('reads a bounded number of postings for a question of words that are everywhere', async () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ')
    const index = new PostingsIndex()
    await addAll(
      index,
      Array.from({ length: 9000 }, (_, id) => passage(id, `d${id % 9}`, words)),
    )
    index.search(query(words), { limit: 30 })
    const before = index.postingsRead
    expect(index.search(query(words), { limit: 30 })).toHaveLength(30)
    expect(index.postingsRead - before).toBeLessThan(8_000_000)
  })

  it('gives the room of removed documents back', async () => {
    const index = new PostingsIndex()
    for (let round = 0; round < 20; round++) {
      const first = round * 1000
      await addAll(
        index,
        Array.from({ length: 1000 }, (_, at) => passage(first + at, `d${round}`, 'well')),
      )
      if (round > 0) index.remove(`d${round - 1}`)
    }
    index.search(query('well'), { limit: 1 })
    const before = index.postingsRead
    expect(index.search(query('well'), { limit: 1 })).toEqual([
      { id: 19_000, score: expect.any(Number) },
    ])
    expect(index.postingsRead - before).toBeLessThan(3000)
  })
})

/** Every passage has one word, half another, a third a third; a few have a rare one. */
function largeSet(size: number): PassageOfWords[] {
  return Array.from({ length: size }, (_, id) =>
    passage(
      id,
      `d${id % 50}`,
      `common ${id % 2 === 0 ? 'usual' : 'other'} ${id % 3 === 0 ? 'often' : 'seldom'} rare${id % 200}` +
        ' filler'.repeat(id % 7),
    ),
  )
}
