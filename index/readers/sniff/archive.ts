/** What a zip archive is, by the files in it. */
import { Unreadable } from '../reading.ts'
import type { Sniffed } from './sniffed.ts'
import { Zip } from '../zip/zip.ts'

/** Kinds by a file that only they have. */
const KINDS: readonly (readonly [file: RegExp, reason: string])[] = [
  [/^ppt\//u, 'a PowerPoint file; save it as PDF'],
  [/^xl\/workbook\.bin$/u, 'a binary Excel file; save it as .xlsx'],
  [/^Index\/|\.iwa$/u, 'a file of Pages, Numbers or Keynote; export it as .docx, .xlsx or PDF'],
]

const OPEN_DOCUMENT: readonly (readonly [kind: string, reason: string])[] = [
  ['text', 'an OpenDocument text; save it as .docx'],
  ['spreadsheet', 'an OpenDocument table; save it as .xlsx'],
  ['presentation', 'an OpenDocument presentation; save it as PDF'],
]

/** `undefined` when the file is no zip archive. */
export function archive(bytes: Uint8Array): Sniffed | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || (bytes[2] ?? 0) > 8 || (bytes[3] ?? 0) > 8)
    return undefined
  try {
    return kindOf(new Zip(bytes))
  } catch (error) {
    if (error instanceof Unreadable) return { reason: error.message, sure: true }
    throw error
  }
}

function kindOf(zip: Zip): Sniffed {
  const { names } = zip
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  const office = names.includes('[Content_Types].xml')
  if (has(/^META-INF\/container\.xml$/u) && has(/\.opf$/u)) return { name: 'EPUB', sure: true }
  if (office && has(/^word\/[^/]+\.xml$/u)) return { name: 'DOCX', sure: true }
  if (office && has(/^xl\/[^/]+\.xml$/u)) return { name: 'XLSX', sure: true }
  const type = names.includes('mimetype')
    ? Buffer.from(zip.read('mimetype') ?? [])
        .toString('latin1')
        .trim()
    : ''
  if (type === 'application/epub+zip') return { name: 'EPUB', sure: true }
  const kind = KINDS.find(([file]) => has(file))?.[1]
  const open = OPEN_DOCUMENT.find(([name]) => type.endsWith(`opendocument.${name}`))?.[1]
  return { reason: kind ?? open ?? 'an archive; unpack it and add the files in it', sure: true }
}
