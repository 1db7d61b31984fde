/** PDF files made to harm. */
import { deflateSync } from 'node:zlib'
import { randomOf } from '../random.ts'
import { type Bomb, bomb, megabyteOf, zlibRepeat } from './bomb.ts'

const WORDS = 'BT /F1 12 Tf 72 720 Td (Lund has nine barns.) Tj ET\n'
/** A page's operators, a megabyte of them, so many times. */
const operators = (times: number): Buffer => zlibRepeat(megabyteOf(WORDS), times)

export const PDF_BOMBS: readonly Bomb[] = [
  bomb('twice.pdf', '2 GB of operators, deflated twice', () =>
    onePage(stream(deflateSync(operators(2000)), '/Filter [/FlateDecode /FlateDecode]')),
  ),
  bomb('thrice.pdf', '4 GB of operators, deflated three times', () =>
    onePage(
      stream(
        deflateSync(deflateSync(operators(4000))),
        '/Filter [/FlateDecode /FlateDecode /FlateDecode]',
      ),
    ),
  ),
  bomb('once.pdf', '100 MB of operators, deflated', () =>
    onePage(stream(operators(100), '/Filter /FlateDecode')),
  ),
  bomb('spaces.pdf', '3 GB of spaces, deflated twice', () =>
    onePage(
      stream(deflateSync(zlibRepeat(megabyteOf(' '), 3000)), '/Filter [/FlateDecode /FlateDecode]'),
    ),
  ),
  bomb('hex-chain.pdf', 'a chain of forty filters', () =>
    onePage(stream(Buffer.from(hex(WORDS, 6)), `/Filter [${'/ASCIIHexDecode '.repeat(40)}]`)),
  ),
  bomb('run-length.pdf', 'run lengths of run lengths', () =>
    onePage(
      stream(
        deflateSync(Buffer.alloc(2_000_000, Buffer.of(129, 129))),
        '/Filter [/FlateDecode /RunLengthDecode /RunLengthDecode]',
      ),
    ),
  ),
  bomb('count.pdf', 'a page tree that says it has 10^9 pages', () =>
    onePage(stream(WORDS), { count: 1e9 }),
  ),
  bomb('tree-loop.pdf', 'a page tree that holds itself', () =>
    pdf([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
  ),
  bomb('tree-chain.pdf', 'a page tree 20,000 deep', () =>
    pdf([
      CATALOG,
      ...Array.from(
        { length: 20_000 },
        (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`,
      ),
      '<< /Type /Page /MediaBox [0 0 9 9] >>',
    ]),
  ),
  bomb('pages.pdf', '20,000 pages of one content', () =>
    pdf([
      CATALOG,
      `<< /Type /Pages /Kids [${'3 0 R '.repeat(20_000)}] /Count 20000 >>`,
      PAGE,
      stream(WORDS),
      FONT,
    ]),
  ),
  bomb('xref-loop.pdf', 'a cross-reference table before itself', () =>
    onePage(stream(WORDS), { trailer: (at) => `/Prev ${at}` }),
  ),
  bomb('xref-size.pdf', 'a cross-reference table of 10^9 entries', () =>
    onePage(stream(WORDS), { entries: 1e9 }),
  ),
  bomb('no-xref.pdf', 'half of a file', () => {
    const whole = onePage(stream(operators(3), '/Filter /FlateDecode'))
    return whole.subarray(0, whole.length / 2)
  }),
  bomb('objects.pdf', 'an object stream that extends itself', () =>
    pdf([
      '<< /Type /Catalog /Pages 9 0 R >>',
      stream('9 0 << /Kids [9 0 R] >>', '/Type /ObjStm /N 1000000000 /First 4 /Extends 2 0 R'),
    ]),
  ),
  bomb('length-loop.pdf', 'a stream whose length is itself', () =>
    pdf([CATALOG, PAGES, PAGE, `<< /Length 4 0 R >>\nstream\n${WORDS}\nendstream`, FONT]),
  ),
  bomb('image.pdf', 'an image of 10^10 points', () =>
    pdf([
      CATALOG,
      PAGES,
      page('/XObject << /I 6 0 R >>'),
      stream('q 500 0 0 500 0 0 cm /I Do Q'),
      FONT,
      stream(
        zlibRepeat(megabyteOf('\0'), 500),
        '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
      ),
    ]),
  ),
  bomb('arrays.pdf', 'arrays 10^6 deep', () =>
    pdf([CATALOG, PAGES, PAGE, stream(WORDS), FONT, '['.repeat(1e6)]),
  ),
  bomb('operand-arrays.pdf', 'operands 500,000 deep', () => onePage(stream('['.repeat(5e5)))),
  bomb('dictionaries.pdf', 'dictionaries 200,000 deep', () =>
    pdf(['<< /A '.repeat(2e5), PAGES, PAGE, stream(WORDS), FONT]),
  ),
  bomb('form-loop.pdf', 'a form that paints itself', () =>
    pdf([CATALOG, PAGES, page('/XObject << /X 6 0 R >>'), stream('/X Do'), FONT, form(6)]),
  ),
  bomb('forms.pdf', 'forms that paint the next twice, forty deep', () =>
    pdf([
      CATALOG,
      PAGES,
      page('/XObject << /X 6 0 R >>'),
      stream('/X Do'),
      FONT,
      ...Array.from({ length: 40 }, (_, at) => form(at + 7)),
      stream(WORDS, '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
    ]),
  ),
  bomb('states.pdf', '10^6 saved states', () =>
    onePage(stream(zlibRepeat(megabyteOf('q '), 2), '/Filter /FlateDecode')),
  ),
  bomb('characters.pdf', 'a font whose map has 2^32 characters', () =>
    pdf([
      CATALOG,
      PAGES,
      PAGE,
      stream(WORDS),
      '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] /ToUnicode 6 0 R >>',
      stream(
        'begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap',
      ),
    ]),
  ),
  bomb('pieces.pdf', '300,000 words thrown on one page', () => {
    const random = randomOf(3)
    const place = (): number => Math.floor(random() * 600)
    const words = Array.from(
      { length: 300_000 },
      (_, at) => `1 0 0 1 ${place()} ${place()} Tm (w${at}) Tj`,
    )
    return onePage(
      stream(deflateSync(`BT /F1 6 Tf ${words.join('\n')} ET`), '/Filter /FlateDecode'),
    )
  }),
  bomb('columns.pdf', '2,000 columns of 100 lines', () => {
    const words = Array.from(
      { length: 200_000 },
      (_, at) => `1 0 0 1 ${(at % 2000) * 40} ${Math.floor(at / 2000) * 7} Tm (w${at % 97}) Tj`,
    )
    return onePage(
      stream(deflateSync(`BT /F1 6 Tf ${words.join('\n')} ET`), '/Filter /FlateDecode'),
    )
  }),
  bomb('script.pdf', 'scripts, launches and remote files', () =>
    pdf([
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (for(;;){}) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >> >>',
      PAGES,
      page('/XObject << /I << /F << /FS /URL /F (http://127.0.0.1:9/x) >> >> >>'),
      stream(WORDS),
      FONT,
    ]),
  ),
  bomb('locked.pdf', 'encryption that is none', () =>
    onePage(stream(WORDS), {
      trailer: () =>
        '/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /O () /U () /P -1 >> /ID [() ()]',
    }),
  ),
  bomb('random.pdf', 'a head and chance', () => {
    const random = randomOf(11)
    return Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from(Array.from({ length: 200_000 }, () => Math.floor(random() * 256))),
    ])
  }),
]

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const page = (resources: string): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`
const PAGE = page('')

interface Lies {
  readonly count?: number
  readonly entries?: number
  readonly trailer?: (xref: number) => string
}

/** A page with this content. */
const onePage = (content: Buffer, { count = 1, ...lies }: Lies = {}): Buffer =>
  pdf([CATALOG, `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`, PAGE, content, FONT], lies)

const stream = (content: Buffer | string, entries = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${entries} >>\nstream\n`),
    Buffer.from(content),
    Buffer.from('\nendstream'),
  ])

/** A form that paints the object `next` twice. */
const form = (next: number): Buffer =>
  stream(
    '/X Do /X Do',
    `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} 0 R >> >>`,
  )

/** A file of these objects, numbered from 1; the first is the catalog. */
function pdf(objects: readonly (string | Buffer)[], { entries, trailer }: Lies = {}): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const put = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  for (const [at, object] of objects.entries()) {
    offsets.push(length)
    put(
      Buffer.concat([
        Buffer.from(`${at + 1} 0 obj\n`),
        Buffer.from(object),
        Buffer.from('\nendobj\n'),
      ]),
    )
  }
  const xref = length
  const size = entries ?? objects.length + 1
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  put(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer?.(xref) ?? ''} >>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function hex(text: string, times: number): string {
  let written = text
  for (let round = 0; round < times; round++) written = `${Buffer.from(written).toString('hex')}>`
  return written
}
