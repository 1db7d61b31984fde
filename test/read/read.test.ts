/** A document as it is read: its own words in their order, the quote marked where it stands. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { readFile } from '../../index/readers/read.ts'
import { readDocument } from '../../src/read/read.ts'
import { quoteVersion } from '../../src/read/version.ts'
import { Reply } from '../../src/reply.ts'
import type { Block, Reading, Stretch } from '../../src/reply.ts'
import { verify } from '../../src/verify.ts'
import { askerOf, corpusOf, VALLEY } from '../support/library.ts'

const read = (corpus: WholeCorpus, document: string, more = {}): Promise<Reading> =>
  readDocument(corpus, { kind: 'read', document, ...more })

const stretchesOf = ({ blocks }: Reading): Stretch[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.stretch]
    return block.kind === 'table'
      ? block.rows.flatMap(({ cells }) => cells.map(({ stretch }) => stretch))
      : []
  })

const markedIn = (reading: Reading): string[] =>
  stretchesOf(reading).flatMap(({ text, marks }) =>
    marks.map(({ start, end }) => text.slice(start, end)),
  )

const headingsOf = ({ blocks }: Reading): [number, string][] =>
  blocks.flatMap((block): [number, string][] =>
    block.kind === 'heading' ? [[block.level, block.text]] : [],
  )

const TABLE = `# Stores

The stores of the valley were counted in May.

| Place | Sacks | Casks |
| --- | --- | --- |
| Oss | 41 | 7 |
| Tarwell | 12 | 19 |

Nothing else was counted.
`

/** A file as its own reader reads it. */
async function corpusRead(name: string, text: string): Promise<WholeCorpus> {
  const { documents = [] } = await readFile({ name, bytes: new TextEncoder().encode(text) })
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(documents)
  return corpus
}

describe('a document that is read', () => {
  it('has its headings by level and its paragraphs in order, each its own text', async () => {
    const corpus = corpusOf(VALLEY)
    const reading = await read(corpus, 'flood-april.md')
    expect(Reply.parse(reading)).toEqual(reading)
    expect(headingsOf(reading).map(([, text]) => text)).toEqual([
      'Flood bulletin',
      'Damage',
      'Relief',
    ])
    expect(headingsOf(reading).map(([level]) => level)).toEqual([1, 2, 2])
    const { text } = corpus.documents.get('flood-april.md') ?? { text: '' }
    const stretches = stretchesOf(reading)
    expect(stretches.length).toBeGreaterThan(2)
    for (const { start, end, text: own } of stretches) expect(text.slice(start, end)).toBe(own)
    expect(stretches.map(({ start }) => start)).toEqual(
      stretches.map(({ start }) => start).toSorted((a, b) => a - b),
    )
  })

  it('marks a quote where it stands, and only that', async () => {
    const corpus = corpusOf(VALLEY)
    const reply = await askerOf(corpus).ask('How many houses did the flood in Tarwell destroy?', {})
    const [quote] = reply.kind === 'answer' ? reply.quotes : []
    if (quote === undefined) throw new Error('no answer')
    const { start, end, text, citation } = quote
    const asked = { start, end, version: quoteVersion(text) }
    const reading = await read(corpus, citation.document, { quote: asked })
    expect(reading.quote).toMatchObject({ state: 'here', found: { text } })
    expect(markedIn(reading)).toEqual([text])
  })

  it('finds a quote that moved, and says when it is gone', async () => {
    const sentence = 'The ferry of Oss carries 40 people.'
    const before = corpusOf({ 'ferry.md': `# Ferry\n\n${sentence}\n` })
    const start = before.documents.get('ferry.md')?.text.indexOf(sentence) ?? 0
    const quote = { start, end: start + sentence.length, version: quoteVersion(sentence) }
    const moved = corpusOf({
      'ferry.md': `# Ferry\n\nIt was painted blue in May.\n\n${sentence}\n`,
    })
    const found = await read(moved, 'ferry.md', { quote })
    expect(found.quote).toMatchObject({ state: 'moved', found: { text: sentence } })
    expect(markedIn(found)).toEqual([sentence])
    const changed = corpusOf({ 'ferry.md': '# Ferry\n\nThe ferry of Oss carries 50 people.\n' })
    const gone = await read(changed, 'ferry.md', { quote })
    expect(gone.quote).toEqual({ state: 'gone' })
    expect(markedIn(gone)).toEqual([])
  })

  it.each([
    ['stores.md', TABLE],
    ['stores.csv', 'Place,Sacks,Casks\nOss,41,7\nTarwell,12,19\n'],
  ])('has the table of %s as a table, and a row that was quoted marked', async (name, file) => {
    const corpus = await corpusRead(name, file)
    const { id = '', text = '' } = [...corpus.documents.values()][0] ?? {}
    const start = text.indexOf('Tarwell')
    const reading = await read(corpus, id, { quote: { start, end: text.indexOf('19') + 2 } })
    const tables = reading.blocks.filter(
      (block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table',
    )
    expect(tables).toHaveLength(1)
    expect(tables[0]?.heads).toEqual(['Place', 'Sacks', 'Casks'])
    expect(
      tables[0]?.rows.map(({ marked, cells }) => [
        marked,
        ...cells.map(({ column, stretch }) => [column, stretch.text]),
      ]),
    ).toEqual([
      [false, [0, 'Oss'], [1, '41'], [2, '7']],
      [true, [0, 'Tarwell'], [1, '12'], [2, '19']],
    ])
  })

  it('tells who gives a figure', async () => {
    const reading = await read(corpusOf(VALLEY), 'flood-april.md')
    const figures = stretchesOf(reading).flatMap(({ text, figures: own }) =>
      own.map(({ start, end, who, what }) => ({ number: text.slice(start, end), who, what })),
    )
    expect(figures).toContainEqual({
      number: '412',
      what: '412 · houses · destroyed · Tarwell',
      who: 'the mayor',
    })
    expect(figures).toContainEqual({ number: '60', what: '60 · boats', who: 'River Watch' })
  })

  it('comes in parts that make up the whole, the one with the quote first', async () => {
    const sentences = Array.from(
      { length: 900 },
      (_, at) => `Boat number ${at} left the quay of Oss with grain and salt on board.`,
    )
    const corpus = corpusOf({ 'boats.md': `# Boats\n\n${sentences.join('\n\n')}\n` })
    const first = await read(corpus, 'boats.md')
    expect(first.parts).toBeGreaterThan(2)
    const all: string[] = []
    for (let part = 1; part <= first.parts; part++)
      all.push(...stretchesOf(await read(corpus, 'boats.md', { part })).map(({ text }) => text))
    expect(all).toEqual(sentences)
    const late = sentences[870] ?? ''
    const start = corpus.documents.get('boats.md')?.text.indexOf(late) ?? 0
    const found = await read(corpus, 'boats.md', { quote: { start, end: start + late.length } })
    expect(found.part).toBe(first.parts)
    expect(markedIn(found)).toEqual([late])
  })

  it('is not there for who may not see it, nor when there is none', async () => {
    await expect(read(corpusOf(VALLEY), 'other.md')).rejects.toMatchObject({ code: 'documents' })
  })

  it('takes any stretch, part and version without harm, and marks only what it finds', async () => {
    const corpus = corpusOf({ ...VALLEY, 'stores.md': TABLE })
    const documents = [...corpus.documents.keys()]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.nat({ max: 3000 }),
        fc.nat({ max: 400 }),
        fc.option(fc.nat({ max: 9 }), { nil: undefined }),
        fc.option(fc.string(), { nil: undefined }),
        async (document, start, length, part, version) => {
          const quote = { start, end: start + length, ...(version !== undefined && { version }) }
          const reading = await read(corpus, document, {
            quote,
            ...(part !== undefined && { part }),
          })
          expect(verify(reading, corpus.documents).reply).toEqual(reading)
          expect(reading.quote?.state === 'gone' && markedIn(reading).length > 0).toBe(false)
          for (const stretch of stretchesOf(reading))
            for (const { start: from, end } of [...stretch.marks, ...stretch.figures])
              expect(from < end && end <= stretch.text.length).toBe(true)
        },
      ),
    )
  })
})
