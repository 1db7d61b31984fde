/** Opens a PDF with pdf.js: nothing is fetched or run, and pictures are only unpacked where they are drawn. */
import { fileURLToPath } from 'node:url'
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Pdf = PDFDocumentProxy
export type Page = PDFPageProxy

/** Why a file cannot be opened, with the remedy. */
export interface Refusal {
  readonly reason: string
}

/** Pictures hold no text, and one of a few bytes can unpack to gigabytes. */
const NO_PICTURES = 1

/** @param pixels that a picture may have; larger ones are left out, and all of them unless told */
export async function openPdf(bytes: Uint8Array, pixels = NO_PICTURES): Promise<Pdf | Refusal> {
  // It takes the bytes over: a copy, so that the caller's stay.
  const opened = await open(Uint8Array.from(bytes), pixels)
  if (!('reason' in opened) || !opened.damaged) return opened
  const mended = withTrailer(bytes)
  if (mended === undefined) return opened
  const again = await open(mended, pixels)
  return 'reason' in again ? opened : again
}

async function open(
  data: Uint8Array,
  pixels: number,
): Promise<Pdf | (Refusal & { readonly damaged: boolean })> {
  const task = getDocument({
    data,
    verbosity: 0,
    // The name of a font tells whether it is bold.
    fontExtraProperties: true,
    stopAtErrors: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: pixels,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    ...(pixels > NO_PICTURES && { wasmUrl: folder('wasm'), iccUrl: folder('iccs') }),
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy().catch(() => undefined)
    const damaged = error instanceof Error && error.name === 'InvalidPDFException'
    return { reason: reasonOf(error), damaged }
  }
}

/** A file that was cut off before its trailer, with one that names its catalogue. */
function withTrailer(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes)
  const at = file.lastIndexOf('/Catalog')
  if (at < 0) return undefined
  const before = file.toString('latin1', Math.max(0, at - 2000), at)
  const [, number, generation] = [...before.matchAll(/(\d{1,10}) (\d{1,5}) obj\b/gu)].at(-1) ?? []
  if (number === undefined || generation === undefined) return undefined
  const trailer = `\nendobj\ntrailer\n<< /Root ${number} ${generation} R >>\nstartxref\n0\n%%EOF\n`
  return new Uint8Array(Buffer.concat([file, Buffer.from(trailer, 'latin1')]))
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return 'a PDF locked with a password; save a copy without the password and add that'
  const detail = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return `a damaged PDF (${detail}); open it in a PDF viewer and save it again, or get it again`
}

const folder = (name: string): string =>
  fileURLToPath(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')))
