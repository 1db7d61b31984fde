/** Where a document, and a quote in it, is read: an address that stays. */
import * as z from 'zod'
import { quoteVersion } from './read/version.ts'
import { Citation } from './reply.ts'

interface Quoted {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `/documents/ID?quote=start-end&v=…#quote`, below the desk's own address. */
export function readerPath(document: string, quote?: Quoted): string {
  const path = `/documents/${encoded(document)}`
  if (quote === undefined) return path
  const { start, end, text } = quote
  return `${path}?quote=${start}-${end}&v=${quoteVersion(text)}#quote`
}

/** `/documents/ID?version=…`: as it was before it changed. */
export const versionPath = (document: string, hash: string): string =>
  `${readerPath(document)}?version=${hash.slice(0, VERSION_LENGTH)}`

/** Of its hash: enough that no other version of a document begins so. */
const VERSION_LENGTH = 12

/**
 * `/pages/ID?page=3&quote=…`: a page as it is printed, with the quote that an address has.
 * @param query of the address that leads there
 */
export function pagePath(document: string, page: number, query: URLSearchParams): string {
  const kept = [...query].filter(([key]) => key === 'quote' || key === 'v')
  const asked = new URLSearchParams([['page', String(page)], ...kept])
  return `/pages/${encoded(document)}?${asked.toString()}`
}

/** A name's own slashes stay, unless an address would take what is between them for a way up. */
function encoded(document: string): string {
  const name = document.toWellFormed()
  const parts = name.split('/')
  const plain = !name.startsWith('~') && parts.every((part) => !/^\.{0,2}$/u.test(part))
  return plain ? parts.map(encodeURIComponent).join('/') : `~${encodeURIComponent(name)}`
}

/** The document of a path below `/documents/`, percent signs and all; nothing where that is no name. */
export function documentOfPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replace(/^~/u, ''))
  } catch {
    return undefined
  }
}

/** A reply, or what holds citations, in which every citation says where it is read. @param base address of the desk */
export const withReaders = <T>(reply: T, base: string): T =>
  // The same with one more field in its citations.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  addedTo(reply, base.replace(/\/$/u, '')) as T

function addedTo(value: unknown, base: string): unknown {
  if (Array.isArray(value)) return value.map((one) => addedTo(one, base))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, addedTo(one, base)]),
  )
  const quote = Quoting.safeParse(value).data
  if (quote !== undefined)
    return {
      ...fields,
      citation: { ...quote.citation, reader: base + readerPath(quote.citation.document, quote) },
    }
  const cited = Citation.safeParse(value).data
  return cited === undefined || 'reader' in fields
    ? fields
    : { ...fields, reader: base + readerPath(cited.document) }
}

const Quoting = z.object({
  text: z.string(),
  start: z.int(),
  end: z.int(),
  citation: z.looseObject({ document: z.string() }),
})
