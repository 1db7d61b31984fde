/** Documents, their figures and what the index needs of them as bytes, the way they come back from a child process. */
import { setImmediate } from 'node:timers/promises'
import { analysisOf } from '../analysis.ts'
import type { Document } from '../document.ts'
import { packQuantities, quantitiesOf } from '../quantities/figure-index.ts'
import { extractQuantities } from '../quantities/extract.ts'
import { ColumnReader, ColumnWriter } from '../snapshot/columns.ts'
import { readDocuments, writeDocuments } from '../snapshot/document-columns.ts'
import { inTurns } from '../snapshot/steps.ts'
import { readAnalyses, writeAnalyses } from './analysis-columns.ts'
import { checkDocument, checkHead } from './check-documents.ts'
import type { Parsed, ParsedDocument } from './parsed.ts'

interface Content {
  readonly documents: readonly Document[]
  readonly notes: readonly string[]
}

/** Documents are unpacked so many at once, and something else gets a turn. */
const GROUP = 50

/** `undefined` when it would take more bytes than `largest`. */
export function pack({ documents, notes }: Content, largest: number): Buffer | undefined {
  const columns = new ColumnWriter()
  columns.json({ notes, documents: documents.length })
  let room = largest
  const fits = (length: number): boolean => (room -= length) >= 0
  for (let from = 0; from < documents.length; from += GROUP) {
    const group = documents.slice(from, from + GROUP)
    writeDocuments(columns, group)
    const figures: string[] = []
    for (const document of group) {
      // Finding figures takes the longest: not for what is thrown away.
      if (!fits(document.text.length)) return undefined
      const packed = packQuantities(quantitiesOf(document, extractQuantities), fits)
      if (packed === undefined) return undefined
      figures.push(packed)
    }
    columns.texts(figures)
    writeAnalyses(columns, group.map(analysisOf))
  }
  const parcel = Buffer.concat(columns.parts)
  return parcel.byteLength > largest ? undefined : parcel
}

export async function unpack(parcel: Uint8Array, stop: AbortSignal): Promise<Parsed> {
  const { buffer, byteOffset, byteLength } = parcel
  const columns = new ColumnReader(Buffer.from(buffer, byteOffset, byteLength))
  const documents: ParsedDocument[] = []
  try {
    const { notes, documents: count } = checkHead(columns.json())
    while (documents.length < count) {
      if (documents.length > 0) await setImmediate()
      const group = await inTurns(readDocuments(columns), stop)
      group.forEach(checkDocument)
      const figures = columns.texts()
      const analyses = await inTurns(readAnalyses(columns, group), stop)
      for (const [at, analysis] of analyses.entries()) {
        const document = group[at]
        if (document === undefined) continue
        documents.push({ document, analysis, quantities: figures[at] ?? '[]' })
      }
    }
    return { documents, notes }
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error
    return { reason: `could not be read: what the reader sent is damaged (${error.message})` }
  }
}
