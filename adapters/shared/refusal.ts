/** Files that somebody dropped: whether they can be taken in. */
import { extname } from 'node:path'
import { READABLE } from '../../src/readable.ts'
import { MAX_FILE_MEGABYTES_DEFAULT } from '../../src/app/settings.ts'
import { type Language, wordingsIn } from '../../src/wordings/in-language.ts'
import { clip } from './clip.ts'

const MEGABYTE = 1_000_000
export const MOST_FILE_BYTES = MAX_FILE_MEGABYTES_DEFAULT * MEGABYTE

/** Why a file is not offered, and what to do; nothing where it can be read. */
export function refusal(name: string, size: number, language?: Language): string | undefined {
  const words = wordingsIn(language).windows.files
  const ending = endingOf(name)
  if (!READABLE.has(ending)) return words.notRead(ending, [...READABLE].join(', '))
  if (size > MOST_FILE_BYTES)
    return words.tooLarge(Math.ceil(size / MEGABYTE), MAX_FILE_MEGABYTES_DEFAULT)
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
