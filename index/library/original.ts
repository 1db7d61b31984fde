/** The bytes that a document was read from, as long as they are still there and the same. */
import { createHash } from 'node:crypto'
import { fileCandidate, folderCandidates } from './candidates.ts'
import { FetchedFiles } from './fetched-files.ts'
import { isAddress, kindOf } from './source.ts'

export interface OriginalOptions {
  readonly data: string
  readonly maxFileBytes: number
}

/** A file of a source as it was read. */
export interface ReadFile {
  readonly location: string
  readonly name: string
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string
}

export async function originalOf(
  { location, name, hash }: ReadFile,
  { data, maxFileBytes }: OriginalOptions,
): Promise<Uint8Array | undefined> {
  try {
    const bytes = isAddress(location)
      ? await new FetchedFiles(data).read(hash)
      : await bytesOf(location, name, maxFileBytes)
    return bytes !== undefined && hashOf(bytes) === hash ? bytes : undefined
  } catch {
    // Gone, or out of reach: there is nothing to show.
    return undefined
  }
}

async function bytesOf(
  location: string,
  name: string,
  maxFileBytes: number,
): Promise<Uint8Array | undefined> {
  const { found } =
    (await kindOf(location)) === 'file'
      ? await fileCandidate(location, maxFileBytes)
      : await folderCandidates(location, maxFileBytes, new Set([name]))
  const loaded = await found[0]?.load()
  return loaded?.reason === undefined ? loaded?.bytes : undefined
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
