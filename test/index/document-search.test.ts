import { beforeEach, describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Document } from '../../index/document.ts'
import { DocumentSearch } from '../eval/documents/document-search.ts'
import { MiniSearchIndex } from '../../index/engines/minisearch.ts'
import { documentOf } from '../../index/readers/read.ts'

const TEXTS: Readonly<Record<string, string>> = {
  'wells.txt':
    'Wells were dug beside the river. Each well has a pump.\n\nThe pump lasts ten years.',
  'pumps.txt': 'A pump lifts groundwater. Hand pumps are mended in the village.',
  'aquifer.txt': 'The aquifer is recharged by groundwater after the rains.',
  'market.txt': 'The market opens on Mondays. Traders sell grain there.',
  'roads.txt': 'The road to the market was paved. Traders use the road.',
}

const documentsOf = (names: readonly string[]): Document[] =>
  names.flatMap((name) => documentOf(name, TEXTS[name] ?? '', name).document ?? [])

describe('document search', () => {
  let corpus: WholeCorpus
  let search: DocumentSearch
  const find = async (
    text: string,
    options: { limit?: number; allows?: ReadonlySet<string> } = {},
  ): Promise<string[]> =>
    (await search.search(text, 'en', { limit: 10, ...options })).map(({ documentId }) => documentId)

  beforeEach(() => {
    corpus = new WholeCorpus(makeMiniSearch)
    corpus.add(documentsOf(Object.keys(TEXTS)))
    search = new DocumentSearch(corpus)
  })

  it('puts documents about the query first', async () => {
    expect((await find('wells by the river'))[0]).toBe('wells.txt')
    expect((await find('grain traders'))[0]).toBe('market.txt')
  })

  it('finds what shares no word with the query but many with what it finds', async () => {
    expect(await find('village pumps')).toContain('aquifer.txt')
  })

  it('finds nothing for words that no document has', async () => {
    expect(await find('parliament')).toEqual([])
    expect(await find('the of and')).toEqual([])
    expect(await find('')).toEqual([])
  })

  it('gives no more than asked for, and only what is allowed', async () => {
    expect(await find('pump', { limit: 1 })).toHaveLength(1)
    expect(await find('pump', { allows: new Set(['aquifer.txt']) })).toEqual([])
    expect(
      await find('market', {
        allows: new Set(Object.keys(TEXTS).filter((id) => id !== 'market.txt')),
      }),
    ).toEqual(['roads.txt'])
  })

  it('keeps up with documents that come, change and go', async () => {
    await find('market')
    corpus.remove('market.txt')
    expect(await find('grain')).toEqual([])
    corpus.add(documentsOf(['market.txt']))
    expect((await find('grain'))[0]).toBe('market.txt')
    const { document } = documentOf('market.txt', 'The market burnt down.', '')
    corpus.add(document === undefined ? [] : [document])
    expect(await find('grain')).toEqual([])
    expect((await find('burnt'))[0]).toBe('market.txt')
  })

  it('scores as a search does that has seen nothing but what is there', async () => {
    await find('market')
    corpus.remove('roads.txt')
    const fresh = new WholeCorpus(makeMiniSearch)
    fresh.add(documentsOf(Object.keys(TEXTS).filter((name) => name !== 'roads.txt')))
    const options = { limit: 10 }
    const expected = await new DocumentSearch(fresh).search('market pump', 'en', options)
    const found = await search.search('market pump', 'en', options)
    expect(found.map(({ documentId }) => documentId)).toEqual(
      expected.map(({ documentId }) => documentId),
    )
    for (const [at, { score }] of found.entries())
      expect(score).toBeCloseTo(expected[at]?.score ?? -1, 9)
  })

  it('works on any engine', async () => {
    search = new DocumentSearch(corpus, new MiniSearchIndex())
    expect((await find('wells by the river'))[0]).toBe('wells.txt')
  })
})
