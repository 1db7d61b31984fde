import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { core, docx, docxParts, p, r, zip } from '../../support/office.ts'
import { damage, expectAll, testReader } from '../../support/reader-contract.ts'
import { headings, paragraphs } from '../reading.ts'
import { reasonOf, readOne } from './files.ts'

const BODY = [
  p('Wells of the north', 'Titre1'),
  p('The wells of the town are dry. The river is low.'),
  `<w:p>${r('Forty wells')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' are left.')}</w:p>`,
  p('Roads', 'Sitrep'),
  `<w:tbl><w:tr><w:tc>${p('Gao')}</w:tc><w:tc>${p('12 wells')}</w:tc></w:tr></w:tbl>`,
].join('')

testReader('DOCX', {
  name: 'report.docx',
  make: (address) =>
    docx(
      `${BODY}<w:p><w:r><w:drawing><a:blip xmlns:a="a" xmlns:r="r" r:link="rId9"/></w:drawing></w:r></w:p>`,
      {
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${address}" TargetMode="External"/><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${address}" TargetMode="External"/></Relationships>`,
      },
    ),
  says: [
    'The wells of the town are dry.',
    'The river is low.',
    'Forty wells are left.',
    'Gao | 12 wells',
  ],
  runs: 60,
})

const read = (body: string, more = {}): ReturnType<typeof readOne> =>
  readOne('report.docx', docx(body, more))

describe('a Word file', () => {
  it('keeps headings, by the names of styles and by outline level', async () => {
    expect(headings(await read(BODY))).toEqual(['Wells of the north', 'Wells of the north › Roads'])
  })

  it('leaves notes, comments, deleted and moved words and contents out', async () => {
    const document = await read(
      [
        p('Wells 3', 'TOC1'),
        `<w:p>${r('The wells')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' are dry')}<w:del><w:r><w:delText> and cold</w:delText></w:r></w:del><w:ins>${r(' now')}</w:ins><w:moveFrom>${r(' here')}</w:moveFrom>${r('.')}</w:p>`,
      ].join(''),
    )
    expect(document.text).toBe('The wells are dry now.')
  })

  it('reads text boxes once', async () => {
    const document = await read(
      `${p('The river is low.')}<w:p><w:r><mc:AlternateContent><mc:Choice>${r('Twice.')}</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('The road is shut.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    )
    expect(paragraphs(document)).toEqual(['The river is low.', 'The road is shut.'])
  })

  it('takes the title and author that a person gave, and no date', async () => {
    const document = await read(BODY, { 'docProps/core.xml': core('Wells, spring', 'Ada Mbeki') })
    expect(document).toMatchObject({
      title: { value: 'Wells, spring', inferred: false },
      byline: 'Ada Mbeki',
    })
    expect(document.date).toBeUndefined()
  })

  it.each(['Microsoft Word - draft.doc', 'Untitled', 'Document1', 'report.docx', ''])(
    'takes %s for no title',
    async (title) => {
      const document = await read(BODY, {
        'docProps/core.xml': core(title, 'Microsoft Office User'),
      })
      expect(document.title).toEqual({ value: 'Wells of the north', inferred: true })
      expect(document.byline).toBeUndefined()
    },
  )

  it('refuses entities, and depth that no one writes', async () => {
    const parts = docxParts(BODY)
    const bomb = parts['word/document.xml']?.replace(
      '<w:document',
      '<!DOCTYPE x [<!ENTITY a "wells"><!ENTITY b "&a;&a;&a;">]><w:document',
    )
    expect(await reasonOf('a.docx', zip({ ...parts, 'word/document.xml': bomb ?? '' }))).toContain(
      'declares entities',
    )
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(5000)}${p('Wells.')}${'</w:sdtContent></w:sdt>'.repeat(5000)}`
    expect(await reasonOf('a.docx', docx(deep))).toContain('nested too deep')
  })

  it('gives a document or a reason whatever its parts hold', async () => {
    const parts = docxParts(BODY)
    const broken = fc
      .constantFrom(...Object.entries(parts))
      .chain(([name, part]) =>
        damage(Buffer.from(part)).map((damaged) => zip({ ...parts, [name]: damaged })),
      )
    await expect(expectAll(broken, 'a.docx', 60)).resolves.toBeUndefined()
  })

  it('says what is missing', async () => {
    const { 'word/document.xml': _document, ...rest } = docxParts(BODY)
    expect(await reasonOf('a.docx', zip(rest))).toBe(
      'is damaged or no Word document; open it in Word and save it again',
    )
  })
})
