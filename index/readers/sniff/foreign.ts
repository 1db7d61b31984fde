/** Files that no reader reads, by their first bytes: what they are, and what to do with them. */

type Sign = readonly [at: number, bytes: string, what: string]

const PICTURE = 'a picture; add its text, or a PDF with a text layer'
const SOUND = 'a sound recording; add its transcript'
const FILM = 'a film; add its transcript'
const ARCHIVE = 'an archive; unpack it and add the files in it'
const PROGRAM = 'a program, not a document; leave it out'
const FONT = 'a font, not a document; leave it out'
const DATABASE = 'a database; export its tables as CSV'

/** Bytes as Latin-1. The first that fits counts. */
const SIGNS: readonly Sign[] = [
  [0, '\u0089PNG\r\n\u001A\n', PICTURE],
  [0, '\u00FF\u00D8\u00FF', PICTURE],
  [0, 'GIF8', PICTURE],
  [0, 'II*\0', PICTURE],
  [0, 'MM\0*', PICTURE],
  [0, '\0\0\u0001\0', PICTURE],
  [0, '8BPS', PICTURE],
  [8, 'WEBP', PICTURE],
  [4, 'ftypheic', PICTURE],
  [4, 'ftypheif', PICTURE],
  [4, 'ftypmif1', PICTURE],
  [4, 'ftypavif', PICTURE],
  [4, 'ftypM4A', SOUND],
  [4, 'ftyp', FILM],
  [8, 'WAVE', SOUND],
  [8, 'AVI ', FILM],
  [0, '\u001AE\u00DF\u00A3', FILM],
  [0, 'FLV\u0001', FILM],
  [0, '\0\0\u0001\u00BA', FILM],
  [0, 'ID3', SOUND],
  [0, '\u00FF\u00FB', SOUND],
  [0, '\u00FF\u00F3', SOUND],
  [0, 'OggS', SOUND],
  [0, 'fLaC', SOUND],
  [0, '#!AMR', SOUND],
  [0, '\u001F\u008B', ARCHIVE],
  [0, 'BZh', ARCHIVE],
  [0, '\u00FD7zXZ\0', ARCHIVE],
  [0, '7z\u00BC\u00AF\u0027\u001C', ARCHIVE],
  [0, 'Rar!\u001A\u0007', ARCHIVE],
  [0, '\u0028\u00B5\u002F\u00FD', ARCHIVE],
  [0, 'MSCF\0', ARCHIVE],
  [257, 'ustar', ARCHIVE],
  [0, '\u007FELF', PROGRAM],
  [0, '\u00CA\u00FE\u00BA\u00BE', PROGRAM],
  [0, '\u00CF\u00FA\u00ED\u00FE', PROGRAM],
  [0, '\0asm', PROGRAM],
  [0, 'wOFF', FONT],
  [0, 'wOF2', FONT],
  [0, 'OTTO\0', FONT],
  [0, '\0\u0001\0\0\0', FONT],
  [0, 'SQLite format 3\0', DATABASE],
  [0, 'PAR1', DATABASE],
  [0, '{\\rtf', 'Rich Text; open it in Word and save it as .docx'],
  [0, '%!PS', 'PostScript; convert it to PDF'],
  [0, 'AT&TFORM', 'a DjVu scan; convert it to a PDF with a text layer'],
  [0, 'BOOKMOBI', 'a Kindle book; convert it to EPUB'],
  [60, 'BOOKMOBI', 'a Kindle book; convert it to EPUB'],
]

const OLE = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'
/** Names of streams, as old Office files hold them in UTF-16. */
const STREAMS: readonly (readonly [name: string, what: string])[] = [
  ['EncryptedPackage', 'locked with a password; take the password off and save it again'],
  ['WordDocument', 'old Word format; save it as .docx'],
  ['PowerPoint Document', 'old PowerPoint format; save it as PDF'],
  ['Workbook', 'old Excel format; save it as .xlsx'],
  ['Book', 'old Excel format; save it as .xlsx'],
  ['__properties_version', 'Outlook message format; save it as .eml'],
]

/** What the file is, and the remedy; `undefined` when it may be one that is read. */
export function foreign(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (head.startsWith(OLE)) return oldOffice(bytes)
  // "MZ" alone begins words; a program has the NULs of its header.
  if (head.startsWith('MZ') && head.slice(2, 64).includes('\0\0')) return PROGRAM
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return PICTURE
  if (
    /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/u.test(
      head,
    )
  )
    return PICTURE
  return SIGNS.find(([at, sign]) => head.startsWith(sign, at))?.[2]
}

function oldOffice(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stream = STREAMS.find(([name]) => whole.includes(Buffer.from(name, 'utf16le')))
  return stream?.[1] ?? 'an old Office format; save it as .docx, .xlsx or PDF'
}
