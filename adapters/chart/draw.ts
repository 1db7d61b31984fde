/** A chart as a picture: Vega lays it out, Skia draws it. No browser; the font is brought along. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas'
import * as vega from 'vega'
import type { Figures } from '../../src/reply.ts'
import { chartOf, FONT } from './chart.ts'
import { readable } from './chart-rows.ts'

/** Pixels a unit of the layout: sharp on a printed page, too. */
const ZOOM = 2

/** Letters are drawn as shapes, so that it looks the same where the font is missing. */
export async function drawSvg(reply: Figures): Promise<string> {
  const drawn = await draw(reply, 1, (width, height) => {
    const canvas = createCanvas(width, height, SvgExportFlag.ConvertTextToPaths)
    return { context: canvas.getContext('2d'), result: () => canvas.getContent().toString('utf8') }
  })
  const title = escaped(`Figures for “${reply.question}”`)
  const words = `<title>${title}</title><desc>${escaped(reply.description)}</desc>`
  return rounded(drawn).replace(
    /^[\s\S]*?<svg(?<attributes>[^>]*)>/u,
    (_, attributes: string) => `<svg role="img"${attributes}>${words}`,
  )
}

export function drawPng(reply: Figures): Promise<Uint8Array> {
  return draw(reply, ZOOM, (width, height) => {
    const canvas = createCanvas(width, height)
    return { context: canvas.getContext('2d'), result: () => canvas.encode('png') }
  })
}

interface Surface<T> {
  readonly context: SKRSContext2D
  readonly result: () => T | Promise<T>
}

/** @param surface makes something to draw on, of so many pixels */
async function draw<T>(
  reply: Figures,
  zoom: number,
  surface: (width: number, height: number) => Surface<T>,
): Promise<T> {
  useFont()
  const view = new vega.View(vega.parse(chartOf(reply)), {
    renderer: 'none',
    logLevel: vega.Error,
  })
  try {
    // Only once it is laid out is it known how large it is.
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/u.exec(await view.toSVG()) ?? []
    const { context, result } = surface(Number(width) * zoom, Number(height) * zoom)
    await view.toCanvas(zoom, { externalContext: context })
    return await result()
  } finally {
    view.finalize()
  }
}

const require = createRequire(import.meta.url)

/** Registering a font twice does nothing. */
function useFont(): void {
  const fonts = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf')
  for (const file of ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'])
    GlobalFonts.registerFromPath(join(fonts, file), FONT)
}

/** Outlines to the hundredth are as sharp, at half the size. */
const rounded = (svg: string): string =>
  svg.replace(/ d="[^"]*"/gu, (path) =>
    path.replace(/-?(?<!\d)\d+\.\d{3,}/gu, (number) => String(Number(Number(number).toFixed(2)))),
  )

const escaped = (text: string): string =>
  readable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
