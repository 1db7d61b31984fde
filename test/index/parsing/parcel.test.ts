import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../../index/engines/minisearch.ts'
import type { Document } from '../../../index/document.ts'
import { pack, unpack } from '../../../index/parsing/parcel.ts'
import type { Parsed } from '../../../index/parsing/parsed.ts'
import { documentOf } from '../../../index/readers/read.ts'
import { ColumnWriter } from '../../../index/snapshot/columns.ts'
import { VALLEY, documentFrom } from '../../support/library.ts'

const ROOM = 1e9
const stop = new AbortController().signal

const parcelOf = (documents: readonly Document[]): Buffer => {
  const parcel = pack({ documents, notes: [] }, ROOM)
  if (parcel === undefined) throw new Error('there was no room')
  return parcel
}

const corpusFrom = (parsed: Parsed): WholeCorpus => {
  const corpus = new WholeCorpus(makeMiniSearch)
  for (const { document, ...found } of parsed.documents ?? []) corpus.put(document, found)
  return corpus
}

/** All of a corpus, figures apart: those are packed where they come from a parcel. */
function contentOf(corpus: WholeCorpus): unknown {
  const columns = new ColumnWriter()
  const documents = [...corpus.documents.values()]
  const bare = new WholeCorpus(makeMiniSearch)
  for (const document of documents) bare.put(document)
  bare.save(columns)
  return {
    saved: Buffer.concat(columns.parts).toString('base64'),
    acronyms: [...corpus.acronyms],
    passages: [...corpus.passages.values()].map(({ document, ...rest }) => [document.id, rest]),
    hits: documents
      .flatMap(({ clean }) => clean.toLowerCase().split(/\P{L}+/u))
      .map((term) => [
        term,
        corpus.vocabulary.frequency(term),
        corpus.vocabulary.written(term),
        corpus.search([{ term, weight: 1 }], { limit: 20 }),
      ]),
    copies: documents.map(({ id }) => corpus.copiesOf(id)),
    figures: documents.map(({ id }) => corpus.figuresOf(id).map(({ quantity }) => quantity)),
  }
}

const WORDS =
  'well Wells œuvre Oss 3,744 U.N. L’armée co-operate (FAMa) Forces Armées Maliennes $5 n°7 “it 水 \u0301'.split(
    ' ',
  )
const texts = fc
  .array(
    fc
      .array(fc.constantFrom(...WORDS, '.', '\n\n', '# ', '- '), { minLength: 1, maxLength: 40 })
      .map((words) => words.join(' ')),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.flatMap((text, at) => documentOf(`${at}.md`, text, String(text.length)).document ?? []),
  )

describe('a parcel', () => {
  it('makes the corpus that its documents would make here', async () => {
    const valley = Object.entries(VALLEY).map(([name, text]) => documentFrom(name, text))
    await fc.assert(
      fc.asyncProperty(texts, async (documents) => {
        const here = new WholeCorpus(makeMiniSearch)
        here.add(documents)
        expect(contentOf(corpusFrom(await unpack(parcelOf(documents), stop)))).toEqual(
          contentOf(here),
        )
      }),
      { numRuns: 100, examples: [[valley], [[]], [[documentFrom('mark.txt', 'the \u0301')]]] },
    )
  })

  it('is a reason and nothing else when it was cut short or changed', async () => {
    const parcel = parcelOf([documentFrom('flood-june.md', VALLEY['flood-june.md'] ?? '')])
    await fc.assert(
      fc.asyncProperty(
        fc.nat(parcel.byteLength - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, change, cut) => {
          const damaged = Buffer.from(cut ? parcel.subarray(0, at) : parcel)
          if (!cut) damaged[at] = (damaged[at] ?? 0) ^ change
          const parsed = await unpack(damaged, stop)
          const { reason = 'damaged' } = { reason: undefined, ...parsed }
          expect(reason).toContain('damaged')
          // What still fits together can be indexed and taken out again.
          const corpus = corpusFrom(parsed)
          for (const id of corpus.documents.keys()) corpus.remove(id)
          expect(corpus.passages.size).toBe(0)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is refused when it would be larger than it may', () => {
    const documents = [documentFrom('flood-june.md', VALLEY['flood-june.md'] ?? '')]
    const { byteLength } = parcelOf(documents)
    expect(pack({ documents, notes: [] }, byteLength)?.byteLength).toBe(byteLength)
    expect(pack({ documents, notes: [] }, byteLength - 1)).toBeUndefined()
  })
})
