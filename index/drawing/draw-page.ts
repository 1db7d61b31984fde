/** A page of a PDF as a picture, with the places of words on it. Loads pdf.js and what draws. */
import { createCanvas } from '@napi-rs/canvas'
import { openPdf, type Page, type Pdf } from '../readers/pdf/open.ts'
import { readPage } from '../readers/pdf/read-pdf.ts'
import { marksOn } from './marks.ts'
import { type DrawTask, pack } from './messages.ts'

/** Pixels across: sharp beside a text, and a letter's size over a slow line. */
const WIDTH = 1000
const MOST_HEIGHT = 3000
/** Pixels of a picture within the page. */
const MOST_PICTURE = 16_000_000
/** From 0 to 100. */
const QUALITY = 55

export async function drawPage({
  bytes,
  page: number,
  text,
  spans,
}: DrawTask): Promise<Uint8Array | { readonly reason: string }> {
  const pdf = await openPdf(bytes, MOST_PICTURE)
  if ('reason' in pdf) return pdf
  try {
    const read = await readPage(pdf, number, true)
    if (read === undefined) return { reason: `page ${number} is damaged and cannot be drawn` }
    const { width, height, picture } = await draw(pdf, number)
    return pack({ width, height, ...marksOn(read.layout, text, spans) }, picture)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

type Context = Parameters<Page['render']>[0]['canvasContext']

async function draw(
  pdf: Pdf,
  number: number,
): Promise<{ width: number; height: number; picture: Uint8Array }> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(WIDTH / width, MOST_HEIGHT / height)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it draws as a browser's does, as far as pdf.js uses it
  const canvasContext = canvas.getContext('2d') as unknown as Context
  // Without fields and comments: they are no part of the text.
  await page.render({ canvas: null, canvasContext, viewport, annotationMode: 0 }).promise
  return { width, height, picture: await canvas.encode('webp', QUALITY) }
}
