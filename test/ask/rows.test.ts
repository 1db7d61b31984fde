import { expect, it } from 'vitest'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { readFile } from '../../index/readers/read.ts'
import { isVerbatim } from '../../src/verify.ts'
import { askerOf } from '../support/library.ts'

const TABLE = `Zone,Report,Dry wells,Full wells
Gao,1,12,40
Kidal,1,3,9
Gao,2,14,38
Kidal,2,5,7
Menaka,2,8,2
`
const corpus = new WholeCorpus(makeMiniSearch)
const { documents = [] } = await readFile({ name: 'wells.csv', bytes: Buffer.from(TABLE) })
corpus.add(documents)
const asker = askerOf(corpus)

it.each([
  [
    'How many dry wells are there in Menaka?',
    'Zone: Menaka · Report: 2 · Dry wells: 8 · Full wells: 2',
  ],
  [
    'How many full wells does report 2 give for Kidal?',
    'Zone: Kidal · Report: 2 · Dry wells: 5 · Full wells: 7',
  ],
])('“%s” is answered by its row with its heads', async (question, row) => {
  const reply = await asker.ask(question)
  const [quote] = reply.kind === 'answer' ? reply.quotes : []
  expect(quote?.text).toBe(row)
  expect(quote && isVerbatim(quote, corpus.documents.get('wells.csv'))).toBe(true)
})

it.each([
  'How many dry wells are there in Mopti?',
  'How many dry wells does report 3 give for Gao?',
])('“%s” is answered by no other row', async (question) => {
  expect((await asker.ask(question)).kind).toBe('nothing')
})

it('a sentence that names the place and counts nothing is no answer where a table counts others', async () => {
  const text = 'The office for dry wells in Mopti was opened by the mayor.'
  const { documents: [office] = [] } = await readFile({ name: 'a.md', bytes: Buffer.from(text) })
  if (office === undefined) throw new Error('no document')
  corpus.add([office])
  expect((await asker.ask('How many dry wells are there in Mopti?')).kind).toBe('nothing')
  corpus.remove(office.id)
})

it('a long row gives way to no short sentence', async () => {
  const heads = Array.from({ length: 12 }, (_, at) => `Wells of the year ${2001 + at} in use`)
  const table = `Zone,Dry wells,${heads.join(',')}\nGao,12,${heads.map(() => 7).join(',')}\nKidal,3,${heads.map(() => 5).join(',')}\n`
  const files = {
    'w.csv': table,
    'b.md': 'Many wells in Gao are dry, the mayor says.',
  }
  const other = new WholeCorpus(makeMiniSearch)
  for (const [name, text] of Object.entries(files))
    other.add((await readFile({ name, bytes: Buffer.from(text) })).documents ?? [])
  const reply = await askerOf(other).ask('How many dry wells are there in Gao?')
  expect(reply.kind === 'answer' && reply.quotes[0]?.text).toMatch(/^Zone: Gao · Dry wells: 12/u)
})

it('a quoted row with a piece from elsewhere, or other words between, is none of the document', async () => {
  const reply = await asker.ask('How many dry wells are there in Menaka?')
  const [quote] = reply.kind === 'answer' ? reply.quotes : []
  if (quote?.pieces === undefined) throw new Error('no row is quoted')
  const document = corpus.documents.get('wells.csv')
  const other = { ...quote, text: quote.text.replace(' · ', ' or ') }
  const moved = {
    ...quote,
    pieces: quote.pieces.map((piece) => ({ ...piece, start: piece.start + 1, end: piece.end + 1 })),
  }
  const dropped = { ...quote, pieces: quote.pieces.slice(1) }
  for (const tampered of [other, moved, dropped]) expect(isVerbatim(tampered, document)).toBe(false)
})
