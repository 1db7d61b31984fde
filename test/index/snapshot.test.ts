import { withMiniSearch } from '../support/engine.ts'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { indexTerms } from '../../index/analyzer.ts'
import type { Document } from '../../index/document.ts'
import { engineFor } from '../../index/engines/engines.ts'
import { documentOf } from '../../index/readers/read.ts'
import { loadSnapshot, saveSnapshot } from '../../index/snapshot/snapshot.ts'

const WELLS = `---
title: Wells of the valley
publisher: Water Office
---
# Wells

The Valley Water Authority (VWA) dug 3,744 wells in 2021. “It’s enough,” said Ms. Keïta – for now.

## Costs

- Each well cost 900 dollars.
- The road beside it cost more.
`
const RIVER = 'La rivière a débordé. L’eau est montée de deux mètres — « du jamais vu ».'

const documentsOf = (...texts: readonly [string, string][]): Document[] =>
  texts.flatMap(([name, text]) => documentOf(name, text, name).document ?? [])

describe('a snapshot', () => {
  let folder: string
  let path: string
  let corpus: WholeCorpus
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshot-'))
    path = join(folder, 'corpus')
    corpus = new WholeCorpus(makeMiniSearch)
    corpus.add(
      documentsOf(['wells.md', WELLS], ['gone.txt', 'A well nobody needs.'], ['river.txt', RIVER]),
    )
    corpus.remove('gone.txt')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('gives the corpus back as it was', async () => {
    await saveSnapshot(path, corpus)
    const { corpus: back } = await loadSnapshot(path, withMiniSearch)
    expect(
      [...(back?.documents.values() ?? [])].map((one) => ({ ...one, map: one.map.runs })),
    ).toEqual([...corpus.documents.values()].map((one) => ({ ...one, map: one.map.runs })))
    const plain = (one?: WholeCorpus): object[] =>
      [...(one?.passages.values() ?? [])].map(({ document, ...rest }) => ({
        ...rest,
        of: document.id,
      }))
    expect(plain(back)).toEqual(plain(corpus))
    expect(back?.languages).toEqual(corpus.languages)
    expect([...(back?.acronyms ?? [])]).toEqual([...corpus.acronyms])
    expect(back?.vocabulary.size).toBe(corpus.vocabulary.size)
    expect(back?.vocabulary.frequency('well')).toBe(corpus.vocabulary.frequency('well'))
    expect(back?.vocabulary.written('keita')).toBe('Keïta')
    expect(back?.vocabulary.nearest('valleys', 1)).toEqual(corpus.vocabulary.nearest('valleys', 1))
    const asked = indexTerms('wells cost road', 'en').map((term) => ({ term, weight: 1 }))
    expect(await back?.search(asked, { limit: 9 })).toEqual(
      await corpus.search(asked, { limit: 9 }),
    )
  })

  it('goes on: documents come and go, and no number is given twice', async () => {
    await saveSnapshot(path, corpus)
    const { corpus: back } = await loadSnapshot(path, withMiniSearch)
    for (const one of [corpus, back]) {
      one?.add(documentsOf(['new.txt', 'The market opened.'], ['river.txt', 'The river fell.']))
      one?.remove('wells.md')
    }
    expect([...(back?.passages.keys() ?? [])]).toEqual([...corpus.passages.keys()])
    expect(back?.vocabulary.size).toBe(corpus.vocabulary.size)
    expect(back?.acronyms).toEqual(corpus.acronyms)
  })

  it.each(['minisearch', 'postings'] as const)('loads into %s what either saved', async (name) => {
    const found = async (from: WholeCorpus | undefined): Promise<unknown> =>
      from?.search([{ term: 'eau', weight: 1 }], { limit: 3 })
    for (const saver of ['minisearch', 'postings'] as const) {
      const saved = new WholeCorpus(await engineFor(saver, 0))
      saved.add(documentsOf(['river.txt', RIVER]))
      await saveSnapshot(path, saved)
      const { corpus: back } = await loadSnapshot(path, (count) => engineFor(name, count))
      expect(await found(back)).toHaveLength(1)
      await back?.use(await engineFor(saver, 0))
      expect(await found(back)).toEqual(await found(saved))
    }
  })

  it('keeps places, whatever their labels', async () => {
    const { document } = documentOf('table.txt', WELLS, 'hash')
    if (document === undefined) throw new Error('no document')
    const labels = [
      '1',
      'iv',
      'A-07',
      'Sheet1, row 12',
      'Sheet1, row 13',
      '0',
      '007',
      '12 of 9',
      '',
    ]
    const places = labels.map((label, start) => ({
      kind: start % 2 === 0 ? ('page' as const) : ('row' as const),
      label,
      start,
    }))
    const placed = new WholeCorpus(makeMiniSearch)
    placed.add([
      { ...document, places },
      { ...document, id: 'other', places: [] },
    ])
    await saveSnapshot(path, placed)
    const { corpus: back } = await loadSnapshot(path, withMiniSearch)
    expect(back?.documents.get('table.txt')?.places).toEqual(places)
    expect(back?.documents.get('other')?.places).toEqual([])
  })

  it('takes the place of the one before and leaves nothing else behind', async () => {
    await saveSnapshot(path, corpus)
    await saveSnapshot(path, new WholeCorpus(makeMiniSearch))
    expect((await loadSnapshot(path, withMiniSearch)).corpus?.documents.size).toBe(0)
    expect((await readdir(folder)).toSorted()).toEqual(['corpus', 'corpus.previous'])
    await expect(saveSnapshot(join(folder, 'no', 'such'), corpus)).rejects.toThrow('ENOENT')
  })

  it('says when it is missing, damaged or of another version', async () => {
    expect(await loadSnapshot(path, withMiniSearch)).toEqual({ reason: 'missing' })
    await saveSnapshot(path, corpus)
    const bytes = await readFile(path)
    const load = async (changed: Uint8Array): Promise<unknown> => {
      await writeFile(path, changed)
      return loadSnapshot(path, withMiniSearch)
    }
    const flipped = (at: number): Uint8Array =>
      bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
    expect(await load(flipped(bytes.length - 1))).toMatchObject({ reason: 'damaged' })
    expect(await load(flipped(0))).toMatchObject({ reason: 'damaged' })
    expect(await load(bytes.subarray(0, bytes.length - 3))).toMatchObject({ reason: 'damaged' })
    expect(await load(bytes.subarray(0, 5))).toMatchObject({ reason: 'damaged' })
    expect(await load(flipped(8))).toMatchObject({ reason: 'damaged' })
    const older = Buffer.from(bytes)
    older.writeUInt32LE(older.readUInt32LE(8) - 1, 8)
    older.writeUInt32LE(crc32(older.subarray(20), crc32(older.subarray(8, 16))), 16)
    expect(await load(older)).toEqual({ reason: 'other version' })
  })

  it('is of another version when its columns are others', async () => {
    await saveSnapshot(path, corpus)
    const bytes = await readFile(path)
    const shorter = Buffer.from(bytes.subarray(0, bytes.length - 64))
    shorter.writeUInt32LE(crc32(shorter.subarray(20), crc32(shorter.subarray(8, 16))), 16)
    await writeFile(path, shorter)
    expect(await loadSnapshot(path, withMiniSearch)).toEqual({ reason: 'other version' })
  })

  it('falls back on the one before when it is damaged', async () => {
    await saveSnapshot(path, corpus)
    await saveSnapshot(path, new WholeCorpus(makeMiniSearch))
    await writeFile(path, 'torn')
    expect((await loadSnapshot(path, withMiniSearch)).corpus?.documents.size).toBe(
      corpus.documents.size,
    )
    // The damaged one is aside: it is not put in the place of the good one.
    expect(await readdir(dirname(path))).toEqual([
      expect.stringContaining('corpus.damaged-'),
      'corpus.previous',
    ])
    expect((await loadSnapshot(path, withMiniSearch)).corpus?.documents.size).toBe(
      corpus.documents.size,
    )
  })
})
