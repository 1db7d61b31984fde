/** Texts, tables, mails and bytes made to harm. */
import { randomOf } from '../random.ts'
import { type Bomb, bomb, megabyteOf } from './bomb.ts'

/** The first bytes of formats. */
const MAGIC: readonly (readonly [ending: string, magic: Buffer])[] = [
  ['docx', Buffer.from('PK\u0003\u0004')],
  ['xlsx', Buffer.from('PK\u0005\u0006')],
  ['epub', Buffer.from('PK\u0003\u0004')],
  ['html', Buffer.from('<!doctype html><p>')],
  ['rss', Buffer.from('<?xml version="1.0"?><rss>')],
  ['eml', Buffer.from('Subject: x\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n')],
  ['csv', Buffer.of(0xef, 0xbb, 0xbf)],
  ['md', Buffer.from('---\n')],
]

export const TEXT_BOMBS: readonly Bomb[] = [
  bomb('line.txt', 'a line of 10 MB', () => 'barn '.repeat(2e6)),
  bomb('word.txt', 'a word of 2 MB', () => 'a'.repeat(2e6)),
  bomb('sentence.txt', 'a sentence of 1 MB with figures', () =>
    megabyteOf('9 barns and 14 goats, '),
  ),
  bomb('digits.txt', 'a number of 10^6 digits', () => '7'.repeat(1e6)),
  bomb('numbers.txt', '300,000 numbers and nothing else', () => '1 '.repeat(300_000)),
  bomb('spelled.txt', 'a number in words without end', () =>
    megabyteOf('one hundred thousand and '),
  ),
  bomb('commas.txt', 'a number with 300,000 separators', () => '1,'.repeat(300_000)),
  bomb('brackets.txt', 'quotes and brackets that nobody closes', () => '“(«"'.repeat(100_000)),
  bomb('speakers.txt', 'who says that who says that', () =>
    megabyteOf('Ada Lund said Ben Moor said '),
  ),
  bomb('hyphens.txt', 'a hyphen at the end of every line', () => 'bar-\n'.repeat(300_000)),
  bomb('lines.txt', '10^6 empty lines', () => '\n'.repeat(1e6)),
  bomb('pages.txt', '100,000 pages', () => 'Barns\f'.repeat(100_000)),
  bomb('marks.txt', 'a letter under 10^6 accents', () => `a${'\u0301'.repeat(5e5)}`),
  bomb('unseen.txt', '10^6 characters that nobody sees', () =>
    '\u200B\u202E\u2066\uFEFF'.repeat(250_000),
  ),
  bomb('footnotes.txt', '100,000 footnotes', () =>
    Array.from({ length: 1e5 }, (_, at) => `barn[${at}]\n[${at}] x`).join('\n'),
  ),
  bomb('nul.txt', '10^6 NUL bytes', () => Buffer.alloc(1e6)),
  bomb('broken.txt', 'bytes that are no UTF-8', () =>
    Buffer.alloc(1e6, Buffer.of(0xc3, 0x28, 0xf0, 0x9f, 0xff)),
  ),
  bomb('surrogates.txt', 'halves of UTF-16 pairs', () =>
    Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.alloc(999_999, Buffer.of(0x00, 0xd8))]),
  ),
  bomb('columns.csv', '500,000 columns', () => `${'a,'.repeat(5e5)}\n${'1,'.repeat(5e5)}`),
  bomb('rows.csv', '300,000 rows', () => `place,barns\n${'Lund,9\n'.repeat(300_000)}`),
  bomb('quote.csv', 'a quotation without an end', () => `a,b\n"${megabyteOf('x,y\n')}`),
  bomb('quotes.csv', 'a field of 10^6 quotation marks', () => `a,b\n"${'""'.repeat(500_000)}",1`),
  bomb('nested.eml', 'a mail in parts 1,000 deep', () => nested(1000)),
  bomb('forwarded.eml', 'a mail in a mail, 500 deep', () => {
    let mail = 'Subject: Barns\r\n\r\nLund has nine barns.'
    for (let depth = 0; depth < 500; depth++)
      mail = `Subject: Fw\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n${mail}`
    return mail
  }),
  bomb(
    'attachments.eml',
    '20,000 attachments',
    () =>
      `${multipart('x')}${'--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="../a.txt"\r\n\r\nNine.\r\n'.repeat(20_000)}--x--`,
  ),
  bomb(
    'header.eml',
    'a header of 3 MB',
    () => `Subject: ${'barn '.repeat(600_000)}\r\n\r\nNine barns.`,
  ),
  bomb(
    'headers.eml',
    '100,000 headers',
    () => `${'X-A: =?utf-8?q?=41?=\r\n'.repeat(100_000)}\r\nNine barns.`,
  ),
  bomb(
    'base64.eml',
    'an attachment that is a PDF and is none',
    () =>
      `${multipart('x')}--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n${Buffer.from(`%PDF-1.7\n${'['.repeat(500_000)}`).toString('base64')}\r\n--x--`,
  ),
  ...MAGIC.map(([ending, magic]) =>
    bomb(`chance.${ending}`, `chance behind the mark of ${ending}`, () =>
      Buffer.concat([magic, chance(ending.length)]),
    ),
  ),
]

const multipart = (boundary: string): string =>
  `Subject: Barns\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`

function nested(depth: number): string {
  let inner = 'Content-Type: text/plain\r\n\r\nLund has nine barns.'
  for (let level = 0; level < depth; level++)
    inner = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${inner}\r\n--b${level}--`
  return `Subject: Barns\r\nMIME-Version: 1.0\r\n${inner}`
}

function chance(seed: number): Buffer {
  const random = randomOf(seed)
  return Buffer.from(Array.from({ length: 100_000 }, () => Math.floor(random() * 256)))
}
