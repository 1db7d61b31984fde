/** Documents as columns: their texts, what is known about them, and their paragraphs and maps as numbers. */
import type { Document, Paragraph } from '../document.ts'
import { OffsetMap } from '../offset-map.ts'
import { type ColumnReader, type ColumnWriter, Cursor } from './columns.ts'
import { marked, unmarked } from './marked-spans.ts'
import { readPlaces, writePlaces } from './place-columns.ts'
import { isStep, type Steps } from './steps.ts'

type Known = Omit<Document, 'text' | 'clean' | 'map' | 'paragraphs' | 'places'>

export function writeDocuments(to: ColumnWriter, documents: readonly Document[]): void {
  const known: Known[] = []
  const cleaned: string[] = []
  const paragraphs: number[] = []
  const runs: Uint32Array[] = []
  const counts: number[] = []
  for (const { text, clean, map, paragraphs: own, places: _, ...rest } of documents) {
    known.push(rest)
    if (clean !== text) cleaned.push(clean)
    for (const paragraph of own) paragraphs.push(marked(paragraph), paragraph.end)
    runs.push(map.packed)
    counts.push(clean === text ? 0 : 1, own.length)
  }
  to.list(known)
  to.texts(documents.map(({ text }) => text))
  to.texts(cleaned)
  to.numbers(counts)
  to.numbers(paragraphs)
  for (const packed of runs) to.numbers(packed)
  writePlaces(
    to,
    documents.map(({ places }) => places),
  )
}

export function* readDocuments(from: ColumnReader): Steps<Document[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `writeDocuments`; the snapshot's checksum and version vouch for it
  const known = from.list() as readonly Known[]
  const texts = from.texts()
  const cleaned = from.texts()
  const counts = new Cursor(from.numbers())
  const paragraphs = new Cursor(from.numbers())
  const runs = known.map(() => from.numbers())
  const places = yield* readPlaces(from)
  const documents: Document[] = []
  let cleanedAt = 0
  let done = 0
  for (const [index, rest] of known.entries()) {
    const text = texts[index] ?? ''
    const clean = counts.next() === 1 ? (cleaned[cleanedAt++] ?? '') : text
    const own: Paragraph[] = []
    const paragraphCount = counts.next()
    for (let left = paragraphCount; left > 0; left--) {
      const start = paragraphs.next()
      own.push(unmarked(start, paragraphs.next()))
      if (isStep(++done)) yield
    }
    documents.push(
      Object.assign(rest, {
        text,
        clean,
        map: new OffsetMap(runs[index] ?? new Uint32Array()),
        paragraphs: own,
        places: places[index] ?? [],
      }),
    )
  }
  return documents
}
