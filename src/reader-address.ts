/** Where a document, and a quote in it, is read: an address that stays. */
import { quoteVersion } from './read/version.ts'

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
