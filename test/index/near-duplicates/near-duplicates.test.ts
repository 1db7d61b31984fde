import { withMiniSearch } from '../../support/engine.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../../index/engines/minisearch.ts'
import type { Document } from '../../../index/document.ts'
import { NearDuplicates } from '../../../index/near-duplicates/near-duplicates.ts'
import { ColumnReader, ColumnWriter } from '../../../index/snapshot/columns.ts'
import { read } from '../reading.ts'

const WORDS =
  'river bridge barge pilot market bread letter school winter harbour teacher garden lantern window copper saddle orchard thunder village carpenter'.split(
    ' ',
  )

/** A text of made-up sentences; the same number gives the same text. */
function article(number: number, length = 12): string[] {
  let state = number * 7919 + 13
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  return Array.from({ length }, () => {
    const words = Array.from({ length: 11 }, () => WORDS[next(WORDS.length)] ?? '')
    return `The ${words.join(' ')} again.`
  })
}

interface Edition {
  readonly story: number
  readonly cut: number
  readonly more: number
}

const documentOf = ({ story, cut, more }: Edition, at: number): Document =>
  read(
    [...article(story).slice(cut), ...article(100 + more, more === 0 ? 0 : 3)].join(' '),
    `${at}.txt`,
  )

const editions = fc.array(
  fc.record({
    story: fc.integer({ min: 1, max: 4 }),
    cut: fc.integer({ min: 0, max: 3 }),
    more: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 14 },
)

const indexOf = (documents: readonly Document[]): NearDuplicates => {
  const index = new NearDuplicates()
  for (const document of documents) index.add(document)
  return index
}

const groups = (index: NearDuplicates, documents: readonly Document[]): Record<string, unknown> =>
  Object.fromEntries(documents.map(({ id }) => [id, index.copiesOf(id)]))

describe('near-duplicates', () => {
  it('are the same from either side', () => {
    fc.assert(
      fc.property(editions, (all) => {
        const documents = all.map(documentOf)
        const index = indexOf(documents)
        for (const { id } of documents) {
          expect(index.copiesOf(id)).not.toContain(id)
          for (const other of documents) {
            expect(index.copiesOf(id).includes(other.id)).toBe(index.areCopies(id, other.id))
            expect(index.areCopies(id, other.id)).toBe(index.areCopies(other.id, id))
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are the same in whatever order documents come', () => {
    fc.assert(
      fc.property(
        editions.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
          ),
        ),
        ([all, order]) => {
          const documents = all.map(documentOf)
          const shuffled = order.flatMap((at) => documents[at] ?? [])
          expect(groups(indexOf(shuffled), documents)).toEqual(
            groups(indexOf(documents), documents),
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  it('are what they were when what was added is removed, and after saving', () => {
    fc.assert(
      fc.property(editions, editions, (kept, gone) => {
        const documents = kept.map(documentOf)
        const others = gone.map((one, at) => documentOf(one, 1000 + at))
        const index = indexOf(documents)
        const before = groups(index, documents)
        for (const document of others) index.add(document)
        index.copiesOf(documents[0]?.id ?? '')
        for (const { id } of others) index.remove(id)
        expect(groups(index, documents)).toEqual(before)
        expect(groups(restored(index, documents), documents)).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })

  it('find the stories that are one', () => {
    const documents = [1, 1, 2, 3, 3].map((story, at) =>
      documentOf({ story, cut: 0, more: at }, at),
    )
    expect(groups(indexOf(documents), documents)).toEqual({
      '0.txt': ['1.txt'],
      '1.txt': ['0.txt'],
      '2.txt': [],
      '3.txt': ['4.txt'],
      '4.txt': ['3.txt'],
    })
  })

  it('forget a text that is replaced', () => {
    const index = indexOf([1, 1].map((story, at) => documentOf({ story, cut: 0, more: 0 }, at)))
    expect(index.copiesOf('0.txt')).toEqual(['1.txt'])
    index.add(documentOf({ story: 2, cut: 0, more: 0 }, 1))
    expect(index.copiesOf('0.txt')).toEqual([])
    index.add(documentOf({ story: 1, cut: 0, more: 1 }, 1))
    expect(index.copiesOf('0.txt')).toEqual(['1.txt'])
  })

  it('hold out when documents come and go many times', () => {
    const index = new NearDuplicates()
    for (let round = 0; round < 300; round++)
      index.add(documentOf({ story: (round % 4) + 1, cut: 0, more: 0 }, round % 6))
    // The last of each name: stories 3 4 1 2 3 4.
    expect(index.copiesOf('0.txt')).toEqual(['4.txt'])
    expect(index.copiesOf('1.txt')).toEqual(['5.txt'])
    expect(index.copiesOf('2.txt')).toEqual([])
  })

  it('are found among thousands of one text without comparing them two by two', () => {
    const text = article(1).join(' ')
    const index = indexOf(Array.from({ length: 3000 }, (_, at) => read(text, `${at}.txt`)))
    const started = performance.now()
    expect(index.copiesOf('0.txt')).toHaveLength(2999)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('know no document that is not there', () => {
    const index = new NearDuplicates()
    expect(index.copiesOf('nowhere.txt')).toEqual([])
    expect(index.areCopies('nowhere.txt', 'elsewhere.txt')).toBe(false)
    index.remove('nowhere.txt')
  })

  it('are kept with a corpus', async () => {
    const documents = [1, 1, 2].map((story, at) => documentOf({ story, cut: 0, more: at }, at))
    const corpus = new WholeCorpus(makeMiniSearch)
    corpus.add(documents)
    expect(corpus.copiesOf('0.txt')).toEqual(['1.txt'])
    const columns = new ColumnWriter()
    corpus.save(columns)
    const back = await WholeCorpus.restore(
      new ColumnReader(Buffer.concat(columns.parts)),
      withMiniSearch,
    )
    expect(back.copiesOf('1.txt')).toEqual(['0.txt'])
    back.remove('0.txt')
    expect(back.copiesOf('1.txt')).toEqual([])
    expect(back.areCopies('0.txt', '1.txt')).toBe(false)
  })
})

function restored(index: NearDuplicates, documents: readonly Document[]): NearDuplicates {
  const columns = new ColumnWriter()
  index.save(columns)
  const back = new NearDuplicates()
  back.restore(
    new ColumnReader(Buffer.concat(columns.parts)),
    new Map(documents.map((document) => [document.id, document])),
  )
  return back
}
