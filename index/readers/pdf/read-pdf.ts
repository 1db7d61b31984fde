/** PDF → one document: its text in reading order, with its pages as places. Loads pdf.js: import it lazily. */
import { isNoise } from '../../clean/noise.ts'
import { followDrawing } from './drawing.ts'
import type { Drawing, Font } from './glyphs.ts'
import { toReading } from './document.ts'
import { type Layout, toLayout } from './layout.ts'
import { toMatrix } from './matrix.ts'
import { openPdf, type Page, type Pdf } from './open.ts'
import { readOutline } from './outline.ts'
import type { Properties } from './title.ts'
import { type Reader, single } from '../reading.ts'

/** A longer file is read so far. */
const MOST_PAGES = 5000
/** Letters of a document, all pages together. */
const MOST_GLYPHS = 30_000_000

export const readPdf: Reader = async ({ bytes, onPages }) => {
  const pdf = await openPdf(bytes)
  if ('reason' in pdf) return pdf
  onPages?.(Math.min(pdf.numPages, MOST_PAGES))
  try {
    const { layouts, notes: ofPages } = await readPages(pdf)
    const notes = isTruncated(bytes)
      ? ['the end of the file is missing, and pages of it may be; get it again', ...ofPages]
      : ofPages
    if (layouts.every(isEmpty))
      return {
        reason: [
          layouts.includes(NOISE)
            ? 'a PDF without words, only the noise of a scanner; run it through OCR again and add the result'
            : 'a PDF without text, only pictures; run it through OCR and add the result',
          ...notes.filter((note) => !/holds? (?:no text|the noise)/u.test(note)),
        ].join('; '),
      }
    const reading = toReading(
      layouts,
      await labelsOf(pdf),
      await propertiesOf(pdf),
      await readOutline(pdf),
    )
    return single(reading, notes)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** A whole file ends in its mark, but for a few bytes that mail or a server put after it. */
const isTruncated = (bytes: Uint8Array): boolean =>
  !Buffer.from(bytes.subarray(-2048)).toString('latin1').includes('%%EOF')

async function readPages(pdf: Pdf): Promise<{ layouts: Layout[]; notes: string[] }> {
  const layouts: Layout[] = []
  const empty: number[] = []
  const broken: number[] = []
  const cut: number[] = []
  const noisy: number[] = []
  let glyphs = 0
  let number = 1
  for (; number <= Math.min(pdf.numPages, MOST_PAGES) && glyphs < MOST_GLYPHS; number++) {
    const read = await readPage(pdf, number)
    if (read === undefined) broken.push(number)
    else if (read.drawing.cut) cut.push(number)
    const layout = withoutNoise(read?.layout ?? BLANK)
    if (layout === NOISE) noisy.push(number)
    if (read !== undefined && isEmpty(layout) && layout.hasPicture) empty.push(number)
    glyphs += read?.drawing.glyphs.length ?? 0
    layouts.push(layout)
  }
  return {
    layouts,
    notes: [
      ...said(
        broken,
        'is damaged and was left out; open the file in a PDF viewer and save it again',
        'are damaged and were left out; open the file in a PDF viewer and save it again',
      ),
      ...said(
        empty,
        'holds no text, only a picture; run it through OCR',
        'hold no text, only pictures; run them through OCR',
      ),
      ...said(
        noisy,
        'holds the noise of a scanner in place of text; run it through OCR again',
        'hold the noise of a scanner in place of text; run them through OCR again',
      ),
      ...said(
        cut,
        'draws more than is read; its rest was left out',
        'draw more than is read; their rest was left out',
      ),
      ...(number <= pdf.numPages
        ? [`only the first ${number - 1} of ${pdf.numPages} pages were read; split the file`]
        : []),
    ],
  }
}

const BLANK: Layout = {
  fragments: [],
  shapes: [],
  rules: [],
  extent: { width: 0, height: 0 },
  turned: [],
  aslant: [],
  hasPicture: false,
}

/** In the place of a page whose letters are no words. */
const NOISE: Layout = { ...BLANK }

const withoutNoise = (layout: Layout): Layout =>
  isNoise(layout.fragments.map(({ text }) => text).join(' ')) ? NOISE : layout

const isEmpty = ({ fragments }: Layout): boolean => fragments.length === 0

/** Pages named in one note. */
const MOST_NAMED = 10

function said(pages: readonly number[], one: string, several: string): string[] {
  const [first] = pages
  if (first === undefined) return []
  if (pages.length === 1) return [`page ${first} ${one}`]
  const named = pages.slice(0, MOST_NAMED).join(', ')
  const more = pages.length > MOST_NAMED ? ` and ${pages.length - MOST_NAMED} more` : ''
  return [`pages ${named}${more} ${several}`]
}

/**
 * `undefined` when the page cannot be read at all.
 * @param keep whether fragments keep their letters
 */
export async function readPage(
  pdf: Pdf,
  number: number,
  keep = false,
): Promise<{ layout: Layout; drawing: Drawing } | undefined> {
  try {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const base = toMatrix(viewport.transform)
    if (base === undefined) return undefined
    const layers = await pdf.getOptionalContentConfig()
    // Without annotations: comments and fields of forms are no part of the text.
    const operators = await page.getOperatorList({ annotationMode: 0 })
    const drawing = followDrawing(operators, {
      base,
      fontOf: fontsOf(page),
      isShown: (layer) => layer === null || layer === undefined || layers.isVisible(layer),
    })
    const { width, height } = viewport
    const layout = toLayout(drawing, { width, height }, keep)
    page.cleanup()
    return { layout, drawing }
  } catch {
    // One page's damage must not cost the others; the note names it.
    return undefined
  }
}

function fontsOf(page: Page): (id: string) => Font | undefined {
  const known = new Map<string, Font | undefined>()
  return (id) => {
    if (!known.has(id)) known.set(id, toFont(page, id))
    return known.get(id)
  }
}

function toFont(page: Page, id: string): Font | undefined {
  if (!page.commonObjs.has(id)) return undefined
  const found: unknown = page.commonObjs.get(id)
  if (typeof found !== 'object' || found === null) return undefined
  const font: {
    name?: unknown
    bold?: unknown
    black?: unknown
    italic?: unknown
    vertical?: unknown
    fontMatrix?: unknown
  } = found
  const name = typeof font.name === 'string' ? font.name : ''
  return {
    bold:
      font.bold === true || font.black === true || /bold|black|heavy|(?:semi|demi)b/iu.test(name),
    italic: font.italic === true || /italic|oblique/iu.test(name),
    vertical: font.vertical === true,
    scale: Math.abs(toMatrix(font.fontMatrix)?.[0] ?? 0.001) || 0.001,
  }
}

async function labelsOf(pdf: Pdf): Promise<string[]> {
  const labels = await pdf.getPageLabels().catch(() => null)
  return (labels ?? []).map((label, at) => (label.trim() === '' ? String(at + 1) : label.trim()))
}

async function propertiesOf(pdf: Pdf): Promise<Properties> {
  const none = { title: undefined, author: undefined, publisher: undefined }
  const found = await pdf.getMetadata().catch(() => undefined)
  if (found === undefined) return none
  const info: { Title?: unknown; Author?: unknown } = found.info
  const written = (key: string): string | undefined => {
    const value: unknown = found.metadata?.get(key)
    const one: unknown = Array.isArray(value) ? value.join(', ') : value
    return typeof one === 'string' && one.trim() !== '' ? one : undefined
  }
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? value : undefined
  return {
    title: text(info.Title) ?? written('dc:title'),
    author: text(info.Author) ?? written('dc:creator'),
    publisher: written('dc:publisher'),
  }
}
