/** Which reader reads a file: one table of formats. */
import { extname } from 'node:path'
import { readMarkdownFile } from './markdown.ts'
import type { Input, Reader } from './reading.ts'
import { readTextFile } from './text.ts'

export interface Format {
  readonly name: string
  /** Endings of file names, with the dot, in lower case. */
  readonly endings: readonly string[]
  readonly read: Reader
}

export const FORMATS: readonly Format[] = [
  { name: 'text', endings: ['.txt', '.text'], read: readTextFile },
  { name: 'Markdown', endings: ['.md', '.markdown'], read: readMarkdownFile },
]

/** Endings of the names of files that a reader exists for. */
export const READABLE: ReadonlySet<string> = new Set(FORMATS.flatMap(({ endings }) => endings))

export function formatOf({ name }: Input): Format | { readonly reason: string } {
  const ending = extname(name).toLowerCase()
  const format = FORMATS.find(({ endings }) => endings.includes(ending))
  if (format !== undefined) return format
  return {
    reason: `${ending || 'a file without an ending'} is not read; ${[...READABLE].join(', ')} are`,
  }
}
