/**
 * XML of documents, for machines only: declarations that could name other files or multiply text are
 * refused before any parser sees them, and so is what is nested too deep.
 */
import { Parser } from 'htmlparser2'
import { Unreadable } from './reading.ts'

export interface Element {
  /** Without its prefix: `w:p` is `p`. */
  readonly name: string
  /** By name without its prefix. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
}

export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  text(text: string): void
}

const DEEPEST = 500

/** Bytes of XML → text that holds no declarations. @throws Unreadable when it holds dangerous ones */
export function xmlText(bytes: Uint8Array, name: string): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const safe = withoutDoctype(text)
  if (DECLARATION.test(safe))
    throw new Unreadable(
      `declares entities in ${name}, which may be an attack; open it and save it again`,
    )
  return safe
}

const DECLARATION = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b/iu

/** `<!DOCTYPE ncx PUBLIC "…" "…">` says what a file is; one with a `[` goes on to declare things. */
function withoutDoctype(text: string): string {
  const at = text.search(/<!DOCTYPE\b/iu)
  const doctype = at < 0 ? undefined : /^[^[>]{0,1000}>/u.exec(text.slice(at, at + 1001))?.[0]
  return doctype === undefined ? text : text.slice(0, at) + text.slice(at + doctype.length)
}

/** Reads elements as they come, for files too large for a tree. */
export function readXml(text: string, name: string, handler: XmlHandler): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        if (++depth > DEEPEST) throw tooDeep(name)
        handler.open(local(qualified), localNames(attributes))
      },
      onclosetag(qualified) {
        depth--
        handler.close(local(qualified))
      },
      ontext: (piece) => handler.text(piece),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
}

/** @throws Unreadable when it is nested too deep for any parser that calls itself */
export function checkDepth(text: string, name: string): void {
  const ignored = (): void => {
    // Only the depth counts.
  }
  readXml(text, name, { open: ignored, close: ignored, text: ignored })
}

/** The elements of a small file as a tree. @throws Unreadable when it is dangerous */
export function parseXml(bytes: Uint8Array, name: string): Element {
  const root: Open = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  readXml(xmlText(bytes, name), name, {
    open(tag, attributes) {
      const element: Open = { name: tag, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    close: () => void open.pop(),
    text: (text) => open.at(-1)?.children.push(text),
  })
  return root
}

interface Open extends Element {
  readonly children: (Element | string)[]
}

/** Every element of that name below, in order. */
export function find(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child, ...find(child, name)] : find(child, name)
  })
}

/** All the words below, without the white space at both ends. */
export const textOf = (element: Element): string => words(element).trim()

const words = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : words(child))).join('')

const local = (qualified: string): string => qualified.slice(qualified.indexOf(':') + 1)

/** Where `id` and `r:id` are both there, the second keeps its prefix. */
function localNames(attributes: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(attributes))
    if (!name.includes(':')) found.set(name, value)
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.includes(':') || name.startsWith('xmlns:')) continue
    found.set(found.has(local(name)) ? name : local(name), value)
  }
  return found
}

/** By its mark, else by its declaration; XML without either is UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const stated = /^\uFEFF?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]{1,40})/iu.exec(
    head.replace('\u00EF\u00BB\u00BF', ''),
  )?.[1]
  try {
    // UTF-16 cannot be what the bytes are, when its declaration reads as single bytes.
    return stated === undefined || /^utf-?16/iu.test(stated)
      ? 'utf-8'
      : new TextDecoder(stated).encoding
  } catch {
    return 'utf-8'
  }
}

const tooDeep = (name: string): Unreadable =>
  new Unreadable(`is nested too deep in ${name}; open it and save it again, or save it as text`)
