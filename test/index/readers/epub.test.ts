import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epubParts, page, zip } from '../../support/office.ts'
import { damage, expectMend, expectAll, testReader } from '../../support/reader-contract.ts'
import { headings, paragraphs } from '../reading.ts'
import { readNoted, readOne, reasonOf } from './files.ts'

const FIRST = '<p>The wells were dug by hand. They were deep.</p>'
const SECOND = '<h1>A dry year</h1><p>The rain failed.</p>'

testReader('EPUB', {
  name: 'wells.epub',
  make: (address) =>
    zip(
      epubParts(
        `${FIRST}<img src="${address}"/><script src="${address}"/><link rel="stylesheet" href="${address}"/><iframe src="${address}"></iframe>`,
        `${SECOND}<script>fetch("${address}")</script>`,
      ),
    ),
  says: ['The wells were dug by hand.', 'They were deep.', 'The rain failed.'],
  runs: 100,
})

const ENCRYPTION = (algorithm: string): string =>
  `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`

describe('a book', () => {
  it('is read chapter by chapter in its own order, without cover and contents', async () => {
    const document = await readOne('wells.epub', zip(epubParts(FIRST, SECOND)))
    expect(paragraphs(document)).toEqual([
      'The wells were dug by hand. They were deep.',
      'The rain failed.',
    ])
    expect(headings(document)).toEqual(['The first years', 'A dry year'])
  })

  it('reads a chapter once, however often it is listed', async () => {
    const parts = epubParts(FIRST, SECOND)
    const opf = String(parts['OEBPS/book.opf'])
      .replace(
        '</manifest>',
        '<item id="again" href="text/two.xhtml" media-type="application/xhtml+xml"/></manifest>',
      )
      .replace('</spine>', '<itemref idref="two"/><itemref idref="again"/></spine>')
    const document = await readOne('a.epub', zip({ ...parts, 'OEBPS/book.opf': opf }))
    expect(paragraphs(document)).toHaveLength(2)
  })

  it('states title, author, publisher and date; its language is that of its text, whatever it states', async () => {
    const metadata =
      '<dc:title>Wells</dc:title><dc:creator>Ada Mbeki</dc:creator><dc:creator>Bo Li</dc:creator><dc:publisher>North House</dc:publisher><dc:date opf:event="modification">2022-01-01</dc:date><dc:date opf:event="publication">2019-05-01T00:00:00Z</dc:date><dc:language>fr-CA</dc:language>'
    expect(await readOne('wells.epub', zip(epubParts(FIRST, SECOND, metadata)))).toMatchObject({
      title: { value: 'Wells', inferred: false },
      byline: 'Ada Mbeki, Bo Li',
      publisher: { value: 'North House', inferred: false },
      date: { value: '2019-05-01', inferred: false },
      language: 'en',
    })
  })

  it('takes the names of chapters from the contents of older books', async () => {
    const parts = epubParts(FIRST, SECOND)
    const opf = String(parts['OEBPS/book.opf'])
      .replace(
        'href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"',
        'href="toc.ncx" media-type="application/x-dtbncx+xml"',
      )
      .replace('<spine>', '<spine toc="nav">')
    const ncx =
      '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><navMap><navPoint><navLabel><text>By hand</text></navLabel><content src="text/two.xhtml#start"/></navPoint></navMap></ncx>'
    const bytes = zip({ ...parts, 'OEBPS/book.opf': opf, 'OEBPS/toc.ncx': ncx })
    expect(headings(await readOne('wells.epub', bytes))).toEqual(['By hand', 'A dry year'])
  })

  it('that is locked is a reason; scrambled fonts are none', async () => {
    const parts = epubParts(FIRST, SECOND)
    const locked = ENCRYPTION('http://www.w3.org/2001/04/xmlenc#aes128-cbc')
    expect(await reasonOf('a.epub', zip({ ...parts, 'META-INF/encryption.xml': locked }))).toBe(
      'is locked by its seller (DRM); ask the publisher for a copy without it',
    )
    const fonts = ENCRYPTION('http://www.idpf.org/2008/embedding')
    await readOne('a.epub', zip({ ...parts, 'META-INF/encryption.xml': fonts }))
  })

  it('says which chapter is missing, and reads the others', async () => {
    const { 'OEBPS/text/two.xhtml': _two, ...rest } = epubParts(FIRST, SECOND)
    const { document, notes } = await readNoted('a.epub', zip(rest))
    expect(paragraphs(document)).toEqual(['The rain failed.'])
    expect(notes).toEqual([
      'chapter OEBPS/text/two.xhtml is missing or damaged; get the book again',
    ])
    const { 'OEBPS/book.opf': _opf, ...bare } = epubParts(FIRST, SECOND)
    expectMend(await reasonOf('a.epub', zip({ ...bare, 'OEBPS/x.xhtml': page('x', FIRST) })))
  })

  it('gives a document or a reason whatever its parts hold', async () => {
    const parts = epubParts(FIRST, SECOND)
    const broken = fc
      .constantFrom(...Object.entries(parts))
      .chain(([name, part]) =>
        damage(Buffer.from(part)).map((damaged) => zip({ ...parts, [name]: damaged })),
      )
    await expect(expectAll(broken, 'a.epub', 100)).resolves.toBeUndefined()
  })
})
