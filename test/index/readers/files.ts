/** What tests of the formats read. */
import type { Document } from '../../../index/document.ts'
import { readFile } from '../../../index/readers/read.ts'

/** The document of a file that is one; fails with the reason when nothing can be read. */
export async function readOne(name: string, bytes: Uint8Array): Promise<Document> {
  const { document } = await readNoted(name, bytes)
  return document
}

export async function readNoted(
  name: string,
  bytes: Uint8Array,
): Promise<{ document: Document; notes: readonly string[] }> {
  const result = await readFile({ name, bytes })
  if (result.documents === undefined) throw new Error(result.reason)
  const [document] = result.documents
  if (document === undefined) throw new Error('no document')
  return { document, notes: result.notes }
}

/** Why nothing was read; fails when something was. */
export async function reasonOf(name: string, bytes: Uint8Array): Promise<string> {
  const result = await readFile({ name, bytes })
  if (result.documents !== undefined) throw new Error(`read: ${result.documents[0]?.text}`)
  return result.reason
}
