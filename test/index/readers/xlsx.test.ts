import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../index/document.ts'
import { type BookOf, core, xlsx, xlsxParts, zip } from '../../support/office.ts'
import { damage, expectMend, expectAll, testReader } from '../../support/reader-contract.ts'
import { headings, paragraphs } from '../reading.ts'
import { readNoted, readOne, reasonOf } from './files.ts'

const WELLS: BookOf = {
  sheets: [
    {
      name: 'North',
      rows: [
        ['Wells and roads, May 2024'],
        [],
        ['District', 'Wells', 'Share'],
        ['Gao', 12, 0.5],
        ['Kidal', 3, 0.25],
        [],
        ['Source: survey of the towns.'],
      ],
    },
    {
      name: 'Sheet2',
      rows: [
        ['Road', 'Km'],
        ['East', 40],
      ],
    },
  ],
}

testReader('XLSX', {
  name: 'wells.xlsx',
  make: (address) =>
    xlsx(WELLS, {
      'xl/externalLinks/externalLink1.xml': `<externalLink><externalBook id="${address}"/></externalLink>`,
      'xl/connections.xml': `<connections><connection sourceFile="${address}"/></connections>`,
    }),
  says: [
    'District: Gao · Wells: 12 · Share: 0.5',
    'District: Kidal · Wells: 3 · Share: 0.25',
    'Source: survey of the towns.',
    'Road: East · Km: 40',
  ],
  runs: 150,
})

const read = (book: BookOf, more = {}): Promise<Document> => readOne('wells.xlsx', xlsx(book, more))
const rows = async (cells: string, book: Partial<BookOf> = {}): Promise<string[]> =>
  paragraphs(
    await read({ ...book, sheets: [{ name: 'Sheet1', rows: `<row r="5">${cells}</row>` }] }),
  )

describe('an Excel workbook', () => {
  it('has rows that can be quoted, under their sheet and the names of their columns', async () => {
    const document = await read(WELLS)
    expect(headings(document)).toEqual(['North'])
    expect(document.title).toEqual({ value: 'Wells and roads, May 2024', inferred: true })
    expect(document.places.map(({ label }) => label)).toEqual([
      'North, row 1',
      'North, row 3',
      'North, row 4',
      'North, row 5',
      'North, row 7',
      'Sheet2, row 1',
      'Sheet2, row 2',
    ])
  })

  it('shows numbers as their cells do', async () => {
    const formats = ['#,##0', '0.0%', 'd mmmm yyyy', '#,##0.00" €"', '[Red]-0;;', 'broken [[']
    const cells = [12400, 0.1234, 45000, 1234.5, 0, 7]
      .map((value, at) => `<c r="${'ABCDEF'[at]}5" s="${at + 1}"><v>${value}</v></c>`)
      .join('')
    expect(await rows(cells, { formats })).toEqual([
      '12,400 | 12.3% | 15 March 2023 | 1,234.50 € | 0 | 7',
    ])
    expect(
      await rows('<c r="A5" s="1"><v>45000</v></c><c r="B5"><v>0.30000000000000004</v></c>'),
    ).toEqual(['2023-03-15 | 0.3'])
    const since1904 = await rows('<c r="A5" s="1"><v>43538</v></c>', { since1904: true })
    expect(since1904).toEqual(['2023-03-15'])
  })

  it('reads shared, inline and computed words, and leaves errors and readings aloud out', async () => {
    const shared = [
      '<t>Gao</t>',
      '<r><t>Ki</t></r><r><t xml:space="preserve">dal </t></r><rPh><t>x</t></rPh>',
    ]
    const cells =
      '<c r="A5" t="s"><v>0</v></c><c r="B5" t="s"><v>1</v></c><c r="C5" t="str"><f>A1&amp;"b"</f><v>a &amp; b</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="e"><v>#N/A</v></c><c r="G5"><f>SUM(A1:A2)</f><v>3</v></c><c r="H5" t="s"><v>99</v></c>'
    expect(await rows(cells, { shared })).toEqual(['Gao | Kidal | a & b | TRUE | | | 3'])
  })

  it('leaves hidden sheets out, and says so', async () => {
    const [first] = WELLS.sheets
    const { document, notes } = await readNoted(
      'a.xlsx',
      xlsx({
        sheets: [
          ...(first === undefined ? [] : [first]),
          { name: 'Lists', state: 'hidden', rows: [['a', 'b']] },
        ],
      }),
    )
    expect(document.text).not.toContain('a | b')
    expect(notes).toEqual([
      'sheet “Lists” is hidden and was left out; show it and save to have it read',
    ])
  })

  it('takes the title that a person gave', async () => {
    const document = await read(WELLS, { 'docProps/core.xml': core('Wells of the north') })
    expect(document.title).toEqual({ value: 'Wells of the north', inferred: false })
  })

  it('refuses what would show more than anyone reads', async () => {
    const wide = Array.from(
      { length: 5000 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
    )
    const sheets = [{ name: 'Sheet1', rows: wide.join('') }]
    expect(await reasonOf('a.xlsx', xlsx({ sheets }))).toBe(
      'shows too much text; split it into several files',
    )
    const repeated = Array.from(
      { length: 5000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
    )
    expectMend(
      await reasonOf(
        'a.xlsx',
        xlsx({
          sheets: [{ name: 'Sheet1', rows: repeated.join('') }],
          shared: [`<t>${'w'.repeat(20_000)}</t>`],
        }),
      ),
    )
  })

  it('gives a document or a reason whatever its parts hold', async () => {
    const parts = xlsxParts(WELLS)
    const broken = fc
      .constantFrom(...Object.entries(parts))
      .chain(([name, part]) =>
        damage(Buffer.from(part)).map((damaged) => zip({ ...parts, [name]: damaged })),
      )
    await expect(expectAll(broken, 'a.xlsx', 150)).resolves.toBeUndefined()
  })
})
