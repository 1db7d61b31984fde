import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engineFor, MOST_FOR_MINISEARCH } from '../../index/engines/engines.ts'
import { MiniSearchIndex } from '../../index/engines/minisearch.ts'
import { PostingsIndex } from '../../index/engines/postings/postings-index.ts'
import { ColumnReader, ColumnWriter } from '../../index/snapshot/columns.ts'
import { apply, changes, queries } from '../support/passage-index-contract.ts'

/** Sums are made in another order. */
const DIGITS = 9

describe('the embedded engines', () => {
  it('find the same passages with the same scores, whatever the limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        changes,
        queries,
        fc.integer({ min: 1, max: 9 }),
        async (steps, asked, limit) => {
          const [one, other] = [new MiniSearchIndex(), new PostingsIndex()]
          await apply(one, steps)
          await apply(other, steps)
          expect(scoresOf(one.search(asked, { limit: 1000 }))).toEqual(
            scoresOf(other.search(asked, { limit: 1000 })),
          )
          const least = one.search(asked, { limit }).map(({ score }) => score.toFixed(DIGITS))
          expect(least).toEqual(
            other.search(asked, { limit }).map(({ score }) => score.toFixed(DIGITS)),
          )
        },
      ),
      { numRuns: 150, seed: 20_220_327 },
    )
  })

  it('read what the other saved', async () => {
    await fc.assert(
      fc.asyncProperty(changes, queries, async (steps, asked) => {
        const [one, other] = [new MiniSearchIndex(), new PostingsIndex()]
        await apply(one, steps)
        await apply(other, steps)
        const [fromOther, fromOne] = [new MiniSearchIndex(), new PostingsIndex()]
        await fromOther.restore(saved(other))
        fromOne.restore(saved(one))
        const search = { limit: 1000 }
        expect(scoresOf(fromOther.search(asked, search))).toEqual(
          scoresOf(one.search(asked, search)),
        )
        expect(scoresOf(fromOne.search(asked, search))).toEqual(
          scoresOf(other.search(asked, search)),
        )
      }),
      { numRuns: 60, seed: 20_220_327 },
    )
  })

  it('are chosen by size when nobody chooses', async () => {
    const few = await engineFor('auto', MOST_FOR_MINISEARCH)
    expect(few).toBe(await engineFor('minisearch', MOST_FOR_MINISEARCH * 10))
    const many = await engineFor('auto', MOST_FOR_MINISEARCH + 1)
    expect(many).toBe(await engineFor('postings', 1))
    expect(few()).toBeInstanceOf(MiniSearchIndex)
    expect(many()).toBeInstanceOf(PostingsIndex)
  })
})

function scoresOf(hits: readonly { readonly id: number; readonly score: number }[]): unknown {
  return new Map(hits.map(({ id, score }) => [id, score.toFixed(DIGITS)]))
}

function saved(index: MiniSearchIndex | PostingsIndex): ColumnReader {
  const columns = new ColumnWriter()
  index.save(columns)
  return new ColumnReader(Buffer.concat(columns.parts))
}
