/** Documents as columns: their texts, what is known about them, and their paragraphs and maps as numbers. */
import type { Document, Paragraph } from '../document.ts'
import { OffsetMap } from '../offset-map.ts'
import type { ColumnReader, ColumnWriter } from './columns.ts'
import { readPlaces, writePlaces } from './place-columns.ts'

type Known = Omit<Document, 'text' | 'clean' | 'map' | 'paragraphs' | 'places'>

export function writeDocuments(to: ColumnWriter, documents: readonly Document[]): void {
  const known: Known[] = []
  const cleaned: string[] = []
  const paragraphs: number[] = []
  const runs: number[] = []
  const counts: number[] = []
  for (const { text, clean, map, paragraphs: own, places: _, ...rest } of documents) {
    known.push(rest)
    if (clean !== text) cleaned.push(clean)
    for (const { start, end, list } of own) paragraphs.push(start * 2 + (list ? 1 : 0), end)
    for (const run of map.runs) runs.push(run.clean, run.text, run.length)
    counts.push(clean === text ? 0 : 1, own.length, map.runs.length)
  }
  to.json(known)
  to.texts(documents.map(({ text }) => text))
  to.texts(cleaned)
  to.numbers(counts)
  to.numbers(paragraphs)
  to.numbers(runs)
  writePlaces(
    to,
    documents.map(({ places }) => places),
  )
}

export function readDocuments(from: ColumnReader): Document[] {
  // Written by `writeDocuments`; the snapshot's checksum and version vouch for it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const known = from.json() as readonly Known[]
  const texts = from.texts()
  const cleaned = from.texts()
  const counts = from.numbers()
  const paragraphs = from.numbers()
  const runs = from.numbers()
  const places = readPlaces(from)
  let [cleanedAt, paragraphAt, runAt] = [0, 0, 0]
  return known.map((rest, index) => {
    const text = texts[index] ?? ''
    const clean = counts[index * 3] === 1 ? (cleaned[cleanedAt++] ?? '') : text
    const own: Paragraph[] = []
    for (let left = counts[index * 3 + 1] ?? 0; left > 0; left--) {
      const start = paragraphs[paragraphAt++] ?? 0
      const end = paragraphs[paragraphAt++] ?? 0
      own.push({ start: start >>> 1, end, list: (start & 1) === 1 })
    }
    const stretches = Array.from({ length: counts[index * 3 + 2] ?? 0 }, () => ({
      clean: runs[runAt++] ?? 0,
      text: runs[runAt++] ?? 0,
      length: runs[runAt++] ?? 0,
    }))
    return Object.assign(rest, {
      text,
      clean,
      map: new OffsetMap(stretches),
      paragraphs: own,
      places: places[index] ?? [],
    })
  })
}
