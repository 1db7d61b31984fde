/** PDFs that tests make, and what is read of them. */
import { readPdfFile } from '../../../index/readers/pdf/pdf.ts'
import type { Reading } from '../../../index/readers/reading.ts'
import { makePdf, type PdfOptions, type PdfPage } from '../../support/pdf.ts'
import { readOne } from './files.ts'

export const NAME = 'wells.pdf'
export const read = (pages: readonly PdfPage[], options?: PdfOptions) =>
  readOne(NAME, makePdf(pages, options))

export async function reading(pages: readonly PdfPage[], options?: PdfOptions): Promise<Reading> {
  const result = await readPdfFile({ name: NAME, bytes: makePdf(pages, options) })
  const [only] = 'reason' in result ? [] : result.readings
  if (only === undefined) throw new Error('nothing was read')
  return only
}

export const LEFT = [
  'The wells of the northern town were closed',
  'in spring, and the people of the town have',
  'walked to the river every day since then to',
  'fetch their water.',
]
export const RIGHT = [
  'The mayor asked the ministry for help in',
  'winter. Nobody has answered her so far, and',
  'the second letter was sent back to the town',
  'without having been opened.',
]
