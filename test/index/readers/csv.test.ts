import { describe, expect, it } from 'vitest'
import type { Document } from '../../../index/document.ts'
import { testReader } from '../../support/reader-contract.ts'
import { headings, paragraphs } from '../reading.ts'
import { readNoted, readOne } from './files.ts'

const TABLE = 'District,Wells,Note\nGao,12,"dry, mostly"\nKidal,3,\n'

testReader('CSV', {
  name: 'wells.csv',
  make: (address) => Buffer.from(`${TABLE}Menaka,4,"=WEBSERVICE(""${address}"")"\n`),
  says: ['District: Gao · Wells: 12 · Note: dry, mostly', 'District: Kidal · Wells: 3'],
  runs: 200,
})

const read = (text: string, name = 'wells.csv'): Promise<Document> =>
  readOne(name, Buffer.from(text))

describe('a CSV file', () => {
  it('has rows that can be quoted, under the names of their columns', async () => {
    const document = await read(TABLE)
    expect(document.text).toBe('District | Wells | Note\nGao | 12 | dry, mostly\nKidal | 3')
    expect(paragraphs(document)).toEqual([
      'District: Gao · Wells: 12 · Note: dry, mostly',
      'District: Kidal · Wells: 3',
    ])
    expect(headings(document)).toEqual([])
    expect(document.title).toEqual({ value: 'wells', inferred: true })
    expect(
      document.places.map(({ label, start }) => [label, document.text.slice(start, start + 3)]),
    ).toEqual([
      ['row 1', 'Dis'],
      ['row 2', 'Gao'],
      ['row 3', 'Kid'],
    ])
  })

  it.each([
    ['semicolons', 'District;Share\nGao;1,5\nKidal;2,5\n'],
    ['tabs', 'District\tShare\nGao\t1,5\nKidal\t2,5\n'],
    ['bars', 'District|Share\nGao|1,5\nKidal|2,5\n'],
    ['quoted commas', 'District,Share\nGao,"1,5"\nKidal,"2,5"\n'],
    ['a delimiter that it states', 'sep=~\nDistrict~Share\nGao~1,5\nKidal~2,5\n'],
    ['the line ends of old Macs', 'District;Share\rGao;1,5\rKidal;2,5\r'],
    ['a byte-order mark', '\uFEFFDistrict;Share\r\nGao;1,5\r\nKidal;2,5\r\n'],
    ['no delimiter that could be told from words', 'District,Share\nGao,"1,5"\nKidal,"2,5"'],
  ])('is read with %s', async (_name, text) => {
    expect(paragraphs(await read(text))).toEqual([
      'District: Gao · Share: 1,5',
      'District: Kidal · Share: 2,5',
    ])
  })

  it('keeps lines within quotes in their row, and counts rows as spreadsheets do', async () => {
    const document = await read('name,note,age\n\nAda,"one\ntwo",30\nBo,three,40\n')
    expect(paragraphs(document)).toContain('name: Ada · note: one two · age: 30')
    expect(document.places.map(({ label }) => label)).toEqual(['row 1', 'row 3', 'row 4'])
  })

  it('takes ragged rows and loose quotes as they are', async () => {
    expect(paragraphs(await read('a,b,c\n1,2\n1,2,3,4\n5,a "b" c,6\n'))).toEqual([
      'a: 1 · b: 2',
      'a: 1 · b: 2 · c: 3 · 4',
      'a: 5 · b: a "b" c · c: 6',
    ])
    const { document, notes } = await readNoted('a.csv', Buffer.from('a,b\n1,"2\n3,4\n'))
    expect(paragraphs(document)).toEqual(['a: 1 · b: "2', 'a: 3 · b: 4'])
    expect(notes).toEqual([expect.stringContaining('never closed')])
  })

  it('keeps the first row quotable where nothing tells names from values', async () => {
    const document = await read('Ada,driver\nBo,cook\nCy,nurse\n')
    expect(paragraphs(document)).toEqual(['Ada | driver', 'Bo | cook', 'Cy | nurse'])
  })

  it('takes several rows of names, and years as names', async () => {
    const document = await read(
      ',2019,2020\n,wells,wells\nGao,1200,1300\nKidal,14,17\nMenaka,4,5\n',
    )
    expect(paragraphs(document)).toEqual([
      'Gao · 2019, wells: 1200 · 2020, wells: 1300',
      'Kidal · 2019, wells: 14 · 2020, wells: 17',
      'Menaka · 2019, wells: 4 · 2020, wells: 5',
    ])
  })

  it('uses rows of tags and of repeated names, and shows neither', async () => {
    const document = await read(
      'Place,Dry wells,Dry since\n#adm1+name,#affected,#date\nGao,12,2019\nPlace,Dry wells,Dry since\nKidal,3,2020\n',
    )
    expect(paragraphs(document)).toEqual([
      'Place: Gao · Dry wells: 12 · Dry since: 2019',
      'Place: Kidal · Dry wells: 3 · Dry since: 2020',
    ])
  })

  it('gives a name over several columns to each of them, where they need it', async () => {
    const document = await read(
      'Place,Wells,,Pumps,\n,dry,full,dry,full\nGao,1,2,3,4\nKidal,5,6,7,8\n',
    )
    expect(paragraphs(document)[0]).toBe(
      'Place: Gao · Wells, dry: 1 · Wells, full: 2 · Pumps, dry: 3 · Pumps, full: 4',
    )
  })

  it('is prose when it is prose', async () => {
    const { document, notes } = await readNoted(
      'letter.csv',
      Buffer.from('The wells are dry.\n\nThe river is low, and the road is shut.\n'),
    )
    expect(paragraphs(document)).toContain('The wells are dry.')
    expect(notes).toEqual(['named as a table, but has no columns; read as text'])
  })

  it('may have other letters', async () => {
    const bytes = Buffer.from('District;Blessés\nSégou;12\nHôtel de la préfecture;3\n', 'latin1')
    const { document, notes } = await readNoted('a.csv', bytes)
    expect(paragraphs(document)).toContain('District: Ségou · Blessés: 12')
    expect(notes).toEqual(['not UTF-8, read as windows-1252'])
  })

  it('of a hundred thousand rows is read', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `town ${at},${at},${at % 7}`)
    const document = await read(`town,wells,roads\n${rows.join('\n')}\n`)
    expect(document.paragraphs).toHaveLength(100_000)
    expect(document.places.at(-1)?.label).toBe('row 100001')
  })
})
