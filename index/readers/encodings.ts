/** Guesses at the encoding of bytes that are no UTF-8: by byte patterns first, then by the letters they make. */
import { analyse } from 'chardet'

const WESTERN = 'windows-1252'
/** Fewer bytes say nothing about their encoding, unless nearly all are letters of another script. */
const ENOUGH = 64
/** So much is looked at. */
const SAMPLE = 200_000
/** Western texts have an accent now and then; in other scripts every letter is beyond ASCII. */
const OTHER_SCRIPT = 0.4
/** "Été" is short, not foreign. */
const LETTERS = 12

/** A name that `TextDecoder` takes, for bytes beyond ASCII without NULs. */
export function likeliestEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE)
  const other = shareBeyondAscii(sample) > OTHER_SCRIPT
  if (other && isDosCyrillic(sample)) return 'ibm866'
  if (!other && sample.length < ENOUGH) return westernOf(sample)
  for (const { name } of analyse(sample)) {
    if (name === 'UTF-8' || name === 'ASCII' || /^UTF-(?:16|32)/u.test(name)) continue
    if (other && (name === 'ISO-8859-1' || name === WESTERN)) continue
    const known = windowsOf(encodingOf(name), sample)
    if (known === WESTERN) return westernOf(sample)
    if (known !== undefined) return known
  }
  return westernOf(sample)
}

function encodingOf(name: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(name)
    // The Ukrainian one has all the letters of the Russian, and four more.
    return encoding === 'koi8-r' ? 'koi8-u' : encoding
  } catch {
    // The runtime does not know it: the next likeliest counts.
    return undefined
  }
}

/** What Windows made of the standards: more letters, in a range that they leave empty. */
const WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
}

function windowsOf(encoding: string | undefined, bytes: Uint8Array): string | undefined {
  const windows = encoding === undefined ? undefined : WINDOWS[encoding]
  if (windows === undefined) return encoding
  if (bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) return windows
  // Polish has no "š", which the standard has where Windows has "ą".
  const text = encoding === 'iso-8859-2' ? new TextDecoder(encoding).decode(bytes) : ''
  return /[łęż]/u.test(text) && text.includes('š') ? windows : encoding
}

function shareBeyondAscii(bytes: Uint8Array): number {
  let beyond = 0
  let letters = 0
  for (const byte of bytes) {
    if (byte > 0x20) letters++
    if (byte > 0x7f) beyond++
  }
  return beyond < LETTERS ? 0 : beyond / letters
}

/** In DOS Cyrillic small letters stand where other encodings have none. */
function isDosCyrillic(bytes: Uint8Array): boolean {
  const text = new TextDecoder('ibm866').decode(bytes)
  const small = text.match(/[а-яё]/gu)?.length ?? 0
  const beyond = text.match(/[^\0-\u007F]/gu)?.length ?? 0
  return small > beyond * 0.85
}

/** Old Macs put the same letters elsewhere. */
function westernOf(bytes: Uint8Array): string {
  const common = (encoding: string): number =>
    new TextDecoder(encoding).decode(bytes).match(COMMON)?.length ?? 0
  return common('macintosh') > common(WESTERN) ? 'macintosh' : WESTERN
}

const COMMON = /[éèêëàâäçîïôöûüùœñßáóúãõåÉÈÀÇ’“”«»–—€]/gu

/** UTF-16 of any script, without its mark: the order of bytes that makes words of one script. */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 8 || bytes.length % 2 === 1) return undefined
  const sample = bytes.subarray(0, 8192)
  const [little, big] = [wordsIn(sample, 'utf-16le'), wordsIn(sample, 'utf-16be')]
  if (little === 0 && big === 0) return undefined
  return little >= big ? 'utf-16le' : 'utf-16be'
}

const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Latin}/gu,
  /\p{Script=Hangul}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  /\p{Script=Devanagari}/gu,
  /\p{Script=Bengali}/gu,
  /\p{Script=Thai}/gu,
  /\p{Script=Armenian}/gu,
  /\p{Script=Georgian}/gu,
  /\p{Script=Ethiopic}/gu,
]
/** Binary data read as UTF-16 hits such code points soon. */
const NO_TEXT = /[\p{Cn}\p{Co}\p{Cs}]|(?![\t\n\r\f])\p{Cc}/u
const SPACES = /[ \n\r\t.,!?0-9\u060C\u3000-\u3002\uFF0C\uFF0E]/gu

/** How many spaces and stops there are in it; none when it is no text of one script. */
function wordsIn(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes)
  const body = text.endsWith('\uFFFD') ? text.slice(0, -1) : text
  if (NO_TEXT.test(body) || body.includes('\uFFFD')) return 0
  const letters = body.match(/\p{L}/gu)?.length ?? 0
  const most = Math.max(...SCRIPTS.map((script) => body.match(script)?.length ?? 0))
  if (letters < body.length * 0.5 || most < letters * 0.9) return 0
  return body.match(SPACES)?.length ?? 0
}
