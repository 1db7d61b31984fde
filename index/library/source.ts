/** Where documents come from: a folder, a file, or an address of a page or feed. */
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** A set has at least one source; a source may be in several sets. */
export interface Source {
  /** Absolute path, or an http(s) address. */
  readonly location: string
  readonly set: string
}

export const DEFAULT_SET = 'default'

export type SourceKind = 'folder' | 'file' | 'address'

export const isAddress = (location: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//iu.test(location)

/** `undefined` for a path where nothing is. */
export async function kindOf(location: string): Promise<SourceKind | undefined> {
  if (isAddress(location)) return 'address'
  const found = await stat(location).catch(() => undefined)
  if (found === undefined) return undefined
  return found.isDirectory() ? 'folder' : 'file'
}

/** A short name that tells the documents of one source from those of another. */
export const nameOfSource = (location: string): string =>
  isAddress(location) ? (URL.parse(location)?.host ?? location) : basename(location)

/** The same location gets the same short code. */
export const codeOf = (location: string): string =>
  createHash('sha256').update(location).digest('hex').slice(0, 12)
