/** What every engine in this process promises besides. Its test calls `testEmbeddedIndex`. */
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedIndex } from '../../index/engines/passage-index.ts'
import { readSaved, type SavedIndex, writeSaved } from '../../index/engines/saved.ts'
import { ColumnReader, ColumnWriter } from '../../index/snapshot/columns.ts'
import {
  addAll,
  ALL,
  apply,
  changes,
  passage,
  queries,
  query,
  testPassageIndex,
} from './passage-index-contract.ts'

export function testEmbeddedIndex(name: string, makeIndex: () => EmbeddedIndex): void {
  testPassageIndex(name, makeIndex)

  describe(`${name} keeps the contract of embedded engines`, () => {
    let index: EmbeddedIndex
    const idsOf = (words: string): number[] =>
      index.search(query(words), { limit: ALL }).map(({ id }) => id)

    beforeEach(() => {
      index = makeIndex()
    })

    it('takes an id only once, and then nothing of what came with it', async () => {
      await addAll(index, [passage(1, 'a', 'well')])
      await expect(
        addAll(index, [passage(2, 'b', 'well'), passage(1, 'b', 'road')]),
      ).rejects.toThrow(RangeError)
      await expect(
        addAll(index, [passage(5, 'b', 'well'), passage(5, 'b', 'road')]),
      ).rejects.toThrow(RangeError)
      expect(idsOf('well road')).toEqual([1])
    })

    it('is the same after it was saved and restored, and goes on from there', async () => {
      await fc.assert(
        fc.asyncProperty(changes, queries, async (steps, asked) => {
          const [saved, restored] = [makeIndex(), makeIndex()]
          await apply(saved, steps)
          // What a restored engine held before is gone.
          await addAll(restored, [passage(1, 'old', 'road well river')])
          await restored.restore(throughBytes(saved))
          const search = { limit: ALL }
          expect(restored.search(asked, search)).toEqual(saved.search(asked, search))
          for (const one of [saved, restored]) {
            one.remove('b')
            await addAll(one, [passage(ALL, 'b', 'road bridge'), passage(ALL + 1, 'e', 'well')])
          }
          const after = restored.search(asked, search)
          expect(after).toEqual(saved.search(asked, search))
          await expect(addAll(restored, [passage(ALL, 'c', 'road')])).rejects.toThrow(RangeError)
        }),
        { numRuns: 60, seed: 20_220_327 },
      )
    })

    it('refuses what no engine saved', async () => {
      const columns = new ColumnWriter()
      columns.json({ name: 'another' })
      await expect((async () => await index.restore(readerOf(columns)))()).rejects.toThrow(
        'another',
      )
    })

    it('refuses columns that do not go together', async () => {
      await addAll(index, [passage(1, 'a', 'well road'), passage(2, 'b', 'well', 'river')])
      const saved = readSaved(throughBytes(index))
      const damaged: readonly Partial<SavedIndex>[] = [
        { terms: saved.terms.slice(1) },
        { terms: saved.terms.map(() => 'well') },
        { lengths: saved.lengths.map((length) => length + 1) },
        { data: saved.data.map((value) => value + 512) },
        { ids: saved.ids.fill(7) },
        { inText: saved.inText.slice(1) },
        { documents: saved.documents.map(() => 9) },
        { documents: saved.documents.map(() => 0) },
      ]
      for (const part of damaged) {
        const columns = new ColumnWriter()
        writeSaved(columns, { ...readSaved(throughBytes(index)), ...part })
        await expect((async () => await makeIndex().restore(readerOf(columns)))()).rejects.toThrow(
          RangeError,
        )
      }
    })
  })
}

function throughBytes(index: EmbeddedIndex): ColumnReader {
  const columns = new ColumnWriter()
  index.save(columns)
  return readerOf(columns)
}

const readerOf = (columns: ColumnWriter): ColumnReader =>
  new ColumnReader(Buffer.concat(columns.parts))
