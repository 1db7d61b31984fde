/** Bytes → text. Says what it had to do, and never drops a file because of its encoding. */
import { likeliestEncoding, utf16Order } from './encodings.ts'

export interface Decoded {
  readonly text: string
  /** What a reader of the text should know, when the bytes were not plain UTF-8. */
  readonly note?: string
}

/** Returns `undefined` for bytes that are no text. A byte-order mark stays part of the text's count. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const utf16 = utf16Label(bytes)
  if (utf16 !== undefined)
    return { text: new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes) }
  const binary = isBinary(bytes)
  const unmarked = unmarkedUtf16(bytes) ?? (binary ? utf16Order(bytes) : undefined)
  if (unmarked !== undefined) return decodeAs(unmarked, bytes)
  if (binary) return undefined
  if (isEscaped(bytes)) return decodeAs('iso-2022-jp', bytes)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return decodeOther(bytes)
  }
}

/** UTF-8 with a few broken bytes stays UTF-8; anything else goes by the likeliest encoding. */
function decodeOther(bytes: Uint8Array): Decoded {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const broken = count(lossy, /\uFFFD/gu)
  const multibyte = count(lossy, /[\u0080-\uFFFC]/gu)
  if (multibyte > broken * 4)
    return {
      text: lossy,
      note: `not valid UTF-8 in ${broken} ${broken === 1 ? 'place' : 'places'}, shown as \uFFFD`,
    }
  return decodeAs(likeliestEncoding(bytes), bytes)
}

const decodeAs = (label: string, bytes: Uint8Array): Decoded => ({
  text: new TextDecoder(label, { ignoreBOM: true }).decode(bytes),
  note: `not UTF-8, read as ${label}`,
})

/** Japanese mails switch between scripts by escapes, all in ASCII. */
const isEscaped = (bytes: Uint8Array): boolean =>
  /\p{Cc}\$[@B][!-~]{2,}\p{Cc}\([BJ]/u.test(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'))

function utf16Label(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Without its mark, UTF-16 of a Latin script shows by the NULs in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD)
  if (bytes.length < 8 || bytes.length % 2 === 1 || !head.includes(0)) return undefined
  const nuls = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  if (Math.max(even, odd) < head.length * 0.3 || Math.min(even, odd) > head.length * 0.02)
    return undefined
  // Numbers of a binary format have NULs like these, but between control characters.
  return isBinary(bytes.subarray(0, HEAD).filter((byte) => byte !== 0))
    ? undefined
    : odd > even
      ? 'utf-16le'
      : 'utf-16be'
}

/** How much of a file is looked at to tell text from other data. */
const HEAD = 8192

/** Text has no NUL and few control characters in its head. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD)
  if (head.includes(0)) return true
  let controls = 0
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)
      controls++
  }
  return controls > head.length * 0.1
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
