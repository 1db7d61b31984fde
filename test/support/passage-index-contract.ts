/** What every engine promises, whatever its scores. Its test calls `testPassageIndex`. */
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Part, type PassageIndex, type QueryTerm } from '../../index/engines/passage-index.ts'
import { indexedDocument, type WrittenPassage } from './written-passages.ts'

export interface PassageOfWords extends WrittenPassage {
  readonly documentId: string
}

/** Adds passages of any documents, one document after another. */
export async function addAll(
  index: PassageIndex,
  passages: readonly PassageOfWords[],
): Promise<void> {
  for (const [id, own] of Map.groupBy(passages, ({ documentId: of }) => of))
    await index.add(indexedDocument(id, own))
  await index.settle()
}

/** A document is of one set in these tests, its own. */
export const setOf = (documentId: string): string => `of ${documentId}`

/** In these tests a passage has the same number everywhere. */
export const NAMES = {
  placeOf: (id: number) => id,
  idOf: (_: string, place: number) => place,
}

/** So many hits are all hits in these tests. */
export const ALL = 1000

export interface ContractOptions {
  /** How often what must hold for anything is tried; an engine that is far away takes longer. */
  readonly runs?: number
}

export function testPassageIndex(
  name: string,
  makeIndex: () => PassageIndex | Promise<PassageIndex>,
  { runs = 150 }: ContractOptions = {},
): void {
  describe(`${name} keeps the contract of engines`, () => {
    let index: PassageIndex
    const idsOf = async (words: string, limit = ALL): Promise<number[]> =>
      (await index.search(query(words), { limit })).map(({ id }) => id)

    beforeEach(async () => {
      index = await makeIndex()
    })

    it('finds nothing before anything is added', async () => {
      expect(await idsOf('well')).toEqual([])
    })

    it('finds every passage with one of the terms, and no other', async () => {
      await addAll(index, [
        passage(1, 'a', 'well road'),
        passage(2, 'a', 'river'),
        passage(3, 'b', 'road'),
      ])
      expect(new Set(await idsOf('well road'))).toEqual(new Set([1, 3]))
      expect(await idsOf('bridge')).toEqual([])
      expect(await idsOf('')).toEqual([])
    })

    it('finds what only a heading has, after what the text has', async () => {
      await addAll(index, [
        passage(1, 'a', 'river bank', 'well'),
        passage(2, 'a', 'well bank', 'river'),
      ])
      expect(await idsOf('well')).toEqual([2, 1])
    })

    it('puts the rarer term and the better covered passage first', async () => {
      await addAll(index, [
        passage(1, 'a', 'road sand stone'),
        passage(2, 'a', 'well sand stone'),
        passage(3, 'a', 'road well stone'),
        passage(4, 'b', 'road sand stone'),
        passage(5, 'b', 'road sand stone'),
      ])
      expect((await idsOf('road well')).slice(0, 2)).toEqual([3, 2])
    })

    it('counts a term by its weight, and one that is asked twice by the larger', async () => {
      await addAll(index, [passage(1, 'a', 'well sand'), passage(2, 'b', 'road sand')])
      const search = async (...terms: QueryTerm[]): Promise<number | undefined> =>
        (await index.search(terms, { limit: 1 }))[0]?.id
      expect(await search({ term: 'well', weight: 0.4 }, { term: 'road', weight: 1 })).toBe(2)
      expect(
        await search(
          { term: 'well', weight: 0.4 },
          { term: 'road', weight: 0.7 },
          { term: 'well', weight: 1 },
        ),
      ).toBe(1)
    })

    it('keeps equal passages in the order of their ids, however they came', async () => {
      await addAll(index, [passage(9, 'c', 'well'), passage(4, 'a', 'well')])
      await addAll(index, [passage(7, 'b', 'well')])
      expect(await idsOf('well')).toEqual([4, 7, 9])
      expect(await idsOf('well', 2)).toEqual([4, 7])
    })

    it('gives no more than asked for, and nothing when nothing is asked for', async () => {
      await addAll(
        index,
        [1, 2, 3].map((id) => passage(id, 'a', 'well')),
      )
      expect(await idsOf('well', 2)).toEqual([1, 2])
      expect(await idsOf('well', 0)).toEqual([])
    })

    it('filters before it limits', async () => {
      await addAll(index, [
        passage(1, 'a', 'well well'),
        passage(2, 'b', 'well'),
        passage(3, 'c', 'well'),
      ])
      const hits = await index.search(query('well'), { limit: 1, allows: onlyC })
      expect(hits.map(({ id }) => id)).toEqual([3])
      expect(await index.search(query('well'), { limit: 5, allows: new Set() })).toEqual([])
    })

    it('searches a part of the documents as if there were no others', async () => {
      await fc.assert(
        fc.asyncProperty(
          changes,
          queries,
          fc.uniqueArray(documentId),
          fc.integer({ min: 1, max: 8 }),
          async (steps, asked, ids, limit) => {
            const own = new Set<string>(ids)
            const whole = await makeIndex()
            const there = await apply(whole, steps)
            const inPart = [...there.values()].filter((one) => own.has(one.documentId))
            const alone = await makeIndex()
            await addAll(alone, inPart)
            const among = partOf(own)
            expect(await whole.search(asked, { limit, among })).toEqual(
              await alone.search(asked, { limit }),
            )
            const allows = beforeC
            expect(await whole.search(asked, { limit, among, allows })).toEqual(
              await alone.search(asked, { limit, allows }),
            )
            for (const { term } of asked) {
              const having = inPart.filter(({ terms }) => terms.includes(term))
              expect(await whole.count(term, among)).toEqual({
                inText: having.length,
                first: having[0]?.id,
              })
            }
          },
        ),
        { numRuns: runs, seed: 20_220_327 },
      )
    })

    it('counts anew once a part has changed', async () => {
      await addAll(index, [passage(1, 'a', 'well road'), passage(2, 'b', 'well')])
      const own = new Set<string>(['a'])
      const among = { version: 1, sets: [setOf('a')], has: (id: string) => own.has(id) }
      expect(await index.count('well', among)).toEqual({ inText: 1, first: 1 })
      own.add('b')
      among.version = 2
      among.sets = [setOf('a'), setOf('b')]
      expect(await index.count('well', among)).toEqual({ inText: 2, first: 1 })
      await addAll(index, [passage(3, 'b', 'well')])
      expect((await index.count('well', among)).inText).toBe(3)
      await index.remove('a')
      await index.settle()
      expect(await index.count('well', among)).toEqual({ inText: 2, first: 2 })
      expect(await index.search(query('road'), { limit: 5, among })).toEqual([])
    })

    it('removes every passage of a document, and only those', async () => {
      await addAll(index, [passage(1, 'a', 'well'), passage(2, 'b', 'well')])
      await addAll(index, [passage(3, 'a', 'well')])
      await index.remove('a')
      await index.settle()
      expect(await idsOf('well')).toEqual([2])
      await index.remove('a')
      await index.remove('never there')
      await index.settle()
      expect(await idsOf('well')).toEqual([2])
      await addAll(index, [passage(3, 'a', 'well')])
      expect(await idsOf('well')).toEqual([2, 3])
    })

    it('keeps terms that look like something else apart', async () => {
      const odd = ['constructor', '__proto__', 'a b', '3.5', 'été', '", OR *']
      await addAll(
        index,
        odd.map((term, id) => ({ id, documentId: 'a', terms: [term], headingTerms: [] })),
      )
      for (const [id, term] of odd.entries()) {
        const hits = await index.search([{ term, weight: 1 }], { limit: ALL })
        expect(hits.map((hit) => hit.id)).toEqual([id])
      }
    })

    it('after any adds and removes finds what is there, in order, whatever the limit', async () => {
      await fc.assert(
        fc.asyncProperty(
          changes,
          queries,
          fc.integer({ min: 1, max: 8 }),
          async (steps, asked, limit) => {
            const fresh = await makeIndex()
            const there = await apply(fresh, steps)
            const hits = await fresh.search(asked, { limit: ALL })
            const terms = new Set<string>(asked.map(({ term }) => term))
            const expected = [...there.values()]
              .filter((one) => [...one.terms, ...one.headingTerms].some((term) => terms.has(term)))
              .map(({ id }) => id)
            expect(new Set(hits.map(({ id }) => id))).toEqual(new Set(expected))
            expect(hits).toHaveLength(expected.length)
            expect(hits).toEqual([...hits].sort((a, b) => b.score - a.score || a.id - b.id))
            expect(await fresh.search(asked, { limit })).toEqual(hits.slice(0, limit))
            const inside = hits.filter(({ id }) => beforeC.has(there.get(id)?.documentId ?? ''))
            expect(await fresh.search(asked, { limit, allows: beforeC })).toEqual(
              inside.slice(0, limit),
            )
          },
        ),
        { numRuns: runs, seed: 20_220_327 },
      )
    })
  })
}

const onlyC = new Set(['c'])
const beforeC = new Set(['a', 'b'])

const partOf = (documentIds: ReadonlySet<string>): Part => ({
  version: 0,
  sets: [...documentIds].map(setOf),
  has: (id) => documentIds.has(id),
})

/** A passage of words. */
export function passage(
  id: number,
  documentId: string,
  words: string,
  headings = '',
): PassageOfWords {
  return { id, documentId, terms: split(words), headingTerms: split(headings) }
}

export function query(words: string): QueryTerm[] {
  return split(words).map((term) => ({ term, weight: 1 }))
}

const split = (words: string): string[] => words.split(' ').filter((word) => word !== '')

type Change = { readonly add: readonly Omit<PassageOfWords, 'id'>[] } | { readonly remove: string }

// Few words, some common and some rare, so that passages tie, share and differ.
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('road', 'well', 'river') },
  { weight: 1, arbitrary: fc.constantFrom('sand', 'stone', 'bridge', 'market', 'school') },
)
const documentId = fc.constantFrom('a', 'b', 'c', 'd')
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      add: fc.array(
        fc.record({
          documentId,
          terms: fc.array(word, { maxLength: 8 }),
          headingTerms: fc.array(word, { maxLength: 2 }),
        }),
        { maxLength: 6 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ remove: documentId }) },
)

export const changes = fc.array(change, { maxLength: 8 })
export const queries = fc.array(fc.record({ term: word, weight: fc.constantFrom(1, 0.75, 0.4) }), {
  minLength: 1,
  maxLength: 5,
})

/** Makes the changes; returns the passages that are there afterwards, by id. */
export async function apply(
  index: PassageIndex,
  steps: readonly Change[],
): Promise<Map<number, PassageOfWords>> {
  const there = new Map<number, PassageOfWords>()
  let next = 0
  for (const step of steps) {
    if ('remove' in step) {
      await index.remove(step.remove)
      await index.settle()
      for (const [id, one] of there) if (one.documentId === step.remove) there.delete(id)
      continue
    }
    const added = step.add.map(({ documentId: id, terms, headingTerms }) => ({
      id: next++,
      documentId: id,
      terms,
      headingTerms,
    }))
    await addAll(index, added)
    for (const one of added) there.set(one.id, one)
  }
  return there
}
