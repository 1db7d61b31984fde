/** Where a document, and a quote in it, is read: an address that stays. */
import * as z from 'zod'
import { quoteVersion } from './read/version.ts'
import { Citation } from './reply.ts'

interface Quoted {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * `/documents/ID?quote=start-end&v=…#quote`, below the desk's own address.
 * @param key that opens it to whoever has no token
 */
export function readerPath(document: string, quote?: Quoted, key?: string): string {
  const path = `/documents/${encoded(document)}`
  const keyed = key === undefined ? '' : `k=${key}`
  if (quote === undefined) return keyed === '' ? path : `${path}?${keyed}`
  const { start, end, text } = quote
  const query = [`quote=${start}-${end}`, `v=${quoteVersion(text)}`, keyed]
  return `${path}?${query.filter((part) => part !== '').join('&')}#quote`
}

/** `/documents/ID?version=…`: as it was before it changed. */
export const versionPath = (document: string, hash: string, key?: string): string => {
  const path = readerPath(document, undefined, key)
  return `${path}${key === undefined ? '?' : '&'}version=${hash.slice(0, VERSION_LENGTH)}`
}

/** Of its hash: enough that no other version of a document begins so. */
const VERSION_LENGTH = 12

/**
 * `/pages/ID?page=3&quote=…`: a page as it is printed, with the quote that an address has.
 * @param query of the address that leads there
 */
export function pagePath(document: string, page: number, query: URLSearchParams): string {
  const kept = [...query].filter(([key]) => KEPT.has(key))
  const asked = new URLSearchParams([['page', String(page)], ...kept])
  return `/pages/${encoded(document)}?${asked.toString()}`
}

const KEPT: ReadonlySet<string> = new Set(['quote', 'v', 'k'])

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

/**
 * A reply, or what holds citations, in which every citation says where it is read.
 * @param base address of the desk
 * @param keyFor the key that opens a document to whoever has no token
 */
export const withReaders = <T>(
  reply: T,
  base: string,
  keyFor: (document: string) => string | undefined = () => undefined,
): T =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same with one more field in its citations
  addedTo(reply, (document, quote) => {
    const path = readerPath(document, quote, keyFor(document))
    return base.replace(/\/$/u, '') + path
  }) as T

type ReaderOf = (document: string, quote?: Quoted) => string

function addedTo(value: unknown, readerOf: ReaderOf): unknown {
  if (Array.isArray(value)) return value.map((one) => addedTo(one, readerOf))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, addedTo(one, readerOf)]),
  )
  const quote = Quoting.safeParse(value).data
  if (quote !== undefined)
    return {
      ...fields,
      citation: { ...quote.citation, reader: readerOf(quote.citation.document, quote) },
    }
  const cited = Citation.safeParse(value).data
  return cited === undefined || 'reader' in fields
    ? fields
    : { ...fields, reader: readerOf(cited.document) }
}

const Quoting = z.object({
  text: z.string(),
  start: z.int(),
  end: z.int(),
  citation: z.looseObject({ document: z.string() }),
})
