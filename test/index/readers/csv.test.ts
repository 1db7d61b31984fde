import { describe, expect, it } from 'vitest'
import type { Document } from '../../../index/document.ts'
import { testReader } from '../../support/reader-contract.ts'
import { headings, paragraphs } from '../reading.ts'
import { readNoted, readOne } from './files.ts'

const TABLE = 'District,Wells,Note\nGao,12,"dry, mostly"\nKidal,3,\n'

testReader('CSV', {
  name: 'wells.csv',
  make: (address) => Buffer.from(`${TABLE}Menaka,4,"=WEBSERVICE(""${address}"")"\n`),
  says: ['Gao | 12 | dry, mostly', 'Kidal | 3'],
  runs: 200,
})

const read = (text: string, name = 'wells.csv'): Promise<Document> =>
  readOne(name, Buffer.from(text))

describe('a CSV file', () => {
  it('has rows that can be quoted, under the names of their columns', async () => {
    const document = await read(TABLE)
    expect(document.text).toBe('District | Wells | Note\nGao | 12 | dry, mostly\nKidal | 3')
    expect(paragraphs(document)).toEqual(['Gao | 12 | dry, mostly', 'Kidal | 3'])
    expect(headings(document)).toEqual(['District | Wells | Note'])
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
    expect(paragraphs(await read(text))).toEqual(['Gao | 1,5', 'Kidal | 2,5'])
  })

  it('keeps lines within quotes in their row, and counts rows as spreadsheets do', async () => {
    const document = await read('name,note\n\nAda,"one\ntwo"\nBo,3\n')
    expect(paragraphs(document)).toContain('Ada | one two')
    expect(document.places.map(({ label }) => label)).toEqual(['row 1', 'row 3', 'row 4'])
  })

  it('takes ragged rows and loose quotes as they are', async () => {
    expect(paragraphs(await read('a,b,c\n1,2\n1,2,3,4\n5,a "b" c,6\n'))).toEqual([
      '1 | 2',
      '1 | 2 | 3 | 4',
      '5 | a "b" c | 6',
    ])
    const { document, notes } = await readNoted('a.csv', Buffer.from('a,b\n1,"2\n3,4\n'))
    expect(paragraphs(document)).toEqual(['1 | "2', '3 | 4'])
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
    expect(headings(document)).toEqual(['| 2019 | 2020 | wells | wells'])
    expect(paragraphs(document)).toEqual([
      '| wells | wells',
      'Gao | 1200 | 1300',
      'Kidal | 14 | 17',
      'Menaka | 4 | 5',
    ])
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
    expect(paragraphs(document)).toContain('Ségou | 12')
    expect(notes).toEqual(['not UTF-8, read as windows-1252'])
  })

  it('of a hundred thousand rows is read', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `town ${at},${at},${at % 7}`)
    const document = await read(`town,wells,roads\n${rows.join('\n')}\n`)
    expect(document.paragraphs).toHaveLength(100_000)
    expect(document.places.at(-1)?.label).toBe('row 100001')
  })
})
