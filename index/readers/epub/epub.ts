/** EPUB → one document: its chapters in reading order, each under its own headings. */
import { decode } from '../decode.ts'
import type { Block } from '../../clean/blocks.ts'
import { htmlReading } from '../html/reading.ts'
import { type Reader, type Reading, single, Unreadable } from '../reading.ts'
import { Zip } from '../zip/zip.ts'
import { isLocked } from './locks.ts'
import { readBook } from './package.ts'

export const readEpubFile: Reader = ({ bytes }) => {
  const zip = new Zip(bytes)
  if (isLocked(zip))
    throw new Unreadable('is locked by its seller (DRM); ask the publisher for a copy without it')
  const { chapters, stated } = readBook(zip)
  const readings: Reading[] = []
  const notes: string[] = []
  for (const { path, label } of chapters) {
    const contents = zip.read(path)
    const page = contents === undefined ? undefined : decode(contents)
    if (page === undefined) notes.push(`chapter ${path} is missing or damaged; get the book again`)
    else readings.push(withLabel(htmlReading(page.text, {}), label))
  }
  return Promise.resolve(single({ ...joined(readings), stated }, notes))
}

/** A chapter without a heading goes by its name in the table of contents. */
function withLabel(reading: Reading, label: string | undefined): Reading {
  const { text, blocks } = reading
  if (label === undefined || blocks.length === 0 || blocks[0]?.kind === 'heading') return reading
  const heading: Block = { kind: 'heading', spans: [{ start: 0, end: label.length }], level: 1 }
  const whole = `${label}${BETWEEN}${text}`
  const by = label.length + BETWEEN.length
  return { ...reading, text: whole, blocks: [heading, ...blocks.map((block) => shift(block, by))] }
}

const BETWEEN = '\n\n'

function joined(readings: readonly Reading[]): Omit<Reading, 'stated'> {
  const texts: string[] = []
  const blocks: Block[] = []
  let length = 0
  for (const reading of readings) {
    if (reading.text.trim() === '') continue
    texts.push(reading.text)
    for (const block of reading.blocks) blocks.push(shift(block, length))
    length += reading.text.length + BETWEEN.length
  }
  return { text: texts.join(BETWEEN), bodyStart: 0, blocks, titles: [], places: [] }
}

const shift = (block: Block, by: number): Block => ({
  ...block,
  spans: block.spans.map(({ start, end }) => ({ start: start + by, end: end + by })),
})
