/** Writes small PDFs: texts at places of a page, boxes, several pages, packed or not. */
import { deflateSync } from 'node:zlib'

export interface PdfText {
  /** From the page's left and upper edges to where the base line begins, in points. */
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly font?: 'regular' | 'bold'
  /** Degrees, against the clock. */
  readonly angle?: number
  /** Three numbers from 0 to 1. */
  readonly color?: string
  /** As the PDF operator `Tr` takes it: 3 is invisible. */
  readonly mode?: number
  /** Points between letters. */
  readonly spacing?: number
  /** Marked as no content of the document. */
  readonly artifact?: boolean
}

interface PdfBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: string
}

export interface PdfPage {
  readonly texts: readonly PdfText[]
  readonly boxes?: readonly PdfBox[]
  /** Degrees that a viewer turns the page by, with the clock. */
  readonly rotate?: number
  /** A picture over all of the page. */
  readonly picture?: boolean
}

export interface PdfOptions {
  readonly title?: string
  readonly author?: string
  readonly packed?: boolean
  /** Needs a password to be opened. */
  readonly locked?: boolean
  /** What the pages are called, as the value of `/Nums`. */
  readonly labels?: string
  /** Chapters, each with the page it begins on, from 0. */
  readonly outline?: readonly { readonly title: string; readonly page: number }[]
}

const WIDTH = 595
const HEIGHT = 842

export function makePdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const first = 7
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`)
  const labels = options.labels === undefined ? '' : `/PageLabels << /Nums [${options.labels}] >>`
  const { outline = [] } = options
  const root = first + pages.length * 2
  const outlines = outline.length === 0 ? '' : `/Outlines ${root} 0 R`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${labels} ${outlines} >>`,
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    stream(
      '\u0000\u007F\u00FF\u0000',
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
      false,
    ),
    `<< ${info('Title', options.title)} ${info('Author', options.author)} >>`,
    ...pages.flatMap((page, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${page.rotate ?? 0} /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> /XObject << /P 5 0 R >> >> >>`,
      stream(contentOf(page), '', options.packed === true),
    ]),
    ...(outline.length === 0
      ? []
      : [
          `<< /Type /Outlines /First ${root + 1} 0 R /Last ${root + outline.length} 0 R /Count ${outline.length} >>`,
        ]),
    ...outline.map(({ title, page }, at) => {
      const next = at + 1 < outline.length ? `/Next ${root + at + 2} 0 R` : ''
      return `<< /Title (${title}) /Parent ${root} 0 R ${next} /Dest [${first + page * 2} 0 R /Fit] >>`
    }),
  ]
  return assemble(objects, options.locked === true)
}

/** The code 1 is the ligature fi. */
const font = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>`

const info = (key: string, value: string | undefined): string =>
  value === undefined ? '' : `/${key} (${escaped(value)})`

function contentOf({ texts, boxes = [], picture = false }: PdfPage): string {
  const painted = boxes.map(
    ({ x, y, width, height, color }) =>
      `q ${color} rg ${x} ${HEIGHT - y - height} ${width} ${height} re f Q`,
  )
  const drawn = picture ? [`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /P Do Q`] : []
  return [...painted, ...drawn, ...texts.map(show)].join('\n')
}

function show(text: PdfText): string {
  const { x, y, size = 10, angle = 0, color = '0 0 0', mode = 0, spacing = 0 } = text
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const matrix = [cos, sin, -sin, cos, x, HEIGHT - y].map((each) => each.toFixed(4)).join(' ')
  const shown = `BT ${color} rg ${mode} Tr ${spacing} Tc /${text.font === 'bold' ? 'B' : 'R'} ${size} Tf ${matrix} Tm (${escaped(text.text)}) Tj ET`
  return text.artifact === true ? `/Artifact BMC ${shown} EMC` : shown
}

/** Windows' codes for what Latin-1 lacks. */
const CODES: Readonly<Record<string, string>> = {
  ﬁ: '\u0001',
  '•': '\u0095',
  '–': '\u0096',
  '—': '\u0097',
  '’': '\u0092',
}

const escaped = (text: string): string =>
  text.replace(/[ﬁ•–—’]/gu, (each) => CODES[each] ?? each).replace(/[()\\]/gu, String.raw`\$&`)

function stream(contents: string, entries: string, packed: boolean): string {
  const bytes = packed ? deflateSync(Buffer.from(contents, 'latin1')).toString('latin1') : contents
  const filter = packed ? '/Filter /FlateDecode' : ''
  return `<< /Length ${bytes.length} ${filter} ${entries} >>\nstream\n${bytes}\nendstream`
}

function assemble(objects: readonly string[], locked: boolean): Uint8Array {
  const offsets: number[] = []
  let file = '%PDF-1.7\n'
  for (const [at, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const key = '00'.repeat(32)
  const lock = locked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
    : ''
  const size = objects.length + 1
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R ${lock} >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

/** Lines below one another, from (x, y) down. */
export const linesAt = (
  x: number,
  y: number,
  lines: readonly string[],
  rest: Omit<PdfText, 'x' | 'y' | 'text'> = {},
): PdfText[] => lines.map((text, at) => ({ ...rest, x, y: y + at * (rest.size ?? 10) * 1.2, text }))
