import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../index/readers/formats.ts'
import { docx, epubParts, p, xlsx, zip } from '../../support/office.ts'
import { expectMend } from '../../support/reader-contract.ts'

const WORDS = 'The wells are dry.\n'
const MAIL = 'Received: from a\nFrom: a@example.org\nSubject: Wells\n\nDry.\n'
const RSS = '<?xml version="1.0"?>\n<!-- made -->\n<rss version="2.0"><channel/></rss>'
const ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'
const RDF =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>'
const JSON_FEED = '{ "version": "https://jsonfeed.org/version/1.1", "items": [] }'
const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'
const HTML = '<!doctype html><title>Wells</title>'
const WORD = docx(p('Dry.'))
const BOOK = zip(epubParts('<p>Dry.</p>', '<p>Wet.</p>'))
const SHEET = xlsx({ sheets: [{ name: 'a', rows: [['a', 1]] }] })

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'latin1') : content

const shown = (name: string, content: string | Uint8Array, contentType?: string): string => {
  const found = formatOf({
    name,
    bytes: bytesOf(content),
    ...(contentType !== undefined && { contentType }),
  })
  if ('reason' in found) return found.reason
  return found.format.name + (found.note === undefined ? '' : `: ${found.note}`)
}

describe('the format of a file', () => {
  it.each([
    ['a.txt', WORDS, 'text'],
    ['a.md', WORDS, 'Markdown'],
    ['README', WORDS, 'text'],
    ['notes.2024', WORDS, 'text'],
    ['a.csv', 'a,b\n', 'CSV'],
    ['a.TSV', 'a\tb\n', 'CSV'],
    ['a.html', '<p>Dry.', 'HTML'],
    ['a.eml', 'From: a\n\nDry.', 'mail'],
    ['a.md', '<div align="center">\n\n# Wells', 'Markdown'],
    ['memo.txt', 'From: Ana\nTo: Bo\nSubject: Wells\n\nDry.', 'text'],
    ['memo', 'From: Ana\nTo: Bo\nSubject: Wells\n\nDry.', 'mail'],
    ['page', '<p>Dry.</p>', 'HTML'],
    ['a.pdf', PDF, 'PDF'],
    ['', WORDS, 'text'],
  ])('of %s is known by its name, or its text', (name, content, format) =>
    expect(shown(name, content)).toBe(format),
  )

  it.each([
    ['PDF', 'a PDF', PDF],
    ['PDF', 'a PDF', `junk before\n${PDF}`],
    ['HTML', 'a web page', HTML],
    ['HTML', 'a web page', `\u00EF\u00BB\u00BF\n<!-- saved -->\n<HTML lang="en">`],
    ['HTML', 'a web page', `<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html>`],
    ['mail', 'a mail', MAIL],
    ['mail', 'a mail', `From a@example.org Tue Mar  5 10:00:00 2024\n${MAIL}`],
    ['feed', 'a feed', RSS],
    ['feed', 'a feed', ATOM],
    ['feed', 'a feed', RDF],
    ['feed', 'a feed', JSON_FEED],
    ['DOCX', 'a Word document', WORD],
    ['EPUB', 'an EPUB book', BOOK],
    ['XLSX', 'an Excel workbook', SHEET],
  ])('is %s by content, whatever its name says', (format, what, content) => {
    expect(shown('file', content)).toBe(format)
    expect(shown('file.dat', content)).toBe(format)
    expect(shown('file.txt', content)).toBe(
      `${format}: named .txt, but is ${what}; it was read as that`,
    )
  })

  it('is text when only the name says otherwise', () => {
    expect(shown('a.pdf', WORDS)).toBe('text: named .pdf, but is plain text; it was read as that')
    expect(shown('a.md', 'Speaks of %PDF-1.7 and <html> tags.')).toBe('Markdown')
  })

  it('goes by what the server says only where the content leaves it open', () => {
    expect(shown('https://example.org/a', '<p>Dry', 'text/html; charset=utf-8')).toBe('HTML')
    expect(shown('https://example.org/a', WORDS, 'text/markdown')).toBe('Markdown')
    expect(shown('https://example.org/a.csv?all=1', 'a,b\n', 'application/octet-stream')).toBe(
      'CSV',
    )
    expect(shown('https://example.org', WORDS, 'text/plain')).toBe('text')
    expect(shown('https://example.org/a', PDF, 'text/html')).toBe('PDF')
    expect(shown('https://example.org/feed', RSS, 'text/html')).toBe('feed')
  })

  const ole = (stream: string): string =>
    `\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1${'\0'.repeat(600)}${Buffer.from(stream, 'utf16le').toString('latin1')}`

  it.each([
    ['a picture', '\u0089PNG\r\n\u001A\n\0\0'],
    ['a picture', '\u00FF\u00D8\u00FF\u00E0'],
    ['a picture', '<?xml version="1.0"?><svg xmlns="a">'],
    ['a sound recording', 'ID3\u0003\0'],
    ['a film', '\0\0\0\u0018ftypmp42'],
    ['an archive', '\u001F\u008B\u0008\0'],
    ['an archive', zip({ 'a.txt': WORDS })],
    ['a program', 'MZ\u0090\0\u0003\0\0\0'],
    ['a font', 'wOF2\0'],
    ['a database', 'SQLite format 3\0'],
    ['Rich Text', '{\\rtf1 Dry.}'],
    ['PostScript', '%!PS-Adobe'],
    ['old Word format; save it as .docx', ole('WordDocument')],
    ['old Excel format; save it as .xlsx', ole('Workbook')],
    ['Outlook message format; save it as .eml', ole('__properties_version1.0')],
    ['locked with a password', ole('EncryptedPackage')],
    ['a PowerPoint file; save it as PDF', zip({ '[Content_Types].xml': '', 'ppt/a.xml': '' })],
    [
      'an OpenDocument text; save it as .docx',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    ],
    [
      'a binary Excel file; save it as .xlsx',
      zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }),
    ],
    ['a file of Pages', zip({ 'Index/Document.iwa': '' })],
    ['an XML file of a kind that is not read', '<?xml version="1.0"?><wells/>'],
    ['a JSON file that is no feed', '{"wells": 12}'],
  ])('that no reader reads is named: %s', (what, content) => {
    const reason = shown('file', content)
    expect(reason).toContain(what)
    expectMend(reason)
  })
})
