import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import type { Document } from '../../index/document.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { LANGUAGES } from '../../index/languages/packs.ts'
import { readFile } from '../../index/readers/read.ts'
import { marked, unmarked } from '../../index/snapshot/marked-spans.ts'

const ENGLISH =
  'The mayor of the town said that the wells would be open again before the rains, as they were in the spring of the year before.'
const FRENCH =
  'Le maire de la ville a dit que les puits seraient rouverts avant les pluies, comme ils l’étaient au printemps de l’année passée.'
const SPANISH =
  'El alcalde de la ciudad dijo que los pozos se abrirían de nuevo antes de las lluvias, como estaban en la primavera del año pasado.'

async function read(paragraphs: readonly string[], name = 'wells.txt'): Promise<Document> {
  const bytes = Buffer.from(paragraphs.join('\n\n'))
  const { documents: [document] = [] } = await readFile({ name, bytes })
  if (document === undefined) throw new Error('no document')
  return document
}

const languagesIn = ({ paragraphs, language }: Document): string[] =>
  paragraphs.map(({ language: own = language }) => own)

describe('a document in two languages', () => {
  it('is read with the words of each, paragraph by paragraph', async () => {
    const document = await read([ENGLISH, ENGLISH, FRENCH, ENGLISH, FRENCH])
    expect(languagesIn(document)).toEqual(['en', 'en', 'fr', 'en', 'fr'])
    expect(document.alsoIn).toEqual(['fr'])
    const corpus = new WholeCorpus(makeMiniSearch)
    corpus.add([document])
    expect([...corpus.languages].sort()).toEqual(['en', 'fr'])
    corpus.remove(document.id)
    expect([...corpus.languages]).toEqual([])
  })

  it('names a language whose words are not known, and reads it as its own', async () => {
    const document = await read([ENGLISH, ENGLISH, SPANISH, ENGLISH, SPANISH])
    expect(document.alsoIn).toEqual(['es'])
    expect(new Set(languagesIn(document))).toEqual(new Set(['en']))
  })

  it('is in one where the other is a line among many', async () => {
    const document = await read([...Array.from({ length: 20 }, () => ENGLISH), FRENCH])
    expect(document.alsoIn).toBeUndefined()
    expect(new Set(languagesIn(document))).toEqual(new Set(['en']))
  })

  it('believes its text and not its template', async () => {
    const page = `<html lang="fr"><head><title>Wells</title></head><body>${`<p>${ENGLISH}</p>`.repeat(4)}</body></html>`
    expect((await read([page], 'wells.html')).language).toBe('en')
  })
})

it('a paragraph is the same after it was kept as two numbers', () => {
  const paragraph = fc.record({
    start: fc.nat(2 ** 27 - 1),
    end: fc.nat(2 ** 27 - 1),
    list: fc.boolean(),
    row: fc.constantFrom(true as const, undefined),
    language: fc.constantFrom(...LANGUAGES, undefined),
  })
  fc.assert(
    fc.property(paragraph, ({ row, language, ...rest }) => {
      const one = { ...rest, ...(row && { row }), ...(language && { language }) }
      expect(unmarked(marked(one), one.end)).toEqual(one)
    }),
  )
})
