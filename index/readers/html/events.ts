/** HTML → elements and texts in order, without a tree: neither depth nor length costs more than its bytes. */
import { Tokenizer } from 'htmlparser2'

export type Attributes = ReadonlyMap<string, string>

export interface HtmlHandler {
  /** Names in lower case. Void elements open and never close; end tags are as the file has them. */
  open(name: string, attributes: Attributes): void
  close(name: string): void
  /** Entities are decoded; a text may come in several pieces. */
  text(text: string): void
}

export const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** A longer attribute holds data, not words. */
const LONGEST_ATTRIBUTE = 4000

export function readEvents(source: string, handler: HtmlHandler): void {
  const html = closeEmptyElements(source)
  let name = ''
  let attributes = new Map<string, string>()
  let attribute = ''
  let value = ''
  const addToValue = (piece: string): void => {
    if (value.length < LONGEST_ATTRIBUTE) value += piece
  }
  const opened = (selfClosing: boolean): void => {
    handler.open(name, attributes)
    // Only drawings and formulas, which are XML, may end like this.
    if (selfClosing && (name === 'svg' || name === 'math')) handler.close(name)
    attributes = new Map()
  }
  const ignored = (): void => {
    // Comments, declarations and processing instructions hold no words.
  }
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase()
      },
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(true),
      onclosetag(start, end) {
        handler.close(html.slice(start, end).toLowerCase())
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => addToValue(html.slice(start, end)),
      onattribentity: (codepoint) => addToValue(String.fromCodePoint(codepoint)),
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value)
      },
      ontext: (start, end) => handler.text(html.slice(start, end)),
      ontextentity: (codepoint) => handler.text(String.fromCodePoint(codepoint)),
      oncdata: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onprocessinginstruction: ignored,
      onend: ignored,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}

const XHTML = /^\uFEFF?\s*<\?xml\b/u
const EMPTY = /<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/giu

/** In a page written as XML, `<script/>` and `<a/>` are whole elements; HTML would wait for their ends. */
const closeEmptyElements = (html: string): string =>
  XHTML.test(html)
    ? html.replace(EMPTY, (tag, name: string, rest: string) =>
        VOID.has(name.toLowerCase()) ? tag : `<${name}${rest}></${name}>`,
      )
    : html
