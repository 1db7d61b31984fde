/** Bytes of a feed → text that is safe to parse: nothing declared, nothing nested too deep. */
import { decodeHtml } from '../html/charset.ts'
import { type Input, Unreadable } from '../reading.ts'
import { checkDepth } from '../xml.ts'

/** @throws Unreadable with the reason and the remedy */
export function feedSource({ bytes, contentType }: Input): { text: string; note?: string } {
  const decoded = decodeHtml(bytes, contentType)
  if (decoded === undefined) throw new Unreadable('a binary file, not a feed; fetch it again')
  const text = decoded.text.replace(/^[\uFEFF\s]+/u, '')
  const note = decoded.note === undefined ? {} : { note: decoded.note }
  if (text.startsWith('{')) return { text, ...note }
  const safe = withoutDoctype(text)
  checkDepth(safe, 'the feed')
  return { text: safe, ...note }
}

const DOCTYPE = /<!DOCTYPE\b/iu
const DECLARATION = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b/iu

/** `<!DOCTYPE rss PUBLIC "…" "…">` names a format; one with a `[` declares what may multiply text. */
function withoutDoctype(text: string): string {
  const at = text.search(DOCTYPE)
  const root = text.search(/<[a-z]/iu)
  const doctype =
    at >= 0 && at < root ? /^[^[>]{0,1000}>/u.exec(text.slice(at, at + 1001))?.[0] : undefined
  const rest = doctype === undefined ? text : text.slice(0, at) + text.slice(at + doctype.length)
  if (DECLARATION.test(withoutQuoted(rest)))
    throw new Unreadable(
      'a feed that declares entities, which may be an attack; ask its publisher for one without a DOCTYPE',
    )
  return rest
}

/** Without CDATA and comments: what they hold is no mark-up. */
function withoutQuoted(text: string): string {
  let kept = ''
  let from = 0
  for (const { index, 0: opening } of text.matchAll(/<!\[CDATA\[|<!--/gu)) {
    if (index < from) continue
    kept += text.slice(from, index)
    const closing = opening === '<!--' ? '-->' : ']]>'
    const end = text.indexOf(closing, index + opening.length)
    from = end < 0 ? text.length : end + closing.length
  }
  return kept + text.slice(from)
}
