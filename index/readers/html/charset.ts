/** Bytes of a page → text, by its mark, what the server says, what the page says, else by its letters. */
import { decode, type Decoded } from '../decode.ts'

/** So far into a page its encoding is stated. */
const HEAD = 4096
const META = /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/iu
const XML = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})/iu

/** Returns `undefined` for bytes that are no text. */
export function decodeHtml(bytes: Uint8Array, contentType = ''): Decoded | undefined {
  const decoded = decode(bytes)
  // UTF-16 shows by itself, and what is valid UTF-8 is not a page in any other encoding by chance.
  if (decoded === undefined || decoded.note === undefined || /utf-?16/iu.test(decoded.note))
    return decoded
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const label =
    encoding(/\bcharset\s*=\s*["']?([\w:.-]{2,40})/iu.exec(contentType)?.[1]) ??
    encoding(META.exec(head)?.[1] ?? XML.exec(head)?.[1])
  // A page that says UTF-8 and is not has a few broken bytes, or a wrong statement.
  if (label === undefined || label.startsWith('utf-')) return decoded
  return { text: new TextDecoder(label).decode(bytes) }
}

function encoding(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}
