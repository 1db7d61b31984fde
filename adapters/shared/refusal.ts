/** Files that somebody dropped: whether they can be taken in. */
import { extname } from 'node:path'
import { READABLE } from '../../src/readable.ts'
import { MAX_FILE_MEGABYTES_DEFAULT } from '../../src/app/settings.ts'
import { clip } from './clip.ts'

const MEGABYTE = 1_000_000
export const MOST_FILE_BYTES = MAX_FILE_MEGABYTES_DEFAULT * MEGABYTE

/** Why a file is not offered, and what to do; nothing where it can be read. */
export function refusal(name: string, size: number): string | undefined {
  const ending = endingOf(name)
  if (!READABLE.has(ending))
    return `${ending === '' ? 'a file without an ending' : ending} is not read; ${[...READABLE].join(', ')} are.`
  if (size > MOST_FILE_BYTES)
    return `it has ${Math.ceil(size / MEGABYTE)} MB; at most ${MAX_FILE_MEGABYTES_DEFAULT} MB are read. Split it.`
  return undefined
}

/** ".pdf"; empty where there is none. */
export const endingOf = (name: string): string => clip(extname(name).toLowerCase(), 20)

/** "1.2 MB" */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  if (bytes < MEGABYTE) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / MEGABYTE).toFixed(1)} MB`
}
