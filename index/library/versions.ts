/** Documents as they were before they changed: what was quoted of them can still be read. */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Document } from '../document.ts'
import { checkDocument } from '../parsing/check-documents.ts'
import { ColumnReader, ColumnWriter } from '../snapshot/columns.ts'
import { readDocuments, writeDocuments } from '../snapshot/document-columns.ts'
import { atOnce } from '../snapshot/steps.ts'
import type { Manifest, VersionRecord } from './manifest.ts'

/** In characters: packing a longer one would hold everything else up. */
const LONGEST = 3_000_000
/** So many of one document, and of all together, in bytes. */
const MOST_OF_ONE = 20
const MOST_BYTES = 100_000_000
/** Read once for the page, and once more when its quotes are checked. */
const MOST_AT_HAND = 4

export class Versions {
  readonly #manifest: Manifest
  readonly #atHand = new Map<string, Document>()

  constructor(manifest: Manifest) {
    this.#manifest = manifest
  }

  /** @param at when another took its place, milliseconds since 1970 */
  keep(document: Document, at: number): void {
    const { id, hash, text } = document
    if (text.length > LONGEST) return
    this.#manifest.keepVersion({ id, hash, at }, packed(document))
    this.#manifest.boundVersions(id, MOST_OF_ONE, MOST_BYTES)
  }

  /** The newest first. */
  of(id: string): readonly VersionRecord[] {
    return this.#manifest.versions(id)
  }

  /** Nothing where it is not kept any more. */
  read(id: string, hash: string): Document | undefined {
    const key = `${id} ${hash}`
    const bytes = this.#manifest.bodyOfVersion(id, hash)
    const document = bytes && (this.#atHand.get(key) ?? unpacked(bytes))
    this.#atHand.delete(key)
    if (document !== undefined) this.#atHand.set(key, document)
    const [oldest] = this.#atHand.keys()
    if (this.#atHand.size > MOST_AT_HAND && oldest !== undefined) this.#atHand.delete(oldest)
    return document
  }
}

function packed(document: Document): Uint8Array {
  const columns = new ColumnWriter()
  // What its title was chosen among is nobody's question any more.
  const { evidence: _, ...rest } = document
  writeDocuments(columns, [rest])
  return deflateRawSync(Buffer.concat(columns.parts), { level: constants.Z_BEST_SPEED })
}

/** Nothing for what is damaged. */
function unpacked(bytes: Uint8Array): Document | undefined {
  try {
    const [document] = atOnce(readDocuments(new ColumnReader(inflateRawSync(bytes))))
    if (document !== undefined) checkDocument(document)
    return document
  } catch {
    return undefined
  }
}
