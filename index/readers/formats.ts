/**
 * Which reader reads a file: one table of formats. What a file is, its content says; its name and its
 * server decide only between kinds of text. Readers that need large libraries are loaded when needed.
 */
import { extname } from 'node:path'
import { readMarkdownFile } from './markdown.ts'
import type { Input, Reader } from './reading.ts'
import { sniff } from './sniff/sniff.ts'
import type { FormatName } from './sniff/sniffed.ts'
import { readTextFile } from './text.ts'

export interface Format {
  readonly name: FormatName
  /** Endings of file names, with the dot, in lower case. */
  readonly endings: readonly string[]
  readonly read: Reader
}

const FORMATS: readonly Format[] = [
  { name: 'text', endings: ['.txt', '.text'], read: readTextFile },
  { name: 'Markdown', endings: ['.md', '.markdown'], read: readMarkdownFile },
  {
    name: 'PDF',
    endings: ['.pdf'],
    read: async (input) => (await import('./pdf/pdf.ts')).readPdfFile(input),
  },
  {
    name: 'DOCX',
    endings: ['.docx', '.docm'],
    read: async (input) => (await import('./docx/docx.ts')).readDocxFile(input),
  },
  {
    name: 'EPUB',
    endings: ['.epub'],
    read: async (input) => (await import('./epub/epub.ts')).readEpubFile(input),
  },
  {
    name: 'mail',
    endings: ['.eml', '.mbox'],
    read: async (input) => (await import('./mail/mail.ts')).readMailFile(input),
  },
  {
    name: 'CSV',
    endings: ['.csv', '.tsv'],
    read: async (input) => (await import('./table/csv.ts')).readCsvFile(input),
  },
  {
    name: 'XLSX',
    endings: ['.xlsx', '.xlsm'],
    read: async (input) => (await import('./xlsx/xlsx.ts')).readXlsxFile(input),
  },
  {
    name: 'HTML',
    endings: ['.html', '.htm', '.xhtml'],
    read: async (input) => (await import('./html/html.ts')).readHtmlFile(input),
  },
  {
    name: 'feed',
    endings: ['.rss', '.atom', '.xml', '.json'],
    read: async (input) => (await import('./feed/feed.ts')).readFeedFile(input),
  },
]

/** Endings of the names of files that a reader exists for. */
export const READABLE: ReadonlySet<string> = new Set(FORMATS.flatMap(({ endings }) => endings))

export type Chosen =
  | { readonly format: Format; readonly note?: string }
  | { readonly reason: string }

export function formatOf({ name, bytes, contentType }: Input): Chosen {
  const ending = endingOf(name)
  const named = FORMATS.find(({ endings }) => endings.includes(ending))
  const found = sniff(bytes)
  if (found !== undefined && 'reason' in found) {
    // A name that promises text is believed over the look of it.
    if (found.sure || named === undefined) return { reason: found.reason }
  } else if (found?.sure === true) return chosen(found.name, named, ending)
  const served = SERVED[contentType?.split(';')[0]?.trim().toLowerCase() ?? '']
  if (served !== undefined) return chosen(served, undefined, ending)
  if (named !== undefined)
    return BINARY.has(named.name) ? chosen('text', named, ending) : { format: named }
  return chosen(found !== undefined && 'name' in found ? found.name : 'text', undefined, ending)
}

function chosen(name: FormatName, named: Format | undefined, ending: string): Chosen {
  const format = FORMATS.find((one) => one.name === name)
  if (format === undefined) return { reason: `is ${A[name]}, which is not read; save it as text` }
  const note = `named ${ending}, but is ${A[name]}; it was read as that`
  return named === undefined || named === format ? { format } : { format, note }
}

/** Text under such a name is no such file. */
const BINARY: ReadonlySet<FormatName> = new Set(['PDF', 'DOCX', 'EPUB', 'XLSX'])

/** Content types that say more than that it is text. */
const SERVED: Readonly<Record<string, FormatName>> = {
  'text/html': 'HTML',
  'application/xhtml+xml': 'HTML',
  'text/markdown': 'Markdown',
  'text/csv': 'CSV',
  'text/tab-separated-values': 'CSV',
  'message/rfc822': 'mail',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/feed+json': 'feed',
}

const A: Readonly<Record<FormatName, string>> = {
  text: 'plain text',
  Markdown: 'Markdown',
  HTML: 'a web page',
  PDF: 'a PDF',
  DOCX: 'a Word document',
  EPUB: 'an EPUB book',
  mail: 'a mail',
  CSV: 'a table of values',
  XLSX: 'an Excel workbook',
  feed: 'a feed',
}

/** Of a path or an address, in lower case; of an address, its query and host are no part of a name. */
function endingOf(name: string): string {
  if (!/^https?:/iu.test(name)) return extname(name).toLowerCase()
  return URL.canParse(name) ? extname(new URL(name).pathname).toLowerCase() : ''
}
