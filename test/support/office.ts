/** Files of Word, Excel and book readers as tests make them: archives with the least parts that such files have. */
import { strToU8, zipSync } from 'fflate'

export type Parts = Readonly<Record<string, string | Uint8Array>>

export const zip = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
    // Archives made twice are alike.
    { mtime: '2024-01-01T00:00:00Z' },
  )

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

const types = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

export const core = (title: string, creator = ''): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created>2024-02-03T10:00:00Z</dcterms:created></cp:coreProperties>`

/** A paragraph of a Word file. */
export const p = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${r(text)}</w:p>`

export const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

export const docxParts = (body: string): Record<string, string> => ({
  '[Content_Types].xml': types,
  '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
  'word/document.xml': `${XML}<w:document ${W} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
  'word/_rels/document.xml.rels': relations([
    ['styles', 'styles.xml'],
    ['footnotes', 'footnotes.xml'],
  ]),
  'word/styles.xml': `${XML}<w:styles ${W}>${[1, 2]
    .map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="Titre${level}"><w:name w:val="heading ${level}"/></w:style>`,
    )
    .join(
      '',
    )}<w:style w:type="paragraph" w:styleId="Sitrep"><w:name w:val="Sitrep"/><w:basedOn w:val="Base"/></w:style><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`,
  'word/footnotes.xml': `${XML}<w:footnotes ${W}><w:footnote w:id="2"><w:p>${r('Counted by the town itself.')}</w:p></w:footnote></w:footnotes>`,
})

export const docx = (body: string, more: Parts = {}): Uint8Array =>
  zip({ ...docxParts(body), ...more })

/** A sheet of a workbook: its rows as XML, or as values. */
interface SheetOf {
  readonly name: string
  readonly state?: string
  readonly rows: string | readonly (readonly (string | number)[])[]
}

const letterOf = (column: number): string => String.fromCharCode(65 + column)

const rowXml = (cells: readonly (string | number)[], at: number): string =>
  `<row r="${at + 1}">${cells
    .map((cell, column) =>
      typeof cell === 'number'
        ? `<c r="${letterOf(column)}${at + 1}"><v>${cell}</v></c>`
        : cell === ''
          ? ''
          : `<c r="${letterOf(column)}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`

export interface BookOf {
  readonly sheets: readonly SheetOf[]
  readonly shared?: readonly string[]
  /** Number formats of the styles 1, 2, … */
  readonly formats?: readonly string[]
  readonly since1904?: boolean
}

export const xlsxParts = ({ sheets, shared = [], formats = [], since1904 }: BookOf): Parts => ({
  '[Content_Types].xml': types,
  '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `${XML}<workbook ${S} xmlns:r="${OFFICE}"><workbookPr${since1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets
    .map(
      ({ name, state }, at) =>
        `<sheet name="${name}" sheetId="${at + 7}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations([
    ...sheets.map((_, at): readonly [string, string] => ['worksheet', `worksheets/s${at + 1}.xml`]),
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ]),
  'xl/sharedStrings.xml': `${XML}<sst ${S}>${shared.map((words) => `<si>${words}</si>`).join('')}</sst>`,
  'xl/styles.xml': `${XML}<styleSheet ${S}><numFmts>${formats
    .map(
      (code, at) =>
        `<numFmt numFmtId="${at + 164}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
    )
    .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
    .map((_, at) => `<xf numFmtId="${at + 164}"/>`)
    .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
  ...Object.fromEntries(
    sheets.map(({ rows }, at) => [
      `xl/worksheets/s${at + 1}.xml`,
      `${XML}<worksheet ${S}><sheetData>${typeof rows === 'string' ? rows : rows.map(rowXml).join('')}</sheetData></worksheet>`,
    ]),
  ),
})

export const xlsx = (book: BookOf, more: Parts = {}): Uint8Array =>
  zip({ ...xlsxParts(book), ...more })

export const page = (title: string, body: string): string =>
  `${XML}<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body>${body}</body></html>`

/** A book of two chapters, its cover and contents. */
export const epubParts = (
  first: string,
  second: string,
  metadata = '<dc:title>The Wells of the North</dc:title><dc:language>en</dc:language>',
): Parts => ({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': `${XML}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
  'OEBPS/book.opf': `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="one" href="text/chapter%201.xhtml" media-type="application/xhtml+xml"/><item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="two"/><itemref idref="one"/></spine></package>`,
  'OEBPS/nav.xhtml': page(
    'Contents',
    '<nav><ol><li><a href="text/two.xhtml">The first years</a></li><li><a href="text/chapter%201.xhtml">The drought</a></li></ol></nav>',
  ),
  'OEBPS/cover.xhtml': page('Cover', '<p>A picture of a well.</p>'),
  'OEBPS/text/two.xhtml': page('Two', first),
  'OEBPS/text/chapter 1.xhtml': page('One', second),
})
