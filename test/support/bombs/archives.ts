/** Word, Excel and EPUB files made to harm: archives that lie, and XML inside them. */
import { crc32, deflateRawSync } from 'node:zlib'
import { type Bomb, bomb, deflatedRepeat, megabyteOf } from './bomb.ts'
import { deep, laughs } from './xml.ts'

export const ARCHIVE_BOMBS: readonly Bomb[] = [
  bomb('gigabytes.docx', 'a document of 2 GB', () =>
    word({ deflated: deflatedRepeat(megabyteOf('<w:p/>'), 2000), length: 2e9 }),
  ),
  bomb('zeros.docx', 'a document of 2 GB of zeros', () =>
    word({ deflated: deflatedRepeat(megabyteOf('\0'), 2000), length: 2e9 }),
  ),
  bomb('gigabytes.xlsx', 'a sheet of 2 GB', () =>
    excel({
      deflated: deflatedRepeat(megabyteOf('<row><c><v>1</v></c></row>'), 2000),
      length: 2e9,
    }),
  ),
  bomb('gigabytes.epub', 'a chapter of 2 GB', () =>
    book([{ deflated: deflatedRepeat(megabyteOf('<p>Lund.</p>'), 2000), length: 2e9 }]),
  ),
  bomb('chapters.epub', '100 chapters of 10 MB', () =>
    book(repeated(100, deflatedRepeat(megabyteOf('<p>Lund.</p>'), 10), 1e7)),
  ),
  bomb('spine.epub', 'one chapter read 20,000 times', () => book([chapter(3000)], 20_000)),
  bomb('entries.docx', '20,000 entries', () =>
    zip([
      ...wordFiles('<w:p/>'),
      ...Array.from({ length: 20_000 }, (_, at) => ({ ...EMPTY, name: `m/${at}` })),
    ]),
  ),
  bomb('small-size.docx', 'an entry that says it has 10 bytes and has 2 GB', () =>
    word({ deflated: deflatedRepeat(megabyteOf('<w:p/>'), 2000), length: 10 }),
  ),
  bomb('large-size.xlsx', 'an entry that says it has 4 GB and has 10 bytes', () =>
    excel({ deflated: deflateRawSync('<worksheet'), length: 4_294_967_294 }),
  ),
  bomb('overlap.docx', '3,000 entries of the same bytes', () =>
    zip(
      wordFiles('<w:p/>').concat(
        Array.from({ length: 3000 }, (_, at) => ({
          ...file(`word/media/${at}.xml`, ''),
          over: 'word/document.xml',
        })),
      ),
    ),
  ),
  bomb('parents.epub', 'entries whose names leave the archive', () =>
    zip([
      ...bookFiles([chapter(2)]),
      file('../../../../tmp/verbatim-harm', 'x'),
      file('/tmp/verbatim-harm', 'x'),
      file(String.raw`..\..\harm`, 'x'),
    ]),
  ),
  bomb('twins.docx', 'two documents of one name', () =>
    zip([...wordFiles(paragraph('one')), ...wordFiles(paragraph('two'))]),
  ),
  bomb('truncated.docx', 'half an archive', () => {
    const whole = zip(wordFiles(paragraph('Lund has nine barns.').repeat(5000)))
    return whole.subarray(0, whole.length / 2)
  }),
  bomb('beyond.xlsx', 'entries that stand behind the end', () => {
    const whole = excel(file('', '<worksheet/>'))
    for (let at = 0; at + 46 < whole.length; at++)
      if (whole.readUInt32LE(at) === CENTRAL) whole.writeUInt32LE(0xff_ff_ff_00, at + 42)
    return whole
  }),
  bomb('matryoshka.docx', 'an archive in an archive, 200 deep', () => {
    let inner = zip(wordFiles(paragraph('one')))
    for (let depth = 0; depth < 200; depth++)
      inner = zip([...wordFiles(paragraph('one')), file('word/inner.docx', inner)])
    return inner
  }),
  bomb('tables.docx', 'tables in tables, 5,000 deep', () =>
    zip(
      wordFiles(
        `${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${paragraph('one')}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`,
      ),
    ),
  ),
  bomb('deep.docx', 'elements 300,000 deep', () => zip(wordFiles(deep('w:x', 300_000)))),
  bomb('paragraphs.docx', '500,000 paragraphs', () =>
    zip(wordFiles(paragraph('Nine barns.').repeat(500_000))),
  ),
  bomb('laughs.docx', 'entities of entities', () =>
    word({
      ...file('', laughs('w:document', '<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body>')),
    }),
  ),
  bomb('laughs.epub', 'entities of entities', () =>
    book([file('', laughs('html', '<body><p>&l9;</p></body>'))]),
  ),
  bomb('laughs.xlsx', 'entities of entities', () =>
    excel(file('', laughs('worksheet', '<sheetData><row><c><v>&l9;</v></c></row></sheetData>'))),
  ),
  bomb('strings.xlsx', 'a string of 1 MB in 50,000 cells', () =>
    excel(
      file(
        '',
        `<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(50_000)}</sheetData></worksheet>`,
      ),
      `<sst><si><t>${megabyteOf('Lund has barns. ')}</t></si></sst>`,
    ),
  ),
  bomb('far.xlsx', 'two cells, a million rows and 16,384 columns apart', () =>
    excel(
      file(
        '',
        '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>',
      ),
    ),
  ),
  bomb('farther.xlsx', 'a cell in a column of forty letters', () =>
    excel(
      file(
        '',
        `<worksheet><sheetData><row r="99999999999999"><c r="${'Z'.repeat(40)}99999999999999"><v>1</v></c></row></sheetData></worksheet>`,
      ),
    ),
  ),
  bomb('merged.xlsx', 'merged cells over the whole sheet, 10,000 times', () =>
    excel(
      file(
        '',
        `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000)}</mergeCells></worksheet>`,
      ),
    ),
  ),
]

interface Entry {
  readonly name: string
  readonly deflated: Buffer
  /** As the archive says it. */
  readonly length: number
  readonly crc: number
  /** Shares the bytes of the entry of this name. */
  readonly over?: string
}

type Content = Omit<Entry, 'name' | 'crc'>

const file = (name: string, content: string | Buffer): Entry => ({
  name,
  deflated: deflateRawSync(content),
  length: content.length,
  crc: crc32(content),
})

const repeated = (times: number, deflated: Buffer, length: number): Content[] =>
  Array.from({ length: times }, () => ({ deflated, length }))

const EMPTY = file('', '')

const under = (name: string, content: Content): Entry => ({ crc: 0, ...content, name })

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

const wordFiles = (body: string): Entry[] => [
  file(
    '[Content_Types].xml',
    `${TYPES}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  ),
  file(
    '_rels/.rels',
    `${RELATIONS}<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document ${WORD_NAMESPACE}><w:body>${body}</w:body></w:document>`,
  ),
]

/** A Word file whose document has this content. */
const word = (content: Content): Buffer =>
  zip(
    wordFiles('').map((entry) =>
      entry.name === 'word/document.xml' ? under(entry.name, content) : entry,
    ),
  )

/** An Excel file with one sheet. */
const excel = (sheet: Content, strings = '<sst/>'): Buffer =>
  zip([
    file(
      '[Content_Types].xml',
      `${TYPES}<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    file(
      '_rels/.rels',
      `${RELATIONS}<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    file(
      'xl/workbook.xml',
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    file(
      'xl/_rels/workbook.xml.rels',
      `${RELATIONS}<Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    file('xl/sharedStrings.xml', strings),
    under('xl/worksheets/sheet1.xml', sheet),
  ])

const chapter = (paragraphs: number): Content =>
  file('', `<html><body>${'<p>Lund has nine barns.</p>'.repeat(paragraphs)}</body></html>`)

/** An EPUB whose spine goes through its chapters `times` times. */
const book = (chapters: readonly Content[], times = 1): Buffer => zip(bookFiles(chapters, times))

function bookFiles(chapters: readonly Content[], times = 1): Entry[] {
  const items = chapters.map(
    (_, at) => `<item id="c${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"/>`,
  )
  const spine = chapters
    .map((_, at) => `<itemref idref="c${at}"/>`)
    .join('')
    .repeat(times)
  return [
    file('mimetype', 'application/epub+zip'),
    file(
      'META-INF/container.xml',
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    file(
      'book.opf',
      `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Barns</dc:title></metadata><manifest>${items.join('')}</manifest><spine>${spine}</spine></package>`,
    ),
    ...chapters.map((content, at) => under(`c${at}.xhtml`, content)),
  ]
}

const LOCAL = 0x04_03_4b_50
const CENTRAL = 0x02_01_4b_50
const END = 0x06_05_4b_50

function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const offsets = new Map<string, number>()
  let length = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const shared = entry.over === undefined ? undefined : offsets.get(entry.over)
    const offset = shared ?? length
    offsets.set(entry.name, offset)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(entry.crc, 10)
    common.writeUInt32LE(entry.deflated.length, 14)
    common.writeUInt32LE(entry.length, 18)
    common.writeUInt16LE(name.length, 22)
    if (shared === undefined) {
      parts.push(signature(LOCAL), common, name, entry.deflated)
      length += 4 + common.length + name.length + entry.deflated.length
    }
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(signature(CENTRAL), Buffer.of(20, 0), common, rest, name)
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(length, 12)
  return Buffer.concat([...parts, central, signature(END), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
